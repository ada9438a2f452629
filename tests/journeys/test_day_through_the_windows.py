"""A whole pitch day through the windows, from the organiser's folder to the certificates."""

import json
from functools import partial
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from judging_app.cli.main import main
from judging_app.present.organiser.papers import Filing
from tests.journeys.window_day import (
    TEAMS,
    Chosen,
    Hands,
    Key,
    bring_up,
    cards_by_judge,
    has_told,
    is_ready,
    make_event,
    offers,
    words_on,
)
from tests.ui import screens
from ui.day import Day
from ui.organiser.papers import PapersScreen
from ui.organiser.papers_tabs import PapersPart
from ui.screen_of import screen_of
from ui.wall.projector import Projector
from ui.window import Window


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, csv_folder: Path) -> Hands:
    papers = tmp_path / "papers"
    papers.mkdir()
    chosen = Chosen(tmp_path / "day.pitchday", csv_folder, papers)
    window = Window(Day(), Projector(), chosen)
    qtbot.addWidget(window)
    qtbot.addWidget(window.projector)
    bring_up(window)
    return Hands(window)


def test_a_pitch_day_from_the_folder_to_the_certificates(
    hands: Hands, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pins = make_event(hands, "Tech Connect pitch day")
    assert len(pins) == 11

    open_the_day(hands, pins)
    score_by_keys_alone(hands, pins)
    close_and_reveal(hands, pins)
    publish_and_print(hands, pins, tmp_path / "papers")
    assert not hands.window.close(), "the audience still sees the winner: it asks first"
    assert hands.window.close()

    # What the windows showed is what the command line says, and the record holds.
    file = str(tmp_path / "day.pitchday")
    capsys.readouterr()
    assert main(["standings", file, "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert [(row["team"], row["score"]) for row in said["standings"][:2]] == [
        ("Team Groundwork", 74.71),
        ("Team Lantern", 74.06),
    ]
    assert main(["verify", file]) == 0


def open_the_day(hands: Hands, pins: dict[str, str]) -> None:
    """The host opens scoring, recuses two judges and switches the projector on."""
    desk, room = screens.host_desk(hands.window), hands.window.projector
    hands.sign_in("host", pins["host"])
    hands.press("Open scoring…", desk)
    hands.press("Open scoring", desk.question)
    hands.move_ballot(0, 2, "Recuse", "Owns the challenge")
    hands.move_ballot(4, 4, "Recuse", "Hosted the visit")
    hands.go_to("Projector")
    screens.host_projector(hands.window).switch.click()
    assert room.isVisible()
    assert screen_of(room) is not screen_of(hands.window)
    assert room.geometry() == screen_of(room).geometry()
    hands.sign_out()


def score_by_keys_alone(hands: Hands, pins: dict[str, str]) -> None:
    """Eight judges score their teams in turn on the one laptop."""
    window = hands.window
    for judge, cards in cards_by_judge().items():
        hands.sign_in(f"judge:{judge}", pins[f"judge:{judge}"])
        for team, scores in cards.items():
            hands.open_team(TEAMS.index(team))
            hands.score_card(scores)
            assert "Submitted" in words_on(screens.scorecard(window))
            assert not any(f"Team {other}" in window.projector.painted for other in TEAMS)
            hands.key(Key.Key_Escape)
        hands.sign_out()


def close_and_reveal(hands: Hands, pins: dict[str, str]) -> None:
    """The host is told that a recusal decides the day, then tells the places from the last."""
    desk, room = screens.host_desk(hands.window), hands.window.projector
    hands.sign_in("host", pins["host"])
    hands.move_ballot(7, 4, "Mark absent")
    hands.move_ballot(7, 5, "Mark absent")
    hands.go_to("Host’s desk")
    hands.press("Close scoring…", desk)
    hands.press("Close scoring", desk.question)
    hands.wait_until(partial(offers, hands.window, "Projector"))
    hands.press("Prepare the reveal", desk.strip)
    hold = screens.host_projector(hands.window)
    assert "A recusal changes the winner" in words_on(hold.reveal)
    hands.press("Prepare the reveal", hold)
    hold.reveal.confirming.who.choose("organiser")
    hold.reveal.confirming.pin.setFocus()
    hands.type(pins["organiser"])
    hands.key(Key.Key_Return)
    assert not any(f"Team {team}" in words_on(hold.reveal) for team in TEAMS)
    hands.key(Key.Key_PageDown)  # the deliberation comes before the reveal
    places = [f"Announce {place} place" for place in ("6th", "5th", "4th", "3rd", "2nd", "1st")]
    for step, words in enumerate(("Show “Reveal”", *places)):
        hands.wait_until(partial(is_ready, hold))
        hands.press(words, hold)
        hold.hold.ask_take()  # a key that bounces tells nothing more
        hands.wait_until(partial(has_told, room, step))
    assert room.view.announced == ("Team Groundwork",)
    hands.sign_out()


def publish_and_print(hands: Hands, pins: dict[str, str], folder: Path) -> None:
    """The organiser sees both methods, publishes, and prints what is handed out."""
    window = hands.window
    hands.sign_in("organiser", pins["organiser"])
    hands.go_to("Result")
    told = words_on(screens.result(window))
    assert "1st by the mean, the event’s method\nTeam Groundwork\n74.71" in told
    assert "Adjusted for harsh and lenient judges, Team Lantern wins with 74.06 of 100." in told
    hands.go_to("Host’s desk")
    hands.press("Publish the result…", screens.host_desk(window))
    hands.press("Publish the result", screens.host_desk(window).question)
    hands.enter_pin_again(pins["organiser"])
    print_papers(hands, "Certificates for participants", Filing.ONE_EACH)
    print_papers(hands, "Score sheets by team", Filing.ONE_FILE)
    save_data(hands)
    papers = {path.name: PdfReader(path) for path in folder.glob("*.pdf")}
    assert len(papers) == 39
    assert len(papers["Tech Connect pitch day - score sheets by team.pdf"].pages) >= 6
    assert any("Ffion Wŷn Parry" in paper.pages[0].extract_text() for paper in papers.values())


def print_papers(hands: Hands, paper: str, filing: Filing) -> None:
    screen = screens.papers(hands.window)
    hands.go_to("Papers")
    card = screen.cards[paper]
    card.click()
    screen.filing.choose(filing.value)
    hands.wait_until(lambda: bool(card.pages))
    hands.press(f"Save {card.pages} pages as PDF…", screen)
    hands.wait_until(partial(is_made, screen))
    screen.summary.close_list.click()
    card.click()


def save_data(hands: Hands) -> None:
    hands.press(PapersPart.DATA.value, screens.papers(hands.window))
    screen = screens.data(hands.window)
    for card in screen.kinds.values():
        card.setChecked(True)
    hands.press(screen.save.text(), screen)
    hands.wait_until(lambda: "saved in" in screen.told)


def is_made(screen: PapersScreen) -> bool:
    return screen.summary.isVisible() and " saved in " in screen.summary.text.text()
