"""What the host may know of the projector and the reveal, and the script that they read from."""

from collections.abc import Mapping

from judging_app.ceremony.script import ScriptNames, ScriptTemplate, script_lines
from judging_app.desk import result, reveal, standings
from judging_app.desk.desk import Desk
from judging_app.desk.projector import frozen_at, ready
from judging_app.desk.rehearsal import Rehearsal, rehearsal_stand
from judging_app.desk.rights import Sight, may
from judging_app.desk.scoring import edition_number
from judging_app.desk.standings import result_line
from judging_app.domain import subjects
from judging_app.domain.acts import AmendResult, PlanReveal, ShowScene, act_name
from judging_app.domain.event import Board, Scene
from judging_app.domain.ids import AwardId
from judging_app.domain.roles import SCORER, Actor
from judging_app.errors import DeskError, MethodError
from judging_app.present.control.control import (
    HoldOnRoom,
    HostProjectorView,
    host_projector_view,
)
from judging_app.present.control.reveal import TOLD, RevealStand, script_names
from judging_app.present.organiser.script import Script, script
from judging_app.present.start.sign_in import sign_in_rows
from judging_app.store import decision_rows, journal
from judging_app.store.bodies import act_of
from judging_app.tally.result import plain_result


def host_projector(
    desk: Desk, actor: Actor, chosen: Scene | None = None, rehearsal: Rehearsal | None = None
) -> HostProjectorView:
    """The host's screen of the projector; `chosen` is the scene put into the preview.

    While a `rehearsal` is on, the reveal on the screen is the rehearsed one.
    """
    desk.check_sight(actor, Sight.PROGRESS)
    event = desk.event()
    if event.phase in TOLD:
        desk.check_sight(actor, Sight.PANEL_RESULT)
    stand = rehearsal_stand(rehearsal) if rehearsal else _stand(desk, actor)
    return host_projector_view(
        HoldOnRoom(
            event=event,
            programme=rehearsal.programme if rehearsal else desk.programme(),
            reveal=stand,
            ready=ready(desk),
            chosen=None if rehearsal else chosen,
            before=None if rehearsal else scene_before(desk),
            frozen_at=frozen_at(desk) if event.board is Board.FROZEN else None,
            edition=edition_number(desk),
            may_amend=may(actor, AmendResult, event.phase),
        )
    )


def scene_before(desk: Desk) -> Scene | None:
    """The scene that was on before the one that is on now; `None` if there was none.

    It is read from the record, so that one comes back from black after a restart too.
    """
    now = desk.programme().scene
    for entry in reversed(journal.entries_about(desk.file.db, subjects.EVENT)):
        if entry.act == act_name(ShowScene):
            act = act_of(entry.act, entry.body)
            if isinstance(act, ShowScene) and act.scene is not now:
                return act.scene
    return None


def reveal_script(desk: Desk, actor: Actor) -> Script:
    """The whole script of the reveal that is made ready, to print.

    Raises:
        DeskError: if no reveal is made ready.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    plan = reveal.plan(desk)
    if plan is None:
        raise DeskError("There is no script yet. Prepare the reveal first.")
    lines = script_lines(plan, ScriptTemplate(), _names(desk))
    return script(desk.event(), lines, record=result_line(desk))


def _stand(desk: Desk, actor: Actor) -> RevealStand:
    event, setup, plan = desk.event(), desk.setup(), reveal.plan(desk)
    programme = desk.programme()
    rows = sign_in_rows(setup)
    if event.phase not in TOLD:
        names = ScriptNames(event.title, {}, {}, {})
        return RevealStand(event.phase, programme, names)
    return RevealStand(
        phase=event.phase,
        programme=programme,
        names=_names(desk),
        plan=plan,
        is_dropped=plan is None and _was_planned(desk),
        seconds=tuple(row for row in rows if row.key not in (actor.key, SCORER.key)),
        everyone={row.key: row.name for row in rows},
        # It is for before the reveal; working both methods out anew would hold up every step.
        caution="" if programme.revealed else standings.caution(desk, actor),
    )


def _names(desk: Desk) -> ScriptNames:
    try:
        found = result.result_by(desk)
    except MethodError:
        found = plain_result((), desk.event().method)
    return script_names(desk.event(), desk.setup(), found, _award_titles(desk))


def _award_titles(desk: Desk) -> Mapping[AwardId, str]:
    return {award.id: award.title for award in decision_rows.awards(desk.file.db)}


def _was_planned(desk: Desk) -> bool:
    entries = journal.entries_about(desk.file.db, subjects.EVENT)
    return any(entry.act == act_name(PlanReveal) for entry in entries)
