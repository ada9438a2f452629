"""A whole pitch day through the windows, from the organiser's folder to the certificates."""

import csv
import json
from collections import defaultdict
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader
from pytestqt.qtbot import QtBot

from judging_app.cli.main import main
from judging_app.domain.event import Scene
from judging_app.paths import RESOURCES
from tests.journeys.window_day import Chosen, Hands, Key, words_on
from ui.host_projector import RevealCard
from ui.papers import Files, Paper, PapersScreen
from ui.projector import Projector
from ui.wiring.day import Day
from ui.wiring.window import Window

BALLOTS = RESOURCES / "samples" / "tech-connect" / "ballots.csv"
TEAMS = ("Lantern", "Kingfisher", "Groundwork", "Halfway", "Perch", "Millrace")


def cards_by_judge() -> dict[str, dict[str, list[int]]]:
    cards: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    with BALLOTS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            cards[row["judge"]][row["team"]].append(int(row["score"]))
    return cards


@pytest.fixture
def hands(qtbot: QtBot, tmp_path: Path, csv_folder: Path) -> Hands:
    papers = tmp_path / "papers"
    papers.mkdir()
    chosen = Chosen(tmp_path / "day.pitchday", csv_folder, papers)
    window = Window(Day(), Projector(), chosen)
    qtbot.addWidget(window)
    qtbot.addWidget(window.projector)
    window.resize(1366, 768)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    return Hands(qtbot, window)


def make_event(hands: Hands) -> dict[str, str]:
    """From the folder to the PINs; the answer is everyone's PIN by their key."""
    window, screen = hands.window, hands.window.new_event
    hands.press("New event from a folder…")
    hands.type("Tech Connect pitch day")
    hands.press("Choose folder…", screen)
    hands.press("Choose name…", screen)
    hands.press("Make the event", screen)
    hands.wait_until(screen.open_event.isVisible)
    lines = words_on(screen).splitlines()
    pins = {name: pin for name, pin in pairwise(lines) if pin.isdigit()}
    hands.press("Open the event", screen)
    keys = {row.accessibleName().split(",")[0]: row.key for row in window.sign_in._names}
    return {keys[name]: pin for name, pin in pins.items()}


def test_a_pitch_day_from_the_folder_to_the_certificates(
    hands: Hands, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pins = make_event(hands)
    assert len(pins) == 11

    open_the_day(hands, pins)
    score_by_keys_alone(hands, pins)
    close_and_reveal(hands, pins)
    publish_and_print(hands, pins, tmp_path / "papers")
    hands.window.close()

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
    desk, room = hands.window.host_desk, hands.window.projector
    hands.sign_in("host", pins["host"])
    hands.press("Open scoring", desk)
    hands.press("Open scoring", desk.question)
    hands.move_ballot(0, 2, "Recuse", "Owns the challenge")
    hands.move_ballot(4, 4, "Recuse", "Hosted the visit")
    desk.projector.switch.click()
    assert room.isVisible()
    assert room.screen() is not hands.window.screen()
    assert room.geometry() == room.screen().geometry()
    hands.sign_out()


def score_by_keys_alone(hands: Hands, pins: dict[str, str]) -> None:
    """Eight judges score their teams in turn on the one laptop."""
    window = hands.window
    for judge, cards in cards_by_judge().items():
        hands.sign_in(f"judge:{judge}", pins[f"judge:{judge}"])
        for team, scores in cards.items():
            hands.open_team(TEAMS.index(team.removeprefix("Team ")))
            hands.score_card(scores)
            assert "Submitted" in words_on(window.scorecard)
            assert not any(f"Team {other}" in window.projector.painted for other in TEAMS)
            hands.key(Key.Key_Escape)
        hands.sign_out()


def close_and_reveal(hands: Hands, pins: dict[str, str]) -> None:
    """The host is told that a recusal decides the day, then tells the places from the last."""
    desk, room = hands.window.host_desk, hands.window.projector
    hands.sign_in("host", pins["host"])
    hands.move_ballot(7, 4, "Mark absent")
    hands.move_ballot(7, 5, "Mark absent")
    hands.press("Close scoring", desk)
    hands.press("Close scoring", desk.question)
    assert "A recusal changes the winner" in words_on(desk)
    assert not any(f"Team {team}" in words_on(desk.reveal) for team in TEAMS)
    desk.projector.choose(Scene.REVEAL)
    hands.press("Take reveal", desk)
    for step in range(1, 7):
        hands.wait_until(partial(is_ready, desk.reveal))
        hands.press("Tell next step", desk.reveal)
        desk.reveal.ask_next()  # a key that bounces tells nothing more
        hands.wait_until(partial(has_told, room, step))
    assert room.view.step is not None
    assert room.view.step.teams == ("Team Groundwork",)
    hands.sign_out()


def publish_and_print(hands: Hands, pins: dict[str, str], folder: Path) -> None:
    """The organiser sees both methods, publishes, and prints what is handed out."""
    window = hands.window
    hands.sign_in("organiser", pins["organiser"])
    hands.go_to("Result")
    assert (
        "By mean Team Groundwork wins with 74.71; by adjusted Team Lantern wins with 74.06."
        in words_on(window.result)
    )
    hands.go_to("Host’s desk")
    hands.press("Publish the result", window.host_desk)
    hands.press("Publish the result", window.host_desk.question)
    print_papers(hands, Paper.CERTIFICATES_PARTICIPANTS, Files.ONE_EACH)
    print_papers(hands, Paper.SHEETS_BY_TEAM, Files.ONE_FILE)
    papers = {path.name: PdfReader(path) for path in folder.glob("*.pdf")}
    assert len(papers) == 39
    assert len(papers["Tech Connect pitch day - score sheets by team.pdf"].pages) >= 6
    assert any("Ffion Wŷn Parry" in paper.pages[0].extract_text() for paper in papers.values())


def is_ready(reveal: RevealCard) -> bool:
    return not reveal.is_pausing


def has_told(room: Projector, count: int) -> bool:
    return len(told_in(room)) == count


def told_in(room: Projector) -> set[str]:
    """The teams that the room can read on the projector."""
    return {text for text in room.painted if text.removeprefix("Team ") in TEAMS}


def print_papers(hands: Hands, paper: Paper, files: Files) -> None:
    screen = hands.window.papers
    hands.go_to("Papers")
    screen.papers[paper].click()
    screen.files[files].click()
    hands.press("Choose folder…", screen)
    hands.press("Make the papers", screen)
    hands.wait_until(partial(is_made, screen))


def is_made(screen: PapersScreen) -> bool:
    return " with " in screen.result.text() and not screen.cancel.isVisible()
