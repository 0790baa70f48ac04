-- Composite parameters: a row for each element that holds the parts. A part of type token, string or reference takes
-- the next of (text, symbol), (text2, symbol2); a date, in milliseconds, the next of (low, high), (low2, high2); a
-- quantity one of both.
CREATE TABLE composite_index (
    param INTEGER NOT NULL, text TEXT NOT NULL, symbol INTEGER NOT NULL, low REAL NOT NULL, high REAL NOT NULL,
    text2 TEXT NOT NULL, symbol2 INTEGER NOT NULL, low2 REAL NOT NULL, high2 REAL NOT NULL, rid INTEGER NOT NULL,
    PRIMARY KEY (param, text, low, high, text2, rid, symbol, symbol2, low2, high2)
) WITHOUT ROWID;

-- From a resource to its values: chains, sorting and conditions on a few candidates follow them. New resources have
-- the greatest rid, so these grow at their end.
CREATE INDEX reference_of ON reference_index (rid, param);
CREATE INDEX date_of ON date_index (rid, param);
CREATE INDEX string_of ON string_index (rid, param);
CREATE INDEX number_of ON number_index (rid, param);
CREATE INDEX quantity_of ON quantity_index (rid, param);
