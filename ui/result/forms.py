"""The forms of what the panel can decide: a team that is out, a penalty, an agreed score."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from judging_app.domain.standings import Exclusion
from judging_app.present.words.ballots import OUT_WORDS
from judging_app.words import capitalised
from ui.result.wanted import AgreedWanted, GivenScore, OutWanted, PenaltyWanted, Wanted
from ui.widgets.form import Part, across, column, labelled, radio, text_field
from ui.widgets.labels import PlainLabel, QuietText
from ui.widgets.picker import Choice, Picker

NOT_GIVEN = "This judge has no submitted ballot for this team."


class Form(QWidget):
    """What one kind of decision asks for."""

    changed = Signal()
    finished = Signal()
    """Enter was pressed where nothing more is asked for."""
    needs_reason = True
    """Whether the record asks for a reason besides."""

    @property
    def wanted(self) -> Wanted | None:
        """What is chosen and typed; `None` as long as something is missing."""
        return None

    def clear(self) -> None:
        """Empty what was typed; what was chosen stays."""

    def _lay(self, *parts: Part) -> QVBoxLayout:
        """Put the form's parts one above the other."""
        return column(*parts, spacing=8, inside=self)


class OutForm(Form):
    """Which team, and whether it withdrew or was disqualified."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.team = Picker("Team")
        self.kinds = {one: radio(capitalised(OUT_WORDS[one])) for one in Exclusion}
        self._group = QButtonGroup(self)
        for button in self.kinds.values():
            self._group.addButton(button)
        self.kinds[Exclusion.WITHDRAWN].setChecked(True)
        self._lay(
            QuietText("It is listed last, without a place."),
            self.team,
            across(*self.kinds.values(), 1),
        )

    @property
    def wanted(self) -> OutWanted | None:
        """What is chosen; `None` if there is no team."""
        kind = next(one for one, button in self.kinds.items() if button.isChecked())
        return OutWanted(self.team.key, kind) if self.team.key else None

    def show_teams(self, teams: Sequence[Choice]) -> None:
        """Replace the teams."""
        self.team.show_choices(teams)


class PenaltyForm(Form):
    """Which team, and how many points."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.team = Picker("Team")
        self.points = figure("Points to take off")
        self.points.textChanged.connect(self.changed)
        hint = "Taken off the team’s score at the end. Enter 0 to remove a penalty."
        self._lay(QuietText(hint), self.team, labelled("Points to take off", self.points))

    @property
    def wanted(self) -> PenaltyWanted | None:
        """What is chosen and typed; `None` before it is."""
        typed = self.points.text().strip()
        return PenaltyWanted(self.team.key, typed) if self.team.key and typed else None

    def show_teams(self, teams: Sequence[Choice]) -> None:
        """Replace the teams."""
        self.team.show_choices(teams)

    def clear(self) -> None:
        """Start again."""
        self.points.clear()


class AgreedForm(Form):
    """Whose score for which team on which criterion: what was given, and what is agreed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.team, self.judge, self.criterion = Picker("Team"), Picker("Judge"), Picker("Criterion")
        self.score = figure("Agreed score")
        self._given_label = PlainLabel("", "strong")
        self._given: dict[tuple[str, str, str], GivenScore] = {}
        for picker in (self.team, self.judge, self.criterion):
            picker.picked.connect(self._show_given)
        self.score.textChanged.connect(self.changed)
        hint = "The judge’s own score is kept beside the agreed one."
        self._lay(
            QuietText(hint),
            self.team,
            self.judge,
            self.criterion,
            self._given_label,
            labelled("Agreed score", self.score),
        )

    @property
    def wanted(self) -> AgreedWanted | None:
        """What is chosen and typed; `None` before it is, or where no score was given."""
        typed = self.score.text().strip()
        return AgreedWanted(*self._key, typed) if typed and self._key in self._given else None

    @property
    def given(self) -> str:
        """What is said of the score that was given."""
        return self._given_label.text()

    def show_choices(
        self, teams: Sequence[Choice], judges: Sequence[Choice], criteria: Sequence[Choice]
    ) -> None:
        """Replace what there is to choose."""
        self.team.show_choices(teams)
        self.judge.show_choices(judges)
        self.criterion.show_choices(criteria)
        self._show_given()

    def choose(self, team: str, judge: str, criterion: str) -> None:
        """Choose a score to agree on; without a criterion the first stays."""
        self.team.choose(team)
        self.judge.choose(judge)
        if criterion:
            self.criterion.choose(criterion)
        self._show_given()
        self.score.setFocus()

    def show_given(self, scores: Sequence[GivenScore]) -> None:
        """Replace the scores as the judges gave them."""
        self._given = {(one.judge, one.team, one.criterion): one for one in scores}
        self._show_given()

    def clear(self) -> None:
        """Start again."""
        self.score.clear()

    @property
    def _key(self) -> tuple[str, str, str]:
        return self.judge.key, self.team.key, self.criterion.key

    def _show_given(self) -> None:
        given = self._given.get(self._key)
        self._given_label.setText(
            f"Judge’s score: {given.given_text} · scale {given.scale_text}" if given else NOT_GIVEN
        )
        self.score.setEnabled(given is not None)
        self.changed.emit()


def figure(name: str) -> QLineEdit:
    """A field for a short figure."""
    return text_field(name, 12, widest=160)
