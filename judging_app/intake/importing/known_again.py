"""People of the event found again in a list."""

from collections.abc import Sequence

from judging_app.domain.names import name_key
from judging_app.domain.people import Participant
from judging_app.intake.importing.alike import bare, near
from judging_app.intake.importing.person import Person


class KnownAgain:
    """Finds people of the event again, each once: by e-mail, or by a name that only one has."""

    def __init__(self, there: Sequence[Participant], kept: Sequence[Person]) -> None:
        self._by_email = {name_key(one.email): one for one in there if one.email}
        self._by_name: dict[str, list[Participant]] = {}
        for one in there:
            self._by_name.setdefault(name_key(one.name), []).append(one)
        self._left = {one.id: one for one in there}
        self._emails = {name_key(one.email) for one in kept if one.email}
        self._names: dict[str, int] = {}
        for person in kept:
            self._names[name_key(person.name)] = self._names.get(name_key(person.name), 0) + 1
        self.has_emails = bool(self._by_email)

    @property
    def left(self) -> tuple[Participant, ...]:
        """Those whom nobody was."""
        return tuple(self._left.values())

    def find(self, one: Person) -> Participant | None:
        """The person of the event whom this row is about."""
        found = self._by_email.get(name_key(one.email)) if one.email else None
        if found is None or found.id not in self._left:
            of_name = [
                other
                for other in self._by_name.get(name_key(one.name), ())
                if other.id in self._left and name_key(other.email) not in self._emails - {""}
            ]
            alone = len(of_name) == 1 and self._names[name_key(one.name)] == 1
            found = of_name[0] if alone else self._just_like(one, of_name)
        return self.claim(found) if found else None

    def _just_like(self, one: Person, of_name: Sequence[Participant]) -> Participant | None:
        alike = [
            other
            for other in of_name
            if not one.email
            and not other.email
            and (other.role, other.sector) == (one.role, one.sector)
        ]
        return alike[0] if alike else None

    def nearly(self, one: Person) -> Participant | None:
        """The one left whose name is nearly this, and whose e-mail address isn't another."""
        found = near(one.name, {bare(person.name): person.name for person in self.left})
        if not found or self._names.get(name_key(found)):
            return None
        return next(person for person in self.left if person.name == found)

    def claim(self, person: Participant) -> Participant:
        """Let nobody else be this person."""
        self._left.pop(person.id, None)
        return person
