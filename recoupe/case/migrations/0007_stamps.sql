-- Goes up with each reading that is saved, so that no two of one document have the same.
ALTER TABLE reading ADD COLUMN version INTEGER NOT NULL DEFAULT 0;

CREATE INDEX reading_version ON reading (version);

-- stamp: equal where a finding is the same in all that it says and rests on the same readings, so
-- that what it is called need not be read out of its claims again. claims: how many it has.
ALTER TABLE finding ADD COLUMN stamp TEXT NOT NULL DEFAULT '';

ALTER TABLE finding ADD COLUMN claims INTEGER NOT NULL DEFAULT 0;

UPDATE finding SET
    stamp = 'made before 0007: ' || id,
    claims = (SELECT count(*) FROM finding_claim WHERE finding_claim.finding = finding.number);

CREATE INDEX finding_rank ON finding (independent_origins DESC, claims DESC, id);

CREATE INDEX finding_status ON finding (status, independent_origins DESC, claims DESC, id);

-- How many documents nothing has read, by language, without going through their texts.
CREATE INDEX document_language ON document (language);
