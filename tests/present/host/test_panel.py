from judging_app.domain.panel import Conflict, ConflictDecision
from judging_app.present.host.panel import panel_view, shown_pin
from tests.desk.small_event import J1, J2, J3, LANTERN, PERCH, small_setup

WAITS = Conflict(J1, LANTERN, "A cousin.")
DECIDED = Conflict(J2, PERCH, "Former colleague", ConflictDecision.FLAGGED, "Long ago.")
FOUND = Conflict(J3, PERCH, "Employs a member")


def test_conflicts_that_wait_come_first_then_those_found_then_those_decided() -> None:
    view = panel_view(small_setup(), [DECIDED, WAITS], [FOUND])

    assert [row.words for row in view.conflicts] == [
        "Ada Reed and Lantern: A cousin. Not decided yet.",
        "Cy Orr and Perch: Employs a member. Found in the data. Not declared yet.",
        "Bo Lund and Perch: Former colleague. Flagged, still scores: Long ago.",
    ]


def test_the_host_reads_for_whom_they_wait() -> None:
    host = panel_view(small_setup(), [WAITS], [])
    organiser = panel_view(small_setup(), [WAITS], [], acts=["decide"])

    assert host.lead == "1 conflict for the organiser to decide."
    assert organiser.lead == "1 conflict for you to decide."
    assert (host.may_decide, organiser.may_decide) == (False, True)


def test_nothing_to_decide_is_said() -> None:
    assert panel_view(small_setup(), [DECIDED], []).lead == (
        "There are no conflicts of interest to decide."
    )


def test_a_pin_is_shown_in_two_groups() -> None:
    assert shown_pin("270918") == "270 918"
