"""The awards: who gets them, the form of one, and giving one to teams that the panel chose."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QVBoxLayout, QWidget

from judging_app.closed_sets import complete
from judging_app.domain.decisions import AwardKind
from judging_app.domain.names import LONGEST
from judging_app.present.result.awards import AwardRow
from ui.result.forms import Form, figure
from ui.result.ticks import Ticks
from ui.result.wanted import AwardWanted, GivenWanted
from ui.widgets.card import Card
from ui.widgets.form import add, column, labelled, radio, swap, text_field
from ui.widgets.labels import Heading, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker

NEW = Choice("", "New award")
ANY_SECTION = Choice("", "Chosen criteria")
NOBODY_OUT: Mapping[str, str] = MappingProxyType({})
EVEN_IF_OUT = "Give it even to a team that is out"
NO_AWARD = "There is no award yet. Add one first."

_KINDS = complete(
    {
        AwardKind.PLACE: "For a place",
        AwardKind.CRITERIA: "For criteria",
        AwardKind.PANEL: "Panel’s choice",
        AwardKind.PEOPLE: "People’s choice",
    }
)
_HINT = (
    "An award for a place or for criteria goes to the best team by the scores. The panel can "
    "choose another team and give a reason."
)


@dataclass(frozen=True, slots=True)
class SectionChoice:
    """A section of the rubric, by the criteria in it that the judges score."""

    title: str
    criteria: tuple[str, ...]


class AwardForm(Form):
    """An award's title, and what it goes by."""

    needs_reason = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.award, self.section = Picker("Award"), Picker("Section")
        self.title = text_field("Title of the award", LONGEST)
        self.place = figure("Place")
        self.kinds = {kind: radio(words) for kind, words in _KINDS.items()}
        self.criteria = Ticks("Criteria for this award")
        self.passes_over = QCheckBox("Only for teams without an earlier award")
        self._group = QButtonGroup(self)
        self._awards: dict[str, AwardWanted] = {}
        self._sections: dict[str, SectionChoice] = {}
        self._by_place, self._by_criteria = QWidget(), QWidget()
        self.award.show_choices([NEW])
        self._lay_out()
        self._connect()
        self._show_kind()

    @property
    def wanted(self) -> AwardWanted | None:
        """The award as it is now in the form; `None` as long as something is missing."""
        title, kind = self.title.text().strip(), self._kind
        is_missing = complete(
            {
                AwardKind.PLACE: not self.place.hasAcceptableInput(),
                AwardKind.CRITERIA: not self.criteria.keys,
                AwardKind.PANEL: False,
                AwardKind.PEOPLE: False,
            }
        )
        if not title or is_missing[kind]:
            return None
        by_criteria = kind is AwardKind.CRITERIA
        return AwardWanted(
            self.award.key,
            title,
            kind,
            int(self.place.text()) if kind is AwardKind.PLACE else None,
            self.criteria.keys if by_criteria else (),
            passes_over_winners=by_criteria and self.passes_over.isChecked(),
        )

    def show_awards(self, awards: Sequence[AwardWanted]) -> None:
        """Replace the awards that can be changed; the one being typed is left alone."""
        self._awards = {one.award: one for one in awards}
        self.award.show_choices([NEW, *(Choice(one.award, one.title) for one in awards)])

    def show_criteria(self, criteria: Sequence[Choice], sections: Sequence[SectionChoice]) -> None:
        """Replace the criteria that the judges score, and the sections that they are in."""
        self.criteria.show_choices(criteria)
        self._sections = {section.title: section for section in sections}
        titles = [Choice(title, f"All criteria in {title}") for title in self._sections]
        self.section.show_choices([ANY_SECTION, *titles])
        self.section.setVisible(bool(sections))

    def clear(self) -> None:
        """Start again with a new award."""
        self.award.choose(NEW.key)
        self._fill()

    @property
    def _kind(self) -> AwardKind:
        return next(kind for kind, button in self.kinds.items() if button.isChecked())

    def _lay_out(self) -> None:
        self.place.setValidator(QIntValidator(1, 9_999, self.place))
        self.passes_over.setAccessibleName(self.passes_over.text())
        for button in self.kinds.values():
            self._group.addButton(button)
        self.kinds[AwardKind.PLACE].setChecked(True)
        column(labelled("Place", self.place), inside=self._by_place)
        column(self.section, self.criteria, self.passes_over, spacing=8, inside=self._by_criteria)
        self._lay(
            QuietText(_HINT),
            self.award,
            labelled("Title of the award", self.title),
            *self.kinds.values(),
            self._by_place,
            self._by_criteria,
        )

    def _connect(self) -> None:
        self.award.picked.connect(self._fill)
        self.section.picked.connect(self._tick_section)
        for field in (self.title, self.place):
            field.textChanged.connect(self.changed)
            field.returnPressed.connect(self.finished)
        self.criteria.changed.connect(self._forget_section)
        for button in self.kinds.values():
            button.toggled.connect(self._show_kind)

    def _fill(self) -> None:
        """Show the award that is chosen, or an empty form for a new one."""
        one = self._awards.get(self.award.key) or AwardWanted("", "", self._kind)
        self.title.setText(one.title)
        self.kinds[one.kind].setChecked(True)
        self.place.setText(str(one.place or ""))
        self.criteria.tick(one.criteria)
        self.passes_over.setChecked(one.passes_over_winners)
        self.section.choose(ANY_SECTION.key)

    def _tick_section(self, title: str) -> None:
        if title in self._sections:
            self.criteria.tick(self._sections[title].criteria)
            self.section.choose(title)

    def _forget_section(self) -> None:
        self.section.choose(ANY_SECTION.key)
        self.changed.emit()

    def _show_kind(self) -> None:
        self._by_place.setVisible(self._kind is AwardKind.PLACE)
        self._by_criteria.setVisible(self._kind is AwardKind.CRITERIA)
        self.changed.emit()


class GiveForm(Form):
    """Which award, and to which teams; more than one share it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.award, self.teams = Picker("Award"), Ticks("Winning teams")
        self.even_if_out = QCheckBox(EVEN_IF_OUT)
        self.even_if_out.setAccessibleName(EVEN_IF_OUT)
        self._out: frozenset[str] = frozenset()
        self._none = QuietText(NO_AWARD)
        self.award.picked.connect(self.changed)
        self.teams.changed.connect(self._ask_if_out)
        self.even_if_out.toggled.connect(self.changed)
        hint = (
            "The panel’s choice replaces the one by the scores. If you choose several teams, they "
            "share the award."
        )
        self._lay(QuietText(hint), self._none, self.award, self.teams, self.even_if_out)
        self.show_awards(())
        self._ask_if_out()

    @property
    def wanted(self) -> GivenWanted | None:
        """What is chosen; `None` before a team is."""
        is_whole = bool(self.award.key and self.teams.keys)
        even_if_out = bool(self._chosen_out()) and self.even_if_out.isChecked()
        return GivenWanted(self.award.key, self.teams.keys, even_if_out) if is_whole else None

    def show_awards(self, awards: Sequence[AwardWanted]) -> None:
        """Replace the awards."""
        self.award.show_choices([Choice(one.award, one.title) for one in awards])
        self._none.setVisible(not awards)
        self.award.setVisible(bool(awards))

    def show_teams(self, teams: Sequence[Choice], out: Mapping[str, str] = NOBODY_OUT) -> None:
        """Replace the teams, in the order of the arithmetic; those `out` say why."""
        self._out = frozenset(out)
        self.teams.show_choices(
            [
                Choice(one.key, f"{one.words} – {out[one.key]}") if one.key in out else one
                for one in teams
            ]
        )
        self._ask_if_out()

    def clear(self) -> None:
        """Start again."""
        self.teams.tick(())
        self.even_if_out.setChecked(False)

    def _chosen_out(self) -> frozenset[str]:
        return self._out.intersection(self.teams.keys)

    def _ask_if_out(self) -> None:
        self.even_if_out.setVisible(bool(self._chosen_out()))
        self.changed.emit()


NOBODY = "Not awarded yet"


class AwardList(Card):
    """One award below the other; out of sight while none is declared."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("Awards")
        self._problem = QuietText("")
        self._list = QWidget()
        add(self.body, Heading("Awards", 3), self._problem, self._list)
        self.show_awards(())

    def show_awards(self, awards: Sequence[AwardRow], problem: str = "") -> None:
        """Replace the awards; `problem` says why nobody can have one yet."""
        self.setVisible(bool(awards or problem))
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        new = QWidget()
        column(*(_award(award) for award in awards), spacing=12, inside=new)
        self._list = swap(self.body, self._list, new)


def _award(award: AwardRow) -> QVBoxLayout:
    who = WrappedLabel(f"{award.title}: {award.winners or NOBODY}", "strong")
    return column(who, QuietText(award.why), spacing=0)
