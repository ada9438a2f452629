"""The name proof in groups: each team with its members, those in none, the panel, mentors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from judging_app.domain.set_up.proof import Named, ProvenName
from judging_app.domain.setup import Setup
from judging_app.words import counted

PANEL, MENTORS, IN_NO_TEAM = "panel", "mentors", "in no team"


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Names that are looked at together, and how many of them are right in words."""

    key: str
    title: str
    names: tuple[ProvenName, ...]
    words: str
    is_right: bool


@dataclass(frozen=True, slots=True)
class NameProof:
    """All of them, with the letters that no font on paper has, by the name."""

    groups: tuple[NameGroup, ...]
    lacking: Mapping[str, str]
    words: str


def name_proof_view(
    setup: Setup, names: Sequence[ProvenName], lacking: Mapping[str, str]
) -> NameProof:
    """The whole page."""
    team_of = {str(one.id): one.team for one in setup.participants}
    by_group: dict[str, list[ProvenName]] = {str(team.id): [] for team in setup.teams}
    for one in names:
        match one.of:
            case Named.TEAM:
                key = one.id
            case Named.PARTICIPANT:
                key = str(team_of.get(one.id) or IN_NO_TEAM)
            case Named.JUDGE:
                key = PANEL
            case Named.MENTOR:
                key = MENTORS
        by_group.setdefault(key, []).append(one)
    titles = {str(team.id): team.name for team in setup.teams}
    titles |= {PANEL: "Panel", MENTORS: "Mentors", IN_NO_TEAM: "In no team"}
    groups = tuple(_group(key, titles[key], tuple(own)) for key, own in by_group.items() if own)
    right = sum(one.is_right for one in names)
    left = len(names) - right
    words = f"{right} of {counted(len(names), 'name')} {'is' if right == 1 else 'are'} right"
    return NameProof(groups, lacking, f"{words} · {left} to go" if left else f"{words}.")


def tick_words(group: NameGroup) -> str:
    """What ticks all that is left of a group; empty where nothing is."""
    left = sum(not one.is_right for one in group.names)
    if not left:
        return ""
    whose = _WHOSE.get(group.key, group.title)
    if left == 1:
        return f"Tick the last one for {whose}"
    which = "the last" if left < len(group.names) else "all"
    return f"Tick {which} {left} for {whose}"


_WHOSE = {PANEL: "the panel", IN_NO_TEAM: "those in no team"}


def _group(key: str, title: str, names: tuple[ProvenName, ...]) -> NameGroup:
    right = sum(one.is_right for one in names)
    words = f"all {right} right" if right == len(names) else f"{right} of {len(names)} right"
    return NameGroup(key, title, names, words, right == len(names))
