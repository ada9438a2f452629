from judging_app.domain.event import Phase
from judging_app.planning.settings_check import Finding, Severity, Subject
from judging_app.present.settings import desk_notes, summary_text, told

WRONG = Finding(Severity.WRONG, "It is wrong.", "Correct it.", Subject.METHOD)
LOOK = Finding(Severity.LOOK, "Lantern wins two.", "Decide.", Subject.AWARDS)
FINE = Finding(Severity.RIGHT, "It is fine.", subject=Subject.RUBRIC)


def test_a_finding_is_told_with_its_remedy_if_it_needs_one() -> None:
    assert (told(WRONG), told(FINE)) == ("It is wrong. Correct it.", "It is fine.")


def test_the_summary_counts_what_is_wrong_and_what_to_look_at() -> None:
    assert summary_text([WRONG, LOOK, LOOK, FINE]) == "1 thing is wrong. 2 things to look at."
    assert summary_text([WRONG, WRONG]) == "2 things are wrong."
    assert summary_text([FINE]) == "Nothing in the settings looks wrong."


def test_the_desk_says_all_before_scoring_and_of_awards_alone_without_a_name_once_closed() -> None:
    found = [WRONG, LOOK, FINE]

    assert desk_notes(found, Phase.SETTING_UP) == (
        "Wrong: It is wrong. Correct it.",
        "Look: Lantern wins two. Decide.",
    )
    assert desk_notes(found, Phase.CLOSED) == (
        "Look at the awards before the reveal: 1 thing to decide.",
    )
    assert desk_notes([WRONG], Phase.CLOSED) == ()
    assert desk_notes(found, Phase.SCORING) == desk_notes(found, Phase.PUBLISHED) == ()
