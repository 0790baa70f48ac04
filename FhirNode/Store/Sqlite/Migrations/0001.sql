-- Interned strings (resource types, search parameters, code systems): rows of the index carry small integers.
CREATE TABLE symbol (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
);

-- What this file is made with: 'index' names the rules that the index tables follow.
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- One row for each (type, id) that was ever used; the rowid orders matches of a search.
CREATE TABLE resource (
    rid     INTEGER PRIMARY KEY,
    type    INTEGER NOT NULL,
    id      TEXT    NOT NULL,
    version INTEGER NOT NULL,
    vid     INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    deleted INTEGER NOT NULL
);
CREATE UNIQUE INDEX resource_id ON resource (type, id);
CREATE INDEX resource_type ON resource (type) WHERE deleted = 0;
CREATE INDEX resource_updated ON resource (type, updated) WHERE deleted = 0;

-- Every version, the current one included; vid is the order of commits. A null body is a deletion.
CREATE TABLE version (
    vid     INTEGER PRIMARY KEY,
    rid     INTEGER NOT NULL,
    type    INTEGER NOT NULL,
    version INTEGER NOT NULL,
    method  INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    body    BLOB
);
CREATE UNIQUE INDEX version_of ON version (rid, version);
CREATE INDEX version_type ON version (type);

-- The index of current resources. param is the symbol of "Type.code"; the keys begin with what a search fixes.
-- A row is found again by extracting the old body once more, so no second index by rid is paid for.
CREATE TABLE token_index (
    param INTEGER NOT NULL, code TEXT NOT NULL, rid INTEGER NOT NULL, system INTEGER NOT NULL,
    PRIMARY KEY (param, code, rid, system)
) WITHOUT ROWID;
CREATE TABLE string_index (
    param INTEGER NOT NULL, folded TEXT NOT NULL, rid INTEGER NOT NULL, exact TEXT NOT NULL,
    PRIMARY KEY (param, folded, rid, exact)
) WITHOUT ROWID;
CREATE TABLE reference_index (
    param INTEGER NOT NULL, target TEXT NOT NULL, rid INTEGER NOT NULL, type INTEGER NOT NULL,
    PRIMARY KEY (param, target, rid, type)
) WITHOUT ROWID;
CREATE TABLE date_index (
    param INTEGER NOT NULL, low INTEGER NOT NULL, high INTEGER NOT NULL, rid INTEGER NOT NULL,
    PRIMARY KEY (param, low, high, rid)
) WITHOUT ROWID;
CREATE TABLE number_index (
    param INTEGER NOT NULL, low REAL NOT NULL, high REAL NOT NULL, rid INTEGER NOT NULL,
    PRIMARY KEY (param, low, high, rid)
) WITHOUT ROWID;
CREATE TABLE quantity_index (
    param INTEGER NOT NULL, low REAL NOT NULL, high REAL NOT NULL, code TEXT NOT NULL, system INTEGER NOT NULL, rid INTEGER NOT NULL,
    PRIMARY KEY (param, low, high, code, system, rid)
) WITHOUT ROWID;
CREATE TABLE uri_index (
    param INTEGER NOT NULL, value TEXT NOT NULL, rid INTEGER NOT NULL,
    PRIMARY KEY (param, value, rid)
) WITHOUT ROWID;
