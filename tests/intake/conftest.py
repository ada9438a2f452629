"""The sample event and a small one, as the bytes of their files."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from judging_app.errors import IntakeError
from judging_app.paths import RESOURCES
from tests.intake.reading import read_files

_SMALL = {
    "participants.csv": (
        "name,email,sector,organisation,role,team\n"
        "Ada Rees,ada@example.org,government,HMRC,Analyst,Lantern\n"
        "Bo Lund,bo@example.org,industry,Kestrel Cloud,,Perch\n"
    ),
    "teams.csv": "team,challenge,challenge_owner\nLantern,Appeals,HMRC\nPerch,,\n",
    "judges.csv": (
        "code,name,title,organisation,sector\nJ1,Olwen Prosser,,HMRC,\nJ2,Omar Haddad,,,\n"
    ),
    "rubric.csv": (
        "criterion,title,weight,min,max,step\n"
        "impact,Impact,60,1,10,1\n"
        "delivery,Pitch delivery,40,0,5,0.5\n"
    ),
    "visits.csv": "host_organisation,date,team\nKestrel Cloud,2019-03-04,Perch\n",
    "ballots.csv": (
        "judge,team,criterion,score\n"
        "J1,Lantern,impact,7\n"
        "J1,Lantern,delivery,4.5\n"
        "J2,Lantern,impact,10\n"
        "J2,Lantern,delivery,0\n"
    ),
    "not-scored.csv": "judge,team,why\nJ1,Perch,recused\nJ2,Perch,absent\n",
}


@pytest.fixture(scope="session")
def sample_folder() -> Path:
    return RESOURCES / "samples" / "tech-connect"


@pytest.fixture(scope="session")
def sample(sample_folder: Path) -> Mapping[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(sample_folder.glob("*.csv"))}


@pytest.fixture
def small() -> dict[str, bytes]:
    return {file: text.encode() for file, text in _SMALL.items()}


@pytest.fixture(scope="session")
def problems_of() -> Callable[[Mapping[str, bytes]], tuple[str, ...]]:
    """What is told of files that must be refused."""
    return _problems_of


def _problems_of(files: Mapping[str, bytes]) -> tuple[str, ...]:
    with pytest.raises(IntakeError) as refused:
        read_files(files)
    return refused.value.problems
