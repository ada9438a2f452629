"""The first screen: begin an event, go on with one, or try the sample."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from judging_app.present.start.start import RecentRow
from ui import keys, theme
from ui.widgets.buttons import ActButton, CardButton, PlainButton
from ui.widgets.card import Card
from ui.widgets.form import across, add, column
from ui.widgets.icon_mark import IconMark
from ui.widgets.labels import Heading, PlainLabel, QuietText, WrappedLabel
from ui.widgets.screen import Screen
from ui.widgets.scroll import ScrollColumn
from ui.widgets.side_by_side import SideBySide
from ui.widgets.state_badge import StateBadge

BESIDE_FROM, ASIDE = 900, 312
"""Pixels at 100 % text: of the page from which the sample is beside, and of the sample."""

ROW, ROOM_FOR_COUNTS = 76, 640
"""Pixels at 100 % text: the least height of a row, and its width from which it says all."""

_ANY_WIDTH = 16_777_215

NO_RECENT = "Events that you open are listed here."
NEWEST_FIRST = "Newest first"
OFFLINE = "Everything stays on this computer. No network is used."
OPENING = "Opening…"


class Start(Screen):
    """Says which events there are, and that everything stays on this computer."""

    sample_asked = Signal()
    practice_asked = Signal()
    new_asked = Signal()
    open_asked = Signal()
    recent_asked = Signal(str)
    """The recent event's key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._recent_cards: list[RecentCard] = []
        self.new = ActButton("New event…", icon="file-plus")
        self.other = PlainButton("Open an event…", icon="folder-open")
        scroll = ScrollColumn()
        scroll.body.setSpacing(24)
        self._aside = self._sample_part()
        self._parts = SideBySide((self._recent_part(), 1), self._aside, spacing=24)
        add(scroll.body, self._new_card(), self._parts, 1)
        self._told = QuietText(OFFLINE)
        head = across((Heading("Your events"), 1), (self._told, 0, Qt.AlignmentFlag.AlignVCenter))
        self.lay_out(scroll, head=head)
        self.name_page("Your events")
        self._connect()
        theme.follow(self._stand)

    def show_recent(self, rows: Sequence[RecentRow]) -> None:
        """List the events opened before, the newest first and with the keyboard on it."""
        for card in self._recent_cards:
            card.hide()
            card.deleteLater()
        self._recent_cards = [RecentCard(row) for row in rows]
        for at, card in enumerate(self._recent_cards):
            card.end(is_first=at == 0, is_last=at == len(rows) - 1)
            self._recent.addWidget(card)
            card.show()  # now: a hidden card takes no keyboard
            card.opened.connect(self.recent_asked)
        self._no_recent.setVisible(not rows)
        self._count.setText(NEWEST_FIRST if len(rows) > 1 else "")
        (self._recent_cards[0] if rows else self.new).setFocus()

    def show_opening(self, *, is_opening: bool) -> None:
        """Say at once that an event is opening: most of that is done on this very thread."""
        self._told.setText(OPENING if is_opening else OFFLINE)
        self.repaint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stand()

    def _stand(self) -> None:
        """Put the sample beside the events where there is room, else below them."""
        is_wide = self.width() >= theme.scaled(BESIDE_FROM)
        self._parts.stand(is_wide=is_wide)
        self._aside.setMinimumWidth(theme.scaled(ASIDE) if is_wide else 0)
        self._aside.setMaximumWidth(theme.scaled(ASIDE) if is_wide else _ANY_WIDTH)

    def _new_card(self) -> Card:
        card = Card("card-new")
        card.body.setContentsMargins(24, 16, 24, 16)
        self.new.show_key(keys.NEW_EVENT.shown)
        self.other.show_key(keys.OPEN_EVENT.shown)
        words = column(
            Heading("Start a new event", 2),
            QuietText(
                "From lists of people (Excel or CSV), from an event you ran before, or empty. You "
                "see what was understood before anything is saved."
            ),
            spacing=4,
        )
        acts = across(self.other, self.new, spacing=16)
        line = SideBySide((words, 1), acts, wide_from=BESIDE_FROM - 200, spacing=24)
        add(card.body, line)
        return card

    def _recent_part(self) -> QWidget:
        part, card = QWidget(), QFrame()
        card.setProperty("kind", "card")
        self._count = PlainLabel(kind="quiet")
        self._no_recent = QWidget()
        across((QuietText(NO_RECENT), 1), margins=(20, 24, 20, 24), inside=self._no_recent)
        self._recent = column(self._no_recent, spacing=0, inside=card)
        line = across((Heading("Recent events", 3), 1), self._count)
        column(line, card, 1, spacing=10, inside=part)
        return part

    def _sample_part(self) -> QWidget:
        part, card = QWidget(), Card("card-aside")
        sample = PlainButton("Open the sample day", icon="play")
        practice = PlainButton("Practise scoring", icon="pencil")
        sample.clicked.connect(self.sample_asked)
        practice.clicked.connect(self.practice_asked)
        add(
            card.body,
            WrappedLabel("The sample day: Tech Connect", "strong"),
            QuietText(
                "Six teams and eight judges, all scored. The people are invented; their PINs "
                "are beside their names."
            ),
            sample,
            practice,
        )
        column(Heading("Try it out", 3), card, 1, spacing=10, inside=part)
        return part

    def _connect(self) -> None:
        self.new.clicked.connect(self.new_asked)
        self.other.clicked.connect(self.open_asked)
        keys.bind(keys.NEW_EVENT, self, self.new_asked.emit, repeats=False)
        keys.bind(keys.OPEN_EVENT, self, self.open_asked.emit, repeats=False)


class RecentCard(CardButton):
    """One event opened before: what it is, its phase, how far it has come, when it was open."""

    opened = Signal(str)

    def __init__(self, row: RecentRow, parent: QWidget | None = None) -> None:
        super().__init__(row.spoken, parent)
        self._row_key = row.key
        self.setToolTip(f"<p>{escape(row.title)}<br>{escape(row.key)}</p>")
        self.setProperty("kind", "row-now" if row.was_open else "row")
        self.body.setSpacing(16)
        words, self._counts, self._when = QWidget(), QWidget(), QWidget()
        title = WrappedLabel(row.title, "subheading")
        self._row, self._where = row, PlainLabel(row.where, "quiet")
        column(1, title, self._where, 1, spacing=2, inside=words)
        first, second = row.counts
        counts = (PlainLabel(first, "act" if row.is_missing else ""), PlainLabel(second, "quiet"))
        column(1, *counts, 1, spacing=2, inside=self._counts)
        kind = "strong" if row.was_open else "quiet"
        told = WrappedLabel(row.opened, kind)
        column(1, told, 1, inside=self._when)
        self.add(words, 5)
        state = StateBadge(row.state.look, row.state.words, is_plain=row.state.look != "scoring")
        self.add(state)
        self.add(self._counts)
        self.add(self._when)
        self.add(IconMark("chevron-right"))
        for part, width in ((state, 150), (self._counts, 170), (self._when, 110)):
            theme.follow(part.setFixedWidth, width)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.follow(self.setMinimumHeight, ROW)
        self.clicked.connect(self._open)

    def end(self, *, is_first: bool, is_last: bool) -> None:
        """Round the corners of the first and the last row, as the card has them."""
        self.setProperty("first", "yes" if is_first else "no")
        theme.restyle(self, last="yes" if is_last else "no")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say the rest where there is room for it."""
        super().resizeEvent(event)
        has_room = self.width() >= theme.scaled(ROOM_FOR_COUNTS)
        self._counts.setVisible(has_room)
        self._when.setVisible(has_room)
        is_told_here = self._row.was_open and not has_room
        self._where.setText(self._row.opened if is_told_here else self._row.where)
        self.updateGeometry()

    def _open(self) -> None:
        self.opened.emit(self._row_key)
