"""Every look at something that not everyone may see, and who may take it when."""

from collections.abc import Callable, Mapping

from judging_app.desk import (
    ballots,
    calibration,
    conflicts,
    decisions,
    papers,
    projector,
    rehearsal,
    result_questions,
    settings,
    sheets,
    standings,
)
from judging_app.desk.certificates import making
from judging_app.desk.desk import Desk
from judging_app.desk.forgetting import held, people
from judging_app.desk.handing_out import comments, sending
from judging_app.desk.handing_out.day_papers import DayPaper, day_job
from judging_app.desk.open_data import archiving, bundles
from judging_app.desk.papers import SheetOrder
from judging_app.desk.record import closing
from judging_app.desk.set_up import doors
from judging_app.domain.event import Audience, Phase, Reader, Scene
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.roles import Actor, Role
from judging_app.present.control.reveal import RevealWanted
from judging_app.present.open_data.kinds import DataChoice
from tests.desk.small_event import (
    HERON,
    J1,
    J2,
    LANTERN,
)

_O, _H, _S, _J = Role.ORGANISER, Role.HOST, Role.SCORER, Role.JUDGE
_1, _2, _3, _4 = Phase.SETTING_UP, Phase.SCORING, Phase.CLOSED, Phase.PUBLISHED

Take = Callable[[Desk, Actor], object]

_PANEL: Mapping[Role, set[Phase]] = {_O: {_1, _2, _3, _4}, _H: {_3, _4}}
_ORGANISERS: Mapping[Role, set[Phase]] = {_O: {_1, _2, _3, _4}}
_ITS_JUDGES: Mapping[Role, set[Phase]] = {_O: {_1, _2, _3, _4}, _J: {_1, _2, _3, _4}}
_ALL_BUT_JUDGES: Mapping[Role, set[Phase]] = {
    _O: {_1, _2, _3, _4},
    _H: {_1, _2, _3, _4},
    _S: {_1, _2, _3, _4},
}

_FOR_THE_PANEL = DataChoice(Reader.PANEL, has_names=True)

LOOKS: Mapping[str, tuple[Take, Mapping[Role, set[Phase]]]] = {
    "remarks that name somebody": (people.remarks_to_decide, _ORGANISERS),
    "what is held on somebody": (lambda d, a: held.held_on(d, a, "P1"), _ORGANISERS),
    "what is kept of the event in one file": (archiving.archive_job, _ORGANISERS),
    "the paper of it": (lambda d, a: held.held_job(d, a, "J1"), _ORGANISERS),
    "the settings looked over": (settings.findings, _ALL_BUT_JUDGES),
    "Ada's ballot": (
        lambda d, a: ballots.ballot(d, a, J1, LANTERN),
        _ITS_JUDGES,
    ),
    "Bo's ballot": (
        lambda d, a: ballots.ballot(d, a, J2, LANTERN),
        _ORGANISERS,
    ),
    "Ada's ballots": (
        lambda d, a: ballots.ballots_of(d, a, J1),
        _ITS_JUDGES,
    ),
    "Bo's ballots": (
        lambda d, a: ballots.ballots_of(d, a, J2),
        _ORGANISERS,
    ),
    "a keyed sheet": (lambda d, a: sheets.sheet(d, a, J1, LANTERN), {_S: {_2}}),
    "sheets being keyed": (
        sheets.being_keyed,
        _ALL_BUT_JUDGES,
    ),
    "the calibration round": (calibration.scores, {_O: {_1}, _H: {_1}}),
    "Ada's sample pitch": (lambda d, a: calibration.own(d, a, J1), {_J: {_1, _2, _3, _4}}),
    "Ada's take-away": (papers.take_away, {_J: {_4}}),
    "a preview of the room": (
        lambda d, a: projector.preview(d, a, Scene.HOLDING),
        _ALL_BUT_JUDGES,
    ),
    "previews of the room": (
        lambda d, a: projector.previews(d, a, [Scene.HOLDING]),
        _ALL_BUT_JUDGES,
    ),
    "all ballots": (ballots.all_ballots, _ORGANISERS),
    "progress": (
        ballots.progress,
        _ALL_BUT_JUDGES,
    ),
    "caution": (
        standings.caution,
        _ALL_BUT_JUDGES,
    ),
    "the panel's result": (
        lambda d, a: standings.view(d, a, Audience.PANEL),
        _PANEL,
    ),
    "comparison": (standings.comparison, _PANEL),
    "the public's result": (
        lambda d, a: standings.view(d, a, Audience.PUBLIC),
        {_O: {_1, _2, _3, _4}, _H: {_1, _2, _3, _4}, _S: {_1, _2, _3, _4}, _J: {_1, _2, _3, _4}},
    ),
    "agreement": (result_questions.agreement, _PANEL),
    "the awards": (result_questions.awards, _PANEL),
    "the declared awards": (result_questions.declared_awards, _PANEL),
    "the declared tie-breaks": (result_questions.declared_tie_breaks, _PANEL),
    "checks": (result_questions.checks, _PANEL),
    "the decisions": (result_questions.record, _PANEL),
    "agreed scores": (decisions.agreed_scores, _ORGANISERS),
    "the organiser's points": (result_questions.points, _PANEL),
    "reach": (result_questions.reach, _PANEL),
    "the report": (papers.report_rows, _PANEL),
    "spread": (result_questions.spread, _ORGANISERS),
    "the result as given": (standings.as_given, _PANEL),
    "ties": (result_questions.tie_sentences, _PANEL),
    "ties in their parts": (result_questions.tie_views, _PANEL),
    "the data": (lambda d, a: bundles.event_data(d, a, _FOR_THE_PANEL), _ORGANISERS),
    "the data to save": (lambda d, a: bundles.data_job(d, a, _FOR_THE_PANEL, ()), _ORGANISERS),
    "what data there is": (bundles.data_offer, _ORGANISERS),
    "why": (lambda d, a: result_questions.why(d, a, LANTERN, HERON), _PANEL),
    "certificates": (
        lambda d, a: making.certificate_rows(d, a, CertificateKind.PARTICIPANTS),
        _PANEL,
    ),
    "winners' certificates": (
        lambda d, a: making.certificate_rows(d, a, CertificateKind.WINNERS),
        _PANEL,
    ),
    "filled score sheets": (lambda d, a: papers.sheet_rows(d, a, SheetOrder.TEAM), _ORGANISERS),
    "blank score sheets": (
        lambda d, a: papers.blank_sheet_rows(d, a, SheetOrder.JUDGE),
        _ORGANISERS,
    ),
    "certificates to print": (
        lambda d, a: making.certificates_job(d, a, CertificateKind.TEAMS),
        _PANEL,
    ),
    "score sheets to print": (lambda d, a: papers.sheets_job(d, a, SheetOrder.TEAM), _ORGANISERS),
    "what sheets are made of": (papers.sheet_facts, _ORGANISERS),
    "feedback to print": (papers.feedback_job, _ORGANISERS),
    "comments to review": (comments.comments, _ORGANISERS),
    "the check before doors": (doors.findings, _ALL_BUT_JUDGES),
    "blank sheets to print": (papers.blank_sheets_job, _ORGANISERS),
    "the names to be checked": (lambda d, a: day_job(d, a, DayPaper.NAMES), _ORGANISERS),
    "the list of winners": (lambda d, a: day_job(d, a, DayPaper.WINNERS), _PANEL),
    "what certificates follow from": (
        lambda d, a: making.certificate_source(d, a, (CertificateKind.TEAMS,)),
        _PANEL,
    ),
    "the list for mail": (sending.merge_job, _ORGANISERS),
    "certificates as pictures": (sending.pictures_job, _PANEL),
    "the report to print": (papers.report_job, _PANEL),
    "the script to print": (papers.script_job, _PANEL),
    "the record at closing": (closing.record_at_closing, _ALL_BUT_JUDGES),
    "the record at closing to print": (closing.closing_job, _ALL_BUT_JUDGES),
    "Ada's take-away to print": (papers.take_away_job, {_J: {_4}}),
    "Ada's conflicts": (lambda d, a: conflicts.of_judge(d, a, J1), _ITS_JUDGES),
    "Bo's conflicts": (lambda d, a: conflicts.of_judge(d, a, J2), _ORGANISERS),
    "Ada's receipt": (lambda d, a: ballots.receipt(d, a, J1, LANTERN), _ITS_JUDGES),
    "Bo's receipt": (lambda d, a: ballots.receipt(d, a, J2, LANTERN), _ORGANISERS),
    "Bo's receipts": (lambda d, a: ballots.receipts_of(d, a, J2), _ORGANISERS),
    "Bo's times": (lambda d, a: ballots.submitted_at(d, a, J2), _ORGANISERS),
    "the projector's desk": (
        projector.host_projector,
        {_O: {_1, _2, _3, _4}, _H: {_1, _2, _3, _4}, _S: {_1, _2}},
    ),
    "the script": (projector.reveal_script, _PANEL),
    "a rehearsed reveal": (
        lambda d, a: rehearsal.rehearsal(d, a, RevealWanted(), "seed"),
        _ALL_BUT_JUDGES,
    ),
}
"""For each look at something, by Ada where it is a judge's: who may take it, and when."""
