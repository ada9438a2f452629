"""Makes the saved file of version 1; run once, when that version was released.

A file of a released version is never made anew: it is there to show that what was saved with
that version still opens and says the same.
"""

import shutil
import tempfile
from fractions import Fraction
from pathlib import Path

from judging_app.desk import (
    ballots,
    calibration,
    clock,
    conflicts,
    decisions,
    events,
    panel,
    projector,
    reveal,
    run_order,
    scoring,
    sheets,
    sign_in,
)
from judging_app.desk.desk import Desk
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Board, Scene
from judging_app.domain.ids import AwardId, JudgeId
from judging_app.domain.keying import Keying
from judging_app.domain.look import EventLook
from judging_app.domain.panel import ConflictDecision
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER, SCORER
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
    key_wholly,
    make_small_event,
    submit_wholly,
    tell,
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
    now = Clock()
    desk = events.open_event(path, now)
    take_in_price(desk)
    _declare(desk)
    calibration.score(desk, ADA, J1, IMPACT, 7)
    events.set_look(desk, ORGANISER, EventLook("#1d70b8", "#ffdd00"))
    run_order.draw(desk, HOST, "Tuesday")
    conflicts.declare(desk, BO, J2, PERCH, "Mentored the team.")
    conflicts.decide(desk, ORGANISER, J2, PERCH, ConflictDecision.RECUSED, "Too close.")
    scoring.open_scoring(desk, HOST)
    clock.start(desk, HOST)
    now.pass_s(600)
    clock.pause(desk, HOST)
    sign_in.sign_in(desk, ADA, PINS[ADA])
    submit_wholly(desk, J1, LANTERN, impact=9, delivery=9)
    submit_wholly(desk, J2, LANTERN, impact=8, delivery=0)
    submit_wholly(desk, J1, PERCH, impact=6, delivery=7)
    ballots.comment(desk, ADA, J1, HERON, "Clear and ŵyneb-agored.", "Ask about cost.")
    ballots.score(desk, ADA, J1, HERON, IMPACT, 5)
    ballots.mark_absent(desk, HOST, J3, LANTERN, "Late train.")
    key_wholly(desk, J3, PERCH, impact=4, delivery=6)
    sheets.settle(desk, SCORER, J3, PERCH)
    sheets.key_sheet(desk, SCORER, Keying(J3, HERON, 1, "EM", {IMPACT: 8}))
    panel.add_judge(desk, HOST, "Dee Fox", "Ms", "640173")
    panel.leave_early(desk, HOST, JudgeId("J4"), "Was only passing.")
    projector.show_board(desk, HOST, Board.LIVE)
    _decide(desk)
    _reveal(desk)
    projector.show_scene(desk, HOST, Scene.MESSAGE, "Tea is served.")
    projector.show_scene(desk, HOST, Scene.STANDINGS)
    now.pass_s(600)
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


def _reveal(desk: Desk) -> None:
    """Publish, take it back, and tell the first step of what comes out as the next edition."""
    scoring.publish(desk, ORGANISER)
    scoring.amend(desk, ORGANISER, "A sheet was found.", "The panel.")
    reveal.plan_reveal(desk, HOST, RevealKind.BY_CRITERION, tells_awards=True)
    reveal.rehearsed(desk, HOST)
    tell(desk, 1)


if __name__ == "__main__":
    main()
