"""Makes the saved file of version 1; run once, when that version was released.

A file of a released version is never made anew: it is there to show that what was saved with
that version still opens and says the same.
"""

import shutil
import tempfile
from fractions import Fraction
from pathlib import Path

from judging_app.desk import ballots, conflicts, decisions, events, projector, scoring, sign_in
from judging_app.desk.desk import Desk
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Board, Scene
from judging_app.domain.ids import AwardId
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from tests.desk.priced_event import PRICE, take_in_price
from tests.desk.small_event import (
    ADA,
    BO,
    DELIVERY,
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
    take_in_price(desk)
    _declare(desk)
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
    _decide(desk)
    projector.show_scene(desk, HOST, Scene.STANDINGS)
    clock.pass_s(600)
    desk.close()


def _declare(desk: Desk) -> None:
    named = DeclaredTieBreak(TieRule.NAMED_CRITERION, DELIVERY)
    decisions.declare_tie_breaks(desk, ORGANISER, [named, DeclaredTieBreak(TieRule.PANEL)])
    pitch = Award(AwardId("pitch"), "Best pitch", AwardKind.CRITERIA, criteria=(DELIVERY,))
    choice = Award(AwardId("choice"), "Panel’s choice", AwardKind.PANEL, passes_over_winners=True)
    decisions.declare_award(desk, ORGANISER, pitch)
    decisions.declare_award(desk, ORGANISER, choice)


def _decide(desk: Desk) -> None:
    """Decide all there is to decide, after scoring was closed twice."""
    decisions.enter_points(desk, ORGANISER, LANTERN, PRICE, 15)
    decisions.enter_points(desk, ORGANISER, PERCH, PRICE, 20)
    decisions.set_penalty(desk, HOST, PERCH, Fraction(5, 2), "Ran over.")
    decisions.exclude(desk, HOST, HERON, Exclusion.WITHDRAWN, "Two are ill.")
    scoring.close_scoring(desk, HOST, "The hall closes at five.")
    scoring.reopen_scoring(desk, ORGANISER, "A sheet was found.")
    scoring.close_scoring(desk, HOST, "It was blank.")
    decisions.agree_score(desk, ORGANISER, J1, PERCH, IMPACT, 8, "Misheard.")
    decisions.decide_order(desk, ORGANISER, [[PERCH, LANTERN]], "Two stood out.")
    decisions.decide_award(desk, ORGANISER, AwardId("choice"), [LANTERN], "The bravest.")


if __name__ == "__main__":
    main()
