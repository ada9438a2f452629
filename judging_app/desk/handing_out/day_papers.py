"""The small papers of a day, as jobs to be written: one entry each."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from judging_app.closed_sets import complete
from judging_app.desk import clock, conflicts
from judging_app.desk.desk import Desk
from judging_app.desk.events import look
from judging_app.desk.result_questions import declared_tie_breaks
from judging_app.desk.rights import Sight
from judging_app.desk.run_order import run_order, seed
from judging_app.desk.standings import result_line, view
from judging_app.domain.event import Audience
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError
from judging_app.present.leaves import day
from judging_app.present.leaves.leaf import Leaf, Leaves
from judging_app.present.organiser.papers import PaperJob, mark_of, mark_of_rehearsal

NO_DAY = "There is nothing to print yet. Add teams and judges first."


class DayPaper(Enum):
    """The small papers, by the word that is typed for each."""

    RUNNING = "running-sheet"
    JUDGES = "judges-briefing"
    TEAMS = "teams-briefing"
    NAMES = "name-proof"
    SIGNS = "signs"
    WINNERS = "winners"


@dataclass(frozen=True, slots=True)
class DayPaperWords:
    """What a small paper is called, what it is for, and what makes it."""

    title: str
    what_for: str
    make: Callable[[Desk, Actor], tuple[Leaf, ...]]
    is_one_sided: bool = False


def day_job(desk: Desk, actor: Actor, paper: DayPaper) -> PaperJob:
    """One of the small papers."""
    words, event = DAY_PAPERS[paper], desk.event()
    rows = Leaves(words.title, event.title, words.make(desk, actor), none=NO_DAY)
    mark = mark_of(event) if paper is DayPaper.WINNERS else mark_of_rehearsal(event)
    return PaperJob(rows, f"{event.title} - {words.title[0].lower()}{words.title[1:]}", mark=mark)


def _facts(desk: Desk, actor: Actor) -> day.DayFacts:
    desk.check_sight(actor, Sight.ALL_BALLOTS)
    return day.DayFacts(
        desk.event(),
        desk.setup(),
        run_order(desk),
        seed(desk),
        declared_tie_breaks(desk, actor),
        (*conflicts.declared(desk), *conflicts.found(desk)),
        clock.day(desk),
        look(desk).band,
    )


def _winners(desk: Desk, actor: Actor) -> tuple[Leaf, ...]:
    found = view(desk, actor, Audience.PANEL)
    if not any(row.place for row in found.rows):
        raise DeskError("There are no winners yet. They need a result first.")
    return day.winners_list(desk.event(), desk.setup(), found, result_line(desk))


def _of(make: Callable[[day.DayFacts], tuple[Leaf, ...]]) -> Callable[..., tuple[Leaf, ...]]:
    return lambda desk, actor: make(_facts(desk, actor))


DAY_PAPERS = complete(
    {
        DayPaper.RUNNING: DayPaperWords(
            "Running sheet", "The turns with their times, for the host.", _of(day.running_sheet)
        ),
        DayPaper.JUDGES: DayPaperWords(
            "Briefing for judges",
            "To read before the day: teams, links to a team, the rubric, how scoring works.",
            _of(day.judges_briefing),
        ),
        DayPaper.TEAMS: DayPaperWords(
            "Briefing for teams",
            "To read before the day: the turn, the time, and what is judged.",
            _of(day.teams_briefing),
        ),
        DayPaper.NAMES: DayPaperWords(
            "Name proof", "Every name as it is printed, for each team to tick.", _of(day.name_proof)
        ),
        DayPaper.SIGNS: DayPaperWords(
            "Signs for tables and doors",
            "A page for each team’s table and each door.",
            _of(day.signs),
            is_one_sided=True,
        ),
        DayPaper.WINNERS: DayPaperWords(
            "List of winners", "Who won what, for the website and the press.", _winners
        ),
    }
)
