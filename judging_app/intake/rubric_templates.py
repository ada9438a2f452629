"""Published rubrics that come with the application, each as the bytes of a rubric.csv."""

import tomllib
from dataclasses import dataclass
from fractions import Fraction

from judging_app.errors import UnknownError
from judging_app.intake.tables.problems import shown
from judging_app.paths import RESOURCES
from judging_app.words import listed

FOLDER = RESOURCES / "rubrics"


@dataclass(frozen=True, slots=True)
class RubricTemplate:
    """A rubric as it was published, with the address that it was read at.

    `total` is in points, without the `bonus` that may come on top. How ties were broken and what
    penalties there were is given as published; empty if it was not said.
    """

    id: str
    name: str
    kind: str
    published: str
    total: Fraction
    bonus: Fraction
    tie_rule: str
    penalties: str
    notes: str


def rubric_templates() -> tuple[RubricTemplate, ...]:
    """Every template, by its id."""
    index = tomllib.loads((FOLDER / "index.toml").read_text(encoding="utf-8"))
    return tuple(
        RubricTemplate(
            id=id_,
            name=facts["name"],
            kind=facts["kind"],
            published=facts["published"],
            total=Fraction(facts["total"]),
            bonus=Fraction(facts["bonus"]),
            tie_rule=facts["tie_rule"],
            penalties=facts["penalties"],
            notes=facts["notes"],
        )
        for id_, facts in sorted(index.items())
    )


def template_file(name: str) -> bytes:
    """The template of this id, as the bytes of a rubric.csv.

    Raises:
        UnknownError: naming every template there is.
    """
    names = [template.id for template in rubric_templates()]
    if name not in names:
        raise UnknownError(
            f"There is no rubric template {shown(name)}. Choose one of {listed(names)}."
        )
    return (FOLDER / f"{name}.csv").read_bytes()
