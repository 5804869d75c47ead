-- Who brought a document in; NULL in lines that an older Recoupe wrote, whose hashes are without it.
ALTER TABLE custody ADD COLUMN author TEXT;
