"""The small papers of a day: what happens when, what judges and teams read before, names, signs."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from judging_app.domain.event import Event
from judging_app.domain.ids import TeamId
from judging_app.domain.panel import Conflict, Judge
from judging_app.domain.people import Team
from judging_app.domain.run_order import Moment, Slot
from judging_app.domain.set_up.consent import Door, names_at
from judging_app.domain.setup import Setup
from judging_app.domain.tie_breaks import DeclaredTieBreak
from judging_app.present.criteria import levels_of, scale_text, sectioned_title, weight_in_sentence
from judging_app.present.leaves.leaf import (
    Block,
    Cell,
    Column,
    Leaf,
    NewPage,
    Row,
    Signatures,
    Table,
    Together,
    Type,
    Words,
    figures,
)
from judging_app.present.organiser.certificates import LAST_WINNING_PLACE, when_and_where
from judging_app.present.organiser.score_sheets import (
    challenge_of,
    in_line,
    place_in_words,
    post_of,
)
from judging_app.present.result.standings import StandingsView
from judging_app.present.time_of_day import clock_text, in_words
from judging_app.present.words.methods import definition_text, method_name
from judging_app.present.words.tie_rules import tie_break_name
from judging_app.words import counted

BY_ORGANISER = "The organiser scores this once for each team."
JUDGED = "What is judged"
DOOR_SIGNS = ("Pitches", "Judges", "Teams waiting", "Registration")


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What the small papers are made of; `links` are of all judges, `seed` is that of the draw."""

    event: Event
    setup: Setup
    slots: tuple[Slot, ...] = ()
    seed: str = ""
    tie_breaks: tuple[DeclaredTieBreak, ...] = ()
    links: tuple[Conflict, ...] = ()
    day: tuple[Moment, ...] = ()
    colour: str = ""

    @property
    def lines(self) -> tuple[Moment, ...]:
        """The day line by line: the turns alone where nothing else is known of it."""
        turns = (Moment("", one.pitch_s + one.questions_s, one.team) for one in self.slots)
        return self.day or tuple(turns)

    @property
    def has_times(self) -> bool:
        """Whether it is known when what happens."""
        return any(line.at for line in self.lines)

    def time_of(self, team: TeamId) -> str:
        """When a team’s turn is; empty where that isn’t known."""
        return next((clock_text(one.at) for one in self.lines if one.team == team and one.at), "")

    @property
    def has_tasks(self) -> bool:
        """Whether it is known what any team pitches."""
        return bool(self.setup.challenges)

    def team(self, slot: Slot) -> Team:
        """Whose turn it is."""
        return next(one for one in self.setup.teams if one.id == slot.team)


def running_sheet(facts: DayFacts) -> tuple[Leaf, ...]:
    """The day in its order, each line with its minutes, and a box to tick.

    Where nobody said when it begins, there is room for the time, and how long after the first pitch
    each turn is.
    """
    columns = (
        Column("Time", 24),
        Column("Team"),
        *((Column("What they pitch", 58),) if facts.has_tasks else ()),
        *(() if facts.has_times else (figures("After", 16, "min"),)),
        figures("Lasts", 16, "min"),
        figures("Done", 18),
    )
    after = "“After” counts from the first pitch, without breaks and changeovers."
    together = "Where one line begins late, all after it move together."
    leaf = Leaf(
        id="Running sheet",
        event=facts.event.title,
        title="Running sheet",
        subtitle=in_line(when_and_where(facts.event), "for the host"),
        blocks=(
            Table(columns, tuple(_turns(facts)), 12),
            Words(together if facts.has_times else after, Type.QUIET),
            Words("If we run late", Type.HEADING),
            Words("Shorten the breaks first, then the questions. Never shorten a pitch."),
        ),
        corner=f"Drawn by lot, “{facts.seed}”" if facts.seed else "",
    )
    return (leaf,)


def _turns(facts: DayFacts) -> Iterator[Row]:
    begun = 0
    places = {slot.team: (number, slot) for number, slot in enumerate(facts.slots, 1)}
    for line in facts.lines:
        parts, title = "", line.title
        if line.team:
            number, slot = places[line.team]
            title = f"{number}  {facts.team(slot).name}"
            parts = f"pitch {_minutes(slot.pitch_s)}, questions {_minutes(slot.questions_s)}"
        task = challenge_of(facts.setup, line.team) if line.team else ""
        yield Row(
            (
                Cell(clock_text(line.at), is_strong=True) if line.at else Cell(is_to_write=True),
                Cell(title, parts, is_strong=bool(line.team)),
                *((Cell(task),) if facts.has_tasks else ()),
                *(() if facts.has_times else (Cell(_minutes(begun) if line.team else ""),)),
                Cell(_minutes(line.lasts_s), is_strong=True),
                Cell(is_to_tick=True),
            )
        )
        begun += line.lasts_s if line.team else 0


def _minutes(seconds: int) -> str:
    whole, rest = divmod(seconds, 60)
    return f"{whole}:{rest:02}" if rest else f"{whole}"


def judges_briefing(facts: DayFacts) -> tuple[Leaf, ...]:
    """What a judge reads before the day: when, whom, links to a team, the rubric, how to score."""
    return tuple(_judges_leaf(facts, judge) for judge in facts.setup.judges)


def _judges_leaf(facts: DayFacts, judge: Judge) -> Leaf:
    teams, rubric = facts.setup.teams, facts.setup.rubric
    criteria = counted(len(rubric.judged), "criterion", "criteria")
    bring = "Reading glasses. You’ll get your PIN at the door."
    return Leaf(
        id="Briefing",
        event=facts.event.title,
        title="Briefing for judges",
        subtitle=in_line(f"For {judge.name}", post_of(facts.setup, judge)),
        band=_cover("Briefing for judges", f"For {judge.name}", post_of(facts.setup, judge)),
        corner="Briefing",
        colour=facts.colour,
        blocks=(
            _facts_table(
                facts.event,
                ("You judge", f"{counted(len(teams), 'team')} on {criteria}"),
                ("Bring", bring),
            ),
            Words("The teams, in the order of the pitches", Type.HEADING),
            _order(facts),
            *_links(facts, judge),
            NewPage(JUDGED, "Briefing for judges"),
            *_rubric(facts),
            Together((Words("How to score", Type.HEADING), *_TO_SCORE)),
            *_how_scored(facts),
        ),
    )


_TO_SCORE = tuple(
    Words(text, Type.ITEM)
    for text in (
        "Sign in with your PIN, or mark the paper sheets with your name.",
        "Score every criterion for each team on its own scale, then submit the ballot.",
        "What you write for the team is passed on to it. What you write for the panel isn’t.",
        "If you can’t score a team, tell the organiser. That doesn’t count as zero.",
    )
)


def teams_briefing(facts: DayFacts) -> tuple[Leaf, ...]:
    """What a team reads before the day: when and where, its turn, and what is judged."""
    return tuple(_teams_leaf(facts, slot, at) for at, slot in enumerate(facts.slots, 1))


def _teams_leaf(facts: DayFacts, slot: Slot, at: int) -> Leaf:
    team = facts.team(slot)
    turn = in_line(f"{at} of {len(facts.slots)}", facts.time_of(team.id))
    time = f"{_minutes(slot.pitch_s)} min to pitch, {_minutes(slot.questions_s)} min for questions"
    people = (one for one in facts.setup.participants if one.team == team.id)
    members = names_at(people, Door.TEAM)
    return Leaf(
        id="Briefing",
        event=facts.event.title,
        title=f"Briefing for {team.name}",
        team=team.name,
        subtitle=challenge_of(facts.setup, team.id),
        band=_cover(team.name, "Briefing for teams", challenge_of(facts.setup, team.id)),
        corner="Briefing",
        colour=facts.colour,
        blocks=(
            _facts_table(facts.event, ("Your turn", turn), ("Your time", time)),
            *((Words("In your team", Type.HEADING), Words(_in_a_row(members))) if members else ()),
            Words("The order of the pitches", Type.HEADING),
            _order(facts),
            NewPage(JUDGED, "Briefing for teams"),
            *_rubric(facts),
            *_how_scored(facts),
        ),
    )


def _in_a_row(names: Iterable[str]) -> str:
    """Names of people, of which none is broken at the end of a line."""
    kept = (one.replace(" ", "\u00a0") if len(one) <= _MOST_UNBROKEN else one for one in names)
    return ", ".join(kept)


_MOST_UNBROKEN = 45
"""Letters that go into half a line."""


def _cover(large: str, strong: str, small: str) -> tuple[Words, ...]:
    return Words(large, Type.LARGE), Words(strong, Type.STRONG), *([Words(small)] if small else [])


def _facts_table(event: Event, *more: tuple[str, str]) -> Table:
    day = in_words(event.held_on) if event.held_on else ""
    pairs = [("When", day), ("Where", event.venue), *more]
    rows = (Row((Cell(label, is_quiet=True), Cell(text))) for label, text in pairs if text)
    return Table((Column(wide=32), Column()), tuple(rows), 9)


def _order(facts: DayFacts) -> Table:
    """Teams and what they pitch, in the order of their turns."""
    rows = (
        Row(
            (
                Cell(facts.time_of(team.id) or str(at)),
                Cell(team.name, team.said, is_strong=True),
                *((Cell(challenge_of(facts.setup, team.id)),) if facts.has_tasks else ()),
            )
        )
        for at, slot in enumerate(facts.slots, 1)
        if (team := facts.team(slot))
    )
    columns = (Column(wide=62), Column()) if facts.has_tasks else (Column(),)
    return Table((Column(wide=16 if facts.has_times else 10), *columns), tuple(rows), 8)


def _links(facts: DayFacts, judge: Judge) -> Iterator[Block]:
    yield Words("Links to a team", Type.HEADING)
    names = {team.id: team.name for team in facts.setup.teams}
    own = [one for one in facts.links if one.judge == judge.id]
    yield from (Words(f"{names[one.team]}: {one.why}", Type.ITEM) for one in own)
    yield Words(
        "Before the day, tell the organiser about any link to a team: you work with a member, your "
        "organisation owns the challenge, or you are a mentor. A link isn’t always a problem. The "
        "organiser decides whether you score that team."
    )


def _rubric(facts: DayFacts) -> Iterator[Block]:
    rubric = facts.setup.rubric
    if not any(one.levels for one in rubric.criteria):
        rows = (
            Row(
                (
                    Cell(sectioned_title(one), is_strong=True),
                    Cell(weight_in_sentence(one, rubric)),
                    Cell(scale_text(one)),
                ),
                below="" if one.is_judged else BY_ORGANISER,
            )
            for one in rubric.criteria
        )
        yield Table((Column(), Column(wide=50), Column(wide=36)), tuple(rows), 8)
        return
    for one in rubric.criteria:
        line = in_line(weight_in_sentence(one, rubric), scale_text(one))
        who = "" if one.is_judged else BY_ORGANISER
        yield Together(
            (
                Words(sectioned_title(one), Type.STRONG),
                Words(line, Type.QUIET),
                *([Words(who)] if who else []),
                *(Words(f"{points}: {text}", Type.ITEM) for points, text in levels_of(one)),
            )
        )


def _how_scored(facts: DayFacts) -> Iterator[Block]:
    rules = [tie_break_name(facts.setup.rubric, one) for one in facts.tie_breaks]
    then = ", then ".join([*rules, "the teams are joint"])
    yield Together(
        (
            Words("How a score is worked out", Type.HEADING),
            Words(f"{method_name(facts.event.method)}. {definition_text(facts.event)}"),
            Words(f"If two teams have the same score: {then}."),
        )
    )


def name_proof(facts: DayFacts) -> tuple[Leaf, ...]:
    """Every name as it will be shown and printed, a paper a team, to be ticked or written right."""
    return tuple(_proof(facts, team, at) for at, team in enumerate(facts.setup.teams, 1))


def _proof(facts: DayFacts, team: Team, at: int) -> Leaf:
    people = (one for one in facts.setup.participants if one.team == team.id)
    names = [(team.name, team.said), *((one.name, one.said) for one in people)]
    columns = (
        Column("Shown and printed", 92),
        Column("How it is said"),
        figures("Right", 16),
        figures("Wrong", 16),
    )
    rows = (
        Row(
            (
                Cell(name, is_large=True, is_to_write=True),
                Cell(said, is_to_write=True),
                Cell(is_to_tick=True),
                Cell(is_to_tick=True),
            )
        )
        for name, said in names
    )
    return Leaf(
        id=f"Names {at}",
        event=facts.event.title,
        title="Are your names right?",
        team=team.name,
        subtitle=f"Name proof · {team.name}",
        blocks=(
            Words(
                "This is how your names will be shown and printed. Tick each one, or write it as "
                "it should be. Any letter in any script is fine. Write how it is said where others "
                "may get it wrong."
            ),
            Table(columns, tuple(rows), 19),
            Signatures(("Checked for the team by", "")),
        ),
    )


def signs(facts: DayFacts) -> tuple[Leaf, ...]:
    """A sign for each team's table and for the doors, to be hung up."""
    teams = [(team.name, challenge_of(facts.setup, team.id)) for team in facts.setup.teams]
    every = (*teams, *((door, "") for door in DOOR_SIGNS))
    return tuple(
        Leaf(
            id=f"Sign {at}",
            event=facts.event.title,
            title=large,
            subtitle="",
            blocks=(
                Words(facts.event.title, Type.TITLE),
                Words(large, Type.HUGE),
                *([Words(small, Type.LARGE)] if small else []),
            ),
            is_landscape=True,
            is_bare=True,
            team=large if at <= len(teams) else "",
        )
        for at, (large, small) in enumerate(every, 1)
    )


def winners_list(event: Event, setup: Setup, view: StandingsView, record: str) -> tuple[Leaf, ...]:
    """Who won what, for the press and the website: places with their people, and the awards."""
    placed = [row for row in view.rows if row.place and row.place <= LAST_WINNING_PLACE]
    members = {
        team.id: _in_a_row(
            names_at((one for one in setup.participants if one.team == team.id), Door.EVERYBODY)
        )
        for team in setup.teams
    }
    columns = (Column("Place", 40), Column("Team"), figures("Score", 34, view.full_total_text))
    rows = (
        Row(
            (
                Cell(place_in_words(row), is_strong=True),
                Cell(row.team, challenge_of(setup, row.team_id), is_strong=True),
                Cell(row.score_text),
            ),
            below="\n".join(part for part in (members[row.team_id], row.audience_note) if part),
        )
        for row in placed
    )
    awards = (
        Row((Cell(one.title), Cell(one.winners or "Not awarded", is_strong=True)))
        for one in view.awards
    )
    table = Table((Column(wide=70), Column()), tuple(awards), 9)
    leaf = Leaf(
        id="Winners",
        event=event.title,
        title="Winners",
        subtitle=when_and_where(event),
        blocks=(
            Table(columns, tuple(rows), 12),
            *((Words("Awards", Type.HEADING), table) if view.awards else ()),
        ),
        record=record,
    )
    return (leaf,)
