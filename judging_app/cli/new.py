"""`judging-app new`: an event file, empty or out of a folder of CSV files."""

from argparse import Namespace
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from judging_app.bundle.archive import SUFFIX
from judging_app.bundle.reading import bundle_data, read_bundle
from judging_app.bundle.values import intake_of
from judging_app.cli.checks import print_findings
from judging_app.cli.output import progress_bar, say
from judging_app.cli.pins import print_once
from judging_app.desk.events import NewEvent, create_event
from judging_app.desk.settings import proposed_findings
from judging_app.domain.event import Event, Method
from judging_app.domain.names import tidy, tidy_name
from judging_app.domain.roles import Actor
from judging_app.domain.setup import Intake
from judging_app.domain.tie_breaks import DeclaredTieBreak
from judging_app.errors import UnusableNameError
from judging_app.export.progress import Progress
from judging_app.intake.folder import read_folder, read_nothing
from judging_app.intake.rubric_templates import template_file
from judging_app.planning.settings_check import troubles
from judging_app.present.settings import summary_text
from judging_app.timepiece import Clocks
from judging_app.words import counted

_STAFF = 3
"""Organiser, host and scorer have a PIN too."""


def new(arguments: Namespace) -> int:
    """Make an event and print everyone's PIN, once."""
    event = Event(
        _usable("--title", tidy_name, arguments.title),
        arguments.date,
        _usable("--venue", tidy, arguments.venue),
        method=Method(arguments.method),
    )
    rubric = None if arguments.rubric is None else template_file(arguments.rubric)
    if arguments.folder is None:
        intake = read_nothing(rubric)
    elif arguments.folder.suffix == SUFFIX:
        intake = intake_of(read_bundle(bundle_data(arguments.folder)))
    else:
        intake = read_folder(arguments.folder, rubric=rubric)
    made = make(arguments.file, event, intake, tie_breaks=arguments.tie_breaks)
    setup = intake.setup
    for note in intake.notes:
        say(note)
    say(
        f"{made.path} was created: {counted(len(setup.participants), 'participant')} in "
        f"{counted(len(setup.teams), 'team')}, {counted(len(setup.judges), 'judge')}, "
        f"{counted(len(intake.ballots), 'ballot')}."
    )
    if found := troubles(proposed_findings(event, intake)):
        say()
        say(f"Before you hand out the PINs: {summary_text(found)}")
        print_findings(found)
    say()
    print_once(setup, made.pins)
    return 0


def make(
    path: Path,
    event: Event,
    intake: Intake,
    pins: Mapping[Actor, str] | None = None,
    *,
    tie_breaks: Sequence[DeclaredTieBreak] = (),
    opens_scoring: bool = False,
) -> NewEvent:
    """Make an event file under a progress bar: hashing a PIN takes a fifth of a second.

    Raises:
        DeskError: as `create_event` does; nothing is left then.
    """
    taken_in = len(intake.ballots) + len(intake.points) + bool(tie_breaks)
    asked = 3 + taken_in + len(intake.setup.judges) + _STAFF + opens_scoring
    with progress_bar("Event file") as progress:
        clock = _CountingClock(progress, asked)
        return create_event(
            path,
            event,
            intake,
            pins,
            tie_breaks=tie_breaks,
            opens_scoring=opens_scoring,
            clocks=clock,
        )


class _CountingClock(Clocks):
    """Opening and every entry ask once for the time, which shows how far the work is."""

    def __init__(self, progress: Progress, entries: int) -> None:
        self._progress = progress
        self._entries = entries
        self._asked = 0

    def now(self) -> datetime:
        self._progress(self._asked, self._entries)
        self._asked += 1
        return super().now()


def _usable(option: str, tidied: Callable[[str], str], text: str) -> str:
    try:
        return tidied(text)
    except UnusableNameError as error:
        raise UnusableNameError(f"{option}: {error}") from error
