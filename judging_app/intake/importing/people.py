"""A list of participants into a draft: the same person known again, two of one name kept apart."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from judging_app.domain.ids import ParticipantId
from judging_app.domain.names import look, name_key
from judging_app.domain.people import Naming, Participant
from judging_app.intake.importing.alike import bare, near
from judging_app.intake.importing.bodies import join_organisations
from judging_app.intake.importing.draft import Draft
from judging_app.intake.importing.known_again import KnownAgain
from judging_app.intake.importing.person import COLUMNS, Person, says_not_coming
from judging_app.intake.importing.values import Asking, Choice, Doubt, Question
from judging_app.intake.tables.problems import Problems, shown
from judging_app.intake.teams import team_key
from judging_app.present.set_up.importing import NAMING_WORDS, Line, Status
from judging_app.words import counted, listed

_FIRST, _SECOND, _TWO = "first", "second", "two"
_ONE, _APART = "one", "apart"
_LEAVE, _TAKE = "leave", "take"
_ANY = "*"
_MOST_OF_ONE_NAME = 20
"""A further row of one name is compared with no more than these."""

_SHORTEST_IN_CAPITALS = 3
_MOST_NAMED = 8
_TOLD_APART_BY = ("sector", "organisation", "role", "team")


_SHOWN = COLUMNS[:6]
"""What is a person's own; the others are their team's."""
_IF_SAID = ("said", "naming", "listed_name")
"""What is shown besides, where anybody in the list has it."""


def _nothing() -> None:
    """Where nobody waits."""


class PeopleImport:
    """Takes a list of people into a draft, asking what only a person can tell."""

    def __init__(self, file: str, draft: Draft, asking: Asking, problems: Problems) -> None:
        self._file, self._draft, self._asking, self._problems = file, draft, asking, problems
        self.lines: list[Line] = []
        self.absent: tuple[str, ...] = ()
        self._shown = _SHOWN

    def take(self, found: Sequence[Person], between: Callable[[], None] = _nothing) -> None:
        """Take everybody in, in the order of the file; what is done `between` may end it."""
        more = (column for column in _IF_SAID if any(getattr(one, column) for one in found))
        self._shown = (*_SHOWN, *more)
        coming = found if not any(one.status for one in found) else self._who_come(found)
        kept = self._with_teams(tuple(self._once_each(coming)))
        join_organisations(
            self._file,
            [(one.row, name) for one in kept for name in (one.organisation, one.challenge_owner)],
            self._draft,
            self._asking,
        )
        between()
        known = KnownAgain(tuple(self._draft.participants.values()), kept, self._draft.keys)
        matched = [(one, known.find(one) or self._maybe(one, known)) for one in kept]
        between()
        for one, before in matched:
            self._add(one, before)
        self.absent = tuple(person.name for person in known.left)
        self._note_one_name(kept)
        self._note_emails(kept)
        self._note_capitals(kept)
        for one in kept:
            team = self._draft.team(one.team) if one.challenge or one.challenge_owner else None
            if team:
                self._draft.take_on(team, one.challenge, one.challenge_owner)

    def _who_come(self, found: Sequence[Person]) -> Sequence[Person]:
        """Everybody but those whose status says that they don’t come, once that is confirmed."""
        by_status: dict[str, list[Person]] = {}
        for one in found:
            if says_not_coming(one.status):
                by_status.setdefault(one.status, []).append(one)
        left: set[int] = set()
        for status, marked in by_status.items():
            if self._asking.ask(self._not_coming(status, marked)) == _LEAVE:
                left |= {id(one) for one in marked}
                why = f"marked as {shown(status)}"
                self.lines += [
                    Line(self._file, one.row, Status.LEFT, one.name, why=why) for one in marked
                ]
        return [one for one in found if id(one) not in left]

    def _not_coming(self, status: str, marked: Sequence[Person]) -> Question:
        return Question(
            f"{Doubt.NOT_COMING.value}:{status}",
            Doubt.NOT_COMING,
            self._file,
            tuple(one.row for one in marked),
            "status",
            listed([one.name for one in marked[:_MOST_NAMED]]),
            f"Marked as {shown(status)}, so they may not be coming.",
            (Choice(_LEAVE, "leave them out"), Choice(_TAKE, "import them anyway")),
            _LEAVE,
        )

    def _once_each(self, found: Sequence[Person]) -> Iterable[Person]:
        """Everybody once: rows of one name and e-mail are one person, perhaps after a question."""
        known = self._draft.keys
        kept: dict[int, Person] = {}
        by_key: dict[tuple[str, str], list[int]] = {}
        for place, one in enumerate(found):
            name, email = known[one.name], known[one.email]
            if (name, _ANY) in by_key:
                keys = ((name, email), (name, "" if email else _ANY))
                others = [other for key in keys for other in by_key.get(key, ())]
                if any(self._is_joined_to(kept, other, one) for other in others):
                    continue
            kept[place] = one
            for key in ((name, email), (name, _ANY)):
                several = by_key.setdefault(key, [])
                if len(several) < _MOST_OF_ONE_NAME:
                    several.append(place)
        return kept.values()

    def _is_joined_to(self, kept: dict[int, Person], other: int, one: Person) -> bool:
        joined = self._joined(kept[other], one)
        if joined is not None:
            kept[other] = joined
        return joined is not None

    def _joined(self, first: Person, second: Person) -> Person | None:
        """Both rows as one person; `None` if they are two."""
        if first.email and second.email and name_key(first.email) != name_key(second.email):
            return None
        differing = [
            column
            for column in _TOLD_APART_BY
            if _differ(getattr(first, column), getattr(second, column), column)
        ]
        chosen = _FIRST
        if differing:
            chosen = self._asking.ask(self._same_person(first, second, differing))
        if chosen == _TWO:
            return None
        better, other = (second, first) if chosen == _SECOND else (first, second)
        filled = {c: getattr(better, c) or getattr(other, c) for c in COLUMNS}
        why = f"the same person as row {first.row}"
        self.lines.append(Line(self._file, second.row, Status.LEFT, second.name, why=why))
        return replace(first, **filled)

    def _same_person(self, first: Person, second: Person, differing: list[str]) -> Question:
        has_email = bool(first.email and second.email)
        says = [f"{getattr(one, differing[0])}" for one in (first, second)]
        return Question(
            f"{Doubt.SAME_PERSON.value}:{first.email or second.email or first.name}",
            Doubt.SAME_PERSON,
            self._file,
            (first.row, second.row),
            differing[0],
            ", ".join(
                getattr(second, c) for c in ("name", "email", *differing) if getattr(second, c)
            ),
            f"Same name{' and e-mail' if has_email else ''} as row {first.row}, but another "
            f"{listed(differing)}: {shown(says[0])} and {shown(says[1])}.",
            (
                Choice(_FIRST, f"one person, as in row {first.row}"),
                Choice(_SECOND, f"one person, as in row {second.row}"),
                Choice(_TWO, "two people of one name"),
            ),
            _FIRST if has_email else _TWO,
        )

    def _with_teams(self, kept: tuple[Person, ...]) -> tuple[Person, ...]:
        """Everybody with the one spelling of their team."""
        spellings: dict[str, dict[str, int]] = {}
        keys = {team: team_key(team) for team in {one.team for one in kept}}
        for one in kept:
            if one.team:
                of = spellings.setdefault(keys[one.team], {})
                of[one.team] = of.get(one.team, 0) + 1
        names: dict[str, str] = {}
        for key, found in spellings.items():
            known = self._draft.known_team(key)
            fuller = max(found, key=lambda name: (len(name_key(name)), found[name]))
            names[key] = known.name if known else fuller
        self._join_near(names, spellings)
        for one in kept:
            now = names.get(keys[one.team], "")
            if now != one.team:
                self._problems.rule(self._file, "team", one.team, now)
        made = [name for name in dict.fromkeys(names.values()) if not self._draft.known_team(name)]
        if made:
            more = f" and {len(made) - _MOST_NAMED} more" if len(made) > _MOST_NAMED else ""
            told = f"{counted(len(made), 'team')} made: {listed(made[:_MOST_NAMED])}{more}"
            self._problems.note(self._file, told)
        return tuple(
            one
            if names.get(keys[one.team], "") == one.team
            else replace(one, team=names[keys[one.team]])
            for one in kept
        )

    def _join_near(self, names: dict[str, str], spellings: dict[str, dict[str, int]]) -> None:
        others = {team_key(team.name): team.name for team in self._draft.teams}
        looks = {look(name): key for key, name in others.items()}
        letters = {bare(key): key for key in others}
        for key in sorted(names, key=lambda key: -sum(spellings[key].values())):
            if key in others:
                continue
            found = looks.get(look(names[key])) or near(key, letters)
            if found and self._is_team(names[key], others[found]):
                names[key] = others[found]
                continue
            others[key] = names[key]
            looks.setdefault(look(names[key]), key)
            letters.setdefault(bare(key), key)

    def _is_team(self, name: str, other: str) -> bool:
        question = Question(
            f"{Doubt.SAME_TEAM.value}:{name}",
            Doubt.SAME_TEAM,
            self._file,
            (),
            "team",
            name,
            f"{shown(name)} is nearly {shown(other)}.",
            (Choice(_ONE, f"the same team: {other}"), Choice(_APART, "another team")),
            _ONE,
        )
        return self._asking.ask(question) == _ONE

    def _maybe(self, one: Person, known: KnownAgain) -> Participant | None:
        """Somebody of the event whose name is spelt nearly so, if a person says that it is they."""
        if one.email and known.has_emails:
            return None
        other = known.nearly(one)
        if other is None:
            return None
        question = Question(
            f"{Doubt.KNOWN_PERSON.value}:{one.name}",
            Doubt.KNOWN_PERSON,
            self._file,
            (one.row,),
            "name",
            one.name,
            f"{shown(other.name)} is in the event and not in this file.",
            (
                Choice(_ONE, f"the same person, now spelt {shown(one.name)}"),
                Choice(_APART, "somebody else"),
            ),
            _ONE,
        )
        if self._asking.ask(question) != _ONE:
            return None
        known.claim(other)
        return other

    def _add(self, one: Person, before: Participant | None) -> None:
        draft = self._draft
        name = one.name
        if before and not one.listed_name and draft.keys[before.listed_name] == draft.keys[name]:
            name = before.name  # the list doesn't say what they want to be called
        now = Participant(
            before.id if before else ParticipantId(draft.free_id("P")),
            name,
            one.email or (before.email if before else ""),
            one.sector or (before.sector if before else ""),
            draft.organisation(one.organisation) or (before.organisation if before else None),
            one.role or (before.role if before else ""),
            draft.team(one.team) or (before.team if before else None),
            one.listed_name or (before.listed_name if before else ""),
            one.said or (before.said if before else ""),
            Naming(one.naming) if one.naming else before.naming if before else Naming.NAME,
        )
        status = Status.NEW if before is None else Status.SAME if now == before else Status.CHANGED
        draft.participants[now.id] = now
        was = self._texts(before) if before else ()
        self.lines.append(
            Line(self._file, one.row, status, now.name, self._shown, self._texts(now), was)
        )

    def _texts(self, person: Participant) -> tuple[str, ...]:
        draft = self._draft
        organisation, team = (
            draft.organisation_name(person.organisation),
            draft.team_name(person.team),
        )
        texts = {
            **{column: getattr(person, column) for column in ("name", "email", "sector", "role")},
            **{column: getattr(person, column) for column in ("said", "listed_name")},
            "organisation": organisation,
            "team": team,
            "naming": NAMING_WORDS[person.naming],
        }
        return tuple(texts[column] for column in self._shown)

    def _note_one_name(self, kept: Sequence[Person]) -> None:
        rows: dict[str, list[Person]] = {}
        for one in kept:
            rows.setdefault(self._draft.keys[one.name], []).append(one)
        for several in rows.values():
            if len(several) > 1:
                at = listed([str(one.row) for one in several])
                self._problems.note(
                    self._file, f"rows {at} are different people called {shown(several[0].name)}"
                )

    def _note_emails(self, kept: Sequence[Person]) -> None:
        rows: dict[str, list[int]] = {}
        for one in kept:
            rows.setdefault(self._draft.keys[one.email], []).append(one.row)
        without = rows.pop("", [])
        if rows:
            for row in without:
                self._problems.note(self._file, "without an e-mail address", row)
        for several in rows.values():
            if len(several) > 1:
                at = listed([str(row) for row in several])
                self._problems.note(self._file, f"rows {at} have the same e-mail address")

    def _note_capitals(self, kept: Sequence[Person]) -> None:
        for one in kept:
            if len(one.name) > _SHORTEST_IN_CAPITALS and (one.name.isupper() or one.name.islower()):
                told = "a name in capitals or in small letters alone, kept as it is"
                self._problems.note(self._file, told, one.row)
            if {"?", "\N{REPLACEMENT CHARACTER}"} & set(one.name):
                told = "a letter of the name may have been lost when the file was saved"
                self._problems.note(self._file, told, one.row)


def _differ(one: str, other: str, column: str) -> bool:
    key = team_key if column == "team" else name_key
    return bool(one and other) and key(one) != key(other)
