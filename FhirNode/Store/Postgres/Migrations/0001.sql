-- Interned strings (resource types, search parameters, code systems): rows of the index carry small integers. Rows are
-- added under a lock of the table, so a reader that knows all up to an id has missed none.
CREATE TABLE symbol (
    id   integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text text COLLATE "C" NOT NULL UNIQUE
);

-- What this database is made with: 'index' names the rules that the index tables follow.
CREATE TABLE setting (
    name  text COLLATE "C" PRIMARY KEY,
    value text NOT NULL
);

-- One row. Whoever commits holds its lock from before the numbers are given until the commit is visible: vid is the
-- order in which readers see commits, and time does not go back, whichever process wrote. It keeps room for its own updates.
CREATE TABLE commit_clock (
    id      integer PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    vid     bigint NOT NULL,
    updated bigint NOT NULL
) WITH (fillfactor = 10);
INSERT INTO commit_clock (vid, updated) VALUES (0, 0);

-- One row for each (type, id) that was ever used; rid is the vid of its first version and orders matches of a search.
CREATE TABLE resource (
    rid     bigint  PRIMARY KEY,
    version bigint  NOT NULL,
    vid     bigint  NOT NULL,
    updated bigint  NOT NULL,
    type    integer NOT NULL,
    deleted integer NOT NULL,
    id      text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX resource_id ON resource (type, id);
CREATE INDEX resource_type ON resource (type, rid) WHERE deleted = 0;
CREATE INDEX resource_updated ON resource (type, updated) WHERE deleted = 0;

-- Every version, the current one included; vid is the order of commits. A null body is a deletion. Bodies stay in
-- their row up to a page's size, where they cost neither compression nor a second read.
CREATE TABLE version (
    vid     bigint  PRIMARY KEY,
    rid     bigint  NOT NULL,
    version bigint  NOT NULL,
    updated bigint  NOT NULL,
    type    integer NOT NULL,
    method  integer NOT NULL,
    body    bytea
) WITH (toast_tuple_target = 8160);
CREATE UNIQUE INDEX version_of ON version (rid, version);
CREATE INDEX version_type ON version (type, vid);

-- The index of current resources. param is the symbol of "Type.code"; the keys begin with what a search fixes.
CREATE TABLE token_index (
    param integer NOT NULL, system integer NOT NULL, rid bigint NOT NULL, code text COLLATE "C" NOT NULL
);
CREATE INDEX token_key ON token_index (param, code, rid, system);

CREATE TABLE string_index (
    param integer NOT NULL, rid bigint NOT NULL, folded text COLLATE "C" NOT NULL, exact text COLLATE "C" NOT NULL
);
CREATE INDEX string_key ON string_index (param, folded, rid);
CREATE INDEX string_of ON string_index (rid, param);

CREATE TABLE reference_index (
    param integer NOT NULL, type integer NOT NULL, rid bigint NOT NULL, target text COLLATE "C" NOT NULL
);
CREATE INDEX reference_key ON reference_index (param, target, rid, type);
CREATE INDEX reference_of ON reference_index (rid, param);

CREATE TABLE date_index (
    param integer NOT NULL, low bigint NOT NULL, high bigint NOT NULL, rid bigint NOT NULL
);
CREATE INDEX date_key ON date_index (param, low, high, rid);
CREATE INDEX date_of ON date_index (rid, param);

CREATE TABLE number_index (
    param integer NOT NULL, low double precision NOT NULL, high double precision NOT NULL, rid bigint NOT NULL
);
CREATE INDEX number_key ON number_index (param, low, high, rid);
CREATE INDEX number_of ON number_index (rid, param);

CREATE TABLE quantity_index (
    param integer NOT NULL, system integer NOT NULL, low double precision NOT NULL, high double precision NOT NULL,
    rid bigint NOT NULL, code text COLLATE "C" NOT NULL
);
CREATE INDEX quantity_key ON quantity_index (param, low, high, code, system, rid);
CREATE INDEX quantity_of ON quantity_index (rid, param);

CREATE TABLE uri_index (
    param integer NOT NULL, rid bigint NOT NULL, value text COLLATE "C" NOT NULL
);
CREATE INDEX uri_key ON uri_index (param, value, rid);

-- Composite parameters: a row for each element that holds the parts. A part of type token, string or reference takes
-- the next of (text, symbol), (text2, symbol2); a date, in milliseconds, the next of (low, high), (low2, high2); a
-- quantity one of both.
CREATE TABLE composite_index (
    param integer NOT NULL, symbol integer NOT NULL, symbol2 integer NOT NULL, rid bigint NOT NULL,
    low double precision NOT NULL, high double precision NOT NULL,
    low2 double precision NOT NULL, high2 double precision NOT NULL,
    text text COLLATE "C" NOT NULL, text2 text COLLATE "C" NOT NULL
);
CREATE INDEX composite_key ON composite_index (param, text, low, high, text2, rid);
