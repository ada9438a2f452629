"""`judging-app archive`, `forget`, `held` and `delete-on`."""

import re
import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from judging_app.bundle.reading import read_bundle
from judging_app.bundle.recomputing import recomputed
from judging_app.desk import ballots, scoring
from judging_app.desk.events import open_event
from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.roles import HOST, ORGANISER, Actor, Role
from tests.cli.typing_words import Type, everything_in

NAME = "Peter Quayle"


@pytest.fixture
def published(sample: Path) -> Path:
    """The sample event with a comment that names somebody, published."""
    desk = open_event(sample)
    judge, team = JudgeId("J2"), TeamId("T1")
    ballots.reopen(desk, HOST, judge, team, "To add a word.")
    ballots.comment(desk, Actor(Role.JUDGE, judge), judge, team, f"As {NAME} I say: well done.", "")
    ballots.submit(desk, Actor(Role.JUDGE, judge), judge, team)
    scoring.close_scoring(desk, HOST)
    scoring.publish(desk, ORGANISER)
    desk.close()
    return sample


def test_nothing_is_forgotten_until_every_remark_is_decided(published: Path, typed: Type) -> None:
    before = published.read_bytes()

    answer = typed("forget", published)

    assert answer.status == 1
    assert "1 remark seems to name somebody. 4 others will stay as they are." in answer.out
    assert re.search(
        rf"^[A-Z]{{4}}  ballot: {NAME} on Team Lantern: As {NAME}", answer.out, re.MULTILINE
    )
    assert "proposed: codes" in answer.out
    assert "--answer ID=keep" in answer.err
    assert published.read_bytes() == before


def test_once_decided_everybody_is_forgotten_and_the_copies_are_deleted(
    published: Path, typed: Type
) -> None:
    typed("copy", published)
    standings = typed("standings", published, "--format", "csv").out
    (code,) = re.findall(
        r"^([A-Z]{4})  ", typed("forget", published, "--dry-run").out, re.MULTILINE
    )

    answer = typed("forget", published, "--answer", f"{code}=codes")

    everything = b"".join(everything_in(published.parent).values())
    assert (answer.status, answer.err) == (0, "")
    assert "1 file deleted" in answer.out
    assert NAME.encode() not in everything
    assert b"example.org" not in everything
    assert typed("verify", published).status == 0
    assert "codes took the place of 46 people" in typed("verify", published).out
    assert typed("standings", published, "--format", "csv").out == standings


@pytest.mark.parametrize("said", ["QQQQ=codes", "{}=burn"])
def test_an_answer_to_nothing_and_one_that_is_none_are_refused(
    said: str, published: Path, typed: Type
) -> None:
    (code,) = re.findall(
        r"^([A-Z]{4})  ", typed("forget", published, "--dry-run").out, re.MULTILINE
    )

    answer = typed("forget", published, "--answer", said.format(code))

    answer.assert_refused()


def test_an_event_that_is_not_closed_keeps_its_people(sample: Path, typed: Type) -> None:
    typed("forget", sample, "--as-proposed").assert_refused("Nobody can forget the people")


def test_what_is_held_on_somebody_names_nobody_else(
    published: Path, typed: Type, tmp_path: Path
) -> None:
    answer = typed("held", published, NAME, tmp_path)

    (paper,) = tmp_path.glob("*.pdf")
    said = " ".join(page.extract_text() for page in PdfReader(BytesIO(paper.read_bytes())).pages)
    assert answer.status == 0
    assert NAME not in paper.name
    for one in ("Team Lantern: Submitted.", NAME, "Of your PIN, a hash is kept"):
        assert one in said
    assert "Omar Haddad" not in said


def test_two_of_one_name_are_told_by_their_codes(sample: Path, typed: Type, tmp_path: Path) -> None:
    typed("held", sample, "Sam Lee", tmp_path).assert_refused("Type one of their codes: P")
    typed("held", sample, "Nobody Atall", tmp_path).assert_refused("There is nobody")


def test_the_archive_is_one_file_that_says_its_own_digests(
    published: Path, typed: Type, tmp_path: Path
) -> None:
    answer = typed("archive", published, tmp_path / "day.zip")
    again = typed("archive", published, tmp_path / "again.zip")

    with zipfile.ZipFile(tmp_path / "day.zip") as kept:
        files = {name: kept.read(name) for name in kept.namelist()}
    sums = files.pop("SHA256SUMS.txt").decode()
    assert (answer.status, again.status) == (0, 0)
    assert "It has names in it." in answer.err
    assert sums == "".join(f"{sha256(one).hexdigest()}  {name}\n" for name, one in files.items())
    assert files["sample.pitchday"] == published.read_bytes()
    assert sum(name.endswith(".pdf") for name in files) == 2
    (bundle,) = (one for name, one in files.items() if name.endswith(".zip"))
    assert recomputed(read_bundle(bundle)).is_same
    assert (tmp_path / "day.zip").read_bytes() == (tmp_path / "again.zip").read_bytes()


def test_a_day_to_delete_on_is_chosen_shown_and_taken_back(sample: Path, typed: Type) -> None:
    none = typed("delete-on", sample).out
    chosen = typed("delete-on", sample, "2027-03-04").out

    assert none == "No day is chosen on which this event is to be deleted.\n"
    assert (
        chosen == "This event is to be deleted on 4 March 2027.\n" == typed("delete-on", sample).out
    )
    assert typed("delete-on", sample, "--none").out == none
