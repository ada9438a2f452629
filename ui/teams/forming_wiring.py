"""Wires the forming of teams: looked for on another thread, taken over in one act."""

from collections.abc import Mapping
from secrets import randbelow

from PySide6.QtCore import QObject, Signal

from judging_app.desk.desk import Changed
from judging_app.desk.set_up import forming
from judging_app.domain.ids import ParticipantId, TeamId
from judging_app.errors import DeskError
from judging_app.planning.forming.division import Formed
from judging_app.planning.forming.wanted import Importance, Trait, Wish, WishKind
from judging_app.present.set_up.forming import formed_view, people_choices, wish_text
from ui.day import Day
from ui.page_wiring import PageWiring
from ui.teams.forming import FormingScreen
from ui.worker import Worker

_USUAL_SIZE = 6
_SEEDS = 90_000_000


class FormingWiring(PageWiring):
    """Serves the page; `ended` when the teams were taken over."""

    ended = Signal()

    def __init__(self, parent: QObject, day: Day, screen: FormingScreen) -> None:
        super().__init__(parent)
        self._day, self._screen = day, screen
        self._wishes: list[Wish] = []
        self._plan: forming.Plan | None = None
        self._sought: forming.Plan | None = None
        self._found: Formed | None = None
        self._has_shown = False
        self._worker = Worker(self)
        self._worker.finished.connect(self._take)
        self._worker.failed.connect(self._fail)
        screen.form_asked.connect(self._form)
        screen.use_asked.connect(self._use)
        screen.another.clicked.connect(self._draw)
        screen.wish_asked.connect(self._wish)
        screen.wish_dropped.connect(self._drop)
        day.changed.connect(self._follow)

    def refresh(self) -> None:
        """Begin with the people and teams that there are."""
        setup = self._day.desk.recorded_setup()
        count = len(setup.teams) or max(1, len(setup.participants) // _USUAL_SIZE)
        if not self._screen.count.text():
            self._screen.count.setText(str(count))
            self._screen.seed.setText(str(_SEEDS // 9 + randbelow(_SEEDS)))
        known = {one.id for one in setup.participants}
        self._wishes = [one for one in self._wishes if known.issuperset(one.members)]
        self._form()

    def _follow(self, _changed: Changed) -> None:
        if self._screen.isVisible():
            self._day.look(self.refresh)

    def _form(self) -> None:
        screen, now = self._screen, self._day.desk.recorded_setup()
        typed = screen.count.text().strip()
        count = int(typed) if typed.isdecimal() else 0
        screen.show_range(len(now.participants), count)
        try:
            setup = forming.with_teams(now, count)
            screen.show_people(
                people_choices(setup), [(str(one.id), one.name) for one in setup.teams]
            )
            there = {one.id for one in setup.teams}
            self._wishes = [one for one in self._wishes if one.team is None or one.team in there]
            screen.show_wishes([wish_text(one, setup) for one in self._wishes])
            self._sought = forming.planned(
                setup, _importance(screen.wanted), self._wishes, screen.seed.text()
            )
        except DeskError as refusal:
            self._sought = None
            screen.show_problem(str(refusal))
            return
        self._look()

    def _look(self) -> None:
        """Look for what is sought now, unless something else is being looked for still."""
        plan = self._sought
        if plan is None or not self._worker.start(lambda _progress: (plan, forming.formed(plan))):
            return
        self._screen.show_looking()

    def _take(self, result: tuple[forming.Plan, Formed]) -> None:
        plan, found = result
        if plan is not self._sought:
            self._look()
            return
        self._plan, self._found = plan, found
        self._screen.show_formed(formed_view(plan.setup, plan.wanted, found))
        if not self._has_shown:
            self._has_shown = True
            self._screen.use.setFocus()

    def _fail(self, error: object) -> None:
        self._screen.show_problem("No teams were formed. Form them again.")
        self._day.fail(error)

    def _use(self) -> None:
        if self._plan is None or self._found is None or self._plan is not self._sought:
            return
        if not self._day.act(forming.use, self._plan, self._found):
            self.ended.emit()

    def _draw(self) -> None:
        self._screen.seed.setText(str(_SEEDS // 9 + randbelow(_SEEDS)))
        self._form()

    def _wish(self, key: str, about: tuple[str, str]) -> None:
        kind, (first, second) = WishKind[key], about
        if kind is WishKind.FIXED:
            self._wishes.append(Wish(kind, (ParticipantId(first),), TeamId(second)))
        elif first != second:
            self._wishes.append(Wish(kind, (ParticipantId(first), ParticipantId(second))))
        self._form()

    def _drop(self, at: int) -> None:
        del self._wishes[at]
        self._form()


def _importance(chosen: Mapping[str, str]) -> Mapping[Trait, Importance]:
    return {Trait(trait): Importance[how_much] for trait, how_much in chosen.items()}
