"""Going on from a copy: which ones there are, what each lacks, and who takes one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from judging_app.present.start.recovery import (
    LOSS_LOOKS,
    LOSS_WORDS,
    NO_COPY_STEPS,
    CopyRow,
    Loss,
    RecoveryView,
    continue_text,
)
from judging_app.present.start.sign_in import SignInRow
from ui import keys, theme
from ui.start.sign_in import SignIn
from ui.widgets.buttons import ActButton, CardButton, PlainButton
from ui.widgets.card import Card, Hairline
from ui.widgets.form import across, add, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Foot
from ui.widgets.scroll import ScrollColumn, bring_into_view
from ui.widgets.state_badge import StateBadge
from ui.widgets.wrapped_row import WrappedRow

_SHARES = (4, 5, 5, 6)
"""Of the room: when a copy was made, where it is, what it has, and what it lacks."""

WHO_CONFIRMS = "The organiser or the host must confirm"

LIST_HEIGHT, ROW_HEIGHT, MARK = 188, 72, 20
"""In pixels: two copies and a part of the next, so that what one lacks is in sight below."""


class Recovery(QWidget):
    """Shows the good copies of an event, and says which is to be the event."""

    copy_chosen = Signal(int)
    restore_asked = Signal(int, bool, str, str)
    """The copy's key, whether what can be read is put back, the actor's key and the PIN."""
    look_asked = Signal(int)
    """The copy's key."""
    stay_asked = Signal(str, str)
    """To go on with the file as it is: the actor's key and the PIN."""
    again_asked = Signal()
    open_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[CopyRow, ...] = ()
        self._cards: list[CopyCard] = []
        self._people: tuple[SignInRow, ...] = ()
        self._chosen, self._is_staying = -1, False
        self._pages = QStackedWidget()
        self._pages.addWidget(self._copies_page())
        self._pages.addWidget(self._pin_page())
        column(self._pages, inside=self)

    def show_searching(self, title: str, told: str) -> None:
        """Say what is the matter while the copies are looked for."""
        self._pages.setCurrentIndex(0)
        self.show_view(RecoveryView(title, told, "Looking for copies…", ()), is_done=False)

    def show_found(self, text: str) -> None:
        """Say how far the search is."""
        self._found.setText(text)

    def show_view(self, view: RecoveryView, *, is_done: bool = True) -> None:
        """Show what was found, with the newest copy chosen."""
        self._title.setText(view.title)
        self._told.setText(f"{view.told} We haven’t touched anything.")
        self._found.setText(view.found)
        self._show_rows(view.rows)
        self._below.setVisible(bool(view.rows))
        self._steps.setVisible(is_done and not view.rows)
        self._continue.setVisible(bool(view.rows))
        first = [self.look] if view.rows else [self._again] if is_done else []
        self._ways.show_parts([*first, self._other])
        if view.rows:
            self._choose(view.rows[0].key)
            self._cards[0].setFocus()

    def show_losses(self, title: str, losses: Sequence[Loss], put_back: str) -> None:
        """Show what the chosen copy lacks; `put_back` is the choice to add it, where it can be."""
        self._losses_title.setText(title)
        while (item := self._losses.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for loss in losses:
            self._losses.addWidget(LossLine(loss))
        self._put_back.setText(put_back)
        self._put_back.setVisible(bool(put_back))
        self._put_back.setChecked(True)

    def show_what_happens(self, text: str, stay: str) -> None:
        """Say what continuing does; `stay` is the word for doing without, where that can be."""
        self._happens.setText(text)
        self.stay.setText(stay)
        self.stay.setVisible(bool(stay))

    def show_people(self, rows: Sequence[SignInRow]) -> None:
        """Who may restore an event."""
        self._people = tuple(rows)

    def show_refusal(self, sentence: str, wait_s: int = 0) -> None:
        """Say why the PIN was not taken."""
        self.sign_in.show_refusal(sentence, wait_s=wait_s)

    def show_copies(self) -> None:
        """Go back from the PIN to the copies."""
        self._pages.setCurrentIndex(0)
        if 0 <= self._chosen < len(self._cards):
            self._cards[self._chosen].setFocus()

    def _copies_page(self) -> QWidget:
        page, scroll = QWidget(), ScrollColumn()
        scroll.body.setSpacing(12)
        listed = ScrollColumn()
        theme.follow(listed.setMaximumHeight, LIST_HEIGHT)
        self._list = listed.body
        self._list.setSpacing(8)
        self._steps = column_of(*(WrappedLabel(step) for step in NO_COPY_STEPS))
        self._below = QWidget()
        across((self._losses_card(), 3), (self._happens_card(), 2), spacing=16, inside=self._below)
        self._list_of_copies = listed
        add(scroll.body, self._head(), self._columns_head(), listed, self._steps)
        add(scroll.body, self._below, 1)
        column((scroll, 1), self._foot(), spacing=8, inside=page)
        keys.bind(keys.NEXT_COPY, page, self._choose_next)
        keys.bind(keys.COPY_BEFORE, page, self._choose_before)
        keys.bind(keys.CONTINUE_FROM_COPY, page, self._ask_pin_to_continue, repeats=False)
        keys.bind(keys.LOOK_AT_COPY, page, self._ask_look, repeats=False)
        return page

    def _head(self) -> QVBoxLayout:
        self._title = Heading()
        self._told, self._found = WrappedLabel(), WrappedLabel(kind="strong")
        words = column(self._title, self._told, self._found, spacing=4)
        mark = column(IconMark("life-buoy", "loss", 28), 1, margins=(0, 6, 0, 0))
        return column(across(mark, (words, 1), spacing=14))

    def _columns_head(self) -> QWidget:
        words = ("Copy of", "Where", "Has", "Against the file")
        labels = [PlainLabel(word, "label") for word in words]
        self._columns = QWidget()
        parts = [*zip(labels, _SHARES, strict=True)]
        blank = QWidget()
        theme.follow(blank.setFixedSize, MARK, 1)
        across(blank, *parts, spacing=12, margins=(20, 0, 32, 0), inside=self._columns)
        return self._columns

    def _losses_card(self) -> Card:
        card = Card()
        self._losses_title = Heading(level=3)
        self._losses = column(spacing=4)
        self._put_back = QCheckBox()
        add(card.body, self._losses_title, self._put_back, self._losses, 1)
        return card

    def _happens_card(self) -> Card:
        card = Card()
        self._happens = WrappedLabel()
        self.stay = PlainButton("", icon="arrow-right")
        self.stay.clicked.connect(self._ask_pin_to_stay)
        add(card.body, Heading("What happens then", 3), self._happens, self.stay, 1)
        return card

    def _foot(self) -> Foot:
        self.look = PlainButton("Look without changing anything", icon="eye")
        other = PlainButton("Open another event…", kind="quiet", icon="folder-open")
        self._again = PlainButton("Look for copies again", icon="undo-2")
        self._continue = ActButton("")
        self.look.clicked.connect(self._ask_look)
        other.clicked.connect(self.open_asked)
        self._again.clicked.connect(self.again_asked)
        self._continue.clicked.connect(self._ask_pin_to_continue)
        self._other = other
        self._ways = WrappedRow([self.look, self._again, other])
        return Foot((self._ways, 1), act=self._continue)

    def _pin_page(self) -> QWidget:
        page = QWidget()
        self.sign_in = SignIn(WHO_CONFIRMS)
        self.sign_in.sign_in_asked.connect(self._ask_restore)
        back = PlainButton("Back to the copies", kind="quiet", icon="arrow-left")
        back.clicked.connect(self.show_copies)
        column(across(back, 1), (self.sign_in, 1), spacing=8, inside=page)
        return page

    def _show_rows(self, rows: Sequence[CopyRow]) -> None:
        for card in self._cards:
            card.hide()
            card.deleteLater()
        self._rows, self._chosen = tuple(rows), -1
        self._cards = [CopyCard(row) for row in rows]
        for card in self._cards:
            self._list.addWidget(card)
            card.show()  # now: a hidden card takes no keyboard
            card.chosen.connect(self._choose)
        self._columns.setVisible(bool(rows))
        self._list_of_copies.setVisible(bool(rows))
        height = min(len(rows) * ROW_HEIGHT, LIST_HEIGHT)
        theme.follow(self._list_of_copies.setMinimumHeight, height)

    def _choose(self, key: int) -> None:
        self._chosen = key
        for at, card in enumerate(self._cards):
            card.show_chosen(is_chosen=at == key)
        self._continue.setText(continue_text(self._rows[key]))
        self.copy_chosen.emit(key)

    def _choose_next(self) -> None:
        self._move(+1)

    def _choose_before(self) -> None:
        self._move(-1)

    def _move(self, by: int) -> None:
        if not self._cards:
            return
        to = min(max(self._chosen + by, 0), len(self._cards) - 1)
        self._choose(to)
        self._cards[to].setFocus(Qt.FocusReason.TabFocusReason)
        bring_into_view(self._cards[to])

    def _ask_pin(self, *, is_staying: bool = False) -> None:
        if self._pages.currentIndex() == 0 and self._chosen >= 0:
            self._is_staying = is_staying
            self._pages.setCurrentIndex(1)
            self.sign_in.show_names(self._people)

    def _ask_pin_to_continue(self) -> None:
        self._ask_pin()

    def _ask_pin_to_stay(self) -> None:
        self._ask_pin(is_staying=True)

    def _ask_restore(self, actor: str, pin: str) -> None:
        if self._is_staying:
            self.stay_asked.emit(actor, pin)
            return
        puts_back = self._put_back.isVisibleTo(self._below) and self._put_back.isChecked()
        self.restore_asked.emit(self._chosen, puts_back, actor, pin)

    def _ask_look(self) -> None:
        if self._chosen >= 0:
            self.look_asked.emit(self._chosen)


class CopyCard(CardButton):
    """One copy, to be chosen."""

    chosen = Signal(int)

    def __init__(self, row: CopyRow, parent: QWidget | None = None) -> None:
        super().__init__(row.spoken, parent)
        self._row, self._mark = row, IconMark("circle", "line-strong", MARK)
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        day = across(PlainLabel(row.day, "quiet"), spacing=8)
        if row.is_newest:
            day.addWidget(PlainLabel("newest", "good"))
        day.addStretch(1)
        when = QWidget()
        column(PlainLabel(row.time, "strong"), day, spacing=0, inside=when)
        self.add(self._mark)
        words = (WrappedLabel(row.place), WrappedLabel(row.has), WrappedLabel(row.against))
        for part, share in zip((when, *words), _SHARES, strict=True):
            self.add(part, share)
        self.clicked.connect(self._choose)

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Mark it as the one that is chosen, or not."""
        self.setChecked(is_chosen)
        self._mark.show_icon(*(("circle-dot", "act") if is_chosen else ("circle", "line-strong")))
        theme.restyle(self, kind="card-now" if is_chosen else "card")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self.body.totalHeightForWidth(width)

    def _choose(self) -> None:
        self.chosen.emit(self._row.key)


class LossLine(QWidget):
    """One entry that the chosen copy lacks, and what can be done for it."""

    def __init__(self, loss: Loss, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        state = StateBadge(LOSS_LOOKS[loss.state], LOSS_WORDS[loss.state])
        line = across(QuietText(loss.time), (WrappedLabel(loss.text), 1), state, spacing=12)
        column(Hairline(), line, spacing=4, inside=self)


def column_of(*parts: QWidget) -> QWidget:
    """Parts below one another, to be shown or hidden as one."""
    whole = Card()
    add(whole.body, *parts)
    return whole
