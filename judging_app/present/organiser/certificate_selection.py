"""Whom of an event certificates are made for."""

from collections.abc import Sequence
from dataclasses import dataclass

from judging_app.domain.ids import TeamId
from judging_app.domain.names import same_name
from judging_app.domain.papers.certificates import CertificatePlan
from judging_app.errors import DeskError
from judging_app.present.organiser.certificates import CertificateRow


@dataclass(frozen=True, slots=True)
class Selection:
    """Whom to print: everyone, or only those who are named, and never those who are left out.

    A name is a person's, or a team's: then it stands for its members too. `keys` name certificates
    by themselves, for two people may have one name.
    """

    only: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    is_undone_only: bool = False
    keys: tuple[str, ...] = ()


EVERYONE = Selection()


def chosen(
    rows: Sequence[CertificateRow], selection: Selection, plan: CertificatePlan
) -> tuple[CertificateRow, ...]:
    """Those of `rows` that are wanted; a team that is out has to be named, or decided about.

    Raises:
        DeskError: for a name that nobody has.
    """
    for name in (*selection.only, *selection.without):
        if not any(_is_named(row, name) for row in rows):
            raise DeskError(f"There is no certificate for “{name}”. Check the name.")
    return tuple(row for row in rows if _is_chosen(row, selection, plan))


def _is_chosen(row: CertificateRow, selection: Selection, plan: CertificatePlan) -> bool:
    if selection.keys:
        return row.key in selection.keys
    if any(_is_named(row, name) for name in selection.without):
        return False
    if selection.is_undone_only and row.done_as in plan.done:
        return False
    if selection.only:
        return any(_is_named(row, name) for name in selection.only)
    is_out = row.is_out and row.team_id not in plan.out_with
    return not is_out and row.key not in plan.left_out


@dataclass(frozen=True, slots=True)
class OutTeam:
    """A team that is out, of which nobody has decided whether it gets its certificates."""

    team: TeamId
    name: str
    count: int


def undecided(rows: Sequence[CertificateRow], plan: CertificatePlan) -> OutTeam | None:
    """The first team that is out and has to be asked about; `None` where all is decided."""
    decided = {*plan.out_with, *plan.out_without}
    out = [row for row in rows if row.is_out and row.team_id not in decided]
    if not out or out[0].team_id is None:
        return None
    team = out[0].team_id
    return OutTeam(team, out[0].team, sum(row.team_id == team for row in out))


def _is_named(row: CertificateRow, name: str) -> bool:
    return same_name(row.name, name) or bool(row.team and same_name(row.team, name))
