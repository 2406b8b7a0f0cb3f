-- The file of drafts, schema 2: letters that a printer did not take, and the printers of this desk.

CREATE TABLE unprinted (
  appeal  BLOB NOT NULL CHECK (length(appeal) = 16),
  paper   TEXT NOT NULL,
  number  TEXT NOT NULL,
  printer TEXT,
  why     TEXT NOT NULL,
  failed  TEXT NOT NULL,
  PRIMARY KEY (appeal, paper)
) STRICT, WITHOUT ROWID;

-- An empty name is the system's default printer.
CREATE TABLE printer (
  name  TEXT PRIMARY KEY,
  takes TEXT NOT NULL,
  used  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
