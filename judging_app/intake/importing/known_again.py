"""People of the event found again in a list."""

from collections import Counter
from collections.abc import Sequence

from judging_app.domain.names import NameKeys
from judging_app.domain.people import Participant
from judging_app.intake.importing.alike import bare, near
from judging_app.intake.importing.person import Person


class KnownAgain:
    """Finds people of the event again, each once: by e-mail, or by a name that only one has."""

    def __init__(
        self, there: Sequence[Participant], kept: Sequence[Person], keys: NameKeys
    ) -> None:
        self._keys = keys
        self._by_email = {keys[one.email]: one for one in there if one.email}
        self._by_name: dict[str, list[Participant]] = {}
        for one in there:
            for name in {keys[one.name], keys[one.listed_name or one.name]}:
                self._by_name.setdefault(name, []).append(one)
        self._left = {one.id: one for one in there}
        self._emails = {keys[one.email] for one in kept if one.email}
        self._names = Counter(keys[one.name] for one in kept)
        self._letters: dict[str, str] | None = None
        self.has_emails = bool(self._by_email)

    @property
    def left(self) -> tuple[Participant, ...]:
        """Those whom nobody was."""
        return tuple(self._left.values())

    def find(self, one: Person) -> Participant | None:
        """The person of the event whom this row is about."""
        if not self._left:
            return None
        keys = self._keys
        found = self._by_email.get(keys[one.email]) if one.email else None
        if found is None or found.id not in self._left:
            of_name = [
                other
                for other in self._called(one)
                if other.id in self._left and keys[other.email] not in self._emails
            ]
            alone = len(of_name) == 1 and self._names[keys[one.name]] == 1
            found = of_name[0] if alone else self._just_like(one, of_name)
        return self.claim(found) if found else None

    def _called(self, one: Person) -> Sequence[Participant]:
        """Those of the event who are called so, as shown or on the list that they came with."""
        names = dict.fromkeys((self._keys[one.name], self._keys[one.listed_name or one.name]))
        found = {other.id: other for name in names for other in self._by_name.get(name, ())}
        return tuple(found.values())

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
        if not self._left:
            return None
        if self._letters is None:
            self._letters = {bare(person.name): person.name for person in self.left}
        found = near(one.name, self._letters)
        if not found or self._names[self._keys[found]]:
            return None
        return next(person for person in self.left if person.name == found)

    def claim(self, person: Participant) -> Participant:
        """Let nobody else be this person."""
        self._left.pop(person.id, None)
        self._letters = None
        return person
