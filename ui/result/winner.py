"""Who wins, large, with how firm that is beside it; or both in one line where there is no room."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from judging_app.present.result.overview import Firmness, Overview, Winner
from ui import theme
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import PlainLabel, WrappedLabel
from ui.widgets.side_by_side import SideBySide

SIDE_BY_SIDE = 900
"""Width in pixels at 100 % text from which the firmness is beside the winner."""
MOST_LINES = 2
"""Lines of a winner's name at the full size."""


class WinnerBlock(QWidget):
    """The winner with the score, and the firmness in a card."""

    why_asked = Signal()
    """Why the winner is ahead of whoever is next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Winner")
        self._is_folded = False
        self._label = PlainLabel("", "label")
        self._name = WinnerName()
        self._score, self._facts = PlainLabel("", "figure"), WrappedLabel("", "quiet-figure")
        theme.follow(self._score.setMinimumHeight, 28)  # a line of what stands beside it
        self.why = PlainButton("", kind="link", icon="arrow-right")
        self.why.clicked.connect(self.why_asked)
        self.firmness = FirmnessCard()
        self._nothing = WrappedLabel("", "heading")
        self._winner = QWidget()
        column(
            self._label,
            self._name,
            across((self._score, 0, Qt.AlignmentFlag.AlignTop), (self._facts, 1), spacing=6),
            across(self.why, 1),
            spacing=4,
            inside=self._winner,
        )
        top = Qt.AlignmentFlag.AlignTop
        both = SideBySide(
            (self._winner, 10, top), (self.firmness, 11, top), wide_from=SIDE_BY_SIDE, spacing=24
        )
        column(self._nothing, both, inside=self)

    def fold(self, *, is_folded: bool) -> None:
        """Leave the room to what is below: how firm it is in one sentence, the rest on asking."""
        self._is_folded = is_folded
        self.why.setVisible(bool(self.why.text()) and not is_folded)
        self.firmness.fold(is_folded=is_folded)

    def show_overview(self, shown: Overview) -> None:
        """Replace all of it; without a winner it says why there is none."""
        self._nothing.setText(shown.nothing)
        self._nothing.setVisible(bool(shown.nothing))
        self._winner.setVisible(shown.winner is not None)
        if shown.winner is not None:
            self._show_winner(shown.winner)
        else:  # what is out of sight is nobody's to read either
            for label in (self._label, self._name, self._score, self._facts, self.why):
                label.setText("")
        self.firmness.show_firmness(shown.firmness)

    def _show_winner(self, winner: Winner) -> None:
        self._label.setText(winner.label)
        self._name.show_name(winner.name, is_joint=winner.is_joint)
        figure, _, unit = winner.score.partition(" ")
        self._score.setText(figure)
        self._score.setVisible(bool(figure))
        self._facts.setText(" · ".join(part for part in (unit, winner.facts) if part))
        self.why.setText(winner.why)
        self.why.setVisible(bool(winner.why) and not self._is_folded)


class WinnerName(WrappedLabel):
    """A name in the screen's largest type, or smaller where it takes more than two lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "winner", parent)
        self._is_joint = False

    def show_name(self, name: str, *, is_joint: bool) -> None:
        """Show `name`, which are several of `is_joint` teams."""
        self._is_joint = is_joint
        self.setText(name)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        theme.restyle(self, kind="winner")
        lines = self.heightForWidth(max(self.width(), 1)) / max(self.minimumSizeHint().height(), 1)
        if self._is_joint or lines > MOST_LINES + 0.5:
            theme.restyle(self, kind="winner-long")
        self.updateGeometry()


class FirmnessCard(Card):
    """One sentence, the checks as marks, and what the panel is to be told."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName("How firm the result is")
        self._mark = IconMark("triangle-alert", "attention")
        self._sentence, self._otherwise = WrappedLabel("", "subheading"), WrappedLabel("", "quiet")
        self.marks = CheckMarks()
        self._detail, self._urge = WrappedLabel(), WrappedLabel("", "strong")
        self.more = PlainButton(_MORE, kind="link")
        self.more.clicked.connect(self._turn)
        self._is_folded, self._is_open = False, False
        self._details = QWidget()
        column(
            *(self.marks, self._otherwise, self._detail, self._urge),
            spacing=6,
            inside=self._details,
        )
        words = column(across((self._sentence, 1), self.more), self._details, spacing=6)
        add(
            self.body,
            across((self._mark, 0, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=12),
        )
        self.fold(is_folded=False)
        self.hide()

    def fold(self, *, is_folded: bool) -> None:
        """Say the sentence only, until more is asked for."""
        self._is_folded = is_folded
        self.more.setVisible(is_folded)
        self.more.setText(_LESS if self._is_open else _MORE)
        self._details.setVisible(self._is_open or not is_folded)

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self.fold(is_folded=self._is_folded)

    def show_firmness(self, shown: Firmness | None) -> None:
        """Replace what is said; nothing at all hides the card."""
        self.setVisible(shown is not None)
        if shown is None:
            return
        theme.restyle(self, kind="card" if shown.is_firm else "card-attention")
        self._mark.setVisible(not shown.is_firm)
        self._sentence.setText(shown.sentence)
        self.marks.show_marks(shown.same, shown.told)
        for label, text in (
            (self._otherwise, shown.otherwise),
            (self._detail, shown.detail),
            (self._urge, shown.urge),
        ):
            label.setText(text)
            label.setVisible(bool(text))


_MORE, _LESS = "Show details", "Hide details"


class CheckMarks(QWidget):
    """A mark a check: filled where the winner is the same, outlined where it isn't."""

    accessible_role = QAccessible.Role.StaticText

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._same, self._told = 0, 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_marks(self, same: int, told: int) -> None:
        """Replace them; without a check there is no mark."""
        self._same, self._told = same, told
        self.setAccessibleName(f"{same} of {told} the same")
        self.setVisible(bool(told))
        self.update()

    def accessible_value(self) -> str:
        """Nothing: the count is its name."""
        return ""

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(200), theme.scaled(14))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(60), theme.scaled(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = min(theme.scaled(13), self.width() / max(self._told, 1))
        size = QRectF(0, 0, max(step - max(step / 6, 1), 1), self.height() - 1)
        for at in range(self._told):
            box = size.translated(at * step + 0.5, 0.5)
            if at < self._same:
                painter.fillRect(box, theme.token("act"))
            else:
                painter.setPen(QPen(theme.token("attention"), 1))
                painter.drawRect(box.adjusted(0, 0, -1, -1))


class WinnerLine(QWidget):
    """The winner in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mark = IconMark("triangle-alert", "attention")
        self._words, self._firm = PlainLabel("", "strong"), PlainLabel("", "attention")
        self._firm.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        across(self._mark, (self._words, 1), self._firm, spacing=6, inside=self)

    def sizeHint(self) -> QSize:
        """Room for a short name: the tabs beside it leave their counts out before it is cut."""
        whole = super().sizeHint()
        return QSize(min(whole.width(), theme.scaled(300)), whole.height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def show_overview(self, shown: Overview) -> None:
        """Replace it."""
        is_doubtful = shown.firm_word == "not firm"
        self._mark.setVisible(is_doubtful)
        self._words.setText(shown.line)
        self._firm.setText(f"· {shown.firm_word}" if shown.firm_word else "")
        self._firm.setVisible(bool(shown.firm_word))
        theme.restyle(self._firm, kind="attention" if is_doubtful else "quiet")
