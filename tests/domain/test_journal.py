"""The receipt of an entry."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from judging_app.domain.journal import receipt

LETTERS = set("BCDFGHJKLMNPQRSTVWXZ")


@given(st.binary(max_size=16))
def test_a_receipt_is_four_letters_of_which_no_word_can_be_made(seed: bytes) -> None:
    letters = receipt(hashlib.sha256(seed).hexdigest())

    assert len(letters) == 4
    assert set(letters) <= LETTERS
    assert not set(letters) & set("AEIOUY")


def test_every_letter_comes_up_in_every_place() -> None:
    found = [receipt(hashlib.sha256(bytes([one, two])).hexdigest()) for one in range(8)
             for two in range(256)]  # fmt: skip

    assert [set(place) for place in zip(*found, strict=True)] == [LETTERS] * 4


def test_the_same_digest_has_the_same_receipt_on_any_machine() -> None:
    assert receipt("0" * 64) == "BBBB"
    assert receipt("0000000000000001" + "f" * 48) == "CBBB"
