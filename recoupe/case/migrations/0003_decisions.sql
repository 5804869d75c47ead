-- What people decided. body: JSON, a claim in the gold format; hash: SHA-256 of the line with the
-- hash of the line before, so that no line can be changed unseen.
CREATE TABLE decision (
    number INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    author TEXT NOT NULL,
    kind TEXT NOT NULL,
    body JSON NOT NULL,
    reason TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE INDEX decision_document ON decision (json_extract(body, '$.document'));

CREATE TRIGGER decision_is_never_changed BEFORE UPDATE ON decision BEGIN
    SELECT RAISE(ABORT, 'decisions are only ever added; undo one with a further decision');
END;

CREATE TRIGGER decision_is_never_removed BEFORE DELETE ON decision BEGIN
    SELECT RAISE(ABORT, 'decisions are only ever added; undo one with a further decision');
END;

-- The claims as the reader gave them, in the gold format; NULL while the rows are just that.
ALTER TABLE reading ADD COLUMN raw JSON;

-- Which of the decisions that hold made a claim what it is; the one with the highest number counts.
CREATE TABLE review (
    claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    decision INTEGER NOT NULL REFERENCES decision (number),
    PRIMARY KEY (claim, decision)
) WITHOUT ROWID;

CREATE INDEX review_decision ON review (decision);

-- decision: the last one that the findings take into account; NULL before findings were ever made.
ALTER TABLE weighed ADD COLUMN decision INTEGER;

-- Findings that went because a reading they rested on was replaced, until findings are made again.
CREATE TABLE gone (
    finding TEXT PRIMARY KEY,
    body JSON NOT NULL
);

-- What a decision did to the findings; before, after: JSON, NULL for one that came or went.
CREATE TABLE change (
    decision INTEGER NOT NULL REFERENCES decision (number),
    position INTEGER NOT NULL,
    "before" JSON,
    "after" JSON,
    PRIMARY KEY (decision, position)
) WITHOUT ROWID;

-- For people with any SQLite browser.
CREATE VIEW decisions AS
SELECT
    decision.number,
    decision.made,
    decision.author,
    decision.kind AS decision,
    coalesce(
        '“' || json_extract(decision.body, '$.claim.evidence[0].text') || '”',
        json_extract(decision.body, '$.source'),
        json_extract(decision.body, '$.number'),
        json_extract(decision.body, '$.document')
    ) AS about,
    decision.reason,
    (SELECT count(*) FROM change WHERE change.decision = decision.number) AS "findings changed"
FROM decision
ORDER BY decision.number;

DROP VIEW claims;

CREATE VIEW claims AS
SELECT
    claim,
    event,
    factuality,
    tense,
    source_chain AS "source chain",
    (
        SELECT group_concat(filled, '; ')
        FROM (
            SELECT name || ': ' || quote || coalesce(' (' || resolved || ')', '') AS filled
            FROM role WHERE role.claim = told.id ORDER BY position
        )
    ) AS roles,
    (SELECT quote FROM evidence WHERE evidence.claim = told.id ORDER BY position LIMIT 1) AS quote,
    (
        SELECT decision.kind || ' by ' || decision.author
        FROM review JOIN decision ON decision.number = review.decision
        WHERE review.claim = told.id ORDER BY decision.number DESC LIMIT 1
    ) AS review,
    publisher,
    date,
    title,
    language,
    address
FROM told;
