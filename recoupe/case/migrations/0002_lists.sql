-- Lists of sanctions. A version is one published file, kept under its hash among the originals;
-- it was in force from the day it was published until the next version of its source was.
CREATE TABLE list_version (
    number INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    hash TEXT NOT NULL,
    format TEXT NOT NULL,
    published TEXT NOT NULL,
    originals JSON NOT NULL,
    added TEXT NOT NULL,
    entries INTEGER NOT NULL,
    left_out JSON NOT NULL,
    UNIQUE (source, hash)
);

CREATE INDEX list_version_published ON list_version (source, published);

CREATE TRIGGER list_version_never_changes BEFORE UPDATE OF source, hash, published ON list_version
BEGIN
    SELECT RAISE(ABORT, 'a version of a list never changes once it is in the case');
END;

-- An entry in exactly these words; the versions that have it so are in list_presence.
-- id: as the list numbers it. body: the entry as JSON; hash: SHA-256 of it.
CREATE TABLE list_entry (
    number INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    id TEXT NOT NULL,
    hash TEXT NOT NULL,
    schema TEXT NOT NULL,
    name TEXT NOT NULL,
    body JSON NOT NULL,
    UNIQUE (source, hash)
);

CREATE INDEX list_entry_id ON list_entry (source, id);

CREATE TABLE list_presence (
    version INTEGER NOT NULL REFERENCES list_version (number) ON DELETE CASCADE,
    entry INTEGER NOT NULL REFERENCES list_entry (number),
    PRIMARY KEY (version, entry)
) WITHOUT ROWID;

CREATE INDEX list_presence_entry ON list_presence (entry);

-- For people with any SQLite browser: each version with the days on which it was in force.
CREATE VIEW lists AS
SELECT
    source,
    published AS "in force from",
    lead(published) OVER (PARTITION BY source ORDER BY published, number) AS "until",
    entries,
    format,
    hash
FROM list_version
ORDER BY source, published, number;
