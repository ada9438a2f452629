"""The pages of the set-up: how each is built, and where its lines lead."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from judging_app.closed_sets import complete
from judging_app.planning.settings_check import Subject
from judging_app.present.host.lights import Light, projector_light
from judging_app.present.set_up.doors import BeforeDoors
from judging_app.present.set_up.overview import SetUpPart
from judging_app.present.set_up.tables import SetUpTable
from ui.host.desk import HostDesk
from ui.pages import (
    ALL_TEAMS,
    BALLOTS,
    CONFLICTS,
    CRITERIA,
    DOORS,
    FORMING,
    HOST_DESK,
    IMPORT,
    LOOK,
    NAMES,
    PANEL,
    PEOPLE,
    PROJECTOR,
    RECORD,
    REHEARSAL,
    RESULT,
    SET_UP,
    Built,
    show_ballots,
    show_projector,
)
from ui.set_up.conflicts import ConflictsScreen
from ui.set_up.conflicts_wiring import ConflictsWiring
from ui.set_up.doors import DoorsScreen
from ui.set_up.doors_wiring import DoorsWiring
from ui.set_up.importing import ImportScreen
from ui.set_up.importing_wiring import ImportWiring
from ui.set_up.names import NameProofScreen
from ui.set_up.names_wiring import NamesWiring
from ui.set_up.panel_pins import PanelPins
from ui.set_up.pins_wiring import PanelPinsWiring, PinsWiring
from ui.set_up.rehearsal import RehearsalScreen
from ui.set_up.rehearsal_wiring import RehearsalWiring
from ui.set_up.rubric import RubricEditor
from ui.set_up.rubric_wiring import RubricWiring
from ui.set_up.set_up import SetUpScreen
from ui.set_up.set_up_wiring import SetUpWiring
from ui.set_up.tables import TablesScreen
from ui.set_up.tables_wiring import TablesWiring
from ui.teams.forming import FormingScreen
from ui.teams.forming_wiring import FormingWiring
from ui.teams.members import TeamsScreen
from ui.teams.members_wiring import MembersWiring
from ui.widgets.buttons import PlainButton
from ui.window import Window


def _set_up(window: Window) -> Built:

    screen, doors = SetUpScreen(), DoorsScreen()
    conflicts = ConflictsScreen()
    wiring = SetUpWiring(
        window, window.day, screen, window.new_pins, window.choice, window.printers
    )
    checking = DoorsWiring(wiring, window.day, doors, partial(_lights, window))
    of_conflicts = ConflictsWiring(wiring, window.day, conflicts)
    places = complete(
        {
            SetUpPart.EVENT: SET_UP,
            SetUpPart.PARTICIPANTS: PEOPLE,
            SetUpPart.TEAMS: ALL_TEAMS,
            SetUpPart.CHALLENGES: ALL_TEAMS,
            SetUpPart.RUBRIC: CRITERIA,
            SetUpPart.METHOD: RESULT,
            SetUpPart.PANEL: PANEL,
            SetUpPart.CONFLICTS: CONFLICTS,
            SetUpPart.RUN_ORDER: BALLOTS,
            SetUpPart.LOOK: LOOK,
        }
    )

    def begin_conflicts() -> None:
        window.show_screen(CONFLICTS)
        window.day.look(of_conflicts.refresh)
        conflicts.begin()

    own: Mapping[str, Callable[[], object]] = {
        CONFLICTS: begin_conflicts,
        BALLOTS: partial(show_ballots, window, "Run order"),
    }

    def go(part: SetUpPart) -> None:
        place = places[part]
        own.get(place, partial(window.entry_asked.emit, place))()

    def mend(subject: Subject | None) -> None:
        place = MENDED[subject][0] if subject else HOST_DESK
        own.get(place, partial(_mend, window, subject))()

    def prepare(what: BeforeDoors) -> None:
        match what:
            case BeforeDoors.CHECK:
                window.show_screen(DOORS)
                checking.refresh()
            case BeforeDoors.REHEARSE:
                if window.has_noted_pins():
                    window.rehearsing.begin()

    wiring.place_asked.connect(go)
    wiring.import_asked.connect(window.import_files)
    wiring.paste_asked.connect(window.import_pasted)
    screen.doors_asked.connect(prepare)
    doors.back.clicked.connect(window.goes_to(SET_UP))
    conflicts.back.clicked.connect(window.goes_to(SET_UP))
    checking.place_asked.connect(mend)
    return Built(wiring, {SET_UP: screen, DOORS: doors, CONFLICTS: conflicts})


def _lights(window: Window) -> Sequence[Light]:
    """What this computer's lights say, the projector's among them."""
    state = window.displays.state
    projector = projector_light(state.text, state.line, is_well=state.kind != "attention")
    return (*(one for one in window.copies.rows if one.key != projector.key), projector)


def _mend(window: Window, subject: Subject | None) -> None:
    """Lead somebody to where what was found before the doors is put right."""
    page, part = MENDED[subject] if subject else (HOST_DESK, "")
    if page == BALLOTS:
        show_ballots(window, part)
    elif page == PROJECTOR:
        show_projector(window, part)
    else:
        window.go_to(page)
    if part == _STATUS:
        window.screen_by(HOST_DESK, HostDesk).open_status()


_STATUS = "Status"
MENDED: Mapping[Subject, tuple[str, str]] = complete(
    {
        Subject.CONFLICTS: (CONFLICTS, ""),
        Subject.METHOD: (RESULT, ""),
        Subject.RUBRIC: (CRITERIA, ""),
        Subject.AWARDS: (RESULT, ""),
        Subject.PANEL: (PANEL, ""),
        Subject.PINS: (PANEL, ""),
        Subject.PEOPLE: (PEOPLE, ""),
        Subject.TEAMS: (ALL_TEAMS, ""),
        Subject.RUN_ORDER: (BALLOTS, "Run order"),
        Subject.LETTERS: (PEOPLE, ""),
        Subject.NAMES: (NAMES, ""),
        Subject.PROJECTOR: (PROJECTOR, "Screens"),
        Subject.REVEAL: (PROJECTOR, "Reveal"),
        Subject.FILE: (RECORD, ""),
        Subject.DISK: (HOST_DESK, _STATUS),
        Subject.COPY: (HOST_DESK, _STATUS),
        Subject.POWER: (HOST_DESK, _STATUS),
    }
)
"""The page, and its part, on which what was found is put right."""


def _names(window: Window) -> Built:

    screen = NameProofScreen()
    wiring = NamesWiring(window, window.day, screen)
    screen.corrected.connect(window.goes_to(PEOPLE))
    return Built(wiring, {NAMES: screen})


def _rehearsal(window: Window) -> Built:

    screen = RehearsalScreen()
    wiring = RehearsalWiring(window, window.day, screen)
    wiring.shown.connect(window.shows(REHEARSAL))
    wiring.left.connect(window.show_message)
    return Built(wiring, {REHEARSAL: screen})


def _people(window: Window) -> Built:

    kinds = (
        SetUpTable.PARTICIPANTS,
        SetUpTable.ORGANISATIONS,
        SetUpTable.MENTORS,
        SetUpTable.VISITS,
    )
    return _tables(window, PEOPLE, "People", kinds)


def _all_teams(window: Window) -> Built:

    teams = TeamsScreen("Teams", (SetUpTable.TEAMS, SetUpTable.CHALLENGES))
    built, screen = _served(window, ALL_TEAMS, teams), FormingScreen()
    MembersWiring(built.wiring, window.day, teams)
    form = PlainButton("Form teams…", icon="users")
    teams.show_act(form)
    wiring = FormingWiring(built.wiring, window.day, screen)
    form.clicked.connect(wiring.refresh)
    form.clicked.connect(window.shows(FORMING))
    wiring.ended.connect(window.shows(ALL_TEAMS))
    screen.back.clicked.connect(window.shows(ALL_TEAMS))
    return Built(built.wiring, {ALL_TEAMS: teams, FORMING: screen})


def _criteria(window: Window) -> Built:

    screen = RubricEditor()
    wiring = RubricWiring(window, window.day, screen, window.choice)
    wiring.import_asked.connect(window.import_files)
    return Built(wiring, {CRITERIA: screen})


def _panel(window: Window) -> Built:

    built = _tables(window, PANEL, "Panel", (SetUpTable.JUDGES,))
    screen, part, pins = built.screens[PANEL], PanelPins(), window.new_pins
    assert isinstance(screen, TablesScreen)  # noqa: S101 - it was just built
    screen.beside.addWidget(part)
    PinsWiring(built.wiring, window.day, part.card, pins, window.choice, window.printers)
    PanelPinsWiring(built.wiring, window.day, screen, part, pins, window.again)
    return built


def _tables(window: Window, key: str, heading: str, kinds: tuple[SetUpTable, ...]) -> Built:
    return _served(window, key, TablesScreen(heading, kinds))


def _served(window: Window, key: str, screen: TablesScreen) -> Built:
    wiring = TablesWiring(window, window.day, screen)
    wiring.import_asked.connect(window.import_files)
    return Built(wiring, {key: screen})


def _import(window: Window) -> Built:

    screen = ImportScreen()
    wiring = ImportWiring(window, window.day, screen, window.choice)
    wiring.shown.connect(window.show_import)
    wiring.ended.connect(window.leave_import)
    return Built(wiring, {IMPORT: screen})


BUILDERS: Mapping[str, Callable[[Window], Built]] = {
    SET_UP: _set_up,
    PEOPLE: _people,
    ALL_TEAMS: _all_teams,
    CRITERIA: _criteria,
    PANEL: _panel,
    IMPORT: _import,
    NAMES: _names,
    REHEARSAL: _rehearsal,
}
"""What builds each of them."""
