"""The report of the result, for the panel: rows that an export can print without the event."""

from judging_app.desk import result
from judging_app.desk.awards import awards
from judging_app.desk.ballots import every_ballot
from judging_app.desk.checks import checks
from judging_app.desk.desk import Desk
from judging_app.desk.editions import record_line
from judging_app.desk.record import record
from judging_app.desk.rights import Sight
from judging_app.desk.scoring import owed_ballots
from judging_app.desk.standings import comparison, declared_standings, standings_by
from judging_app.desk.ties import tie_sentences
from judging_app.domain.acts import CloseScoring, act_name
from judging_app.domain.event import Phase
from judging_app.domain.roles import Actor
from judging_app.present.organiser.report import Findings, Report, report
from judging_app.present.result.decisions import DecisionLine
from judging_app.present.result.methods import refusing_by_name
from judging_app.present.result.standings import panel_view


def report_rows(desk: Desk, actor: Actor) -> Report:
    """The announced result with everything that stands behind it.

    Raises:
        NotAllowedError: if this actor may not see the panel's result.
        MethodError: if the declared method gives no result on these ballots.
    """
    desk.check_sight(actor, Sight.PANEL_RESULT)
    event, setup = desk.event(), desk.setup()
    with refusing_by_name(setup):
        announced = panel_view(event, setup, declared_standings(desk), event.method)
        arithmetic = (
            panel_view(event, setup, standings_by(desk, event.method), event.method)
            if result.has_decision(desk)
            else None
        )
        findings = _findings(desk, actor)
    return report(
        event,
        setup,
        every_ballot(desk).values(),
        announced,
        findings,
        arithmetic=arithmetic,
        record=record_line(desk),
    )


def _findings(desk: Desk, actor: Actor) -> Findings:
    return Findings(
        comparison=comparison(desk, actor).sentence,
        checks=checks(desk, actor),
        ties=tie_sentences(desk, actor),
        decisions=tuple(_said(line) for line in reversed(record(desk, actor))),
        awards=awards(desk, actor),
        closed_because=closed_because(desk),
    )


def _said(line: DecisionLine) -> str:
    return line.text if line.stands else f"{line.text} A later decision took its place."


def closed_because(desk: Desk) -> str:
    """Why scoring was closed with a gap; empty while it is open, or without one."""
    if desk.event().phase not in (Phase.CLOSED, Phase.PUBLISHED) or not owed_ballots(desk):
        return ""
    name = act_name(CloseScoring)
    return next((one.reason for one in reversed(desk.entries()) if one.act == name), "")
