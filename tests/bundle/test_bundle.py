"""A bundle carries an event for one audience, and comes back as it was written."""

import io
import zipfile

import pytest

from judging_app.bundle import rows
from judging_app.bundle.reading import read_bundle
from judging_app.bundle.recomputing import recomputed
from judging_app.bundle.writing import tables_for
from judging_app.domain.event import Ballots, Reader
from judging_app.signing import public_key
from tests.bundle.made_events import KEY, made_event
from tests.how_many import MADE_DAYS


def test_a_bundle_comes_back_as_it_was_written() -> None:
    made = made_event(3)

    bundle = read_bundle(made.bundle())

    assert bundle.tables == tables_for(made.source, Reader.PANEL, Ballots.NAMED)
    assert bundle.head.code == made.result.fingerprint
    assert bundle.signed_by == public_key(KEY)


def test_a_bundle_is_a_zip_that_any_program_opens() -> None:
    archive = zipfile.ZipFile(io.BytesIO(made_event(3).bundle()))

    assert archive.testzip() is None
    assert {"manifest.json", "criteria.csv", "standings.csv"} <= {*archive.namelist()}


def test_how_the_day_was_planned_is_told_to_everybody_and_why_a_team_wished_is_not() -> None:
    made = made_event(3)
    team = made.source.setup.teams[0].id
    public, panel = (
        read_bundle(made.bundle(reader)).tables for reader in (Reader.PUBLIC, Reader.PANEL)
    )

    assert public.plan == (rows.PlanRow("13:30", "14:00", 120),)
    assert public.entries == (rows.EntryRow("Break", 1, 900),)
    assert public.wishes == (rows.WishRow(team, "not before", "14:05", ""),)
    assert panel.wishes == (rows.WishRow(team, "not before", "14:05", "A train"),)


def test_the_same_event_gives_the_same_bytes() -> None:
    assert made_event(5).bundle() == made_event(5).bundle()


@pytest.mark.parametrize("reader", list(Reader))
@pytest.mark.parametrize("has_names", [True, False])
def test_a_bundle_recomputes_to_the_result_that_was_announced(
    reader: Reader, *, has_names: bool
) -> None:
    for seed in range(MADE_DAYS.now // 6):
        made = made_event(seed)

        found = recomputed(read_bundle(made.bundle(reader, has_names=has_names)))

        assert found.is_same, seed
        assert found.result.standings == made.result.standings, seed
