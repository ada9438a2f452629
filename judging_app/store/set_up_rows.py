"""What is fixed before scoring, in the tables: teams, people, rubric and panel."""

from collections.abc import Iterator, Mapping

from sqlite_utils import Database

from judging_app.domain.acts import AddJudge, ChangeSetUp, ProveNames, SetUp
from judging_app.domain.ids import JudgeId
from judging_app.domain.journal import Entry
from judging_app.domain.panel import Judge
from judging_app.domain.people import Challenge, Mentor, Organisation, Participant, Team, Visit
from judging_app.domain.roles import Actor, Role
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.set_up.rows import KINDS, Placed, SetupChange, SetupRows, parts, setup_rows
from judging_app.domain.setup import Setup
from judging_app.store.apply import apply_act
from judging_app.store.rows import cells, delete, insert, insert_in_order, read, update


def setup(db: Database) -> Setup:
    """Everything that is fixed before scoring."""
    return Setup(
        organisations=read(db, Organisation, "SELECT * FROM organisation ORDER BY position"),
        teams=read(db, Team, "SELECT * FROM team ORDER BY position"),
        participants=read(db, Participant, "SELECT * FROM participant ORDER BY position"),
        challenges=read(db, Challenge, "SELECT * FROM challenge ORDER BY position"),
        visits=read(db, Visit, "SELECT * FROM visit ORDER BY position"),
        rubric=Rubric(read(db, Criterion, "SELECT * FROM criterion ORDER BY position")),
        judges=read(db, Judge, "SELECT * FROM judge ORDER BY position"),
        mentors=read(db, Mentor, "SELECT * FROM mentor ORDER BY position"),
    )


def placed(db: Database) -> SetupRows:
    """All of it, each row with its place."""
    now = setup(db)
    return setup_rows({kind: tuple(_with_places(db, kind, now)) for kind in KINDS})


def named_elsewhere(db: Database) -> Mapping[str, frozenset[str]]:
    """For each kind, the ids of the rows that something beside the set-up refers to.

    A run order isn't among it: a team that goes takes its slot along.
    """
    kinds = {table: kind for kind, table in _TABLE_OF.items()}
    found: dict[str, set[str]] = {kind: set() for kind in KINDS}
    references = db.execute(
        'SELECT one.name, part."table", part."from" FROM sqlite_schema AS one,'
        " pragma_foreign_key_list(one.name) AS part WHERE one.type = 'table' ORDER BY 1, 2, 3"
    ).fetchall()
    for table, of, column in references:
        if of in kinds and table not in (*kinds, "slot"):
            ids = db.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} IS NOT NULL")  # noqa: S608 - our own names
            found[kinds[of]].update(row[0] for row in ids.fetchall())
    return {kind: frozenset(ids) for kind, ids in found.items()}


@apply_act.register
def _set_up(act: SetUp, db: Database, _entry: Entry) -> None:
    tables = _tables(act.setup)
    for table in reversed(tables):
        delete(db, table)
    for table, values in tables.items():
        insert_in_order(db, table, map(cells, values))


@apply_act.register
def _change_set_up(act: ChangeSetUp, db: Database, _entry: Entry) -> None:
    change = SetupChange(act.before, act.after)
    before, after = act.before.by_kind(), act.after.by_kind()
    for kind, table in _TABLE_OF.items():
        for key in before[kind]:
            _set_aside(db, table, key)
    for kind, table in _TABLE_OF.items():
        for key, (place, one) in after[kind].items():
            write = update if key in before[kind] else insert
            write(db, table, {"position": place, **cells(one)})
    for kind, table in reversed(_TABLE_OF.items()):
        for was, now in change.rows(kind):
            if was is not None and now is None:
                _take_along(db, table, str(was.id))
                delete(db, table, id=str(was.id))


def _set_aside(db: Database, table: str, key: str) -> None:
    """Leave a row's name and place free, for rows that change them among each other."""
    named = {"name": f"\x01{key}"} if table in ("organisation", "team") else {}
    (place,) = db.execute(f"SELECT position FROM {table} WHERE id = ?", [key]).fetchone()  # noqa: S608 - our own table names
    update(db, table, {"id": key, "position": -place, **named})


def _take_along(db: Database, table: str, key: str) -> None:
    """Delete what means nothing without a row: a team's slot, a judge's PIN."""
    if table == "team":
        delete(db, "slot", team=key)
    elif table == "judge":
        delete(db, "sign_in", holder=Actor(Role.JUDGE, JudgeId(key)).key)


@apply_act.register
def _add_judge(act: AddJudge, db: Database, _entry: Entry) -> None:
    (position,) = db.execute("SELECT coalesce(max(position), 0) + 1 FROM judge").fetchone()
    insert(db, "judge", {"position": position, **cells(act.judge)})


@apply_act.register
def _prove_names(act: ProveNames, db: Database, _entry: Entry) -> None:
    for one in act.names:
        update(db, one.of.value, {"id": one.id, "said": one.said})


def _with_places(db: Database, kind: str, now: Setup) -> Iterator[Placed]:
    places = db.execute(f"SELECT position FROM {_TABLE_OF[kind]} ORDER BY position").fetchall()  # noqa: S608 - our own table names
    for (place,), one in zip(places, parts(now, kind), strict=True):
        yield place, one


_TABLE_OF = {
    "organisations": "organisation",
    "teams": "team",
    "participants": "participant",
    "challenges": "challenge",
    "visits": "visit",
    "criteria": "criterion",
    "judges": "judge",
    "mentors": "mentor",
}
"""The table of each kind of row, one that others refer to before them."""


def _tables(setup: Setup) -> dict[str, tuple[object, ...]]:
    """What each table holds, in the order of `_TABLE_OF`."""
    return {table: parts(setup, kind) for kind, table in _TABLE_OF.items()}
