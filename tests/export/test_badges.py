"""Badges are signed as the standard says, and public readers of them find each one good."""

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from judging_app.bundle.bundle import EventData
from judging_app.domain.event import Reader
from judging_app.export.open_data.badges import badge_files
from judging_app.export.open_data.linked_data import canonical_lines, signed
from judging_app.present.open_data.badges import TOOK_PART, Badges, badges
from tests.bundle.made_events import KEY, made_event
from tests.export.hard_day import NAMES, data, hard_day

EXAMPLE = {
    "@context": [
        "https://www.w3.org/ns/credentials/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    "id": "http://example.com/credentials/3527",
    "type": ["VerifiableCredential", "OpenBadgeCredential"],
    "issuer": {
        "id": "https://example.edu/issuers/565049",
        "type": ["Profile"],
        "url": "https://www.imsglobal.org",
        "name": "Example Corp",
    },
    "validFrom": "2010-01-01T00:00:00Z",
    "name": "Teamwork Badge",
    "credentialSubject": {
        "id": "did:example:ebfeb1f712ebc6f1c276e12ec21",
        "type": ["AchievementSubject"],
        "achievement": {
            "id": "https://example.com/achievements/21st-century-skills/teamwork",
            "type": ["Achievement"],
            "criteria": {
                "narrative": "Team members are nominated for this badge by their peers and "
                "recognized upon review by Example Corp management."
            },
            "description": "This badge recognizes the development of the capacity to collaborate "
            "within a group environment.",
            "name": "Teamwork",
        },
    },
}
"""Source: the test vector in https://www.imsglobal.org/spec/ob/v3p0/impl/ for linked data."""

EXAMPLE_KEY = "6241a409e6707bb640a0140a8a32bc3d193c33a661747284d6adfa4ed4180be4"
EXAMPLE_DIGEST = "87f65a76d40146205e3b3e06cb0fbd153f97f9ce70372390f52566bb7f9e0773"
EXAMPLE_PROOF = (
    "z5x9aCBYovW3CQCbKdNyhEm7ffYSw1YpEdPywQJoNbzDD2gkzQDKJ1sYKJaWvqZtkMtSbz35HcbgXVEDYHxCzgkCr"
)


def given(of: EventData) -> Badges:
    """The badges of a day on which everybody has an address."""
    return badges(of, {one.participant: "sam@example.org" for one in of.tables.participants or ()})


def test_the_signature_of_the_standards_own_example_comes_out_to_the_byte() -> None:
    by = signed(EXAMPLE, EXAMPLE_KEY, "2010-01-01T19:23:24Z", "https://example.edu/issuers/565049")

    assert sha256(canonical_lines(EXAMPLE).encode()).hexdigest() == EXAMPLE_DIGEST
    assert by == {**EXAMPLE, "proof": by["proof"]}
    assert json.dumps(by["proof"]).count(EXAMPLE_PROOF) == 1


def test_everybody_in_a_team_has_a_badge_and_one_more_for_each_award_of_theirs() -> None:
    of = data(made_event(0, teams=6, judges=3), Reader.PUBLIC)
    out = {one.team for one in of.tables.exclusions or ()}
    people = [one for one in of.tables.participants or () if one.team not in out]
    titles = {one.award: one.title for one in of.tables.awards or ()}

    found = badges(of, {})

    won = [
        (one.participant, titles[own.award])
        for one in people
        for own in of.tables.award_winners or ()
        if own.team == one.team
    ]
    assert out
    assert won
    assert sorted((one.person, one.achievement.title) for one in found.badges) == sorted(
        [*won, *((one.participant, TOOK_PART) for one in people)]
    )


def test_a_badge_has_a_name_and_no_address_and_is_the_same_again() -> None:
    of = given(data(hard_day(), Reader.PUBLIC))

    files = dict(badge_files(of, KEY))

    assert files == dict(badge_files(of, KEY))
    assert len(files) == len(of.badges)
    assert b"sam@example.org" not in b"".join(files.values())
    texts = [json.loads(one)["credentialSubject"]["identifier"] for one in files.values()]
    named = {one[0]["identityHash"] for one in texts}
    assert len(named) == len({" ".join(one.split()) for one in NAMES})
    for name, hashed in texts:
        assert not name["hashed"]
        digest = sha256(f"sam@example.org{hashed['salt']}".encode()).hexdigest()
        assert hashed["identityHash"] == f"sha256${digest}"
    assert len({hashed["salt"] for _, hashed in texts}) > len(NAMES) - 2


def test_a_public_reader_finds_every_badge_good_and_none_with_another_name() -> None:
    reader = pytest.importorskip("openbadgeslib.ob3.ldp", reason="install readers")
    errors = pytest.importorskip("openbadgeslib.errors")
    of = given(data(hard_day(), Reader.PUBLIC))
    files = [content for _, content in badge_files(of, KEY)]
    issuer = json.loads(files[0])["issuer"]["id"]
    check = reader.OB3LdpVerifier.for_issuer_did(issuer).verify

    for content in files:
        check(content)
    other = json.loads(files[0])
    other["credentialSubject"]["identifier"][0]["identityHash"] = "Somebody else"
    with pytest.raises(errors.LibOpenBadgesException):
        check(json.dumps(other))
    ((_, forged), *_) = badge_files(replace(of, badges=of.badges[:1]), "33" * 32)
    with pytest.raises(errors.LibOpenBadgesException):
        check(forged)
