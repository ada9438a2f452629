from datetime import UTC, datetime

from judging_app.domain.ballots import Ballot, BallotState
from judging_app.domain.event import Event, Phase
from judging_app.domain.roles import Actor, Role
from judging_app.present.host.attention import AttentionAct, attention_items
from judging_app.present.host.desk import HostDeskView, host_desk_view
from judging_app.present.host.lights import projector_light, rehearsal_light, saved_light
from tests.desk.small_event import J1, J2, LANTERN, small_setup


def _view(*ballots: Ballot) -> HostDeskView:
    return host_desk_view(
        Event("Small", phase=Phase.SCORING),
        small_setup(),
        ballots,
        locked_out=[Actor(Role.JUDGE, J2)],
    )


def test_where_all_is_well_nothing_needs_anybody() -> None:
    view = host_desk_view(Event("Small", phase=Phase.SCORING), small_setup(), ())

    assert attention_items(view, [saved_light(None)]) == ()


def test_what_is_lost_comes_first_then_who_is_locked_out() -> None:
    lights = [
        projector_light("Projector off", "The projector is off.", is_well=False),
        saved_light(None, "The disk is full. Free some space."),
    ]

    found = attention_items(_view(), lights, conflicts_waiting=2)
    assert [(one.key, one.is_loss) for one in found] == [
        ("saved", True),
        ("judge:J2", False),
        ("conflicts", False),
        ("projector", False),
    ]
    assert found[0].text == "NOT saved."
    assert found[1].act is AttentionAct.RELEASE
    assert found[2].text == "2 conflicts of interest are not decided."


def test_each_thing_leads_to_where_it_is_done() -> None:
    now = datetime(2019, 3, 15, 12, tzinfo=UTC)
    found = attention_items(_view(), [rehearsal_light(None, now)])

    assert found[-1].act is AttentionAct.REHEARSE
    assert found[-1].act_text == "Rehearse the reveal"


def test_a_judge_who_is_away_for_some_teams_is_named() -> None:
    found = attention_items(_view(Ballot(J1, LANTERN, BallotState.ABSENT)), [])

    assert found[-1].text == "Ada Reed is absent for 1 team."
    assert found[-1].act is AttentionAct.BALLOTS
