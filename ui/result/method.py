"""The form of the method: which one is declared, and which one is to be."""

from PySide6.QtWidgets import QButtonGroup, QWidget

from judging_app.domain.event import Method
from judging_app.present.words.methods import method_name
from ui.result.forms import Form
from ui.result.wanted import MethodWanted
from ui.widgets.form import column, radio
from ui.widgets.labels import QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker

EARLY = "Choose it before scoring opens."
LATE = "Scoring has opened, so a change needs a reason. If the reveal has started, it starts again."

_BY_BALLOT, _BY_CRITERION = "Trimmed by whole ballots", "Trimmed by criterion"


class MethodForm(Form):
    """Which of the methods; one that is declared already can't be declared again."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.method = Picker("Method")
        self.by_ballot, self.by_criterion = radio(_BY_BALLOT), radio(_BY_CRITERION)
        self._group = QButtonGroup(self)
        self._trims = QWidget()
        self._hint, self._now = QuietText(EARLY), WrappedLabel("", "strong")
        self._declared = MethodWanted(Method.MEAN)
        for button in (self.by_ballot, self.by_criterion):
            self._group.addButton(button)
            button.toggled.connect(self.changed)
        self.method.show_choices([Choice(one.name, method_name(one)) for one in Method])
        self.method.picked.connect(self._show_trims)
        column(self.by_ballot, self.by_criterion, spacing=8, inside=self._trims)
        self._lay(self._hint, self._now, self.method, self._trims)
        self.clear()

    @property
    def wanted(self) -> MethodWanted | None:
        """The method that is chosen; `None` if it is the declared one."""
        method = Method[self.method.key]
        by_criterion = method is Method.TRIMMED and self.by_criterion.isChecked()
        chosen = MethodWanted(method, by_criterion)
        return None if chosen == self._declared else chosen

    def show_declared(self, method: Method, trims_by_criterion: bool, *, is_late: bool) -> None:  # noqa: FBT001 - a part of the method
        """Say which method is declared; a choice that is being made stays."""
        self.needs_reason = is_late
        self._hint.setText(LATE if is_late else EARLY)
        declared = MethodWanted(method, method is Method.TRIMMED and trims_by_criterion)
        trimmed = _BY_CRITERION if declared.trims_by_criterion else _BY_BALLOT
        how = f". {trimmed}" if method is Method.TRIMMED else ""
        self._now.setText(f"Current method: {method_name(method)}{how}")
        if declared != self._declared:
            self._declared = declared
            self.clear()

    def clear(self) -> None:
        """Start again at the method that is declared."""
        self.method.choose(self._declared.method.name)
        is_by_criterion = self._declared.trims_by_criterion
        (self.by_criterion if is_by_criterion else self.by_ballot).setChecked(True)
        self._show_trims()

    def _show_trims(self) -> None:
        self._trims.setVisible(Method[self.method.key] is Method.TRIMMED)
        self.changed.emit()
