-- The register, schema 1. A migration is never edited once it has been released; the next one gets the next number.

-- Whose file this is: the subject under which the office keeps its settings, and the name of its chain.
CREATE TABLE meta (
  one    INTEGER PRIMARY KEY CHECK (one = 1),
  office BLOB NOT NULL CHECK (length(office) = 16)
) STRICT;

-- Everything that ever happened. `row` and `version` are local to this file; the rest is covered by `hash`.
CREATE TABLE fact (
  row        INTEGER PRIMARY KEY,
  id         BLOB    NOT NULL CHECK (length(id) = 16),
  office     BLOB    NOT NULL CHECK (length(office) = 16),
  office_seq INTEGER NOT NULL CHECK (office_seq > 0),
  sort       TEXT    NOT NULL,
  subject    BLOB    NOT NULL CHECK (length(subject) = 16),
  version    INTEGER NOT NULL CHECK (version > 0),
  time       TEXT    NOT NULL,
  who        TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  v          INTEGER NOT NULL,
  body       TEXT    NOT NULL,
  prev       BLOB    NOT NULL CHECK (length(prev) = 32),
  hash       BLOB    NOT NULL CHECK (length(hash) = 32),
  UNIQUE (office, office_seq),
  UNIQUE (subject, version)
) STRICT;

-- A fact follows the newest one of its office and of its subject, and takes no other's place. FAIL, not ABORT: nothing
-- has been written yet, and SQLite keeps no journal of the statement to undo it by.
CREATE TRIGGER fact_follows BEFORE INSERT ON fact
WHEN NEW.office_seq IS NOT 1 + coalesce((SELECT max(office_seq) FROM fact WHERE office = NEW.office), 0)
  OR NEW.version IS NOT 1 + coalesce((SELECT max(version) FROM fact WHERE subject = NEW.subject), 0)
  OR NEW.prev IS NOT coalesce(
       (SELECT hash FROM fact WHERE office = NEW.office ORDER BY office_seq DESC LIMIT 1), zeroblob(32))
  OR EXISTS (SELECT 1 FROM fact WHERE row = NEW.row)
BEGIN
  SELECT RAISE(FAIL, 'a fact follows the newest one');
END;

-- A number that a fact gave is given by no other.
CREATE UNIQUE INDEX fact_number ON fact (
  office, kind,
  iif(json_valid(body), body ->> '$.number.year', NULL),
  iif(json_valid(body), body ->> '$.number.serial', NULL)
) WHERE kind IN ('appeal.registered', 'appeal.reply_signed');

CREATE TRIGGER fact_stays BEFORE UPDATE ON fact
BEGIN
  SELECT RAISE(ABORT, 'a fact is never changed');
END;

CREATE TRIGGER fact_remains BEFORE DELETE ON fact
BEGIN
  SELECT RAISE(ABORT, 'a fact is never deleted');
END;

-- The personal values of a fact: {JSON pointer: {salt, value}}, or {erased_by} after a lawful erasure. Deferred, or each
-- fact would be written with a journal of its statement.
CREATE TABLE side (
  fact  INTEGER PRIMARY KEY REFERENCES fact (row) DEFERRABLE INITIALLY DEFERRED,
  cells TEXT NOT NULL
) STRICT;

CREATE TRIGGER side_remains BEFORE DELETE ON side
BEGIN
  SELECT RAISE(ABORT, 'personal values are erased, not deleted');
END;

-- Gapless numbers: `first` is where the office began the year's series, `next` the one to be given.
CREATE TABLE counter (
  office BLOB    NOT NULL CHECK (length(office) = 16),
  series TEXT    NOT NULL,
  year   INTEGER NOT NULL,
  first  INTEGER NOT NULL CHECK (first > 0),
  next   INTEGER NOT NULL CHECK (next >= first),
  PRIMARY KEY (office, series, year)
) STRICT, WITHOUT ROWID;

-- Which appeal a sender's own id became, so that a second sending is the same appeal.
CREATE TABLE request (
  id     BLOB PRIMARY KEY CHECK (length(id) = 16),
  appeal BLOB NOT NULL CHECK (length(appeal) = 16)
) STRICT, WITHOUT ROWID;

-- Below: tables read from the facts. Each row is a function of its subject's facts, and can be made again.

CREATE TABLE appeal (
  row          INTEGER PRIMARY KEY,
  id           BLOB    NOT NULL UNIQUE CHECK (length(id) = 16),
  version      INTEGER NOT NULL,
  number       TEXT    NOT NULL,
  serial       INTEGER NOT NULL,
  year         INTEGER NOT NULL,
  channel      TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  topic        TEXT,
  stage        TEXT    NOT NULL,
  outcome      TEXT,
  registered   TEXT    NOT NULL,
  received     TEXT    NOT NULL,
  due          TEXT    NOT NULL,
  queue_due    TEXT    NOT NULL,
  provisional  INTEGER NOT NULL,
  intake       TEXT    NOT NULL,
  unit         TEXT,
  executor     TEXT,
  client_sort  TEXT    NOT NULL,
  client       TEXT,
  gist         TEXT,
  closed_on    TEXT,
  unsent_since TEXT,
  keys         TEXT    NOT NULL
) STRICT;

-- The queues: all that a count or a filter asks stands in the index, so that only the shown rows are fetched.
CREATE INDEX appeal_open ON appeal (queue_due, row, due, stage, unit, executor, unsent_since, closed_on)
WHERE closed_on IS NULL;

-- What an appeal is found by: `n:` names, `a:` accounts, `p:` telephones and `t:` their tails,
-- `x:` numbers and `s:` serials, both backwards.
CREATE TABLE search (
  key    TEXT    NOT NULL,
  appeal INTEGER NOT NULL REFERENCES appeal (row),
  PRIMARY KEY (key, appeal)
) STRICT, WITHOUT ROWID;

CREATE TABLE visit (
  id      BLOB PRIMARY KEY CHECK (length(id) = 16),
  version INTEGER NOT NULL,
  unit    TEXT NOT NULL,
  clerk   TEXT NOT NULL,
  started TEXT NOT NULL,
  ended   TEXT,
  newer   INTEGER NOT NULL CHECK (newer IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX visit_going_on ON visit (clerk) WHERE ended IS NULL;
