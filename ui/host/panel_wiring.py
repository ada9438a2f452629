"""Wires the panel on the day, its conflicts of interest, and the sample pitch."""

from PySide6.QtCore import QObject

from judging_app.desk import calibration, conflicts, panel
from judging_app.desk.desk import Changed, Desk
from judging_app.desk.rights import Sight, may_see
from judging_app.desk.sign_in import hand_out
from judging_app.domain.acts import AddJudge, DecideConflict, DeclareConflict
from judging_app.domain.roles import Actor, Handing, Role
from judging_app.present.host.calibration import calibration_view
from judging_app.present.host.panel import panel_view
from ui.day import Day
from ui.host.panel import CalibrationPart, PanelPart

_ACTS = {"decide": DecideConflict, "declare": DeclareConflict, "add": AddJudge}


class PanelWiring(QObject):
    """Serves the parts of the host's desk about the judges."""

    def __init__(self, parent: QObject, day: Day, part: PanelPart, sample: CalibrationPart) -> None:
        super().__init__(parent)
        self._day, self._part, self._sample = day, part, sample
        self._late: Actor | None = None
        part.judge_asked.connect(self._add)
        part.decision_asked.connect(day.does(conflicts.decide))
        part.declare_asked.connect(self._declare)
        sample.discard_asked.connect(self._discard)
        part.walk_in.noted.connect(self._note)
        day.actor_changed.connect(part.walk_in.forget_pin)

    @property
    def shows_sample(self) -> bool:
        """Whether whoever is signed in may see the sample pitch's scores now."""
        return may_see(self._day.actor, Sight.CALIBRATION, self._day.desk.event().phase)

    def refresh(self) -> None:
        """Show both parts as they are now."""
        desk, actor = self._day.desk, self._day.actor
        offered = [word for word, act in _ACTS.items() if desk.may(actor, act)]
        self._part.show_view(
            panel_view(desk.setup(), conflicts.declared(desk), conflicts.found(desk), acts=offered)
        )
        if self.shows_sample:
            self._sample.show_view(calibration_view(desk.setup(), calibration.scores(desk, actor)))

    def _add(self, name: str) -> None:
        added: list[panel.WalkIn] = []

        def add(desk: Desk, actor: Actor) -> Changed:
            added.append(panel.add_judge(desk, actor, name))
            return added[0].changed

        refusal = self._day.attempt(add)
        if added:
            self._late = Actor(Role.JUDGE, added[0].judge.id)
            self._part.walk_in.show_pin(added[0].judge.name, added[0].pin)
        else:
            self._part.walk_in.show_problem(refusal)

    def _note(self) -> None:
        """Put on the record that the late judge has their PIN."""
        if self._late is not None:
            self._day.act(hand_out, (self._late,), Handing.NOTED)
        self._late = None

    def _declare(self, judge: str, team: str) -> None:
        known = conflicts.found(self._day.desk)
        found = next(one for one in known if (one.judge, one.team) == (judge, team))
        self._day.act(conflicts.declare, found.judge, found.team, found.why)

    def _discard(self) -> None:
        self._day.act(calibration.discard)
