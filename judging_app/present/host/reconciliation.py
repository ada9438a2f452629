"""Every ballot accounted for in a line, and by name what is still to come; for every desk."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from judging_app.domain.ids import TeamId
from judging_app.domain.panel import Judge
from judging_app.domain.people import Team
from judging_app.domain.reconciliation import BallotPart, Reconciliation
from judging_app.present.words.ballots import PART_WORDS
from judging_app.words import counted, listed


@dataclass(frozen=True, slots=True)
class ReconciliationView:
    """The sum of all ballots, and a sentence for each judge and each sheet that is waited for."""

    text: str
    to_come: tuple[str, ...]


def reconciliation_view(
    judges: Sequence[Judge], teams: Sequence[Team], found: Reconciliation
) -> ReconciliationView:
    """The line and the names, with judges and teams in the order given."""
    return ReconciliationView(reconciliation_text(found), tuple(_to_come(judges, teams, found)))


def gap_text(found: Reconciliation) -> str:
    """What closing would leave out: "2 ballots still to come and 1 being typed in", or nothing."""
    counts = [(count, PART_WORDS[part]) for part in WAITS if (count := found.counts[part])]
    first = [f"{counted(count, 'ballot')} {word}" for count, word in counts[:1]]
    return listed([*first, *(f"{count} {word}" for count, word in counts[1:])])


WAITS = (BallotPart.OWED, BallotPart.BEING_KEYED)
"""What somebody still has to bring."""

_ONLY_WHERE_ANY = frozenset({BallotPart.BEING_KEYED, BallotPart.TEAM_OUT})
"""Not named where there are none: most days have no paper and no team that goes out."""


def reconciliation_text(found: Reconciliation) -> str:
    """The line, as in "48 ballots = 44 submitted + 2 recused + 2 absent + 0 still to come"."""
    if not found.total:
        return "There are no ballots yet. Add teams and judges."
    sum_of = " + ".join(
        f"{count} {PART_WORDS[part]}"
        for part, count in found.counts.items()
        if count or part not in _ONLY_WHERE_ANY
    )
    return f"{counted(found.total, 'ballot')} = {sum_of}"


def _to_come(
    judges: Sequence[Judge], teams: Sequence[Team], found: Reconciliation
) -> Iterator[str]:
    for judge in judges:
        parts = {team.id: found.parts[judge.id, team.id] for team in teams}
        if said := _owes(judge, teams, parts):
            yield said
        if keyed := _named(teams, parts, BallotPart.BEING_KEYED):
            sheets = "sheet" if len(keyed) == 1 else "sheets"
            yield f"{judge.name}’s {sheets} for {listed(keyed)}: still being typed in."


def _owes(judge: Judge, teams: Sequence[Team], parts: Mapping[TeamId, BallotPart]) -> str:
    owed = _named(teams, parts, BallotPart.OWED)
    if not owed:
        return ""
    still_in = [part for part in parts.values() if part is not BallotPart.TEAM_OUT]
    if len(owed) == len(still_in) > 1:
        return f"Still to come from {judge.name}: every team ({counted(len(owed), 'ballot')})."
    return f"Still to come from {judge.name}: {listed(owed)}."


def _named(
    teams: Sequence[Team], parts: Mapping[TeamId, BallotPart], wanted: BallotPart
) -> list[str]:
    return [team.name for team in teams if parts[team.id] is wanted]
