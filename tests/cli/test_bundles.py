"""`judging-app export`, `recompute`, `verify` of a bundle, and `new` from one."""

import json
from contextlib import closing
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from judging_app.bundle.archive import members
from judging_app.bundle.reading import read_bundle
from judging_app.desk import decisions, events, reveal, scoring
from judging_app.desk.desk import Desk
from judging_app.desk.result import basis, result_by
from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.decisions import Award, AwardKind
from judging_app.domain.event import Event, Method
from judging_app.domain.ids import AwardId, CriterionId, JudgeId
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import ORGANISER
from judging_app.domain.setup import Intake
from judging_app.domain.standings import Exclusion
from judging_app.domain.tie_breaks import DeclaredTieBreak, TieRule
from tests.bundle.test_independent import independent
from tests.cli.typing_words import Type
from tests.desk.small_event import EVENT, J1, LANTERN, PERCH, PINS, small_setup
from tests.export.hard_day import NAMES, hard_day


def decide(desk: Desk) -> None:
    """Everything that a panel can decide beside the scores."""
    scoring.close_scoring(desk, ORGANISER)
    team = {one.name: one.id for one in desk.setup().teams}
    decisions.declare_tie_breaks(desk, ORGANISER, [DeclaredTieBreak(TieRule.HEAD_TO_HEAD)], "Late.")
    decisions.exclude(
        desk, ORGANISER, team["Team Halfway"], Exclusion.DISQUALIFIED, "Two teams in one."
    )
    decisions.set_penalty(desk, ORGANISER, team["Team Perch"], Fraction(7, 2), "Over time.")
    decisions.agree_score(
        desk, ORGANISER, JudgeId("J2"), team["Team Lantern"], CriterionId("impact"), 10, "Said."
    )
    joint = [[team["Team Lantern"], team["Team Kingfisher"]], [team["Team Groundwork"]]]
    decisions.declare_award(
        desk,
        ORGANISER,
        Award(AwardId("A1"), "First prize", AwardKind.PLACE, 1),
    )
    decisions.decide_order(desk, ORGANISER, joint, "Two stood out.")


def publish(desk: Desk) -> None:
    reveal.plan_reveal(desk, ORGANISER, RevealKind.LAST_TO_FIRST)
    scoring.publish(desk, ORGANISER)


def only(folder: Path, ending: str) -> Path:
    (found,) = folder.glob(f"*{ending}")
    return found


@pytest.mark.parametrize("audience", ["public", "panel", "organiser"])
@pytest.mark.parametrize("more", [(), ("--without-names",)], ids=["names", "numbers"])
def test_the_application_recompute_and_the_independent_script_agree(
    sample: Path, here: Path, typed: Type, audience: str, more: tuple[str, ...]
) -> None:
    with closing(events.open_event(sample)) as desk:
        desk.asks_again = False
        decide(desk)
        publish(desk)
        code = result_by(desk).fingerprint
    (here / "out").mkdir()

    saved = typed("export", sample, "out", "--audience", audience, "--with-ballots", *more)
    bundle = only(here / "out", ".zip")
    found = typed("recompute", bundle)

    assert (saved.status, saved.err) == (0, "")
    assert (found.status, found.err) == (0, "")
    assert code in found.out
    assert "every place, score and award is the bundle’s own" in found.out
    (told,) = independent([bundle])
    assert told["differs"] == []
    assert told["code"] == code


def test_a_bundle_without_ballots_says_that_it_cannot_be_recomputed(
    sample: Path, here: Path, typed: Type
) -> None:
    with closing(events.open_event(sample)) as desk:
        desk.asks_again = False
        scoring.close_scoring(desk, ORGANISER)
        publish(desk)
    typed("export", sample, here, "--kind", "bundle")

    found = typed("recompute", only(here, ".zip"))

    assert found.status == 1
    assert "no ballots" in found.err


def test_verify_says_what_a_bundle_is_and_names_the_line_that_was_changed(
    sample: Path, here: Path, typed: Type
) -> None:
    typed("export", sample, here, "--kind", "bundle", "--audience", "panel")
    path = only(here, ".zip")
    good = typed("verify", path)
    data = path.read_bytes()
    at = next(one.at for one in members(data) if one.name == "standings.csv") + 3
    path.write_bytes(data[:at] + b"~" + data[at + 1 :])

    bad = typed("verify", path)

    assert good.status == 0
    assert good.out.startswith("Every byte is as it was written.")
    assert "It isn’t signed" in good.out  # this computer hasn't the sample's key
    assert (bad.status, bad.err) == (1, "standings.csv, line 1: isn’t as it was written.\n")
    assert typed("recompute", path).status == 1


def test_everybody_gets_nothing_before_the_result_is_published(
    sample: Path, here: Path, typed: Type
) -> None:
    (here / "out").mkdir()

    found = typed("export", sample, "out")

    assert found.status == 1
    assert "isn’t published yet" in found.err
    assert [*(here / "out").iterdir()] == []


def test_people_rubric_and_ballots_go_out_and_in_again_field_by_field(
    here: Path, typed: Type
) -> None:
    hard = hard_day().source
    names = ["Another", *NAMES]
    teams = tuple(  # no two teams of an event have one name
        team if names.index(team.name) == number else replace(team, name=f"Team {number}")
        for number, team in enumerate(hard.setup.teams, start=1)
    )
    lists = replace(hard.setup, teams=teams)
    intake = Intake(lists, hard.ballots)
    events.create_event(here / "one.pitchday", Event("One", method=Method.MEAN), intake)
    typed("export", here / "one.pitchday", here, "--kind", "bundle", "--audience", "organiser")

    made = typed("new", here / "two.pitchday", "--title", "One", "--from", only(here, ".zip"))

    assert (made.status, made.err) == (0, "")
    with (
        closing(events.open_event(here / "one.pitchday")) as one,
        closing(events.open_event(here / "two.pitchday")) as two,
    ):
        assert two.recorded_setup() == one.recorded_setup()
        assert basis(two) == basis(one)
        assert [one.name for one in two.recorded_setup().participants] == [*NAMES]
        assert result_by(two).fingerprint == result_by(one).fingerprint


def test_drafts_comments_and_reasons_go_out_and_in_again(here: Path, typed: Type) -> None:
    ballots = (
        Ballot(J1, LANTERN, BallotState.DRAFT, {CriterionId("impact"): 7}, "=1+1", "'+x\r\ny"),
        Ballot(J1, PERCH, BallotState.RECUSED, reason="A link, “so”."),
    )
    events.create_event(here / "one.pitchday", EVENT, Intake(small_setup(), ballots), PINS)
    typed("export", here / "one.pitchday", here, "--kind", "bundle", "--audience", "organiser")

    typed("new", here / "two.pitchday", "--title", "Two", "--from", only(here, ".zip"))

    assert "Signed with the key" in typed("verify", only(here, ".zip")).out
    with closing(events.open_event(here / "two.pitchday")) as desk:
        there = {(one.judge, one.team): one for one in basis(desk).ballots}
        assert [there[one.judge, one.team] for one in ballots] == [*ballots]
        assert desk.recorded_setup() == small_setup()


def test_nobodys_ballots_are_taken_from_a_bundle_for_everybody(
    sample: Path, here: Path, typed: Type
) -> None:
    with closing(events.open_event(sample)) as desk:
        desk.asks_again = False
        scoring.close_scoring(desk, ORGANISER)
        publish(desk)
    typed("export", sample, here, "--kind", "bundle", "--with-ballots")

    found = typed("new", here / "two.pitchday", "--title", "Two", "--from", only(here, ".zip"))

    assert found.status == 1
    assert "for everybody" in found.err
    assert not (here / "two.pitchday").exists()


def test_without_names_no_file_has_one(sample: Path, here: Path, typed: Type) -> None:
    with closing(events.open_event(sample)) as desk:
        setup = desk.recorded_setup()
    (here / "out").mkdir()
    typed("export", sample, "out", "--audience", "organiser", "--without-names")

    bundle = read_bundle(only(here / "out", ".zip").read_bytes())
    told = json.dumps([repr(bundle.tables), repr(bundle.entries)], ensure_ascii=False)

    names = [one.name for one in setup.participants] + [one.name for one in setup.judges]
    assert [name for name in names if name in told] == []
    assert [one.email for one in setup.participants if one.email and one.email in told] == []


def test_badges_are_signed_by_name_once_the_result_is_published(
    sample: Path, here: Path, typed: Type
) -> None:
    (here / "out").mkdir()
    asked = ("export", sample, "out", "--kind", "badges", "--audience", "panel")
    before = typed(*asked)
    with closing(events.open_event(sample)) as desk:
        desk.asks_again = False
        decide(desk)
        publish(desk)
        emails = [one.email for one in desk.recorded_setup().participants if one.email]
        joint = [one.team for one in result_by(desk).standings if one.place == 1]
        setup = desk.recorded_setup()

    by_number = typed(*asked, "--without-names")
    assert "isn’t published yet" in before.err
    assert "by name" in by_number.err
    assert [*(here / "out").iterdir()] == []

    typed(*asked)

    files = [one.read_text("utf-8") for one in (here / "out").rglob("*.json")]
    out = [one.id for one in setup.teams if one.name == "Team Halfway"]
    members = [one for one in setup.participants if one.team and one.team not in out]
    assert len(files) == len(members) + sum(one.team in joint for one in members)
    assert emails
    assert not [one for one in emails if one in "".join(files)]
    assert len({json.loads(one)["id"] for one in files}) == len(files)


def test_badges_are_asked_for_where_the_events_key_is(
    sample: Path, here: Path, typed: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(events.open_event(sample)) as desk:
        desk.asks_again = False
        decide(desk)
        publish(desk)
    (here / "out").mkdir()
    monkeypatch.setattr("judging_app.desk.open_data.bundles.kept_key", lambda _event: None)

    found = typed("export", sample, "out", "--kind", "badges")

    assert (found.status, [*(here / "out").iterdir()]) == (1, [])
    assert "doesn’t have the event’s key" in found.err
