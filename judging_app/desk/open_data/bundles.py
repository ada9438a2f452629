"""What leaves the event as data: its values gathered, for one audience, with or without names."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime

from judging_app.bundle.bundle import EventData, Head
from judging_app.bundle.rows import AgreementRow
from judging_app.bundle.source import Source
from judging_app.bundle.writing import tables_for
from judging_app.desk import clock, result, run_order
from judging_app.desk.desk import Desk
from judging_app.desk.events import look
from judging_app.desk.record.keys import kept_key
from judging_app.desk.result_questions import agreement
from judging_app.desk.rights import Sight
from judging_app.desk.standings import view
from judging_app.domain.ballots import Ballot
from judging_app.domain.event import Audience, Phase, Reader
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.names import name_key
from judging_app.domain.roles import Actor
from judging_app.errors import MethodError, NotAllowedError
from judging_app.present.open_data.badges import badges
from judging_app.present.open_data.job import DataJob
from judging_app.present.open_data.kinds import DataChoice, DataKind, DataOffer, is_for
from judging_app.present.open_data.page import result_page
from judging_app.store import ballot_rows, decision_rows, event_rows, journal, programme_rows
from judging_app.store.submissions import submitting_digests
from judging_app.tally.result import Result
from judging_app.version import own_version

NOT_PUBLISHED = "The result isn’t published yet, so there is nothing for everybody. Publish first."

NO_KEY = (
    "This computer doesn’t have the event’s key, so it can’t sign badges. Make them on the "
    "computer that published the result."
)
BY_NAME = "A badge is made out by name. Choose data with names."


def event_data(desk: Desk, actor: Actor, choice: DataChoice) -> EventData:
    """What is to leave the event for this audience.

    Raises:
        NotAllowedError: for everybody before the result is published.
    """
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    event = desk.event()
    if choice.reader is Reader.PUBLIC and event.phase is not Phase.PUBLISHED:
        raise NotAllowedError(NOT_PUBLISHED)
    source = _source(desk, actor, choice)
    db, last = desk.file.db, journal.last_entry(desk.file.db)
    first = journal.first_digest(db)
    head = Head(
        own_version(),
        first,
        last.digest if last else "",
        last.time if last else datetime.fromtimestamp(0, UTC),
        choice.reader,
        choice.has_names,
        choice.ballots,
        _code(source.result),
    )
    tables = tables_for(source, choice.reader, choice.ballots, has_names=choice.has_names)
    has_journal = choice.reader is Reader.ORGANISER and choice.has_names
    entries = desk.entries() if has_journal else ()
    return EventData(head, tables, entries, kept_key(first))


def data_job(desk: Desk, actor: Actor, choice: DataChoice, kinds: Sequence[DataKind]) -> DataJob:
    """What is to be saved; page and badges have what everybody was told, whoever gets the rest.

    Badges are there when they are asked for: each goes to one person.

    Raises:
        NotAllowedError: for everybody, the page or badges, before the result is published; for
            badges without names, or without the event's key.
    """
    found = event_data(desk, actor, choice)
    kinds = kinds or [one for one in DataKind if one not in {DataKind.BADGES, *_missing(desk)}]
    page = given = None
    if {DataKind.PAGE, DataKind.BADGES} & {*kinds}:
        told = event_data(desk, actor, DataChoice(Reader.PUBLIC, choice.has_names))
        if DataKind.PAGE in kinds:
            page = result_page(told, look(desk))
        if DataKind.BADGES in kinds:
            given = badges(told, _addresses(desk, choice, found.private_key))
    return DataJob(desk.event().title, found, tuple(kinds), page, given)


def _addresses(desk: Desk, choice: DataChoice, key: str | None) -> dict[str, str]:
    """The participants' e-mail addresses, of which a badge has no more than a digest."""
    if not is_for(DataKind.BADGES, choice):
        raise NotAllowedError(BY_NAME)
    if key is None:
        raise NotAllowedError(NO_KEY)
    return {str(one.id): one.email for one in desk.recorded_setup().participants if one.email}


def data_offer(desk: Desk, actor: Actor) -> DataOffer:
    """What can be saved now, and for whom."""
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    is_published = desk.event().phase is Phase.PUBLISHED
    found = _result(desk)
    return DataOffer(
        missing=_missing(desk),
        readers=tuple(one for one in Reader if is_published or one is not Reader.PUBLIC),
        why_not_all="" if is_published else NOT_PUBLISHED,
        code=_code(found),
        edition=result.edition(desk).number,
        named_in_comments=_named_in_comments(desk),
    )


def _named_in_comments(desk: Desk) -> int:
    """How many comments have the whole or the last name of somebody."""
    setup = desk.recorded_setup()
    people = [one.name for one in setup.participants] + [one.name for one in setup.judges]
    names = {*map(name_key, people)}
    words = names | {one.rpartition(" ")[2] for one in names}
    wanted = re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b") if words else None
    said = [text for one in ballot_rows.ballots(desk.file.db).values() for text in _texts(one)]
    return sum(1 for text in said if wanted and wanted.search(name_key(text)))


def _texts(ballot: Ballot) -> tuple[str, ...]:
    return tuple(text for text in (ballot.for_team, ballot.for_panel) if text)


def _missing(desk: Desk) -> dict[DataKind, str]:
    """When there are the kinds that there can't be yet: page and badges, these signed."""
    if desk.event().phase is not Phase.PUBLISHED:
        return dict.fromkeys((DataKind.PAGE, DataKind.BADGES), "Once the result is published.")
    if kept_key(journal.first_digest(desk.file.db)) is None:
        return {DataKind.BADGES: "On the computer that published the result."}
    return {}


def _code(found: Result | None) -> str:
    has_places = found is not None and any(one.place for one in found.standings)
    return found.fingerprint if found and has_places else ""


def _source(desk: Desk, actor: Actor, choice: DataChoice) -> Source:
    db, found = desk.file.db, _result(desk)
    return Source(
        event=desk.event(),
        setup=desk.recorded_setup(),
        ballots=tuple(ballot_rows.ballots(db).values()),
        salt=next(iter(desk.entries())).salt,
        result=found,
        remarks=_remarks(desk, actor, choice) if found else {},
        agreed=tuple(decision_rows.agreed_scores(db).values()),
        conflicts=ballot_rows.conflicts(db),
        exclusions=decision_rows.exclusions(db),
        penalties=decision_rows.penalties(db),
        entered_points=decision_rows.team_points(db),
        points=result.basis(desk).points,
        tie_breaks=decision_rows.tie_breaks(db),
        awards=decision_rows.awards(db),
        award_decisions=decision_rows.award_decisions(db),
        editions=event_rows.editions(db),
        slots=run_order.run_order(desk),
        run_order_seed=programme_rows.run_order_seed(db),
        day_plan=programme_rows.day_plan(db),
        times=clock.times(desk),
        agreement=_agreement(desk, actor),
        submitted=_submitted(desk),
    )


def _result(desk: Desk) -> Result | None:
    """What is announced, its ties too; `None` while the declared method gives no result."""
    try:
        return result.result_by(desk)
    except MethodError:
        return None


def _remarks(desk: Desk, actor: Actor, choice: DataChoice) -> dict[TeamId, str]:
    audience = Audience.PUBLIC if choice.reader is Reader.PUBLIC else Audience.PANEL
    return {row.team_id: row.remark for row in view(desk, actor, audience).rows}


def _agreement(desk: Desk, actor: Actor) -> tuple[AgreementRow, ...]:
    found = agreement(desk, actor)
    return tuple(
        AgreementRow(one.key, one.name, one.value, one.teams, one.reading)
        for one in (*found.rows, *found.others)
    )


def _submitted(desk: Desk) -> dict[tuple[JudgeId, TeamId], datetime]:
    at = {entry.digest: entry.time for entry in desk.entries()}
    return {key: at[digest] for key, digest in submitting_digests(desk.file.db).items()}
