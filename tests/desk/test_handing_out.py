"""Whose PIN got to them is on the record, and a new one has to be handed out anew."""

from judging_app.desk import panel, sign_in, undo
from judging_app.desk.desk import Desk
from judging_app.desk.set_up import doors
from judging_app.domain.roles import HOST, ORGANISER, Actor, Handing, Role
from judging_app.planning.settings_check import Finding, Severity, Subject
from tests.desk.small_event import ADA, BO, PINS


def of_pins(desk: Desk) -> Finding:
    """What the check before doors says of PINs."""
    return next(one for one in doors.findings(desk, ORGANISER) if one.subject is Subject.PINS)


def test_the_check_says_whose_pins_are_not_handed_out_until_they_are(desk: Desk) -> None:
    before = of_pins(desk)
    sign_in.hand_out(desk, ORGANISER, sign_in.not_handed_out(desk), Handing.SAVED)
    saved = of_pins(desk)
    sign_in.set_pin(desk, ORGANISER, BO, "640173")
    again = of_pins(desk)

    assert (before.severity, saved.severity) == (Severity.LOOK, Severity.RIGHT)
    assert again.severity is Severity.LOOK
    assert "Bo" in again.sentence
    assert "Ada" not in again.sentence


def test_how_and_when_a_pin_was_handed_out_is_told(desk: Desk) -> None:
    sign_in.hand_out(desk, ORGANISER, [ADA], Handing.PRINTED)
    sign_in.hand_out(desk, HOST, [ADA], Handing.NOTED)

    place = sign_in.pin_place(desk, ADA)
    assert place is not None
    assert place.how is Handing.NOTED
    assert sign_in.pin_place(desk, BO) is None


def test_whoever_signed_in_has_their_pin(desk: Desk) -> None:
    sign_in.sign_in(desk, ADA, PINS[ADA])

    assert ADA not in sign_in.not_handed_out(desk)
    assert BO in sign_in.not_handed_out(desk)


def test_a_late_judge_can_still_be_undone_once_the_pin_is_noted(desk: Desk) -> None:
    late = panel.add_judge(desk, HOST, "Wanda Walkin").judge
    sign_in.hand_out(desk, HOST, [Actor(Role.JUDGE, late.id)], Handing.NOTED)
    undo.undo(desk, HOST)

    assert late.id not in {one.id for one in desk.setup().judges}
