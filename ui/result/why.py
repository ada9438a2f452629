"""Why one team is above another, and how ties were settled."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLayout, QSizePolicy, QWidget

from judging_app.present.result.why import WhyRow, WhyView
from ui import theme
from ui.widgets.buttons import PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column, grid, swap
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.picker import Choice, Picker


class WhyPart(QWidget):
    """Says which two teams are meant, and shows what lies between them."""

    why_asked = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Why")
        self.one, self.other = Picker("First team"), Picker("Second team")
        self.next_pair = PlainButton("Next pair")
        self._title = WrappedLabel("", "heading")
        self._sentence = WrappedLabel("", "large")
        self._ties = WrappedLabel()
        self.judges, self.criteria = PartsCard("By judge"), PartsCard("By criterion")
        self._lay_out()
        for picker in (self.one, self.other):
            picker.picked.connect(self._ask)
        self.next_pair.clicked.connect(self._ask_next)
        self.show_problem("")

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two teams that are chosen; empty where there is none."""
        return self.one.key, self.other.key

    def forget(self) -> None:
        """Hold no team and no reason any more."""
        self.show_teams(())
        self.show_problem("")

    def show_teams(self, choices: Sequence[Choice]) -> None:
        """Replace the teams, best first; at the start the first two are chosen."""
        is_first = not self.one.key
        for picker in (self.one, self.other):
            picker.show_choices(choices)
        if is_first and len(choices) > 1:
            self.other.choose(choices[1].key)
        for part in (self.one, self.other, self.next_pair):
            part.setEnabled(len(choices) > 1)

    def show_view(self, view: WhyView) -> None:
        """Show what lies between the two."""
        self._title.setText(view.title)
        self._sentence.setText(view.sentence)
        self._ties.setText("\n".join(view.ties))
        self._ties.setVisible(bool(view.ties))
        self._title.setVisible(bool(view.title))
        self.judges.show_rows(view.judges)
        self.criteria.show_rows(view.criteria)

    def show_problem(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.show_view(WhyView("", sentence, (), (), ()))

    def _lay_out(self) -> None:
        beside = (self.next_pair, 0, Qt.AlignmentFlag.AlignBottom)
        column(
            across((self.one, 1), (self.other, 1), beside, spacing=16),
            self._title,
            self._sentence,
            self._ties,
            self.criteria,
            self.judges,
            spacing=16,
            inside=self,
        )

    def _ask(self) -> None:
        self.why_asked.emit(*self.pair)

    def _ask_next(self) -> None:
        """Move on to the next two neighbours in the standings, and from the last to the first."""
        box = self.one.box
        at = (box.currentIndex() + 1) % max(box.count() - 1, 1)
        box.setCurrentIndex(at)
        self.other.box.setCurrentIndex(at + 1)
        self._ask()


_HINT = (
    "Bars to the right are for the upper team, to the left for the lower one. The figures add up "
    "to the gap."
)


class PartsCard(Card):
    """The parts of the gap, one a line, each with its bar and its figure."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setAccessibleName(title)
        self._rows = QWidget()
        add(self.body, Heading(title, 3), QuietText(_HINT), self._rows)
        self.hide()

    def show_rows(self, rows: Sequence[WhyRow]) -> None:
        """Replace the parts; without any the card is away."""
        new = QWidget()
        grid([_line(row) for row in rows], spacing=(16, 6), shares={0: 5, 1: 6}, inside=new)
        self._rows = swap(self.body, self._rows, new)
        self.setVisible(bool(rows))


def _line(part: WhyRow) -> tuple[QLayout, QWidget, QWidget, QWidget]:
    """What a part is, its bar, and its figure rounded and exact."""
    note = [QuietText(part.note)] if part.note else []
    figure = PlainLabel(part.part_text, "strong")
    figure.setAccessibleName(f"{part.label}: {part.part_text}, exactly {part.exact_text}")
    exactly = PlainLabel(part.exact_text, "quiet")
    for label, width in ((figure, 64), (exactly, 96)):
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        theme.follow(label.setMinimumWidth, width)
    return column(WrappedLabel(part.label), *note, spacing=0), SignedBar(part), figure, exactly


class SignedBar(QWidget):
    """A bar from the middle: to the right above zero, to the left below; the figure says it too."""

    def __init__(self, row: WhyRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = float(row.share)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self) -> QSize:
        return QSize(theme.scaled(200), theme.scaled(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.scaled(60), theme.scaled(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle, height = self.width() / 2, theme.scaled(12)
        length = self._share * (middle - 1)
        top = (self.height() - height) / 2
        painter.fillRect(
            QRectF(min(middle, middle + length), top, abs(length), height),
            theme.token("act" if length > 0 else "attention"),
        )
        painter.setPen(QPen(theme.token("line-strong"), 1))
        painter.drawLine(round(middle), 0, round(middle), self.height())


NO_TIE = "No teams are tied, so no tie-break was needed."


class TiesPart(QWidget):
    """One card a tie."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Ties")
        self._none = QuietText(NO_TIE)
        self._cards: list[Card] = []
        self._column = column(self._none, spacing=12, inside=self)

    def forget(self) -> None:
        """Hold no tie any more."""
        self.show_ties(())

    def show_ties(self, sentences: Sequence[str], problem: str = "") -> None:
        """Replace the ties; `problem` says why they can't be worked out."""
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._cards = [_card(sentence) for sentence in sentences]
        for card in self._cards:
            self._column.addWidget(card)
            card.show()  # at once, or the page would blink
        self._none.setText(problem or NO_TIE)
        self._none.setVisible(not sentences)


def _card(sentence: str) -> Card:
    card = Card()
    card.body.addWidget(WrappedLabel(sentence, "large"))
    return card
