"""What nobody does at a desk that somebody else left open: the PIN is asked again just before."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from judging_app.desk import events, scoring, sign_in
from judging_app.desk.desk import Desk
from judging_app.desk.rights import ASKS_AGAIN, RIGHTS
from judging_app.domain.acts import ACTS, Act, Publish, ReopenScoring, act_name
from judging_app.domain.event import Phase
from judging_app.domain.lock_out import FREE_TRIES
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from judging_app.errors import NotConfirmedError, SignInError
from tests.desk.acts_done import CASES, bring_case_to
from tests.desk.small_event import ACTORS, PINS, bring_to


@pytest.fixture
def attended(small_path: Path) -> Iterator[Desk]:
    """The small event at a desk where people sit down and leave."""
    desk = events.open_event(small_path, asks_again=True)
    yield desk
    desk.close()


def unasked(desk: Desk) -> Desk:
    """The same without being asked, to get somewhere."""
    desk.asks_again = False
    return desk


def _phase(kind: type[Act]) -> Phase:
    return next(phase for phase in Phase if phase in RIGHTS[kind][1])


@pytest.mark.parametrize("kind", [act for act in ACTS if act in ASKS_AGAIN], ids=act_name)
def test_an_act_thatasks_again_is_refused_in_the_desk_until_the_pin_was_entered(
    kind: type[Act], attended: Desk
) -> None:
    roles, _ = RIGHTS[kind]
    actor = ACTORS[next(role for role in Role if role in roles)]
    bring_case_to(unasked(attended), _phase(kind), CASES[kind])
    attended.asks_again = True
    before = len(attended.entries())
    with pytest.raises(NotConfirmedError, match="Enter your PIN again to"):
        CASES[kind].do(attended, actor)
    refused = [entry.act for entry in attended.entries()[before:]]
    sign_in.confirm(attended, actor, kind, PINS[actor])
    CASES[kind].do(attended, actor)

    assert refused == ["refuse"]
    assert act_name(kind) in [entry.act for entry in attended.entries()[before:]]


def _closed(desk: Desk) -> Desk:
    bring_to(unasked(desk), Phase.CLOSED)
    desk.asks_again = True
    return desk


def test_a_proof_is_good_for_the_next_act_alone(attended: Desk) -> None:
    desk = _closed(attended)
    sign_in.confirm(desk, ORGANISER, ReopenScoring, PINS[ORGANISER])
    scoring.reopen_scoring(desk, ORGANISER, "A sheet was found.")
    scoring.close_scoring(desk, ORGANISER, "It was none of ours.")

    with pytest.raises(NotConfirmedError):
        scoring.reopen_scoring(desk, ORGANISER, "Once more.")


def test_a_proof_is_gone_after_anything_else_was_done(attended: Desk) -> None:
    desk = _closed(attended)
    sign_in.confirm(desk, ORGANISER, Publish, PINS[ORGANISER])
    sign_in.sign_out(desk, ORGANISER)

    with pytest.raises(NotConfirmedError):
        scoring.publish(desk, ORGANISER)


@pytest.mark.parametrize("given", [(ORGANISER, ReopenScoring), (HOST, Publish)], ids=str)
def test_a_proof_of_another_act_or_of_another_person_is_none(
    given: tuple[Actor, type[Act]], attended: Desk
) -> None:
    desk = _closed(attended)
    sign_in.confirm(desk, *given, PINS[given[0]])

    with pytest.raises(NotConfirmedError):
        scoring.publish(desk, ORGANISER)


def test_a_wrong_pin_counts_as_a_try_and_proves_nothing(attended: Desk) -> None:
    desk = _closed(attended)
    for left in range(FREE_TRIES - 1, 0, -1):
        with pytest.raises(SignInError, match=f"wrong. {left} tr"):
            sign_in.confirm(desk, ORGANISER, Publish, "000001")
    with pytest.raises(SignInError, match="Try again in 15 seconds"):
        sign_in.confirm(desk, ORGANISER, Publish, "000001")
    with pytest.raises(SignInError, match="Too many wrong PINs"):
        sign_in.confirm(desk, ORGANISER, Publish, PINS[ORGANISER])

    assert sign_in.locked_out(desk) == (ORGANISER,)
    with pytest.raises(NotConfirmedError):
        scoring.publish(desk, ORGANISER)


def test_what_was_confirmed_is_on_the_record_without_the_pin(attended: Desk) -> None:
    desk = _closed(attended)
    changed = sign_in.confirm(desk, ORGANISER, Publish, PINS[ORGANISER])

    (entry,) = changed.entries
    assert (entry.actor, entry.act) == ("organiser", "confirm pin")
    assert "publish" in entry.body
    assert all(PINS[ORGANISER] not in one.body for one in desk.entries())
