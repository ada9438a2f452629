"""Which copies stay: the newest, the last of each hour, and the last of each day."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from judging_app.store.keeping.generations import HOURLY_FOR, NEWEST, staying

DAY = datetime(2019, 6, 3, 8, tzinfo=UTC)
times = st.lists(st.integers(0, 40 * 24 * 60), min_size=1, max_size=80, unique=True).map(
    lambda minutes: [DAY + timedelta(minutes=one) for one in sorted(minutes)]
)


@given(times)
def test_the_newest_stay_whatever_came_before(made: Sequence[datetime]) -> None:
    assert staying(made) >= set(range(len(made))[-NEWEST:])


@given(times)
def test_every_hour_of_the_last_day_and_every_day_before_keeps_its_last_copy(
    made: Sequence[datetime],
) -> None:
    kept = {made[place] for place in staying(made)}

    for at in made:
        is_recent = made[-1] - at < HOURLY_FOR
        span = "%Y-%m-%d %H" if is_recent else "%Y-%m-%d"
        assert any(
            f"{other:{span}}" == f"{at:{span}}" and other >= at
            for other in kept
            if (made[-1] - other < HOURLY_FOR) == is_recent
        )


@given(times)
def test_what_stays_stays_when_it_is_thinned_again(made: Sequence[datetime]) -> None:
    once = [made[place] for place in sorted(staying(made))]

    assert staying(once) == frozenset(range(len(once)))


@given(times)
def test_thinning_after_each_copy_leaves_one_for_each_day(made: Sequence[datetime]) -> None:
    kept: list[datetime] = []
    for at in made:
        kept.append(at)
        kept = [kept[place] for place in sorted(staying(kept))]

    assert {at.date() for at in kept} == {at.date() for at in made}
    assert kept[-NEWEST:] == made[-NEWEST:]


def test_a_long_day_keeps_an_hour_apart_what_is_older() -> None:
    made = [DAY + timedelta(minutes=5 * number) for number in range(100)]
    kept = [f"{made[place]:%H:%M}" for place in sorted(staying(made))]

    assert kept[:-NEWEST] == ["08:55", "09:55", "10:55", "11:55", "12:55", "13:55", "14:55"]
    assert kept[-1] == "16:15"


def test_the_order_is_the_records_though_the_clock_was_put_back() -> None:
    made = [DAY - timedelta(minutes=number) for number in range(20)]

    assert staying(made) >= set(range(8, 20))
