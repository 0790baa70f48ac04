-- Dates of more than a day, by their end: "after" asks all others by their beginning, which is then within a day of it.
CREATE INDEX date_long ON date_index (param, high) WHERE high > low + 864000000000;
