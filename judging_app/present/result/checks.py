"""Whether the result stays the same: the winner with one thing changed at a time, in words."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from judging_app.closed_sets import complete
from judging_app.domain.event import Method
from judging_app.domain.ids import CriterionId
from judging_app.domain.rubric import decimal
from judging_app.domain.setup import Setup
from judging_app.domain.standings import Standing
from judging_app.present.result.firmness import NO_RESULT
from judging_app.present.words.methods import METHOD_WORDS, method_name, refusal_text
from judging_app.tally.checks import WEIGHT_MOVE, Check, CheckKind
from judging_app.words import counted, listed

SAME, UNKNOWN = "the same", "can’t be worked out"


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One change; `is_same` is None where the method gives no result, and `detail` says why."""

    group: str
    what: str
    is_same: bool | None
    mark_text: str
    detail: str


@dataclass(frozen=True, slots=True)
class ChecksView:
    """Every change, in groups, under one sentence.

    `decision` comes first: what the panel decided beside the scores; empty if nothing. Of the
    changes that gave a result, `others` are those who would win instead, each with in how many.
    """

    sentence: str
    rows: tuple[CheckRow, ...]
    decision: str = ""
    others: tuple[tuple[str, int], ...] = ()

    @property
    def told(self) -> int:
        """How many of the changes gave a result."""
        return sum(row.is_same is not None for row in self.rows)

    @property
    def same(self) -> int:
        """How many of them leave the winner as it is."""
        return sum(row.is_same is True for row in self.rows)

    @property
    def count_text(self) -> str:
        """How many are the same, in a few words; empty without any."""
        return same_text(self.rows) if self.rows else ""

    @property
    def groups(self) -> tuple[tuple[str, tuple[CheckRow, ...]], ...]:
        """The rows by what was changed, and in each group what changes the winner first."""
        names = dict.fromkeys(row.group for row in self.rows)
        return tuple(
            (name, tuple(sorted((row for row in self.rows if row.group == name), key=_first)))
            for name in names
        )


def same_text(rows: Sequence[CheckRow]) -> str:
    """How many of `rows` leave the winner as it is: "5 of 8 the same"."""
    told = [row for row in rows if row.is_same is not None]
    same = sum(row.is_same is True for row in told)
    return f"all {same} the same" if same == len(told) > 1 else f"{same} of {len(told)} the same"


def _first(row: CheckRow) -> int:
    return {False: 0, None: 1, True: 2}[row.is_same]


def checks_view(
    setup: Setup, standings: Sequence[Standing], checks: Sequence[Check], first: int = 1
) -> ChecksView:
    """`checks` in words; `standings` are the result that they are held against.

    `first` is how many places they ask about.
    """
    winners = tuple(one.team for one in standings if one.place and one.place <= first)
    if not winners:
        return ChecksView(NO_RESULT, ())
    return ChecksView(
        _sentence(setup, checks, _asked(len(winners), first), first),
        tuple(_row(setup, check, first) for check in checks),
        others=_instead(setup, checks, first),
    )


def after_decision(view: ChecksView, decision: str) -> ChecksView:
    """`view` with what the panel decided, for the checks are about the scores alone."""
    if not decision:
        return view
    return replace(view, decision=decision, sentence=f"{BY_SCORES} {view.sentence}")


BY_SCORES = "By the scores alone:"
"""Comes before what would be the result without the panel's decision."""


def _asked(winners: int, first: int) -> str:
    if first > 1:
        return f"teams in the first {first} places"
    return "winner" if winners == 1 else "joint winners"


def _sentence(setup: Setup, checks: Sequence[Check], asked: str, first: int) -> str:
    """The count over the checks that gave a result, then the changes that change it."""
    told = [check for check in checks if check.is_same is not None]
    same = sum(check.is_same is True for check in told)
    count = counted(len(told), "check")
    in_checks = f"all {count}" if same == len(told) > 1 else f"{same} of {count}"
    parts = [f"The same {asked} in {in_checks}", *_others(setup, told, first)]
    if refused := len(checks) - len(told):
        parts.append(f"{refused} more can’t be worked out")
    return f"{'; '.join(parts)}."


def _instead(setup: Setup, checks: Sequence[Check], first: int) -> tuple[tuple[str, int], ...]:
    """Who would win instead and in how many of the checks, the most often first."""
    counts = Counter(_teams(setup, one, first) for one in checks if one.is_same is False)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def _others(setup: Setup, told: Sequence[Check], first: int) -> list[str]:
    """What would change it: by the team that it would then be, so that each is named once."""
    phrases: dict[str, list[str]] = {}
    for check in told:
        if not check.is_same:
            phrases.setdefault(_teams(setup, check, first), []).append(_phrase(setup, check))
    return [f"{_some(changes)}, it would be {teams}" for teams, changes in phrases.items()]


def _some(changes: Sequence[str]) -> str:
    """All of a few; of many the first, for the rows below show the rest."""
    if len(changes) <= _MOST_TOLD:
        return listed(changes)
    return listed([*changes[:_MOST_TOLD], f"in {len(changes) - _MOST_TOLD} more"])


_MOST_TOLD = 3


def _row(setup: Setup, check: Check, first: int) -> CheckRow:
    winners = _teams(setup, check, first)
    mark = {True: SAME, False: f"{winners} instead", None: UNKNOWN}[check.is_same]
    refusal = refusal_text(setup, check.refusal)
    return CheckRow(
        _GROUPS[check.kind],
        _what(setup, check),
        check.is_same,
        mark,
        refusal or _weights(setup, check),
    )


_GROUPS: Mapping[CheckKind, str] = complete(
    {
        CheckKind.WITHOUT_JUDGE: "Without a judge",
        CheckKind.WITHOUT_CRITERION: "Without a criterion",
        CheckKind.MORE_WEIGHT: "A different weight",
        CheckKind.LESS_WEIGHT: "A different weight",
        CheckKind.METHOD: "A different method",
        CheckKind.SECTOR: "Judges from one sector",
    }
)

_PHRASES: Mapping[CheckKind, str] = complete(
    {
        CheckKind.WITHOUT_JUDGE: "without {}",
        CheckKind.WITHOUT_CRITERION: "without {}",
        CheckKind.MORE_WEIGHT: "with more weight on {}",
        CheckKind.LESS_WEIGHT: "with less weight on {}",
        CheckKind.METHOD: "by {}",
        CheckKind.SECTOR: "with judges from {} only",
    }
)


def _phrase(setup: Setup, check: Check) -> str:
    if check.kind is CheckKind.METHOD:
        return f"by {METHOD_WORDS[Method(check.what)].in_sentence}"
    # Not `format`: a name may hold braces.
    return _PHRASES[check.kind].replace("{}", _what(setup, check))


def _what(setup: Setup, check: Check) -> str:
    match check.kind:
        case CheckKind.WITHOUT_JUDGE:
            return next(f"{one.name} ({one.id})" for one in setup.judges if one.id == check.what)
        case CheckKind.METHOD:
            return method_name(Method(check.what))
        case CheckKind.SECTOR:
            return check.what
        case _:
            return setup.rubric.criterion(CriterionId(check.what)).title


def _weights(setup: Setup, check: Check) -> str:
    signs = {CheckKind.MORE_WEIGHT: 1, CheckKind.LESS_WEIGHT: -1}
    if check.kind not in signs:
        return ""
    weight = setup.rubric.criterion(CriterionId(check.what)).weight
    moved = weight + signs[check.kind] * setup.rubric.full_total * WEIGHT_MOVE
    return f"counts {decimal(moved)} instead of {decimal(weight)}"


def _teams(setup: Setup, check: Check, first: int) -> str:
    """The teams best first; several in the one first place are joint."""
    names = {team.id: team.name for team in setup.teams}
    joint = " together" if first == 1 < len(check.winners) else ""
    return f"{listed([names[team] for team in check.winners])}{joint}" or "nobody"
