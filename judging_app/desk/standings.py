"""The result as each audience may see it: the one question behind every screen and export."""

from dataclasses import dataclass

from judging_app.desk import result
from judging_app.desk.ballots import every_ballot
from judging_app.desk.desk import Desk
from judging_app.desk.rights import Sight
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Audience, Method
from judging_app.domain.roles import Actor
from judging_app.domain.standings import Standing
from judging_app.errors import MethodError, NotAllowedError
from judging_app.present.result.checks import BY_SCORES
from judging_app.present.result.editions import (
    bare_code,
    current_text,
    earlier_text,
    edition_line,
)
from judging_app.present.result.firmness import (
    Outcome,
    firmness_detail,
    firmness_sentence,
    host_caution,
)
from judging_app.present.result.remarks import decision_text
from judging_app.present.result.standings import StandingsView, panel_view, public_view
from judging_app.present.words.methods import METHOD_WORDS, refusal_text, refusing_by_name
from judging_app.store import event_rows, programme_rows
from judging_app.tally.result import Result, plain_result
from judging_app.tally.ties import settlement


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both methods side by side, with the sentence on what the missing ballots do.

    A view is `None` where its method gives no result on these ballots; the sentence says why.
    `is_firm` is whether both were worked out and name the same winner, `detail` what makes the
    difference where they don't.
    """

    mean: StandingsView | None
    adjusted: StandingsView | None
    sentence: str
    is_firm: bool
    detail: str = ""


def as_given(desk: Desk, actor: Actor, method: Method | None = None) -> StandingsView:
    """The panel's standings from the scores as the judges gave them, without those agreed later."""
    desk.check_sight(actor, Sight.PANEL_RESULT)
    event, chosen = desk.event(), method or desk.event().method
    found = settlement(result.basis(desk, chosen, is_original=True)).standings
    return panel_view(event, desk.setup(), plain_result(found, chosen))


def view(
    desk: Desk, actor: Actor, audience: Audience, method: Method | None = None
) -> StandingsView:
    """The standings for one audience, by the declared method unless another is named."""
    event, setup = desk.event(), desk.setup()
    chosen = method or event.method
    if audience is Audience.PANEL:
        desk.check_sight(actor, Sight.PANEL_RESULT)
        with refusing_by_name(setup):
            return panel_view(event, setup, result.result_by(desk, chosen))
    desk.check_sight(actor, Sight.PUBLIC_RESULT)
    if chosen is not event.method:
        raise NotAllowedError(
            f"The public sees only {METHOD_WORDS[event.method].in_sentence}, the event’s method. "
            "Choose that method, or ask for the panel’s view."
        )
    with refusing_by_name(setup):
        return _public_view(desk, result.result_by(desk))


def public_standings(desk: Desk) -> StandingsView:
    """What the public may see, for nobody in particular: for the room.

    While the declared method gives no result there is nothing to show; the panel's own screen says
    why. Of a file that isn't trusted, or is still being checked, nothing is shown either.
    """
    if not desk.trust().is_given:
        nothing = plain_result((), desk.event().method)
        return public_view(desk.event(), desk.setup(), nothing)
    try:
        return _public_view(desk, result.result_by(desk))
    except MethodError:
        return _public_view(desk, plain_result((), desk.event().method))


def _public_view(desk: Desk, found: Result) -> StandingsView:
    db = desk.file.db
    plan = programme_rows.reveal_plan(db)
    told = plan.steps[: desk.programme().revealed] if plan else ()
    frozen = event_rows.frozen_standings(db)
    return public_view(desk.event(), desk.setup(), found, told_steps=told, frozen=frozen)


def comparison(desk: Desk, actor: Actor) -> Comparison:
    """Both methods for the panel, and whether they name the same winner."""
    desk.check_sight(actor, Sight.PANEL_RESULT)
    event, setup = desk.event(), desk.setup()
    outcomes = _outcomes(desk)
    views = {
        method: None
        if isinstance(outcome, MethodError)
        else panel_view(event, setup, plain_result(outcome, method))
        for method, outcome in outcomes.items()
    }
    sentence = firmness_sentence(setup, _ballots(desk), *outcomes.values())
    if decided := _decided(desk):
        sentence = f"{decided} {BY_SCORES} {sentence}"
    is_firm = all(views.values()) and not host_caution(setup, _ballots(desk), *outcomes.values())
    detail = firmness_detail(setup, _ballots(desk), *outcomes.values())
    return Comparison(views[Method.MEAN], views[Method.ADJUSTED], sentence, is_firm, detail)


def _decided(desk: Desk) -> str:
    """What the panel decided beside the scores; empty if nothing, or without a result."""
    if not result.has_decision(desk):
        return ""
    try:
        return decision_text(desk.setup(), result.result_by(desk), Audience.PANEL)
    except MethodError:
        return ""


def caution(desk: Desk, actor: Actor) -> str:
    """For the host: that the methods name different winners, without saying which; or nothing.

    Where the declared method gives no result, so that nothing can be revealed, it is why.
    """
    desk.check_sight(actor, Sight.PROGRESS)
    declared = _outcome(desk, desk.event().method)
    if isinstance(declared, MethodError):
        return refusal_text(desk.setup(), str(declared))
    return host_caution(desk.setup(), _ballots(desk), *_outcomes(desk).values())


def declared_standings(desk: Desk) -> tuple[Standing, ...]:
    """What is revealed and printed; for the desk's own questions, not for a screen."""
    if result.has_decision(desk):
        return result.announced(desk)
    return standings_by(desk, desk.event().method)


def standings_by(desk: Desk, method: Method) -> tuple[Standing, ...]:
    """The arithmetic by one method; for the desk's own questions, not for a screen."""
    if method is Method.MEAN and result.is_plain(desk):
        return desk.running_mean().standings()
    return result.settled(desk, method).standings


def result_line(desk: Desk) -> str:
    """What is on every paper of the result: its code, and which edition it is.

    Empty while the declared method gives no result.
    """
    try:
        found = result.result_by(desk)
    except MethodError:
        return ""
    has_places = any(one.place for one in found.standings)
    return edition_line(found.fingerprint, found.edition.number) if has_places else ""


def edition_of(desk: Desk, code: str) -> str:
    """Which edition a code from a paper belongs to, as a sentence; empty if it is of none.

    A file that isn't trusted knows of none.
    """
    if not desk.trust().is_given:
        return ""
    wanted, now = bare_code(code), result.edition(desk).number
    if wanted and wanted == bare_code(result_line(desk)):
        return current_text(now, desk.event().phase)
    known = {one.fingerprint: one.number for one in event_rows.editions(desk.file.db)}
    return earlier_text(known[wanted], now) if wanted and wanted in known else ""


def _outcomes(desk: Desk) -> dict[Method, Outcome]:
    return {method: _outcome(desk, method) for method in (Method.MEAN, Method.ADJUSTED)}


def _outcome(desk: Desk, method: Method) -> Outcome:
    try:
        return standings_by(desk, method)
    except MethodError as error:
        return error


def _ballots(desk: Desk) -> tuple[Ballot, ...]:
    return tuple(every_ballot(desk).values())
