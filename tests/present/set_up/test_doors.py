"""The check before the doors, as it is listed."""

from judging_app.planning.settings_check import Finding, Severity, Subject
from judging_app.power import Power
from judging_app.present.host.lights import disk_light, power_light, saved_light
from judging_app.present.set_up.doors import before_doors, doors_view, of_lights

DRAWN = Finding(Severity.RIGHT, "Drawn by lot.", "", Subject.RUN_ORDER)
NO_PIN = Finding(Severity.WRONG, "Ada has no PIN.", "Make one.", Subject.PINS)
ON_BATTERY = power_light(Power(is_plugged_in=False, percent=40))


def test_wrong_comes_first_with_its_act_and_right_stands_apart_without_one() -> None:
    assert ON_BATTERY is not None
    view = doors_view([DRAWN, NO_PIN], [ON_BATTERY])

    assert [(one.word, one.title, one.act) for one in view.troubled] == [
        ("Wrong", "PINs", "Make PINs"),
        ("Look", "Power", "See the status"),
    ]
    assert [(one.title, one.words, one.act) for one in view.right] == [
        ("Run order", "Drawn by lot.", "")
    ]
    assert view.summary == "1 wrong, 1 to look at and 1 right"
    assert (view.first, view.act) == (Subject.PINS, "Make PINs")
    assert before_doors([NO_PIN, DRAWN])[0].words == "1 thing wrong"


def test_with_nothing_wrong_the_next_act_leads_to_where_scoring_is_opened() -> None:
    view = doors_view([DRAWN])

    assert (view.first, view.foot) == (None, "Ready for the doors.")
    assert "open scoring" in view.act
    assert before_doors([DRAWN])[0].words == "Nothing is wrong"


def test_what_is_only_to_be_looked_at_isnt_green() -> None:
    look = Finding(Severity.LOOK, "Teal has nobody in it.", "", Subject.TEAMS)

    (check, _) = before_doors([DRAWN, look])

    assert (check.state, check.words) == ("attention", "1 thing to look at")


def test_a_light_that_is_well_is_right_and_that_all_is_saved_is_no_line() -> None:
    found = of_lights([saved_light(None), disk_light(82 * 10**9), disk_light(10**6)])

    assert [(one.severity, one.sentence) for one in found] == [
        (Severity.RIGHT, "82 GB free."),
        (Severity.WRONG, "Only 1 MB free."),
    ]
    assert found[1].remedy
