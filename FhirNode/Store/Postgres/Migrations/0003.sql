-- Full text, where it is switched on: the words of a resource, as the program found them.
CREATE TABLE narrative_index (
    param integer NOT NULL, rid bigint NOT NULL, words text COLLATE "C" NOT NULL
);
CREATE INDEX narrative_of ON narrative_index (rid);
CREATE INDEX narrative_words ON narrative_index USING gin (to_tsvector('simple'::regconfig, words));

CREATE TABLE content_index (
    param integer NOT NULL, rid bigint NOT NULL, words text COLLATE "C" NOT NULL
);
CREATE INDEX content_of ON content_index (rid);
CREATE INDEX content_words ON content_index USING gin (to_tsvector('simple'::regconfig, words));
