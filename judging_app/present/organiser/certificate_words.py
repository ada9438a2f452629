"""The texts of certificates: what each kind says until somebody words it, filled in for each."""

import re
from collections.abc import Mapping

from judging_app.closed_sets import complete
from judging_app.domain.papers.certificates import CertificateKind, Placeholder, Words

_PARTICIPATION = "Certificate of participation"
_CERTIFY = "This is to certify that"

USUAL_WORDS: Mapping[CertificateKind, Words] = complete(
    {
        kind: Words(kind, title, lead, body)
        for kind, title, lead, body in (
            (
                CertificateKind.PARTICIPANTS,
                _PARTICIPATION,
                _CERTIFY,
                "took part in {event}[ with {team}][, on the challenge “{challenge}”].",
            ),
            (
                CertificateKind.TEAMS,
                _PARTICIPATION,
                _CERTIFY,
                "took part in {event}[, on the challenge “{challenge}”].",
            ),
            (
                CertificateKind.WINNERS,
                "{place}",
                "Awarded to",
                "for {place} in {event}[ with “{challenge}”].",
            ),
            (
                CertificateKind.MEMBERS,
                "{place}",
                "Awarded to",
                "of {team}, which won {place} in {event}[ with “{challenge}”].",
            ),
            (
                CertificateKind.AWARDS,
                "{award}",
                "Award presented to",
                "at {event}[, for “{challenge}”].",
            ),
            (
                CertificateKind.JUDGES,
                "With our thanks",
                "Presented to",
                "who judged the pitches at {event} as a member of the panel.",
            ),
            (
                CertificateKind.MENTORS,
                "With our thanks",
                "Presented to",
                "who gave time and knowledge as a mentor at {event}.",
            ),
            (
                CertificateKind.VOLUNTEERS,
                "With our thanks",
                "Presented to",
                "who helped to make {event} possible.",
            ),
        )
    }
)
"""What each kind says until somebody words it otherwise."""

_BRACKETED = re.compile(r"\[([^\[\]]*)\]")
_BRACED = re.compile(r"\{([a-z]+)\}")
_HELD_TOGETHER = 24


def with_values(text: str, values: Mapping[Placeholder, str]) -> str:
    """A text with its placeholders filled in; short names are held together on one line.

    A part in brackets is left out where one of its own is empty, and so is any placeholder.
    """

    def part(found: re.Match[str]) -> str:
        asked = [Placeholder(name) for name in _BRACED.findall(found[1])]
        return found[1] if all(values[one] for one in asked) else ""

    def value(found: re.Match[str]) -> str:
        wanted = values[Placeholder(found[1])]
        return wanted.replace(" ", "\u00a0") if found[1] in _NAMES and _is_short(wanted) else wanted

    return _BRACED.sub(value, _BRACKETED.sub(part, text))


_NAMES = frozenset({Placeholder.NAME.code, Placeholder.TEAM.code})


def _is_short(name: str) -> bool:
    return len(name) <= _HELD_TOGETHER
