-- Full text, where it is switched on: the words of a resource under its rid, as the program found them, without the text.
CREATE VIRTUAL TABLE narrative_index USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE VIRTUAL TABLE content_index USING fts5 (words, content = '', contentless_delete = 1, tokenize = 'ascii');
