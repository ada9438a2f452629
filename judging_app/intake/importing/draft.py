"""A set-up that is being changed: what is there keeps its id, what is new gets the next one."""

from dataclasses import replace

from judging_app.domain.ids import ChallengeId, OrganisationId, TeamId
from judging_app.domain.names import NameKeys
from judging_app.domain.people import Challenge, Organisation, Team
from judging_app.domain.setup import Setup
from judging_app.intake.teams import team_key


class Draft:
    """The set-up of an event with what an import has added so far."""

    def __init__(self, setup: Setup) -> None:
        self.keys = NameKeys()
        self.participants = {one.id: one for one in setup.participants}
        self.visits = list(setup.visits)
        self.judges = list(setup.judges)
        self.mentors = list(setup.mentors)
        self.rubric = setup.rubric
        self._teams = {team_key(team.name): team for team in setup.teams}
        self._team_names = {team.id: team.name for team in setup.teams}
        self._challenges = {one.team: one for one in setup.challenges}
        self._organisations = {one.id: one for one in setup.organisations}
        self._by_name = {
            self.keys[name]: one.id
            for one in setup.organisations
            for name in (one.name, *one.other_names)
        }
        taken = (
            *(setup.teams, setup.participants, setup.challenges, setup.organisations),
            *(setup.visits, setup.judges, setup.mentors),
        )
        self._taken = {str(one.id) for part in taken for one in part}
        self._last: dict[str, int] = {}

    def setup(self) -> Setup:
        """As it is now."""
        return Setup(
            tuple(self._organisations.values()),
            self.teams,
            tuple(self.participants.values()),
            tuple(self._challenges.values()),
            tuple(self.visits),
            self.rubric,
            tuple(self.judges),
            tuple(self.mentors),
        )

    @property
    def teams(self) -> tuple[Team, ...]:
        """Every team, those that are new last."""
        return tuple(self._teams.values())

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """Every organisation, those that are new last."""
        return tuple(self._organisations.values())

    def knows_organisation(self, name: str) -> bool:
        """Whether an organisation goes by this name."""
        return self.keys[name] in self._by_name

    def organisation(self, name: str) -> OrganisationId | None:
        """The organisation of this name, which is added if it is new; none without a name."""
        if not name:
            return None
        key = self.keys[name]
        if key not in self._by_name:
            made = Organisation(OrganisationId(self.free_id("O")), name)
            self._organisations[made.id] = made
            self._by_name[key] = made.id
        return self._by_name[key]

    def organisation_name(self, of: OrganisationId | None) -> str:
        """What it is called."""
        return self._organisations[of].name if of else ""

    def also_called(self, name: str, other: str) -> None:
        """Let the organisation `name` go by another name too."""
        found = self.organisation(name)
        if found is not None and not self.knows_organisation(other):
            one = self._organisations[found]
            self._organisations[found] = replace(one, other_names=(*one.other_names, other))
            self._by_name[self.keys[other]] = found

    def team(self, name: str) -> TeamId | None:
        """The team of this name, with or without the word "team", added if it is new."""
        if not name:
            return None
        key = self._team_key(name)
        if key not in self._teams:
            self._teams[key] = Team(TeamId(self.free_id("T")), name)
            self._team_names[self._teams[key].id] = name
        return self._teams[key].id

    def known_team(self, name: str) -> Team | None:
        """The team that goes by this name, if there is one."""
        return self._teams.get(self._team_key(name))

    def _team_key(self, name: str) -> str:
        return team_key(self.keys[name])

    def team_name(self, of: TeamId | None) -> str:
        """What it is called."""
        return self._team_names[of] if of else ""

    def challenge(self, team: TeamId) -> tuple[str, str]:
        """The title of a team's challenge, and who owns it; empty where there is none."""
        found = self._challenges.get(team)
        return (found.title, self.organisation_name(found.owner)) if found else ("", "")

    def take_on(self, team: TeamId, title: str, owner: str) -> None:
        """Give a team its challenge; what is empty stays as it was."""
        known = self._challenges.get(team)
        if not title and known is None:
            return
        self._challenges[team] = Challenge(
            known.id if known else ChallengeId(self.free_id("C")),
            title or (known.title if known else ""),
            self.organisation(owner) or (known.owner if known else None),
            team,
        )

    def free_id(self, letter: str) -> str:
        """The next of "P1", "P2" and so on that nobody has."""
        number = self._last.get(letter, 0) + 1
        while f"{letter}{number}" in self._taken:
            number += 1
        self._last[letter] = number
        self._taken.add(f"{letter}{number}")
        return f"{letter}{number}"
