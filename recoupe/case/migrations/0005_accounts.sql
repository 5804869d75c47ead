-- Who may open the case beyond the machine that it lies on. key: the name as it is compared;
-- password: its hash in the PHC string format (Argon2id).
CREATE TABLE account (
    key TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    password TEXT NOT NULL
) WITHOUT ROWID;

-- What was done at the case beside captures and decisions. author: NULL where nobody knows who it
-- was; about: JSON, words; hash: SHA-256 of the line with the hash of the line before.
CREATE TABLE act (
    number INTEGER PRIMARY KEY,
    made TEXT NOT NULL,
    author TEXT,
    did TEXT NOT NULL,
    about JSON NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE TRIGGER act_is_never_changed BEFORE UPDATE ON act BEGIN
    SELECT RAISE(ABORT, 'what was done stays in the journal');
END;

CREATE TRIGGER act_is_never_removed BEFORE DELETE ON act BEGIN
    SELECT RAISE(ABORT, 'what was done stays in the journal');
END;

-- Findings are asked for by the dates that their claims give.
CREATE INDEX role_date ON role (value, claim) WHERE name = 'date';
