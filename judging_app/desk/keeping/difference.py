"""What a copy lacks of what an event's file had, as far as that can be read; never with a score."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass

from judging_app.desk.keeping.recovery import Recovery, beyond, content_of, unread_beyond
from judging_app.domain import subjects
from judging_app.domain.acts import BallotAct, SignInAct
from judging_app.domain.ballots import Ballot
from judging_app.domain.ids import CriterionId, JudgeId, TeamId
from judging_app.domain.labels import told_apart
from judging_app.domain.roles import actor_from_key
from judging_app.domain.setup import Setup
from judging_app.present.start.recovery import Loss, LossState
from judging_app.present.words.acts import ACT_WORDS
from judging_app.present.words.event import ROLE_WORDS
from judging_app.store import ballot_rows, set_up_rows
from judging_app.store.bodies import act_of
from judging_app.store.keeping.good_copies import GoodCopy
from judging_app.store.keeping.salvage import Unread, continuing
from judging_app.store.memory import in_memory
from judging_app.words import capitalised


@dataclass(frozen=True, slots=True)
class Difference:
    """What one copy lacks of the rest, and how many entries it has that the file hasn't.

    Of what `can_be_put_back`, `ballots_put_back` entries are changes to ballots.
    `lost` and `unread` count entries, of which `losses` shows those that are more than a sign-in.
    """

    losses: tuple[Loss, ...]
    can_be_put_back: int
    ballots_put_back: int
    lost: int
    has_more: int


def difference(recovery: Recovery, copy: GoodCopy) -> Difference:
    """What `copy` lacks of what the file had, as far as that can be read.

    Raises:
        EventFileError: if the copy can't be read any more.
    """
    with closing(in_memory(content_of(copy))) as db:
        setup, ballots = told_apart(set_up_rows.setup(db)), dict(ballot_rows.ballots(db))
        followed = continuing(db, beyond(recovery, copy))
    done = {entry.digest for entry in followed}
    ballots_back = sum(entry.subject.startswith("ballot ") for entry in followed)
    losses = (
        *_readable_losses(recovery, copy, done, setup, ballots),
        *(_unread_loss(one, setup) for one in unread_beyond(recovery, copy)),
    )
    known = {entry.digest for entry in recovery.salvage.entries}
    lost = len(beyond(recovery, copy)) - len(done) + len(unread_beyond(recovery, copy))
    has_more = sum(one not in known for one in copy.digests)
    return Difference(losses, len(done), ballots_back, lost, has_more)


def _readable_losses(
    recovery: Recovery,
    copy: GoodCopy,
    done: set[str],
    setup: Setup,
    ballots: dict[tuple[JudgeId, TeamId], Ballot],
) -> Iterator[Loss]:
    for entry in beyond(recovery, copy):
        state = LossState.READABLE if entry.digest in done else LossState.APART
        try:
            act = act_of(entry.act, entry.body)
        except ValueError:
            continue
        if isinstance(act, SignInAct):
            continue
        if isinstance(act, BallotAct):
            key = (act.ballot.judge, act.ballot.team)
            what = _changed(ballots.get(key), act.ballot, setup) or capitalised(
                ACT_WORDS[type(act)]
            )
            ballots[key] = act.ballot
            who, team = _names(entry.subject, setup)
        else:
            what, (who, team) = capitalised(ACT_WORDS[type(act)]), (_role(entry.actor), "")
        yield Loss(entry.time, who, team, what, state)


def _unread_loss(unread: Unread, setup: Setup) -> Loss:
    who, team = _names(unread.subject, setup)
    return Loss(None, who or f"Entry {unread.seq}", team, "", LossState.UNREAD)


def _changed(before: Ballot | None, now: Ballot, setup: Setup) -> str:
    """The criteria whose scores an act changed; never the scores."""
    was: Mapping[CriterionId, int] = before.scores if before else {}
    changed = [
        one.title for one in setup.rubric.criteria if now.scores.get(one.id) != was.get(one.id)
    ]
    return ", ".join(changed) if before is None or before.state is now.state else ""


def _names(subject: str, setup: Setup) -> tuple[str, str]:
    """Whose ballot for which team an entry is about; empty where it is about something else."""
    if not subject.startswith("ballot "):
        return "", ""
    judge, team = subjects.judge_and_team(subject)
    judges = {one.id: one.name for one in setup.judges}
    teams = {one.id: one.name for one in setup.teams}
    return judges.get(judge, ""), teams.get(team, "")


def _role(key: str) -> str:
    try:
        return capitalised(ROLE_WORDS[actor_from_key(key).role])
    except ValueError:
        return ""
