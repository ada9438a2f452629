"""Organisations gathered from every file, one for each name."""

from judging_app.domain.ids import OrganisationId
from judging_app.domain.names import name_key
from judging_app.domain.people import Organisation


class OrganisationRoll:
    """Numbers organisations in the order in which they are first named.

    Names that differ in more than capitals and blanks are kept apart: "DWP" and
    "Department for Work and Pensions" are for a person to join.
    """

    def __init__(self) -> None:
        self._by_key: dict[str, Organisation] = {}

    def number(self, name: str) -> OrganisationId:
        """The id of the organisation of this name, which is added if it is new."""
        key = name_key(name)
        if key not in self._by_key:
            identifier = OrganisationId(f"O{len(self._by_key) + 1}")
            self._by_key[key] = Organisation(identifier, name)
        return self._by_key[key].id

    def number_if_named(self, name: str) -> OrganisationId | None:
        """`number`, or nothing for an empty name."""
        return self.number(name) if name else None

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        """All of them, in the order of their numbers."""
        return tuple(self._by_key.values())
