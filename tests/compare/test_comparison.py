"""Events side by side: the figures of each, what they share, and what stands out."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from judging_app.bundle.bundle import Bundle
from judging_app.bundle.reading import read_bundle
from judging_app.bundle.rows import TimeRow
from judging_app.compare.comparison import compared
from judging_app.compare.matching import (
    Common,
    Group,
    from_text,
    groups,
    lined_up,
    matched,
    may_join,
    moved,
    shared,
    to_text,
    with_new,
)
from judging_app.compare.summary import Lacking, Summary, summary
from judging_app.domain.event import Ballots, Reader
from judging_app.errors import BundleError, DeskError
from judging_app.present.compare.figures import comparison_csv
from judging_app.present.compare.view import HARSHER_OR_WEAKER, comparison_view
from judging_app.tally.checks import checks
from tests.bundle.made_events import AS_OF, made_event
from tests.bundle.one_criterion import bundle_of_one

SEEDS = range(40)


def _bundle(seed: int, reader: Reader = Reader.PANEL, *, teams: int = 0, judges: int = 0) -> Bundle:
    return read_bundle(made_event(seed, teams=teams, judges=judges).bundle(reader))


def _summary(seed: int) -> Summary:
    return summary(_bundle(seed), f"digest {seed}")


def _scored(
    title: str, steps: Sequence[Sequence[int]], highest: int, name: str = "Impact"
) -> Summary:
    """An event of one criterion from 0 to `highest`: a row of scores a judge."""
    return summary(read_bundle(bundle_of_one(title, steps, highest, name)), title)


HARSH = _scored("Harsh day", [[2, 4, 8], [1, 3, 9]], 10)
MILD = _scored("Mild day", [[4, 5, 4], [4, 4, 5]], 5)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_said_of_an_event_follows_from_its_own_basis(seed: int) -> None:
    made = made_event(seed)
    found = summary(read_bundle(made.bundle()), "digest")

    sectors = {one.id: one.sector for one in made.source.setup.judges if one.sector}
    done = [one for one in checks(made.basis, sectors) if one.is_same is not None]
    assert (found.firm, found.checks) == (sum(bool(one.is_same) for one in done), len(done))
    assert found.participants == len(made.source.setup.participants)
    assert sum(found.sectors.values()) <= found.participants
    assert found.winners == sum(one.place == 1 for one in made.result.standings)
    for one in found.criteria:
        assert one.mean is None or 0 <= one.mean <= 100
    assert found.apart is None or found.apart >= 0


@pytest.mark.parametrize("seed", SEEDS[:8])
def test_a_bundle_for_everybody_gives_the_same_figures_but_for_sectors_of_judges(seed: int) -> None:
    panel, public = (summary(_bundle(seed, one), "d") for one in (Reader.PANEL, Reader.PUBLIC))

    assert public.criteria == panel.criteria
    assert (public.apart, public.alpha, public.margin) == (panel.apart, panel.alpha, panel.margin)


def test_scores_of_different_scales_are_put_on_one() -> None:
    assert HARSH.criteria[0].mean == Fraction(2 + 4 + 8 + 1 + 3 + 9, 6) * 10
    assert MILD.criteria[0].mean == Fraction(4 + 5 + 4 + 4 + 4 + 5, 6) * 20
    assert HARSH.margin == 50


def test_from_the_sentences_alone_it_is_plain_who_was_harsher_and_which_result_is_firmer() -> None:
    view = comparison_view(compared([HARSH, MILD], matched([HARSH, MILD])))

    assert view.findings[0] == (
        "The harsher panel is that of Harsh day, beside Mild day: 45.0 of 100 against 86.7, on "
        "“Impact”."
    )
    assert view.findings[1] == HARSHER_OR_WEAKER
    assert view.findings[2].startswith("The firmer result is that of Harsh day: the winner of ")
    assert HARSH.firm == HARSH.checks


def test_levels_that_hardly_differ_are_called_the_same() -> None:
    other = replace(HARSH, digest="other", title="Other day")

    (said, *_) = comparison_view(compared([HARSH, other], matched([HARSH, other]))).findings

    assert said.startswith("The panels gave about the same scores")


def test_criteria_of_other_names_are_the_same_once_somebody_says_so() -> None:
    other = _scored("Mild day", [[4, 5, 4], [4, 4, 5]], 5, name="Benefit to people")
    alone = compared([HARSH, other], matched([HARSH, other]))
    said = Common("Impact", ((HARSH.rubric, "c"), (other.rubric, "c")))

    together = compared([HARSH, other], [said])

    assert alone.shared == ()
    assert "no criterion in common" in comparison_view(alone).findings[0]
    assert together.shared == (said,)
    assert [one.level for one in together.lines] == [HARSH.criteria[0].mean, other.criteria[0].mean]


def test_a_criterion_is_put_under_another_and_taken_out_again() -> None:
    events = [HARSH, _scored("Mild day", [[4, 5, 4], [4, 4, 5]], 5, name="Benefit to people")]
    alone = matched(events)
    _, benefit = groups(events, alone)

    together = moved(alone, benefit, 0)
    again = moved(together, groups(events, together)[1], None)

    assert compared(events, together).shared == together
    assert [one.title for one in together] == ["Impact"]
    assert again == alone


def test_no_rubric_gets_two_criteria_that_are_one() -> None:
    one, other = Common("A", (("r", "a"), ("s", "a"))), Common("B", (("r", "b"),))

    assert not may_join(Group("B", 1, other.members), one)
    assert may_join(Group("C", 2, (("t", "c"),)), one)


def test_what_is_the_same_comes_back_from_its_file_and_takes_new_rubrics_in() -> None:
    commons = matched([HARSH])
    text = to_text(commons, [HARSH])

    again = from_text(text, "match.json")

    assert again == commons
    assert '"title": "Impact"' in text
    assert with_new(again, [HARSH, MILD]) == matched([HARSH, MILD])


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"format": "judging-app criteria", "version": 2, "criteria": []}', "\ud800"],
)
def test_a_file_that_says_nothing_of_criteria_is_refused_by_name(text: str) -> None:
    with pytest.raises(DeskError, match=r"match\.json doesn’t say which criteria are the same"):
        from_text(text, "match.json")


def test_a_criterion_that_is_two_is_refused() -> None:
    twice = to_text([Common("A", (("r", "c"),)), Common("B", (("r", "c"),))], [])

    with pytest.raises(DeskError, match="under “A” and under “B”"):
        from_text(twice, "match.json")


def test_what_an_event_lacks_is_said_with_the_reason() -> None:
    bundle = _bundle(3, teams=6, judges=8)
    without = replace(bundle, head=replace(bundle.head, ballots=Ballots.NONE))

    found = summary(without, "d")
    gaps = comparison_view(compared([found, HARSH], matched([found, HARSH]))).gaps

    assert Lacking.NO_BALLOTS in found.lacking
    assert (found.firm, found.apart, found.margin) == (None, None, None)
    assert f"No ballots, so no scores, agreement, margin or firmness: {found.title}." in gaps


def test_of_many_events_a_plot_counts_how_many_lie_where_and_gaps_name_a_few() -> None:
    many = [replace(HARSH, digest=f"{at}", title=f"Day {at}") for at in range(30)]

    view = comparison_view(compared(many, matched(many)))
    plot = view.plots[0].within(24)

    assert view.plots[0].within(30) is view.plots[0]
    assert len(plot.rows) == 20
    assert [row for row in plot.rows if row[1]] == [("45 to 50", 30.0, "30")]
    assert (plot.least, plot.most) == (0.0, 30.0)
    assert plot.title.endswith("share, of 100: how many events")
    assert len({label for label, _, _ in view.plots[2].within(24).rows}) == 20
    assert any(one.startswith("No pitch was timed: Day 0, Day 1,") for one in view.gaps)
    assert any(one.endswith("Day 11 and 18 more.") for one in view.gaps)


def test_pitches_that_took_too_long_are_counted() -> None:
    bundle = _bundle(3, teams=2, judges=3)
    times = (
        TimeRow("T1", "pitch", AS_OF, 300, 310),
        TimeRow("T2", "pitch", AS_OF, 300, 250),
        TimeRow("T2", "questions", AS_OF, 100, 900),
    )

    found = summary(replace(bundle, tables=replace(bundle.tables, times=times)), "d").pitch

    assert (found.timed, found.allotted_s, found.taken_s, found.over) == (2, 600, 560, 1)


def test_one_event_alone_and_the_same_twice_are_refused() -> None:
    with pytest.raises(DeskError, match="Choose 2 to 1,000"):
        compared([HARSH], ())
    with pytest.raises(DeskError, match="“Harsh day” is there twice"):
        compared([HARSH, HARSH], ())


def test_tables_that_do_not_go_together_are_a_refusal() -> None:
    bundle = _bundle(3, teams=6, judges=8)
    assert bundle.tables.event
    row = replace(bundle.tables.event[0], method="by lot")

    with pytest.raises(BundleError):
        summary(replace(bundle, tables=replace(bundle.tables, event=(row,))), "d")


def test_every_event_is_a_row_of_csv_with_the_same_columns() -> None:
    found = [_summary(seed) for seed in SEEDS[:10]]
    odd = replace(HARSH, title="=1+1")
    text = comparison_csv(compared([*found, odd], matched([*found, odd])))

    heads, *rows = csv.reader(io.StringIO(text))
    assert len(rows) == 11
    assert {len(row) for row in rows} == {len(heads)}
    assert rows[-1][0] == "'=1+1"
    assert all("−" not in cell and cell[:2] != "'-" for row in rows for cell in row)


def test_what_all_share_has_scores_in_every_event() -> None:
    empty = replace(
        MILD, criteria=tuple(replace(one, scores=0, mean=None) for one in MILD.criteria)
    )

    commons = matched([HARSH, empty])

    assert shared(lined_up([HARSH, empty], commons), commons) == ()
