"""The scenes beside the pitches and the reveal: what each says to the room."""

from collections.abc import Callable, Mapping

from judging_app.closed_sets import complete
from judging_app.domain.event import Board, Phase, Scene
from judging_app.present.result.standings import ballots_text
from judging_app.present.time_of_day import clock_text, in_words
from judging_app.present.wall import pitch_scenes
from judging_app.present.wall.board import board_words
from judging_app.present.wall.clock import clock_scene
from judging_app.present.wall.correction import correction
from judging_app.present.wall.reveal_scene import reveal_scene
from judging_app.present.wall.room import Room
from judging_app.present.wall.view import ProjectorView

BARS = ("White", "Yellow", "Cyan", "Green", "Magenta", "Red", "Blue", "Black")
"""The colour bars of the test card, from the left."""

SIZES = ("Title, 1/12 of the height", "Names, 1/20", "Smallest, 1/36")
"""The sizes of type on the test card, each written in its own size."""


def holding(room: Room) -> ProjectorView:
    """What, where and when."""
    event = room.event
    day = "" if event.held_on is None else in_words(event.held_on)
    lines = tuple(line for line in (event.venue, day) if line)
    return ProjectorView(
        Scene.HOLDING, title=event.title, lines=lines, spoken=". ".join((event.title, *lines))
    )


def judges_scoring(room: Room) -> ProjectorView:
    """How many ballots are in, and nothing of what is in them."""
    line = f"{ballots_text(room.ballots_in, room.ballots_expected)} submitted"
    return ProjectorView(
        Scene.PROGRESS,
        title="The judges are scoring",
        lines=(line,),
        ballots_in=room.ballots_in,
        ballots_expected=room.ballots_expected,
        spoken=f"The judges are scoring: {line}",
    )


def standings(room: Room) -> ProjectorView:
    """The standings as far as the public may see them; frozen ones say since when."""
    words = board_words(room.standings, room.programme.form, _frozen_note(room))
    return ProjectorView(
        Scene.STANDINGS,
        title=words.title,
        lines=words.lines,
        form=room.programme.form,
        pages=words.pages,
        spoken=words.spoken,
    )


def _frozen_note(room: Room) -> tuple[str, ...]:
    """The ballots are those behind the frozen standings, not those that came later."""
    is_frozen = room.event.board is Board.FROZEN and room.event.phase is Phase.SCORING
    if not is_frozen or room.frozen_at is None:
        return ()
    ballots = sum(row.ballots for row in room.standings.rows)
    expected = sum(row.expected for row in room.standings.rows)
    return (f"As of {clock_text(room.frozen_at)} · {ballots_text(ballots, expected)}",)


def message(room: Room) -> ProjectorView:
    """What the host wrote for the room."""
    said = room.programme.message
    return ProjectorView(Scene.MESSAGE, lines=(said,) if said else (), spoken=said or "A message")


def deliberation(_room: Room) -> ProjectorView:
    """Says only that the judges talk."""
    said = "The judges are deciding"
    return ProjectorView(Scene.DELIBERATION, title=said, spoken=said)


def thank_you(room: Room) -> ProjectorView:
    """The end of the day."""
    lines = (room.event.title,)
    return ProjectorView(
        Scene.THANK_YOU, title="Thank you", lines=lines, spoken=". ".join(("Thank you", *lines))
    )


def logo(room: Room) -> ProjectorView:
    """The logo over the title."""
    return ProjectorView(Scene.LOGO, title=room.event.title, spoken=room.event.title)


def screen_test(_room: Room) -> ProjectorView:
    """What shows whether a screen is whole, sharp and true; its painter adds the screen's name."""
    return ProjectorView(
        Scene.TEST_CARD,
        title="Test card",
        lines=SIZES,
        spoken="Test card: edges, greys, colours and sizes of type",
    )


def black(_room: Room) -> ProjectorView:
    """Nothing at all."""
    return ProjectorView(Scene.BLACK, spoken="The projector is black.")


VIEWS: Mapping[Scene, Callable[[Room], ProjectorView]] = complete(
    {
        Scene.HOLDING: holding,
        Scene.RUN_ORDER: pitch_scenes.run_order,
        Scene.UP_NEXT: pitch_scenes.up_next,
        Scene.NOW_PITCHING: pitch_scenes.now_pitching,
        Scene.CLOCK: clock_scene,
        Scene.PROGRESS: judges_scoring,
        Scene.STANDINGS: standings,
        Scene.PEOPLES_CHOICE: pitch_scenes.peoples_choice,
        Scene.DELIBERATION: deliberation,
        Scene.REVEAL: reveal_scene,
        Scene.CORRECTION: correction,
        Scene.MESSAGE: message,
        Scene.THANK_YOU: thank_you,
        Scene.LOGO: logo,
        Scene.TEST_CARD: screen_test,
        Scene.BLACK: black,
    }
)
"""What makes each scene."""
