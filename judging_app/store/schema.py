"""The event file's schema, written out.

What a closed set allows is the enum's to say, on recording and on reading; the tables hold a
value to its type, its range and what it refers to. Columns are named as the fields of the value
that they hold.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the first look at a file needs the numbers alone, and soon
    from sqlite3 import Connection

    from sqlite_utils import Database

    AnyConnection = Database | Connection

APPLICATION_ID = 0x50444159
"""“PDAY”, in the file's header, so that it can be told from other SQLite files."""

VERSION = 2
"""The number of this schema, one more with each change of it: an older file is rebuilt."""


def create(db: AnyConnection) -> None:
    """Make all that `db` lacks of this version's tables, and say in its header what it is.

    A journal that is there stays as it is. The caller holds the transaction.
    """
    if not has_journal(db):
        _run(db, _JOURNAL)
    _run(db, _TABLES)
    db.execute(f"PRAGMA user_version = {VERSION}")
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")


def clear(db: Database) -> None:
    """Take away everything but the journal; nothing may enforce what tables refer to."""
    for kind, name, _ in schema_of(db):
        if name != "journal" and not name.startswith("journal_"):
            quoted = name.replace('"', '""')
            db.execute(f'DROP {kind} IF EXISTS "{quoted}"')  # a table's own went with it


def clear_all(db: Database) -> None:
    """Take away everything, the last first, so that nothing refers to what isn't there."""
    rows = db.execute(
        "SELECT type, name FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY rowid DESC"
    )
    for kind, name in rows.fetchall():
        db.execute(f'DROP {kind} IF EXISTS "{name}"')


def has_journal(db: AnyConnection) -> bool:
    """Whether there is a record already."""
    return any(part[:2] == ("table", "journal") for part in schema_of(db))


def version_of(db: Database) -> int:
    """The version that wrote `db` last."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def schema_of(db: AnyConnection) -> tuple[tuple[str, str, str], ...]:
    """Every table, index and trigger of `db` with its text, to compare two schemas by."""
    rows = db.execute(
        "SELECT type, name, coalesce(sql, '') FROM sqlite_schema"
        " WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
    )
    return tuple(rows.fetchall())


def _run(db: AnyConnection, script: str) -> None:
    """Statement by statement, for SQLite's own way with a script ends the transaction."""
    for statement in script.strip().split("\n\n"):
        db.execute(statement)


_TABLES = """
CREATE TABLE event (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    held_on TEXT CHECK (held_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    venue TEXT NOT NULL,
    phase TEXT NOT NULL,
    method TEXT NOT NULL,
    trims_by_criterion INTEGER NOT NULL CHECK (trims_by_criterion IN (0, 1)),
    board TEXT NOT NULL,
    form TEXT NOT NULL,
    scene TEXT NOT NULL,
    message TEXT NOT NULL,
    revealed INTEGER NOT NULL CHECK (revealed >= 0),
    confirmed_by TEXT NOT NULL,
    rehearsed_at TEXT,
    run_order_seed TEXT NOT NULL,
    is_rehearsal INTEGER NOT NULL CHECK (is_rehearsal IN (0, 1))
) STRICT;

-- Standings that were on the record with an act: frozen for the room (number 0), or an edition's.
CREATE TABLE kept_standing (
    edition INTEGER NOT NULL CHECK (edition >= 0),
    position INTEGER NOT NULL CHECK (position > 0),
    team TEXT NOT NULL REFERENCES team (id),
    place INTEGER CHECK (place > 0),
    is_tied INTEGER NOT NULL CHECK (is_tied IN (0, 1)),
    score TEXT,
    ballots INTEGER NOT NULL CHECK (ballots >= 0),
    expected INTEGER NOT NULL CHECK (expected >= 0),
    exclusion TEXT,
    penalty TEXT NOT NULL,
    PRIMARY KEY (edition, position)
) STRICT;

CREATE TABLE edition (
    number INTEGER PRIMARY KEY CHECK (number > 0),
    why TEXT NOT NULL,
    agreed_by TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    published_at TEXT
) STRICT;

CREATE TABLE look (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    band TEXT NOT NULL,
    accent TEXT NOT NULL,
    logo TEXT NOT NULL,
    more TEXT NOT NULL
) STRICT;

CREATE TABLE picture (
    code TEXT PRIMARY KEY,
    content TEXT NOT NULL
) STRICT;

CREATE TABLE certificate_plan (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    design TEXT NOT NULL,
    mentors TEXT NOT NULL,
    volunteers TEXT NOT NULL,
    left_out TEXT NOT NULL,
    done TEXT NOT NULL,
    out_with TEXT NOT NULL,
    out_without TEXT NOT NULL
) STRICT;

-- What is decided about a comment for a team; it counts if it is newer than the ballot.
CREATE TABLE comment_review (
    judge TEXT NOT NULL REFERENCES judge (id),
    team TEXT NOT NULL REFERENCES team (id),
    state TEXT NOT NULL,
    instead TEXT NOT NULL,
    seq INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (judge, team)
) STRICT;

CREATE TABLE clock (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    team TEXT REFERENCES team (id),
    part TEXT NOT NULL,
    allotted_s INTEGER NOT NULL CHECK (allotted_s >= 0),
    gone_ms INTEGER NOT NULL CHECK (gone_ms >= 0),
    running_since TEXT
) STRICT;

-- The planned reveal: `teams` is a JSON array of ids, `running` one of objects.
CREATE TABLE reveal_plan (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    kind TEXT NOT NULL,
    top INTEGER CHECK (top > 0),
    names_judges INTEGER NOT NULL CHECK (names_judges IN (0, 1))
) STRICT;

CREATE TABLE reveal_step (
    position INTEGER PRIMARY KEY CHECK (position > 0),
    kind TEXT NOT NULL,
    place INTEGER CHECK (place > 0),
    teams TEXT NOT NULL CHECK (teams GLOB '[[]*]'),
    award TEXT,
    part TEXT NOT NULL,
    running TEXT NOT NULL CHECK (running GLOB '[[]*]')
) STRICT;

CREATE TABLE organisation (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    other_names TEXT NOT NULL CHECK (other_names GLOB '[[]*]')
) STRICT;

CREATE TABLE team (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 200),
    said TEXT NOT NULL
) STRICT;

CREATE TABLE slot (
    position INTEGER PRIMARY KEY,
    team TEXT NOT NULL UNIQUE REFERENCES team (id),
    pitch_s INTEGER NOT NULL CHECK (pitch_s > 0),
    questions_s INTEGER NOT NULL CHECK (questions_s >= 0)
) STRICT;

-- When the day begins, in minutes after midnight; its entries and wishes are JSON.
CREATE TABLE day_plan (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    begins INTEGER CHECK (begins BETWEEN 0 AND 1439),
    doors INTEGER CHECK (doors BETWEEN 0 AND 1439),
    change_s INTEGER NOT NULL CHECK (change_s >= 0),
    entries TEXT NOT NULL CHECK (entries GLOB '[[]*]'),
    wishes TEXT NOT NULL CHECK (wishes GLOB '[[]*]')
) STRICT;

CREATE TABLE participant (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    email TEXT NOT NULL,
    sector TEXT NOT NULL,
    organisation TEXT REFERENCES organisation (id),
    role TEXT NOT NULL,
    team TEXT REFERENCES team (id),
    listed_name TEXT NOT NULL,
    said TEXT NOT NULL,
    naming TEXT NOT NULL
) STRICT;

CREATE TABLE mentor (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    office TEXT NOT NULL,
    organisation TEXT REFERENCES organisation (id),
    team TEXT REFERENCES team (id),
    said TEXT NOT NULL
) STRICT;

CREATE TABLE challenge (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL,
    owner TEXT REFERENCES organisation (id),
    team TEXT NOT NULL REFERENCES team (id)
) STRICT;

CREATE TABLE visit (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    host TEXT NOT NULL REFERENCES organisation (id),
    held_on TEXT NOT NULL,
    team TEXT NOT NULL REFERENCES team (id)
) STRICT;

-- Scores are counted in steps of their criterion; weight and step are exact fractions as text,
-- levels a JSON array of objects.
CREATE TABLE criterion (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    weight TEXT NOT NULL CHECK (weight GLOB '[0-9]*' AND weight <> '0'),
    lowest INTEGER NOT NULL,
    highest INTEGER NOT NULL CHECK (highest > 0),
    step TEXT NOT NULL CHECK (step GLOB '[0-9]*' AND step <> '0'),
    kind TEXT NOT NULL,
    is_inverted INTEGER NOT NULL CHECK (is_inverted IN (0, 1)),
    section TEXT NOT NULL,
    needs_comment INTEGER NOT NULL CHECK (needs_comment IN (0, 1)),
    levels TEXT NOT NULL CHECK (levels GLOB '[[]*]'),
    CHECK (lowest < highest)
) STRICT;

CREATE TABLE judge (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
    title TEXT NOT NULL,
    organisation TEXT REFERENCES organisation (id),
    sector TEXT NOT NULL,
    said TEXT NOT NULL
) STRICT;

CREATE TABLE conflict (
    judge TEXT NOT NULL REFERENCES judge (id),
    team TEXT NOT NULL REFERENCES team (id),
    why TEXT NOT NULL,
    decision TEXT NOT NULL,
    reason TEXT NOT NULL,
    seq INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (judge, team)
) STRICT;

CREATE TABLE ballot (
    judge TEXT NOT NULL REFERENCES judge (id),
    team TEXT NOT NULL REFERENCES team (id),
    state TEXT NOT NULL,
    for_team TEXT NOT NULL,
    for_panel TEXT NOT NULL,
    reason TEXT NOT NULL,
    keyed_by TEXT NOT NULL,
    seq INTEGER NOT NULL,
    device TEXT NOT NULL,
    PRIMARY KEY (judge, team)
) STRICT;

-- Paper sheets as they are keyed; `scores` is a JSON object of steps by criterion.
CREATE TABLE keying (
    judge TEXT NOT NULL REFERENCES judge (id),
    team TEXT NOT NULL REFERENCES team (id),
    turn INTEGER NOT NULL CHECK (turn IN (1, 2)),
    keyed_by TEXT NOT NULL,
    scores TEXT NOT NULL CHECK (scores GLOB '{*}'),
    for_team TEXT NOT NULL,
    for_panel TEXT NOT NULL,
    is_done INTEGER NOT NULL CHECK (is_done IN (0, 1)),
    PRIMARY KEY (judge, team, turn)
) STRICT;

-- What judges gave the sample pitch before the day; it counts for nothing.
CREATE TABLE calibration (
    judge TEXT NOT NULL REFERENCES judge (id),
    criterion TEXT NOT NULL REFERENCES criterion (id),
    steps INTEGER NOT NULL,
    PRIMARY KEY (judge, criterion)
) STRICT;

CREATE TABLE score (
    judge TEXT NOT NULL,
    team TEXT NOT NULL,
    criterion TEXT NOT NULL REFERENCES criterion (id),
    steps INTEGER NOT NULL,
    PRIMARY KEY (judge, team, criterion),
    FOREIGN KEY (judge, team) REFERENCES ballot (judge, team)
) STRICT;

CREATE TABLE tie_break (
    position INTEGER PRIMARY KEY,
    rule TEXT NOT NULL,
    criterion TEXT REFERENCES criterion (id)
) STRICT;

CREATE TABLE team_exclusion (
    team TEXT PRIMARY KEY REFERENCES team (id),
    exclusion TEXT NOT NULL,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE penalty (
    team TEXT PRIMARY KEY REFERENCES team (id),
    points TEXT NOT NULL CHECK (points GLOB '[0-9]*' AND points <> '0'),
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE team_points (
    team TEXT NOT NULL REFERENCES team (id),
    criterion TEXT NOT NULL REFERENCES criterion (id),
    score INTEGER NOT NULL,
    PRIMARY KEY (team, criterion)
) STRICT;

CREATE TABLE agreed_score (
    judge TEXT NOT NULL REFERENCES judge (id),
    team TEXT NOT NULL REFERENCES team (id),
    criterion TEXT NOT NULL REFERENCES criterion (id),
    before INTEGER NOT NULL,
    after INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (judge, team, criterion)
) STRICT;

-- The panel's own order: teams of one level are joint, and the reason is the decision's.
CREATE TABLE decided_order (
    team TEXT PRIMARY KEY REFERENCES team (id),
    level INTEGER NOT NULL CHECK (level > 0),
    position INTEGER NOT NULL UNIQUE,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE award (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL UNIQUE,
    title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
    kind TEXT NOT NULL,
    place INTEGER CHECK (place > 0),
    passes_over_winners INTEGER NOT NULL CHECK (passes_over_winners IN (0, 1))
) STRICT;

CREATE TABLE award_criterion (
    award TEXT NOT NULL REFERENCES award (id),
    criterion TEXT NOT NULL REFERENCES criterion (id),
    PRIMARY KEY (award, criterion)
) STRICT;

CREATE TABLE award_winner (
    award TEXT NOT NULL REFERENCES award (id),
    team TEXT NOT NULL REFERENCES team (id),
    position INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (award, team)
) STRICT;

CREATE TABLE sign_in (
    holder TEXT PRIMARY KEY,
    pin_hash TEXT NOT NULL,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    last_failure TEXT
) STRICT;

CREATE TABLE passphrase (
    only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
    passphrase_hash TEXT NOT NULL,
    failures INTEGER NOT NULL CHECK (failures >= 0),
    last_failure TEXT
) STRICT;

CREATE TRIGGER score_is_on_its_scale BEFORE INSERT ON score
WHEN NOT EXISTS (
    SELECT 1 FROM criterion
    WHERE id = new.criterion AND kind <> 'organiser'
        AND new.steps BETWEEN lowest AND highest
)
BEGIN SELECT raise(ABORT, 'score off its scale'); END;

CREATE TRIGGER score_stays_on_its_scale BEFORE UPDATE ON score
WHEN NOT EXISTS (
    SELECT 1 FROM criterion
    WHERE id = new.criterion AND kind <> 'organiser'
        AND new.steps BETWEEN lowest AND highest
)
BEGIN SELECT raise(ABORT, 'score off its scale'); END;
"""

_JOURNAL = """
-- In the order of the acts, so that the last of any number is found at once; without a rowid,
-- because INSERT OR REPLACE could take an entry out by its rowid.
CREATE TABLE journal (
    device TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    at TEXT NOT NULL,
    actor TEXT NOT NULL,
    act TEXT NOT NULL,
    subject TEXT NOT NULL,
    body TEXT NOT NULL,
    reason TEXT NOT NULL,
    salt TEXT NOT NULL,
    body_digest TEXT NOT NULL,
    previous TEXT NOT NULL,
    digest TEXT NOT NULL UNIQUE,
    PRIMARY KEY (seq, device)
) STRICT, WITHOUT ROWID;

-- What was done to one ballot, or to the clock, is asked while people wait for a screen.
CREATE INDEX journal_by_subject ON journal (subject, seq);

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_is_never_cut BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

-- INSERT OR REPLACE deletes without the trigger above, so it is refused here.
CREATE TRIGGER journal_is_never_replaced BEFORE INSERT ON journal
WHEN EXISTS (
    SELECT 1 FROM journal
    WHERE (device = new.device AND seq = new.seq) OR digest = new.digest
)
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
"""
