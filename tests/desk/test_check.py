"""A file that was opened is checked behind what goes on, and its result waits for that."""

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event as Flag
from threading import Thread, Timer

import pytest
from sqlite_utils import Database

from judging_app.desk import ballots, papers, reveal, scoring, standings
from judging_app.desk.certificates import making
from judging_app.desk.desk import Desk
from judging_app.desk.events import open_and_check, open_event
from judging_app.domain.event import Audience, Phase
from judging_app.domain.papers.certificates import CertificateKind
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.errors import EventFileError
from judging_app.store.verify import Verification, Verifier
from tests.desk.small_event import ADA, IMPACT, J1, LANTERN, PINS, bring_to, publish

SOON_S = 0.05


@pytest.fixture
def opened(small_path: Path) -> Iterator[Desk]:
    """Scoring is closed, and a score was changed in the file before a window opened it."""
    with_a_score = open_event(small_path)
    bring_to(with_a_score, Phase.SCORING)
    ballots.score(with_a_score, ADA, J1, LANTERN, IMPACT, 7)
    scoring.close_scoring(with_a_score, HOST, "The room is needed.")
    with_a_score.file.db.execute("UPDATE score SET steps = 9")
    with_a_score.close()
    desk = open_and_check(small_path)
    yield desk
    desk.close()


NEEDS_IT: dict[str, Callable[[Desk], object]] = {
    "the result": lambda desk: standings.view(desk, ORGANISER, Audience.PANEL),
    "publishing": lambda desk: publish(desk, PINS[ORGANISER]),
    "the reveal": lambda desk: reveal.reveal_to(desk, HOST, 0),
    "certificates": lambda desk: making.certificate_rows(desk, ORGANISER, CertificateKind.WINNERS),
    "score sheets": lambda desk: papers.sheet_rows(desk, ORGANISER, papers.SheetOrder.JUDGE),
}


@pytest.mark.parametrize("ask", NEEDS_IT.values(), ids=NEEDS_IT)
def test_what_needs_the_check_does_it_where_nobody_has_begun(
    opened: Desk, ask: Callable[[Desk], object]
) -> None:
    with pytest.raises(EventFileError, match="was changed after it was recorded"):
        ask(opened)


@pytest.mark.parametrize("ask", NEEDS_IT.values(), ids=NEEDS_IT)
def test_what_needs_the_check_waits_for_the_thread_that_is_at_it(
    opened: Desk, ask: Callable[[Desk], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, may_end = Flag(), Flag()

    def slowly(self: Verifier, db: Database) -> Verification:
        begun.set()
        assert may_end.wait(60)
        return real(self, db)

    real = Verifier.verify
    monkeypatch.setattr(Verifier, "verify", slowly)
    assert opened.check is not None
    thread = Thread(target=opened.check.run)
    thread.start()
    assert begun.wait(60)
    Timer(SOON_S, may_end.set).start()

    with pytest.raises(EventFileError, match="was changed after it was recorded"):
        ask(opened)
    thread.join()
    assert may_end.is_set()


def test_ballots_need_no_check(small_path: Path) -> None:
    desk = open_and_check(small_path)
    bring_to(desk, Phase.SCORING)
    ballots.score(desk, ADA, J1, LANTERN, IMPACT, 7)

    assert ballots.ballot(desk, ADA, J1, LANTERN).scores == {IMPACT: 7}
    desk.close()


def test_a_check_is_of_the_file_as_it_was_opened(small_path: Path) -> None:
    desk = open_and_check(small_path)
    before = len(desk.entries())
    bring_to(desk, Phase.SCORING)
    assert desk.check is not None

    assert desk.check.run().entries == before < len(desk.entries())
    assert desk.check.run().findings == ()
    desk.close()
