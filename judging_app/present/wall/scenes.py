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
from judging_app.present.wall.facts import WallFacts
from judging_app.present.wall.reveal_scene import reveal_scene
from judging_app.present.wall.view import WallView

BARS = ("White", "Yellow", "Cyan", "Green", "Magenta", "Red", "Blue", "Black")
"""The colour bars of the test card, from the left."""

SIZES = ("Title, 1/12 of the height", "Names, 1/20", "Smallest, 1/36")
"""The sizes of type on the test card, each written in its own size."""


def holding(wall: WallFacts) -> WallView:
    """What, where and when."""
    event = wall.event
    day = "" if event.held_on is None else in_words(event.held_on)
    lines = tuple(line for line in (event.venue, day) if line)
    return WallView(
        Scene.HOLDING, title=event.title, lines=lines, spoken=". ".join((event.title, *lines))
    )


def judges_scoring(wall: WallFacts) -> WallView:
    """How many ballots are in, and nothing of what is in them."""
    line = f"{ballots_text(wall.ballots_in, wall.ballots_expected)} submitted"
    return WallView(
        Scene.PROGRESS,
        title="The judges are scoring",
        lines=(line,),
        ballots_in=wall.ballots_in,
        ballots_expected=wall.ballots_expected,
        spoken=f"The judges are scoring: {line}",
    )


def standings(wall: WallFacts) -> WallView:
    """The standings as far as the public may see them; frozen ones say since when."""
    words = board_words(wall.standings, wall.programme.form, _frozen_note(wall))
    return WallView(
        Scene.STANDINGS,
        title=words.title,
        lines=words.lines,
        form=wall.programme.form,
        pages=words.pages,
        spoken=words.spoken,
    )


def _frozen_note(wall: WallFacts) -> tuple[str, ...]:
    """The ballots are those behind the frozen standings, not those that came later."""
    is_frozen = wall.event.board is Board.FROZEN and wall.event.phase is Phase.SCORING
    if not is_frozen or wall.frozen_at is None:
        return ()
    ballots = sum(row.ballots for row in wall.standings.rows)
    expected = sum(row.expected for row in wall.standings.rows)
    return (f"As of {clock_text(wall.frozen_at)} · {ballots_text(ballots, expected)}",)


def message(wall: WallFacts) -> WallView:
    """What the host wrote for the room."""
    said = wall.programme.message
    return WallView(Scene.MESSAGE, lines=(said,) if said else (), spoken=said or "A message")


def deliberation(_room: WallFacts) -> WallView:
    """Says only that the judges talk."""
    said = "The judges are deciding"
    return WallView(Scene.DELIBERATION, title=said, spoken=said)


def thank_you(wall: WallFacts) -> WallView:
    """The end of the day."""
    lines = (wall.event.title,)
    return WallView(
        Scene.THANK_YOU, title="Thank you", lines=lines, spoken=". ".join(("Thank you", *lines))
    )


def logo(wall: WallFacts) -> WallView:
    """The logo over the title."""
    return WallView(Scene.LOGO, title=wall.event.title, spoken=wall.event.title)


def screen_test(_room: WallFacts) -> WallView:
    """What shows whether a screen is whole, sharp and true; its painter adds the screen's name."""
    return WallView(
        Scene.TEST_CARD,
        title="Test card",
        lines=SIZES,
        spoken="Test card: edges, greys, colours and sizes of type",
    )


def black(_room: WallFacts) -> WallView:
    """Nothing at all."""
    return WallView(Scene.BLACK, spoken="The projector is black.")


VIEWS: Mapping[Scene, Callable[[WallFacts], WallView]] = complete(
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
