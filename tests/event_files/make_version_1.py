"""Makes the saved file of version 1; run once, when that version was released.

A file of a released version is never made anew: it is there to show that what was saved with
that version still opens and says the same.
"""

import shutil
import tempfile
from pathlib import Path

from judging_app.desk import ballots, conflicts, events, projector, scoring, sign_in
from judging_app.domain.event import Board, Scene
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER
from tests.desk.small_event import (
    ADA,
    BO,
    HERON,
    IMPACT,
    J1,
    J2,
    J3,
    LANTERN,
    PERCH,
    PINS,
    Clock,
    make_small_event,
    submit_wholly,
)


def main() -> None:
    """Live through a day that touches every table, and keep its file beside this page."""
    target = Path(__file__).with_name("version 1.pitchday")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / target.name
        make_small_event(path)
        _live(path)
        shutil.copyfile(path, target)


def _live(path: Path) -> None:
    clock = Clock()
    desk = events.open_event(path, clock)
    conflicts.declare(desk, BO, J2, PERCH, "Mentored the team.")
    conflicts.decide(desk, ORGANISER, J2, PERCH, ConflictDecision.RECUSED, "Too close.")
    scoring.open_scoring(desk, HOST)
    clock.pass_s(600)
    sign_in.sign_in(desk, ADA, PINS[ADA])
    submit_wholly(desk, J1, LANTERN, impact=9, delivery=9)
    submit_wholly(desk, J2, LANTERN, impact=8, delivery=0)
    submit_wholly(desk, J1, PERCH, impact=6, delivery=7)
    ballots.comment(desk, ADA, J1, HERON, "Clear and ŵyneb-agored.", "Ask about cost.")
    ballots.score(desk, ADA, J1, HERON, IMPACT, 5)
    ballots.mark_absent(desk, HOST, J3, LANTERN, "Late train.")
    projector.show_board(desk, HOST, Board.LIVE)
    projector.show_scene(desk, HOST, Scene.STANDINGS)
    clock.pass_s(600)
    desk.close()


if __name__ == "__main__":
    main()
