"""The spreadsheet for people: its sheets, in their order."""

from judging_app.bundle.bundle import EventData
from judging_app.closed_sets import complete
from judging_app.domain.rubric import Criterion, CriterionKind, decimal
from judging_app.present.open_data.ballot_sheets import (
    ballots_sheet,
    comments_sheet,
    conflicts_sheet,
    matrix_sheet,
)
from judging_app.present.open_data.known import Known
from judging_app.present.open_data.result_sheets import (
    NAME,
    TEXT,
    about_sheet,
    agreement_sheet,
    awards_sheet,
    decisions_sheet,
    standings_sheet,
    times_sheet,
)
from judging_app.present.open_data.sheet import Sheet, SheetColumn, sheet


def sheets(data: EventData) -> tuple[Sheet, ...]:
    """Every sheet that this audience gets."""
    known = Known(data)
    tables = data.tables
    made = [standings_sheet(known), awards_sheet(known), decisions_sheet(known)]
    if tables.ballots is not None:
        made += [ballots_sheet(known), matrix_sheet(known)]
    if tables.comments is not None:
        made.append(comments_sheet(known))
    if tables.conflicts is not None:
        made.append(conflicts_sheet(known))
    if tables.agreement is not None:
        made.append(agreement_sheet(known))
    made += [criteria_sheet(known), teams_sheet(known), people_sheet(known), judges_sheet(known)]
    return (*made, times_sheet(known), about_sheet(known))


def criteria_sheet(known: Known) -> Sheet:
    """The rubric, with what its scores mean."""
    return sheet(
        "Criteria",
        (
            SheetColumn("Criterion", NAME),
            SheetColumn("Section", 20),
            SheetColumn("Scored by", 14),
            SheetColumn("Weight", 10, 2),
            SheetColumn("Lowest", 9, 2),
            SheetColumn("Highest", 9, 2),
            SheetColumn("Step", 9, 2),
            SheetColumn("Lowest is best", 10),
            SheetColumn("Comment", 10),
            SheetColumn("What scores mean", 80),
        ),
        (
            (
                one.title,
                one.section or None,
                _KINDS[one.kind],
                one.weight,
                one.in_points(one.lowest),
                one.in_points(one.highest),
                one.step,
                "yes" if one.is_inverted else None,
                "required" if one.needs_comment else None,
                _levels(one) or None,
            )
            for one in known.rubric.criteria
        ),
    )


_KINDS = complete(
    {
        CriterionKind.JUDGED: "judges",
        CriterionKind.ORGANISER: "the organiser",
        CriterionKind.BONUS: "judges, as a bonus",
    }
)


def _levels(one: Criterion) -> str:
    return "\n".join(f"{decimal(one.in_points(own.score))}: {own.text}" for own in one.levels)


def teams_sheet(known: Known) -> Sheet:
    """The teams, with what they took on."""
    taken_on = {one.team: one for one in known.setup.challenges}
    size = dict.fromkeys(known.teams, 0)
    for person in known.setup.participants:
        if person.team:
            size[person.team] += 1
    return sheet(
        "Teams",
        (
            SheetColumn("Team", NAME),
            SheetColumn("Challenge", TEXT),
            SheetColumn("Whose challenge", NAME),
            SheetColumn("Members", 10),
        ),
        (
            (
                one.name,
                taken_on[one.id].title if one.id in taken_on else None,
                known.bodies.get(taken_on[one.id].owner or "") if one.id in taken_on else None,
                size[one.id],
            )
            for one in known.setup.teams
        ),
    )


def people_sheet(known: Known) -> Sheet:
    """Who pitched."""
    return sheet(
        "Participants",
        (
            SheetColumn("Name", NAME),
            SheetColumn("Team", NAME),
            SheetColumn("Sector", 16),
            SheetColumn("Organisation", NAME),
            SheetColumn("Role", NAME),
            SheetColumn("Email", NAME),
        ),
        (
            (
                one.name,
                known.teams.get(one.team or "") or None,
                one.sector or None,
                known.bodies.get(one.organisation or ""),
                one.role or None,
                one.email or None,
            )
            for one in known.setup.participants
        ),
    )


def judges_sheet(known: Known) -> Sheet:
    """The panel."""
    return sheet(
        "Judges",
        (
            SheetColumn("Name", NAME),
            SheetColumn("Title", NAME),
            SheetColumn("Organisation", NAME),
            SheetColumn("Sector", 16),
        ),
        (
            (one.name, one.title or None, known.bodies.get(one.organisation or ""), one.sector)
            for one in known.setup.judges
        ),
    )
