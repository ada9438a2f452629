"""A rubric as the bytes of a file that comes in again as the same rubric."""

import csv
import io

from judging_app.domain.rubric import Rubric, decimal

NAME = "rubric.csv"
_COLUMNS = (
    *("criterion", "title", "weight", "min", "max", "step", "section", "kind", "inverted"),
    *("comment", "levels"),
)


def rubric_csv(rubric: Rubric) -> bytes:
    """One row a criterion, in the columns that an import knows; levels are a line each."""
    written = io.StringIO(newline="")
    rows = csv.writer(written)
    rows.writerow(_COLUMNS)
    for one in rubric.criteria:
        levels = "\n".join(f"{decimal(one.in_points(lv.score))} = {lv.text}" for lv in one.levels)
        rows.writerow(
            (
                *(one.id, one.title, decimal(one.weight)),
                *(decimal(one.in_points(end)) for end in (one.lowest, one.highest)),
                *(decimal(one.step), one.section, one.kind.value),
                "yes" if one.is_inverted else "no",
                "required" if one.needs_comment else "optional",
                f"{levels}\n" if levels else "",
            )
        )
    return written.getvalue().encode("utf-8-sig")
