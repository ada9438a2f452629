"""What an event holds on one person: for whoever asks what is known of them."""

from collections.abc import Iterator, Sequence

from judging_app.desk.desk import Desk
from judging_app.desk.forgetting.places import other_files
from judging_app.desk.forgetting.rewriting import record_of
from judging_app.desk.forgetting.until import delete_on
from judging_app.desk.rights import Sight
from judging_app.desk.standings import result_line
from judging_app.domain.acts import SetPin, SignIn, act_name
from judging_app.domain.ballots import Ballot, ballot_key
from judging_app.domain.ids import JudgeId, OrganisationId, TeamId
from judging_app.domain.names import same_name
from judging_app.domain.panel import Judge
from judging_app.domain.papers.comments import CommentReview
from judging_app.domain.people import Mentor, Participant
from judging_app.domain.roles import Actor, Role
from judging_app.domain.rubric import decimal
from judging_app.domain.setup import Setup
from judging_app.errors import UnknownError
from judging_app.forgetting.forgetter import everybody
from judging_app.forgetting.names import People
from judging_app.forgetting.remarks import Done, remarks
from judging_app.forgetting.texts import told
from judging_app.present.organiser.certificates import when_and_where
from judging_app.present.organiser.forgetting import about_text, delete_on_text
from judging_app.present.organiser.held import (
    Held,
    Part,
    PersonRow,
    held_leaves,
    held_stem,
    part,
)
from judging_app.present.organiser.papers import PaperJob, mark_of_rehearsal
from judging_app.present.set_up.importing import NAMING_WORDS
from judging_app.present.time_of_day import moment_text
from judging_app.present.words.ballots import STATE_WORDS
from judging_app.store import ballot_rows
from judging_app.words import capitalised, counted

_Somebody = Judge | Participant | Mentor


def people(desk: Desk) -> tuple[PersonRow, ...]:
    """Everybody on the lists, the panel first."""
    everyone = _everyone(desk.recorded_setup())
    return tuple(PersonRow(str(one.id), f"{one.name} ({one.id})") for one in everyone)


def held_job(desk: Desk, actor: Actor, who: str) -> PaperJob:
    """The paper of it; `who` is a name or a code.

    Raises:
        UnknownError: if there is nobody of this name, or more than one.
    """
    rows = held_on(desk, actor, who)
    code = _found(desk.recorded_setup(), who).id
    stem, mark = held_stem(rows.event, str(code)), mark_of_rehearsal(desk.event())
    return PaperJob(held_leaves(rows), stem, mark=mark)


def held_on(desk: Desk, actor: Actor, who: str) -> Held:
    """All of it, with other people's names left out of what somebody wrote.

    Raises:
        UnknownError: as above.
    """
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    setup, event = desk.recorded_setup(), desk.event()
    person = _found(setup, who)
    record = record_of(desk.entries())
    whom = everybody(record)
    others = People([one for one in whom.known if one.code != str(person.id)])
    own = People([one for one in whom.known if one.code == str(person.id)])
    parts = [
        part("On the lists", _lines_of(setup, person)),
        part("As it was recorded before", _earlier(record, person, setup)),
    ]
    if isinstance(person, Judge):
        parts += _of_judge(desk, person, others)
    elif person.team is not None:
        parts.append(part("Comments on your team", _on_team(desk, person.team, others)))
    parts += [
        part("Where you are named", _naming(record, own, others, setup)),
        part("Where it is, and until when", _where(desk)),
    ]
    return Held(event.title, when_and_where(event), person.name, result_line(desk), tuple(parts))


def _found(setup: Setup, who: str) -> _Somebody:
    everyone = _everyone(setup)
    named = [one for one in everyone if who == str(one.id)] or [
        one for one in everyone if same_name(one.name, who)
    ]
    if not named:
        raise UnknownError(
            f"There is nobody “{who}” in this event. Check the name, or type a code."
        )
    if len(named) > 1:
        codes = ", ".join(str(one.id) for one in named)
        raise UnknownError(f"Several people are called “{who}”. Type one of their codes: {codes}.")
    return named[0]


def _everyone(setup: Setup) -> tuple[_Somebody, ...]:
    return (*setup.judges, *setup.participants, *setup.mentors)


def _lines_of(setup: Setup, person: _Somebody) -> Iterator[str]:
    organisations = {one.id: one.name for one in setup.organisations}
    teams = {one.id: one.name for one in setup.teams}
    yield f"Code: {person.id}"
    yield f"Name: {person.name}"
    yield _said("How it is said", person.said)
    match person:
        case Judge():
            yield _said("Title", person.title)
        case Mentor():
            yield _said("Office", person.office)
        case Participant():
            yield _said("Name on the list", person.listed_name)
            yield _said("Name shown outside", NAMING_WORDS[person.naming])
            yield _said("E-mail", person.email)
            yield _said("Role", person.role)
    if not isinstance(person, Judge):
        yield _said("Team", teams.get(person.team or TeamId(""), ""))
    yield _said("Organisation", organisations.get(person.organisation or OrganisationId(""), ""))
    if not isinstance(person, Mentor):
        yield _said("Sector", person.sector)


def _earlier(record: Sequence[Done], person: _Somebody, setup: Setup) -> Iterator[str]:
    """Each way in which the lists had this person before, if it was another."""
    seen: set[_Somebody] = {person}
    for done in record:
        for holder, field, _, _ in told(done.act):
            if type(holder) is type(person) and field == "id" and holder not in seen:
                assert isinstance(holder, _Somebody)  # noqa: S101 - as just asked
                if holder.id == person.id:
                    seen.add(holder)
                    yield " · ".join(filter(None, _lines_of(setup, holder)))


def _of_judge(desk: Desk, judge: Judge, others: People) -> Iterator[Part]:
    setup = desk.recorded_setup()
    teams = {one.id: one.name for one in setup.teams}
    ballots = ballot_rows.ballots(desk.file.db).values()
    reviews = ballot_rows.comment_reviews(desk.file.db)
    yield part(
        "Ballots",
        (
            line
            for one in ballots
            if one.judge == judge.id
            for line in (
                *_ballot_lines(setup, one, teams[one.team], others),
                _instead(reviews.get(ballot_key(one)), others),
            )
        ),
    )
    yield part(
        "Conflicts of interest",
        (
            f"{teams[one.team]}: {others.without_names(one.why)} "
            f"{others.without_names(one.reason)}".strip()
            for one in ballot_rows.conflicts(desk.file.db)
            if one.judge == judge.id
        ),
    )
    yield part("What you did", _done(desk, judge.id))


def _ballot_lines(setup: Setup, ballot: Ballot, team: str, others: People) -> Iterator[str]:
    scores = "; ".join(
        f"{one.title}: {decimal(one.in_points(ballot.scores[one.id]))}"
        for one in setup.rubric.criteria
        if one.id in ballot.scores
    )
    state = capitalised(STATE_WORDS[ballot.state])
    yield f"{team}: {state}. {scores}".strip()
    for word, text in (
        ("For the team", ballot.for_team),
        ("For the panel", ballot.for_panel),
        ("Reason", ballot.reason),
    ):
        yield _said(word, others.without_names(text))


def _done(desk: Desk, judge: JudgeId) -> Iterator[str]:
    key = Actor(Role.JUDGE, judge).key
    own = [one for one in desk.entries() if one.actor == key]
    pins = [
        one for one in desk.entries() if one.act == act_name(SetPin) and one.subject.endswith(key)
    ]
    if pins:
        yield "Of your PIN, a hash is kept, from which it can’t be read."
    if own:
        first, last = moment_text(own[0].time), moment_text(own[-1].time)
        sign_ins = sum(one.act == act_name(SignIn) for one in own)
        yield (
            f"{counted(len(own), 'entry', 'entries')} of the record, the first at {first}, the "
            f"last at {last}, with {counted(sign_ins, 'sign-in')}."
        )


def _on_team(desk: Desk, team: TeamId, others: People) -> Iterator[str]:
    reviews = ballot_rows.comment_reviews(desk.file.db)
    for one in ballot_rows.ballots(desk.file.db).values():
        if one.team == team:
            yield _said("For the team", others.without_names(one.for_team))
            yield _said("For the panel", others.without_names(one.for_panel))
            yield _instead(reviews.get(ballot_key(one)), others)


def _instead(review: CommentReview | None, others: People) -> str:
    """What the team reads in place of a comment."""
    return _said("The team reads", others.without_names(review.instead if review else ""))


def _naming(record: Sequence[Done], own: People, others: People, setup: Setup) -> Iterator[str]:
    for one in remarks(record, own):
        if own.names_in(one.text):
            yield f"{about_text(one.about[0], setup)}: {others.without_names(one.text)}"


def _where(desk: Desk) -> Iterator[str]:
    yield f"{desk.file.path}"
    for one in other_files(desk):
        yield f"{one.path}"
    yield delete_on_text(delete_on(desk))


def _said(word: str, text: str) -> str:
    return f"{word}: {text}" if text.strip() else ""
