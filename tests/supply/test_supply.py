"""What the application is made of is listed whole, and nobody is told that all is well unasked."""

import hashlib
import json
import re
import subprocess
import tomllib
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from supply import hashes, licences, sbom, vulnerabilities
from supply.hashes import LOCKED
from supply.shipped import NOT_FROZEN, beside, shipped

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "resources" / "fonts"
PIN = re.compile(r"^([\w.-]+)(?:\[\w+\])?==([^ ;\\]+)", re.MULTILINE)


def _pinned() -> set[tuple[str, str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    groups = project["dependency-groups"].values()
    lines = [*project["project"]["dependencies"], *(one for group in groups for one in group)]
    lines += project["tool"]["uv"]["constraint-dependencies"]
    return {found.groups() for line in lines if (found := PIN.match(line))}  # type: ignore[misc]  # two groups


def _locked() -> dict[tuple[str, str], set[str]]:
    parts = re.split(r"\n(?=[a-z])", LOCKED.read_text("utf-8"))
    found = [(PIN.match(part), part) for part in parts]
    return {
        pin.groups(): {*re.findall(r"--hash=sha256:([0-9a-f]{64})\b", part)}  # type: ignore[misc]  # as above
        for pin, part in found
        if pin
    }


def test_every_pinned_package_is_locked_with_its_hashes_and_no_other() -> None:
    locked = _locked()

    assert locked.keys() == _pinned()
    assert all(locked.values())
    assert "://" not in LOCKED.read_text("utf-8")


def test_packages_with_compiled_parts_have_the_hashes_of_every_system() -> None:
    locked = {name: found for (name, _), found in _locked().items()}

    assert all(len(locked[name]) > 4 for name in ("pyside6-essentials", "shiboken6"))
    assert all(len(locked[name]) > 20 for name in ("pynacl", "pillow", "argon2-cffi-bindings"))


def test_whatever_goes_out_is_locked_or_left_out_on_purpose() -> None:
    locked = {name for name, _ in _locked()}

    assert {one.name for one in shipped()} | NOT_FROZEN <= locked


def test_the_page_of_licences_is_the_one_that_is_made_of_what_is_installed() -> None:
    assert licences.page() == licences.PAGE.read_text("utf-8")


def test_the_bill_of_materials_is_valid_and_names_all_that_goes_out(tmp_path: Path) -> None:
    bill = json.loads(sbom.write_bill(tmp_path).read_text("utf-8"))

    _validator()(bill)
    named = {one["name"]: one for one in bill["components"]}
    assert named.keys() == {one.name for one in (*shipped(), *beside())}
    assert named.keys() >= {"Inter", "Noto Sans", "EB Garamond", "Lucide", "Python", "SQLite"}
    assert all(one["licenses"] and one["version"] for one in bill["components"])
    assert bill["metadata"]["component"]["name"] == "judging-app"
    needs = {one["ref"]: one.get("dependsOn", []) for one in bill["dependencies"]}
    assert any(ref.startswith("cffi@") for ref in needs[f"pynacl@{named['pynacl']['version']}"])


def test_a_bill_with_a_part_that_has_no_name_would_not_be_valid() -> None:
    bill = json.loads(sbom.bill())
    del bill["components"][0]["name"]

    with pytest.raises(fastjsonschema.JsonSchemaException):
        _validator()(bill)


def _validator() -> Callable[[Any], object]:
    """CycloneDX's own schema, as its library brings it along."""
    folder = files("cyclonedx.schema") / "_res"

    def schema(name: str) -> Any:  # noqa: ANN401 - JSON
        return json.loads((folder / name).read_text("utf-8"))

    def other(uri: str) -> Any:  # noqa: ANN401 - JSON
        kind = uri.rpartition("/")[2].removesuffix(".schema.json").removesuffix(".SNAPSHOT")
        return schema(f"{kind}.SNAPSHOT.schema.json")

    made: Callable[[Any], object] = fastjsonschema.compile(
        schema("bom-1.6.SNAPSHOT.schema.json"), handlers={"http": other, "": other}
    )
    return made


def _answer(*holes: str, skipped: bool = False) -> str:
    package: dict[str, object] = {"name": "urllib3", "version": "1.24.1"}
    if skipped:
        package["skip_reason"] = "not found on the registry"
    else:
        package["vulns"] = [{"id": hole, "fix_versions": ["1.24.2"]} for hole in holes]
    return json.dumps({"dependencies": [package]})


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the sources answer, in turn; no more answers, and each is out of reach."""
    answers: list[str] = []

    def ask(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        out = answers.pop(0) if answers else ""
        return subprocess.CompletedProcess(command, 1, out, "" if out else "ServiceError: offline")

    monkeypatch.setattr("supply.vulnerabilities.subprocess.run", ask)
    return answers


def test_with_nobody_to_ask_it_says_so_and_ends_with_a_status_of_its_own(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked == []
    assert vulnerabilities.main() == vulnerabilities.NOT_CHECKED == 3
    said = capsys.readouterr().out
    assert said.startswith("NOT CHECKED")
    assert said.count("ServiceError: offline") == 2


def test_a_source_that_knows_no_hole_of_a_known_bad_release_was_not_asked(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    asked += [_answer(), _answer()]

    assert vulnerabilities.main() == vulnerabilities.NOT_CHECKED
    assert capsys.readouterr().out.count("it knows nothing of urllib3==1.24.1") == 2


def test_a_package_that_is_passed_over_was_not_asked_about(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    asked += [_answer("CVE-1"), _answer(skipped=True)]

    assert vulnerabilities.main() == vulnerabilities.NOT_CHECKED
    assert "it passes over urllib3" in capsys.readouterr().out


@pytest.mark.parametrize(("holes", "status"), [((), 0), (("CVE-2",), 1)])
def test_what_a_source_knows_is_said_with_its_remedy(
    holes: tuple[str, ...], status: int, asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    asked += [_answer("CVE-1"), _answer(*holes)]

    assert vulnerabilities.main() == status
    said = capsys.readouterr().out
    assert f"{len(holes)} known, says osv." in said
    assert ("CVE-2, fixed in 1.24.2" in said) is bool(holes)


def test_the_hashes_are_asked_for_without_naming_a_registry(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    commands: list[list[str]] = []

    def ask(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        commands.append(command)
        return subprocess.CompletedProcess(command, 0, "six==1.17.0 \\\n    --hash=sha256:0\n", "")

    monkeypatch.setattr("supply.hashes.subprocess.run", ask)
    monkeypatch.setattr("supply.hashes.LOCKED", tmp_path / "locked.txt")

    assert hashes.main() == 0
    assert {"--universal", "--generate-hashes", "--no-emit-index-url"} <= {*commands[0]}
    assert (tmp_path / "locked.txt").read_text("utf-8").startswith(f"{hashes.HEAD}six==1.17.0")


def test_every_face_is_the_file_that_it_is_said_to_be_and_has_its_licence_beside_it() -> None:
    said = tomllib.loads((FONTS / "faces.toml").read_text("utf-8"))
    found = {
        path.relative_to(FONTS).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in FONTS.rglob("*.ttf")
    }

    assert {name: face["sha256"] for name, face in said.items()} == found
    assert all((FONTS / name).with_name("LICENSE_FONT").exists() for name in found)
