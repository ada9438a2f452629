"""The panel as the host sees it on the day: conflicts of interest, and judges who walk in."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from judging_app.domain.ids import JudgeId, TeamId
from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.domain.setup import Setup
from judging_app.present.words.ballots import DECISION_WORDS
from judging_app.words import capitalised, counted


@dataclass(frozen=True, slots=True)
class ConflictRow:
    """A conflict of interest: whose, with whom, why, and what was decided.

    One that the data shows and nobody has declared yet `is_found` only.
    """

    judge_id: JudgeId
    team_id: TeamId
    judge: str
    team: str
    why: str
    stands: str
    decision: ConflictDecision
    is_found: bool = False

    @property
    def who(self) -> str:
        """Whose it is, and with whom."""
        return f"{self.judge} and {self.team}"

    @property
    def state(self) -> str:
        """Where it stands in a word or two."""
        return "Not declared yet" if self.is_found else self.stands.partition(":")[0]

    @property
    def words(self) -> str:
        """All of it in a sentence or two, for whoever hears it."""
        return f"{self.who}: {self.why}. {self.stands}."

    @property
    def key(self) -> str:
        """What distinguishes it from the others."""
        return f"{self.judge_id}/{self.team_id}"


@dataclass(frozen=True, slots=True)
class PanelView:
    """Conflicts that wait first, then those decided; and what whoever is signed in may do."""

    lead: str
    conflicts: tuple[ConflictRow, ...]
    may_decide: bool
    may_declare: bool
    may_add: bool


def panel_view(
    setup: Setup,
    declared: Sequence[Conflict],
    found: Sequence[Conflict],
    *,
    acts: Collection[str] = (),
) -> PanelView:
    """The panel's conflicts; `acts` are some of "decide", "declare" and "add"."""
    waiting = [one for one in declared if one.decision is ConflictDecision.UNDECIDED]
    decided = [one for one in declared if one.decision is not ConflictDecision.UNDECIDED]
    rows = (
        *(_row(setup, one) for one in waiting),
        *(_row(setup, one, is_found=True) for one in found),
        *(_row(setup, one) for one in decided),
    )
    return PanelView(
        _lead(len(waiting), len(found), may_decide="decide" in acts),
        rows,
        "decide" in acts,
        "declare" in acts,
        "add" in acts,
    )


def shown_pin(pin: str) -> str:
    """A PIN in two groups, to be read aloud: "270 918"."""
    return f"{pin[: len(pin) // 2]} {pin[len(pin) // 2 :]}"


def _row(setup: Setup, one: Conflict, *, is_found: bool = False) -> ConflictRow:
    judges = {judge.id: judge.name for judge in setup.judges}
    teams = {team.id: team.name for team in setup.teams}
    return ConflictRow(
        one.judge,
        one.team,
        judges.get(one.judge, one.judge),
        teams.get(one.team, one.team),
        _without_stop(one.why),
        _stands(one, is_found=is_found),
        one.decision,
        is_found,
    )


def _stands(one: Conflict, *, is_found: bool) -> str:
    if is_found:
        return "Found in the data. Not declared yet"
    if one.decision is ConflictDecision.UNDECIDED:
        return "Not decided yet"
    return f"{capitalised(DECISION_WORDS[one.decision])}: {_without_stop(one.reason)}"


def _without_stop(text: str) -> str:
    return text.rstrip(".")


def _lead(waiting: int, found: int, *, may_decide: bool) -> str:
    if not waiting and not found:
        return "There are no conflicts of interest to decide."
    parts = []
    if waiting:
        whose = "for you" if may_decide else "for the organiser"
        parts.append(f"{counted(waiting, 'conflict', 'conflicts')} {whose} to decide.")
    if found:
        parts.append(
            f"{counted(found, 'conflict was', 'conflicts were')} found in the data but "
            "not declared."
        )
    return capitalised(" ".join(parts))
