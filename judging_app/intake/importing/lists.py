"""Lists of teams, judges, mentors and visits, and a rubric, into a draft."""

from judging_app.domain.ids import JudgeId, MentorId, VisitId
from judging_app.domain.names import name_key
from judging_app.domain.panel import Judge
from judging_app.domain.people import Mentor, Team, Visit
from judging_app.domain.rubric import Rubric
from judging_app.intake.importing.bodies import join_organisations
from judging_app.intake.importing.draft import Draft
from judging_app.intake.importing.values import Asking
from judging_app.intake.rubric import read_criteria
from judging_app.intake.tables.problems import Problems, shown
from judging_app.intake.tables.table import Table
from judging_app.present.set_up.importing import Line, Status


class ListImport:
    """Takes one list into a draft; what is there already is changed, and nothing is removed."""

    def __init__(self, table: Table, draft: Draft, asking: Asking, problems: Problems) -> None:
        self._table, self._draft, self._asking, self._problems = table, draft, asking, problems
        self._file = table.form.file
        self.lines: list[Line] = []

    def take_teams(self) -> None:
        """Teams and their challenges."""
        self._join("challenge_owner")
        rows: dict[str, int] = {}
        for row in self._table.rows:
            name, title, owner = (
                row.filled("team"),
                row.text("challenge"),
                row.text("challenge_owner"),
            )
            if not name:
                continue
            known = self._draft.known_team(name)
            first = rows.setdefault(name_key(name), row.number)
            if first != row.number:
                row.refuse(f"{shown(name)} is already in row {first}. Rename one of them.", "team")
                continue
            team = self._draft.team(name)
            assert team is not None  # noqa: S101 - it has a name
            was = (known.name, *self._draft.challenge(team)) if known else ("", "", "")
            self._draft.take_on(team, title, owner)
            now = (self._draft.team_name(team), *self._draft.challenge(team))
            self._line(row.number, name, ("team", "challenge", "challenge_owner"), now, was)

    def take_judges(self) -> None:
        """Judges by their code, or by their name where the list has no codes."""
        self._join("organisation")
        rows: dict[str, int] = {}
        for row in self._table.rows:
            code, name = row.text("code"), row.filled("name")
            if not name:
                continue
            if ":" in code:
                row.refuse("A code can’t contain a colon. Write it without, such as J1.", "code")
                continue
            first = rows.setdefault(code or f"name {name_key(name)}", row.number)
            if first != row.number:
                row.refuse(f"{shown(code or name)} is already in row {first}. Correct one of them.")
                continue
            before = self._known_judge(code, name)
            now = Judge(
                before.id if before else JudgeId(code or self._draft.free_id("J")),
                name,
                row.text("title") or (before.title if before else ""),
                self._draft.organisation(row.text("organisation"))
                or (before.organisation if before else None),
                row.text("sector") or (before.sector if before else ""),
                row.text("said") or (before.said if before else ""),
            )
            if before:
                self._draft.judges[self._draft.judges.index(before)] = now
            else:
                self._draft.judges.append(now)
            columns = ("code", "name", "title", "organisation", "sector")
            was = self._judge_texts(before) if before else ("",) * len(columns)
            self._line(row.number, name, columns, self._judge_texts(now), was)

    def take_mentors(self) -> None:
        """Mentors by name and team: who helps two teams has a row for each."""
        self._join("organisation")
        columns = ("name", "office", "organisation", "team", "said")
        for row in self._table.rows:
            name, of = row.filled("name"), row.text("team")
            team = self._draft.known_team(of) if of else None
            if of and team is None:
                row.refuse(f"{shown(of)} isn’t a team of this event. Correct it.", "team")
            if not name or (of and team is None):
                continue
            before = self._known_mentor(name, team)
            now = Mentor(
                before.id if before else MentorId(self._draft.free_id("M")),
                name,
                row.text("office") or (before.office if before else ""),
                self._draft.organisation(row.text("organisation"))
                or (before.organisation if before else None),
                team.id if team else (before.team if before else None),
                row.text("said") or (before.said if before else ""),
            )
            if before:
                self._draft.mentors[self._draft.mentors.index(before)] = now
            else:
                self._draft.mentors.append(now)
            was = self._mentor_texts(before) if before else ("",) * len(columns)
            self._line(row.number, name, columns, self._mentor_texts(now), was)

    def _known_mentor(self, name: str, team: Team | None) -> Mentor | None:
        """The one of this name with this team, or the only one of this name without any."""
        of_name = [one for one in self._draft.mentors if name_key(one.name) == name_key(name)]
        with_team = [one for one in of_name if team is None or one.team in (team.id, None)]
        return with_team[0] if with_team else None

    def _mentor_texts(self, one: Mentor) -> tuple[str, ...]:
        draft = self._draft
        return (
            *(one.name, one.office, draft.organisation_name(one.organisation)),
            *(draft.team_name(one.team), one.said),
        )

    def take_visits(self) -> None:
        """Visits that aren't there yet."""
        self._join("host_organisation")
        there = {(one.host, one.held_on, one.team) for one in self._draft.visits}
        for row in self._table.rows:
            host, day, name = row.filled("host_organisation"), row.day("date"), row.filled("team")
            team = self._draft.known_team(name) if name else None
            if name and team is None:
                row.refuse(f"{shown(name)} isn’t a team of this event. Correct it.", "team")
            organisation = self._draft.organisation(host) if team and day else None
            if team is None or day is None or organisation is None:
                continue
            is_there = (organisation, day, team.id) in there
            if not is_there:
                identifier = VisitId(self._draft.free_id("V"))
                self._draft.visits.append(Visit(identifier, organisation, day, team.id))
                there.add((organisation, day, team.id))
            now = (self._draft.organisation_name(organisation), day.isoformat(), team.name)
            was = now if is_there else ("", "", "")
            self._line(row.number, host, ("host_organisation", "date", "team"), now, was)

    def take_rubric(self) -> None:
        """The rubric in the place of the one before."""
        before = {one.id: one for one in self._draft.rubric.criteria}
        criteria = read_criteria(self._table).values
        numbers = {row.text("criterion"): row.number for row in self._table.rows}
        for one in criteria:
            was = before.pop(one.id, None)
            status = Status.NEW if was is None else Status.SAME if was == one else Status.CHANGED
            self.lines.append(Line(self._file, numbers[one.id], status, one.title))
        for gone in before.values():
            self._problems.note(self._file, f"the criterion {shown(gone.title)} goes")
        self._draft.rubric = Rubric(criteria)

    def _join(self, column: str) -> None:
        named = [(row.number, row.text(column)) for row in self._table.rows]
        join_organisations(self._file, named, self._draft, self._asking)

    def _known_judge(self, code: str, name: str) -> Judge | None:
        for one in self._draft.judges:
            if one.id == code if code else name_key(one.name) == name_key(name):
                return one
        return None

    def _judge_texts(self, judge: Judge) -> tuple[str, ...]:
        organisation = self._draft.organisation_name(judge.organisation)
        return (str(judge.id), judge.name, judge.title, organisation, judge.sector)

    def _line(
        self,
        row: int,
        name: str,
        columns: tuple[str, ...],
        now: tuple[str, ...],
        was: tuple[str, ...],
    ) -> None:
        status = Status.SAME if now == was else Status.CHANGED if any(was) else Status.NEW
        before = was if any(was) else ()
        self.lines.append(Line(self._file, row, status, name, columns, now, before))
