-- A case. start, end: Unicode code points in document.text, end exclusive, so that
-- substr(text, start + 1, end - start) is the quote. Lists are JSON. Hashes are SHA-256, hex.

CREATE TABLE document (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    original TEXT NOT NULL,
    extractor TEXT NOT NULL,
    text TEXT NOT NULL,
    text_hash TEXT NOT NULL,
    language TEXT,
    title TEXT,
    publisher TEXT,
    authors JSON NOT NULL,
    published TEXT,
    published_evidence TEXT NOT NULL,
    published_words TEXT NOT NULL,
    boilerplate JSON NOT NULL
);

CREATE INDEX document_original ON document (original);

CREATE TRIGGER document_never_changes BEFORE UPDATE ON document BEGIN
    SELECT RAISE(ABORT, 'a document never changes once it is in the case');
END;

-- Each line carries the hash of the line before, so that no line can be changed unseen.
CREATE TABLE custody (
    line INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES document (number),
    original TEXT NOT NULL,
    address TEXT NOT NULL,
    captured TEXT NOT NULL,
    size INTEGER NOT NULL,
    media_type TEXT NOT NULL,
    extractor TEXT NOT NULL,
    headers JSON NOT NULL,
    document_hash TEXT NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE INDEX custody_document ON custody (document);

CREATE TRIGGER custody_is_never_changed BEFORE UPDATE ON custody BEGIN
    SELECT RAISE(ABORT, 'lines of custody are only ever added');
END;

CREATE TRIGGER custody_is_never_removed BEFORE DELETE ON custody BEGIN
    SELECT RAISE(ABORT, 'lines of custody are only ever added');
END;

CREATE TABLE reading (
    document INTEGER PRIMARY KEY REFERENCES document (number),
    reader TEXT NOT NULL,
    language TEXT,
    published TEXT,
    publisher TEXT
);

CREATE TABLE claim (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES reading (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    event TEXT NOT NULL,
    factuality TEXT NOT NULL,
    tense TEXT NOT NULL,
    UNIQUE (document, position)
);

CREATE TABLE evidence (
    id INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    UNIQUE (claim, position)
);

CREATE TABLE role (
    id INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    value JSON,
    resolved TEXT,
    UNIQUE (claim, position)
);

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    resolved TEXT,
    UNIQUE (claim, position)
);

CREATE TABLE reason (
    id INTEGER PRIMARY KEY,
    claim INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    rule TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    UNIQUE (claim, position)
);

CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES reading (document) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    UNIQUE (document, position)
);

CREATE TABLE mention (
    id INTEGER PRIMARY KEY,
    entity INTEGER NOT NULL REFERENCES entity (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,
    UNIQUE (entity, position)
);

-- Findings are worked out from the readings: they go when a reading they rest on is replaced.
CREATE TABLE finding (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    event TEXT NOT NULL,
    status TEXT NOT NULL,
    independent_origins INTEGER NOT NULL
);

CREATE TABLE finding_claim (
    finding INTEGER NOT NULL REFERENCES finding (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim (id),
    PRIMARY KEY (finding, position)
);

CREATE INDEX finding_claim_claim ON finding_claim (claim);

CREATE TABLE finding_link (
    finding INTEGER NOT NULL REFERENCES finding (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    linked TEXT NOT NULL,
    PRIMARY KEY (finding, position)
);

CREATE TABLE origin (
    id INTEGER PRIMARY KEY,
    finding INTEGER NOT NULL REFERENCES finding (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    independent BOOLEAN NOT NULL,
    reading TEXT NOT NULL,
    UNIQUE (finding, position)
);

CREATE TABLE origin_claim (
    origin INTEGER NOT NULL REFERENCES origin (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim (id),
    PRIMARY KEY (origin, position)
);

CREATE INDEX origin_claim_claim ON origin_claim (claim);

CREATE TABLE disagreement (
    id INTEGER PRIMARY KEY,
    finding INTEGER NOT NULL REFERENCES finding (number) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    "on" TEXT NOT NULL,
    UNIQUE (finding, position)
);

CREATE TABLE side (
    disagreement INTEGER NOT NULL REFERENCES disagreement (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    claim INTEGER NOT NULL REFERENCES claim (id),
    says TEXT NOT NULL,
    quote TEXT NOT NULL,
    PRIMARY KEY (disagreement, position)
);

CREATE INDEX side_claim ON side (claim);

-- made_by: what made the findings of the readings as they are now; NULL when a reading is newer.
CREATE TABLE weighed (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    made_by TEXT
);

INSERT INTO weighed (only_row, made_by) VALUES (1, NULL);

-- Search. Words without their diacritics; runs of three characters for scripts without spaces,
-- where recoupe/case/documents.py adds the rows.
CREATE VIRTUAL TABLE document_words USING fts5(
    title, text, content='document', content_rowid='number',
    tokenize="unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE document_runs USING fts5(
    title, text, content='document', content_rowid='number', tokenize='trigram'
);

CREATE VIRTUAL TABLE quote_words USING fts5(
    quote, content='evidence', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);

CREATE VIRTUAL TABLE name_words USING fts5(
    name, content='entity', content_rowid='id', tokenize="unicode61 remove_diacritics 2"
);

CREATE TRIGGER document_is_searched AFTER INSERT ON document BEGIN
    INSERT INTO document_words (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

CREATE TRIGGER quote_is_searched AFTER INSERT ON evidence BEGIN
    INSERT INTO quote_words (rowid, quote) VALUES (new.id, new.quote);
END;

CREATE TRIGGER quote_is_forgotten AFTER DELETE ON evidence BEGIN
    INSERT INTO quote_words (quote_words, rowid, quote) VALUES ('delete', old.id, old.quote);
END;

CREATE TRIGGER name_is_searched AFTER INSERT ON entity BEGIN
    INSERT INTO name_words (rowid, name) VALUES (new.id, new.name);
END;

CREATE TRIGGER name_is_forgotten AFTER DELETE ON entity BEGIN
    INSERT INTO name_words (name_words, rowid, name) VALUES ('delete', old.id, old.name);
END;

-- A claim with what its quotes are shown with; the views below are for people with any SQLite browser.
CREATE VIEW told AS
SELECT
    claim.id,
    claim.document,
    document.id || ':' || claim.position AS claim,
    claim.event,
    claim.factuality,
    claim.tense,
    coalesce(
        (
            SELECT group_concat(name, ' → ')
            FROM (
                SELECT coalesce(resolved, quote) AS name
                FROM source WHERE source.claim = claim.id ORDER BY position
            )
        ),
        'the document itself'
    ) AS source_chain,
    document.publisher,
    document.published AS date,
    document.title,
    document.language,
    (
        SELECT address FROM custody WHERE custody.document = document.number ORDER BY line LIMIT 1
    ) AS address
FROM claim
JOIN document ON document.number = claim.document
ORDER BY claim.document, claim.position;

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
    publisher,
    date,
    title,
    language,
    address
FROM told;

CREATE VIEW quotes AS
SELECT
    evidence.quote,
    told.source_chain AS "source chain",
    told.publisher,
    told.date,
    told.event,
    told.factuality,
    told.claim,
    evidence.start,
    evidence."end",
    told.title,
    told.address
FROM told
JOIN evidence ON evidence.claim = told.id
ORDER BY told.document, told.id, evidence.position;

CREATE VIEW findings AS
SELECT
    finding.id AS finding,
    finding.event,
    finding.status,
    (
        SELECT group_concat(said, ', ')
        FROM (
            SELECT name || ' (' || reading || ')' AS said
            FROM origin WHERE origin.finding = finding.number AND reading LIKE '%+' ORDER BY position
        )
    ) AS "claimed by",
    (
        SELECT group_concat(said, ', ')
        FROM (
            SELECT name || ' (' || reading || ')' AS said
            FROM origin WHERE origin.finding = finding.number AND reading LIKE '%-' ORDER BY position
        )
    ) AS "denied by",
    (
        SELECT group_concat(name, ', ')
        FROM (
            SELECT name
            FROM origin WHERE origin.finding = finding.number AND reading = 'U' ORDER BY position
        )
    ) AS "left open by",
    finding.independent_origins AS "independent origins",
    (SELECT count(*) FROM finding_claim WHERE finding_claim.finding = finding.number) AS claims,
    (
        SELECT group_concat(told, '; ')
        FROM (
            SELECT
                "on" || ': ' || (
                    SELECT group_concat(says, ' / ')
                    FROM (
                        SELECT says FROM side
                        WHERE side.disagreement = disagreement.id ORDER BY position
                    )
                ) AS told
            FROM disagreement WHERE disagreement.finding = finding.number ORDER BY position
        )
    ) AS disagreements
FROM finding
ORDER BY finding.number;
