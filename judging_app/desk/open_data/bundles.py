"""What leaves the event as data: its values gathered, for one audience, with or without names."""

from dataclasses import dataclass
from datetime import UTC, datetime

from judging_app.bundle.bundle import Ballots, Head, Reader, bundle_bytes
from judging_app.bundle.source import Source
from judging_app.bundle.tables import Tables
from judging_app.bundle.writing import tables_for
from judging_app.desk import clock, result, run_order
from judging_app.desk.desk import Desk
from judging_app.desk.record.keys import kept_key
from judging_app.desk.rights import Sight
from judging_app.desk.standings import view
from judging_app.domain.event import Audience, Phase
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.roles import Actor
from judging_app.errors import MethodError, NotAllowedError
from judging_app.store import ballot_rows, decision_rows, event_rows, journal, programme_rows
from judging_app.store.submissions import submitting_digests
from judging_app.tally.result import Result
from judging_app.version import own_version

NOT_PUBLISHED = "The result isn’t published yet, so there is nothing for everybody. Publish first."


@dataclass(frozen=True, slots=True)
class DataChoice:
    """For whom data is: with or without names, and for everybody with or without ballots."""

    reader: Reader
    has_names: bool = True
    has_ballots: bool = True

    @property
    def ballots(self) -> Ballots:
        """How ballots are in it: whose they are is told to the panel and the organiser alone."""
        if self.reader is not Reader.PUBLIC:
            return Ballots.NAMED
        return Ballots.UNNAMED if self.has_ballots else Ballots.NONE


@dataclass(frozen=True, slots=True)
class Data:
    """What an audience may have of an event, with what signs it, for any thread to write."""

    head: Head
    tables: Tables
    title: str
    private_key: str | None


def data(desk: Desk, actor: Actor, choice: DataChoice) -> Data:
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
    return Data(head, tables, event.title, kept_key(first))


def bundle_of(found: Data) -> bytes:
    """The bundle, signed if this computer has the event's key."""
    return bundle_bytes(found.head, found.tables, found.private_key)


def _code(found: Result | None) -> str:
    has_places = found is not None and any(one.place for one in found.standings)
    return found.fingerprint if found and has_places else ""


def _source(desk: Desk, actor: Actor, choice: DataChoice) -> Source:
    db, found = desk.file.db, _result(desk)
    entries = desk.entries() if choice.reader is Reader.ORGANISER else ()
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
        times=clock.times(desk),
        submitted=_submitted(desk),
        entries=tuple(entries),
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


def _submitted(desk: Desk) -> dict[tuple[JudgeId, TeamId], datetime]:
    at = {entry.digest: entry.time for entry in desk.entries()}
    return {key: at[digest] for key, digest in submitting_digests(desk.file.db).items()}
