"""Whatever byte of a bundle is changed is noticed, and its place is named."""

from random import Random

import pytest

from judging_app.bundle.archive import members
from judging_app.bundle.checking import faults
from judging_app.bundle.reading import read_bundle
from judging_app.domain.event import Reader
from judging_app.errors import BundleError
from tests.bundle.made_events import made_event
from tests.how_many import CHANGED_BYTES


def changed(data: bytes, at: int, value: int) -> bytes:
    return data[:at] + bytes([value]) + data[at + 1 :]


def noticed(data: bytes) -> tuple[str, ...]:
    try:
        return faults(data)
    except BundleError as error:
        return (str(error),)


@pytest.mark.parametrize("key", [None, "22" * 32], ids=["unsigned", "signed"])
def test_no_changed_byte_goes_unnoticed(key: str | None) -> None:
    random = Random("changed bytes")  # noqa: S311 - which byte
    data = made_event(7, teams=4, judges=3).bundle(key=key)
    unnoticed = []
    for _ in range(CHANGED_BYTES.now // 2):
        at = random.randrange(len(data))
        value = random.choice([one for one in range(256) if one != data[at]])
        if not noticed(other := changed(data, at, value)):
            unnoticed.append((at, value))
        with pytest.raises(BundleError):
            read_bundle(other)

    assert unnoticed == []
    assert faults(data) == ()


def test_the_line_that_was_changed_is_named() -> None:
    data = made_event(7, teams=4, judges=3).bundle()
    scores = next(one for one in members(data) if one.name == "scores.csv")
    lines = scores.content.splitlines(keepends=True)
    at = scores.at + sum(map(len, lines[:5])) + len(lines[5]) - 3  # the last figure of line 6

    found = faults(changed(data, at, ord("7") if data[at] != ord("7") else ord("6")))

    assert found == ("scores.csv, line 6: isn’t as it was written.",)


def test_a_byte_between_the_files_is_named_by_its_number() -> None:
    data = made_event(7).bundle()

    found = faults(changed(data, 11, data[11] ^ 1))

    assert len(found) == 1
    assert found[0].startswith("Byte 11 of the bundle isn’t as it was written.")


def test_a_changed_manifest_is_named() -> None:
    data = made_event(7).bundle()
    manifest = members(data)[0]

    found = faults(changed(data, manifest.at + manifest.content.index(b"0.1.0"), ord("9")))

    assert found == (
        "manifest.json isn’t the one that signature.json is about: one of them was changed.",
    )


def test_a_bundle_that_somebody_made_up_again_has_another_signature() -> None:
    made = made_event(7)

    own, other = (read_bundle(made.bundle(key=key)) for key in ("11" * 32, "33" * 32))

    assert own.signed_by != other.signed_by


@pytest.mark.parametrize(
    "data",
    [b"", b"PK", b"PK\3\4" + b"\xff" * 40, b"not a zip at all" * 100, b"PK\5\6" + b"\0" * 18],
)
def test_what_is_no_bundle_is_refused_in_a_sentence(data: bytes) -> None:
    with pytest.raises(BundleError, match="isn’t a bundle"):
        read_bundle(data)


@pytest.mark.parametrize("reader", list(Reader))
def test_bytes_at_the_end_or_missing_there_are_noticed(reader: Reader) -> None:
    data = made_event(7).bundle(reader)

    for other in (data + b"\0", data[:-1], data[:-40], data[:200], data + data):
        assert noticed(other), len(other)
