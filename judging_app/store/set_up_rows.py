"""What is fixed before scoring, in the tables: teams, people, rubric and panel."""

from sqlite_utils import Database

from judging_app.domain.acts import AddJudge, SetUp
from judging_app.domain.journal import Entry
from judging_app.domain.panel import Judge
from judging_app.domain.people import Challenge, Organisation, Participant, Team, Visit
from judging_app.domain.rubric import Criterion, Rubric
from judging_app.domain.setup import Setup
from judging_app.store.apply import apply_act
from judging_app.store.rows import cells, delete, insert, insert_in_order, read


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
    )


@apply_act.register
def _set_up(act: SetUp, db: Database, _entry: Entry) -> None:
    tables = _tables(act.setup)
    for table in reversed(tables):
        delete(db, table)
    for table, values in tables.items():
        insert_in_order(db, table, map(cells, values))


@apply_act.register
def _add_judge(act: AddJudge, db: Database, _entry: Entry) -> None:
    (position,) = db.execute("SELECT coalesce(max(position), 0) + 1 FROM judge").fetchone()
    insert(db, "judge", {"position": position, **cells(act.judge)})


def _tables(setup: Setup) -> dict[str, tuple[object, ...]]:
    """What each table holds, one that others refer to before them."""
    return {
        "organisation": setup.organisations,
        "team": setup.teams,
        "participant": setup.participants,
        "challenge": setup.challenges,
        "visit": setup.visits,
        "criterion": setup.rubric.criteria,
        "judge": setup.judges,
    }
