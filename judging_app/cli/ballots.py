"""`judging-app ballots`: the submitted ballots, in the form in which a folder brings them."""

from argparse import Namespace
from collections.abc import Iterable, Iterator

from judging_app.bundle.cells import csv_text, guarded
from judging_app.cli.opened import verified
from judging_app.cli.output import write_exactly
from judging_app.desk import result
from judging_app.desk.rights import Sight
from judging_app.domain.ballots import Ballot
from judging_app.domain.roles import ORGANISER
from judging_app.domain.rubric import decimal
from judging_app.domain.setup import Setup
from judging_app.intake.ballots import BALLOTS

Row = tuple[str, str, str, str]


def ballots(arguments: Namespace) -> int:
    """Print the ballots of a file that was verified first, judge by judge."""
    with verified(arguments.file, arguments.passphrase_file) as desk:
        desk.check_sight(ORGANISER, Sight.ALL_BALLOTS)
        found = result.basis(desk, is_original=not arguments.agreed).ballots
        write_exactly(csv_text([BALLOTS.required, *_rows(desk.setup(), found)]))
    return 0


def _rows(setup: Setup, ballots: Iterable[Ballot]) -> Iterator[Row]:
    """A row to each score, in points."""
    names = {team.id: team.name for team in setup.teams}
    for ballot in ballots:
        if ballot.counts:
            for one in setup.rubric.judged:
                score = decimal(one.in_points(ballot.scores[one.id]))
                team = guarded(names[ballot.team])
                yield guarded(ballot.judge), team, guarded(one.id), score
