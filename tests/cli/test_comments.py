"""`judging-app comments`: reviewing what teams read, from the command line."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from judging_app.desk import ballots, events
from judging_app.domain.ids import JudgeId
from judging_app.domain.roles import HOST, Actor, Role
from tests.cli.typing_words import Type

SAID = "The story was clear."
J1 = JudgeId("J1")


@pytest.fixture
def said(sample: Path) -> Path:
    """The sample, in which one judge has written for four teams."""
    desk = events.open_event(sample)
    own = Actor(Role.JUDGE, J1)
    every = ballots.every_ballot(desk)
    given = [team for (judge, team), one in every.items() if one.counts and judge == J1]
    for team in given[:4]:
        ballots.reopen(desk, HOST, J1, team, "A comment is added.")
        ballots.comment(desk, own, J1, team, f"Written for {team}.", "")
        ballots.submit(desk, own, J1, team)
    desk.close()
    return sample


def _of(out: str, state: str) -> int:
    return sum(f"  {state}: " in line for line in out.splitlines())


def test_comments_are_listed_reviewed_and_printed_as_they_were_released(
    said: Path, typed: Type
) -> None:
    listed = typed("comments", said, "--left").out
    codes = [line.split()[0] for line in listed.splitlines() if "  not reviewed: " in line]
    first, second, third, *_ = codes

    answer = typed(
        *("comments", said, "--release", first, "--hold-back", second),
        *("--instead", f"{third}={SAID}"),
    )
    printed = typed("feedback", said, "papers")

    assert f"{len(codes)} of {len(codes)} comments not yet reviewed" in listed
    assert [_of(answer.out, one) for one in ("released", "held back", "reworded")] == [1, 1, 1]
    assert f"{len(codes) - 3} of {len(codes)} comments not yet reviewed: they are left out." in (
        printed.err
    )
    pages = [page.extract_text() for page in PdfReader(next(Path("papers").iterdir())).pages]
    assert sum(page.count(SAID) for page in pages) == 1


def test_all_that_are_left_are_released_in_one_go(said: Path, typed: Type) -> None:
    answer = typed("comments", said, "--release-left", "--left")
    printed = typed("feedback", said, "papers")

    assert answer.out.startswith("All ")
    assert "not yet reviewed" not in printed.err


def test_a_code_that_is_no_comment_s_is_refused_with_what_to_type(said: Path, typed: Type) -> None:
    answer = typed("comments", said, "--release", "J9-T9")

    answer.assert_refused("There is no comment “J9-T9”", "Write its ballot’s code")
