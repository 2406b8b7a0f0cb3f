-- Schema 2: outgoing numbers of finals and requests; what lists ask of call-backs, grounds, requests, clients and book
-- entries; consultations.

-- The kinds of an index stand with OR: for a list after IN, SQLite would build a table of its own at every fact written.

-- A number of a series is given once, by whatever kind of fact.
DROP INDEX fact_number;
CREATE UNIQUE INDEX fact_number ON fact (
  office, iif(kind = 'appeal.registered', 'appeal', 'outgoing'),
  iif(json_valid(body), body ->> '$.number.year', NULL),
  iif(json_valid(body), body ->> '$.number.serial', NULL)
)
WHERE kind = 'appeal.registered' OR kind = 'appeal.reply_signed' OR kind = 'appeal.reply_finalised'
   OR kind = 'appeal.requested';

-- Outgoing numbers by their text: a typed one is looked for among all that stand on letters.
CREATE INDEX fact_outgoing ON fact (iif(json_valid(body), body ->> '$.number.text', NULL))
WHERE kind = 'appeal.reply_signed' OR kind = 'appeal.reply_finalised' OR kind = 'appeal.requested';

-- What was moved over from a paper journal: an entry is moved once.
CREATE INDEX fact_paper ON fact (
  iif(json_valid(body), body ->> '$.paper.number', NULL), iif(json_valid(body), body ->> '$.paper.on', NULL)
) WHERE kind = 'appeal.registered' AND iif(json_valid(body), body ->> '$.paper.number', NULL) IS NOT NULL;

ALTER TABLE appeal ADD COLUMN client_id BLOB CHECK (length(client_id) = 16);
ALTER TABLE appeal ADD COLUMN ground TEXT;
ALTER TABLE appeal ADD COLUMN ground_stage TEXT;
ALTER TABLE appeal ADD COLUMN call_back TEXT;
ALTER TABLE appeal ADD COLUMN request_due TEXT;
ALTER TABLE appeal ADD COLUMN helpers TEXT;
ALTER TABLE appeal ADD COLUMN unsigned_by TEXT;
ALTER TABLE appeal ADD COLUMN book TEXT;
ALTER TABLE appeal ADD COLUMN book_entry INTEGER;
UPDATE appeal SET client_id = id;

DROP INDEX appeal_open;
CREATE INDEX appeal_open ON appeal (
  queue_due, row, due, stage, unit, executor, unsent_since, closed_on, ground_stage, call_back, request_due, unsigned_by,
  helpers, channel, kind, topic, id
) WHERE closed_on IS NULL;
-- The same, the newest and the oldest first.
CREATE INDEX appeal_open_row ON appeal (
  row, queue_due, due, stage, unit, executor, unsent_since, closed_on, ground_stage, call_back, request_due, unsigned_by,
  helpers, channel, kind, topic
) WHERE closed_on IS NULL;
CREATE INDEX appeal_due ON appeal (queue_due);

CREATE INDEX appeal_client ON appeal (client_id);
CREATE UNIQUE INDEX appeal_book ON appeal (book, book_entry) WHERE book IS NOT NULL AND outcome IS NOT 'annulled';

-- What an appeal is found by, with its reference looked at as the transaction ends: else each key would be written with a
-- journal of its statement.
CREATE TABLE search_2 (
  key    TEXT    NOT NULL,
  appeal INTEGER NOT NULL REFERENCES appeal (row) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (key, appeal)
) STRICT, WITHOUT ROWID;
INSERT INTO search_2 SELECT key, appeal FROM search;
DROP TABLE search;
ALTER TABLE search_2 RENAME TO search;

ALTER TABLE visit ADD COLUMN waited INTEGER;

CREATE TABLE consultation (
  id       BLOB PRIMARY KEY CHECK (length(id) = 16),
  version  INTEGER NOT NULL,
  unit     TEXT NOT NULL,
  by       TEXT NOT NULL,
  at       TEXT NOT NULL,
  day      TEXT NOT NULL,
  topic    TEXT NOT NULL,
  channel  TEXT NOT NULL,
  minutes  INTEGER,
  client   TEXT,
  visit    BLOB CHECK (length(visit) = 16),
  annulled INTEGER NOT NULL CHECK (annulled IN (0, 1)),
  newer    INTEGER NOT NULL CHECK (newer IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE INDEX consultation_day ON consultation (day);
CREATE INDEX consultation_visit ON consultation (visit) WHERE visit IS NOT NULL;

-- Kept letters that facts name, and the replies signed on a day: both are read in a batch.
CREATE INDEX fact_printed ON fact (subject) WHERE kind = 'appeal.reply_printed' OR kind = 'appeal.paper_printed';
CREATE INDEX fact_finalised ON fact (subject) WHERE kind = 'appeal.reply_finalised';
CREATE INDEX fact_signed ON fact (iif(json_valid(body), body ->> '$.on', NULL)) WHERE kind = 'appeal.reply_signed';
-- Journals: appeals by their day, what got a number on a day, letters by their date and by the day they were posted, and
-- the numbers of the post's receipts.
CREATE INDEX appeal_registered ON appeal (registered);

CREATE INDEX fact_numbered ON fact (substr(time, 1, 10))
WHERE kind = 'appeal.registered' OR kind = 'appeal.reply_signed' OR kind = 'appeal.reply_finalised'
   OR kind = 'appeal.requested';

-- Where the chain stood at the end of a day: days are walked by their ends, not by their facts.
CREATE INDEX fact_day ON fact (office, substr(time, 1, 10), office_seq);

CREATE INDEX fact_dated ON fact (iif(json_valid(body), coalesce(body ->> '$.on', body ->> '$.dated'), NULL))
WHERE kind = 'appeal.reply_signed' OR kind = 'appeal.reply_finalised' OR kind = 'appeal.requested';

CREATE INDEX fact_sent ON fact (iif(json_valid(body), body ->> '$.on', NULL)) WHERE kind = 'appeal.reply_sent';

CREATE INDEX fact_tracked ON fact (iif(json_valid(body), body ->> '$.number', NULL))
WHERE kind = 'appeal.letter_tracked';
