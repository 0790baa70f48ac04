-- Keys that serve once (ids of client assertions), until they expire; expires in milliseconds since 1970.
CREATE TABLE used_key (
    key     TEXT PRIMARY KEY,
    expires INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX used_key_expires ON used_key (expires);
