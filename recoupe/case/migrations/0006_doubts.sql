-- What a careful reader should doubt in a document, found by rule in its reading; a row for each
-- claim that it touches, or one where it touches none.
CREATE TABLE doubt (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES reading (document) ON DELETE CASCADE,
    claim INTEGER REFERENCES claim (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    note TEXT NOT NULL
);

CREATE INDEX doubt_document ON doubt (document);

CREATE INDEX doubt_claim ON doubt (claim, kind);

-- Which Recoupe looked through the reading for doubts; NULL where none has yet.
ALTER TABLE reading ADD COLUMN doubted_by TEXT;

-- When a claim's turn comes to be reviewed, by the status of its finding and by what is to be
-- doubted in it (recoupe/case/turns.py); 11: it is in no finding, and nothing in it is doubted.
ALTER TABLE claim ADD COLUMN turn INTEGER NOT NULL DEFAULT 11;

UPDATE claim SET turn = coalesce(
    (
        SELECT CASE finding.status
            WHEN 'contested' THEN 1
            WHEN 'single-origin' THEN 3
            WHEN 'unconfirmed' THEN 8
            WHEN 'denied' THEN 9
            WHEN 'corroborated' THEN 10
        END
        FROM finding_claim JOIN finding ON finding.number = finding_claim.finding
        WHERE finding_claim.claim = claim.id
    ),
    11
);

CREATE INDEX claim_turn ON claim (turn, document, position);
