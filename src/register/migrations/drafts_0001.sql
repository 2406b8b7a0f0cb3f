-- The file of drafts, schema 1.

CREATE TABLE draft (
  id      BLOB PRIMARY KEY CHECK (length(id) = 16),
  form    TEXT NOT NULL,
  person  TEXT NOT NULL,
  updated TEXT NOT NULL,
  label   TEXT NOT NULL,
  body    TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Written to when the drafts before it are to be brought to the disk.
CREATE TABLE settled (
  one   INTEGER PRIMARY KEY CHECK (one = 1),
  times INTEGER NOT NULL
) STRICT;
INSERT INTO settled (one, times) VALUES (1, 0);
