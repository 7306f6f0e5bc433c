"""The tables of a project file, step by step. A released step is never edited: a new one is added at the end.

position is the row's place in the article (spaced, so that a split finds room between two rows). Enumerations are
small integers, see codec.py. stamp is a hash of the source text a candidate was made for: after a split the old
candidates are out of sight, after its undo they are back. Rows of candidate, score and note outlive a joined
segment for the same reason, so there are no foreign keys.
"""

from __future__ import annotations

APPLICATION_ID = 0x54475072  # "TGPr"
SPACING = 1 << 20

_FIRST = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE segment(
  position INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  source TEXT NOT NULL,
  gap TEXT NOT NULL,
  paragraph INTEGER NOT NULL,
  kind INTEGER NOT NULL,
  level INTEGER NOT NULL,
  exclusion INTEGER NOT NULL,
  text TEXT NOT NULL,
  state INTEGER NOT NULL,
  origin INTEGER NOT NULL,
  engine TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  rejected TEXT NOT NULL,
  locked INTEGER NOT NULL,
  revision INTEGER NOT NULL
);
CREATE TABLE edit(
  number INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL,
  segment TEXT NOT NULL,
  revision INTEGER NOT NULL,
  before TEXT NOT NULL,
  after TEXT NOT NULL
);
CREATE INDEX edit_by_segment ON edit(segment, number);
CREATE TABLE candidate(
  segment TEXT NOT NULL,
  stamp BLOB NOT NULL,
  rank INTEGER NOT NULL,
  engine TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY(segment, stamp, rank)
) WITHOUT ROWID;
CREATE TABLE score(
  segment TEXT PRIMARY KEY,
  revision INTEGER NOT NULL,
  divergence REAL NOT NULL,
  badness REAL NOT NULL,
  findings TEXT NOT NULL,
  signature TEXT NOT NULL,
  body TEXT NOT NULL
);
CREATE TABLE dismissal(
  key TEXT NOT NULL,
  scope TEXT NOT NULL,
  segment TEXT NOT NULL,
  author TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY(key, scope, segment)
) WITHOUT ROWID;
CREATE TABLE note(segment TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID
"""

# What each engine signature was asked already, so that proposing goes on where it stopped.
_SECOND = """
CREATE TABLE proposed(
  segment TEXT NOT NULL,
  stamp BLOB NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY(segment, stamp, signature)
) WITHOUT ROWID
"""

# Quality review: what reviewers say of segments (domain/remark.py), and the diary of their sessions, which only grows.
_THIRD = """
CREATE TABLE remark(
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  segment TEXT NOT NULL,
  body TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE event(
  number INTEGER PRIMARY KEY,
  session TEXT NOT NULL,
  at TEXT NOT NULL,
  author TEXT NOT NULL,
  kind TEXT NOT NULL,
  segment TEXT NOT NULL,
  edit INTEGER NOT NULL,
  body TEXT NOT NULL
);
CREATE INDEX event_by_kind ON event(kind, number)
"""

# The file the article came from, compressed (zlib): the English is written into its layout.
ORIGINAL = "CREATE TABLE original(format TEXT NOT NULL, name TEXT NOT NULL, body BLOB NOT NULL)"
MIGRATIONS: tuple[str, ...] = (_FIRST, _SECOND, _THIRD, ORIGINAL)
