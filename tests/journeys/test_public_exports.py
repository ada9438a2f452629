"""What leaves the computer before the result is told: no paper, file or command tells of it."""

import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from pypdf import PdfReader

from judging_app import export
from judging_app.cli.arguments import COMMANDS, OPEN
from judging_app.cli.main import main
from judging_app.desk import events, projector, reveal, scoring
from judging_app.desk.desk import Desk
from judging_app.desk.papers import report_job, script_job, take_away_job
from judging_app.domain.event import Board, Phase
from judging_app.domain.reveal import RevealKind
from judging_app.domain.roles import HOST, ORGANISER
from judging_app.export import papers
from judging_app.export.papers import write_paper
from judging_app.export.pdf import Paper
from judging_app.present.organiser.papers import PaperJob
from tests.journeys.secret_day import (
    ANN,
    BEST_FIRST,
    JUDGES,
    PINS,
    TEAM_NAMES,
    TEAMS,
    bring_to,
    everybody_but,
    found_in,
    judges_secrets,
    make_day,
    mean_texts,
    results_secrets,
    scores,
)

BALLOTS = judges_secrets(*JUDGES)
RESULT = results_secrets()
NAMES = dict(zip(TEAMS, TEAM_NAMES, strict=True))
TOLD = 2
"""Steps of the reveal that are told where some are: the two last places."""


def _set_up(desk: Desk) -> frozenset[str]:
    bring_to(desk, Phase.SETTING_UP)
    return BALLOTS | RESULT


def _scoring(board: Board) -> Callable[[Desk], frozenset[str]]:
    def brought(desk: Desk) -> frozenset[str]:
        scoring.open_scoring(desk, HOST)
        projector.show_board(desk, HOST, board)
        bring_to(desk, Phase.SCORING)
        return BALLOTS if board is Board.LIVE else BALLOTS | RESULT

    return brought


def _closed(board: Board) -> Callable[[Desk], frozenset[str]]:
    def brought(desk: Desk) -> frozenset[str]:
        _scoring(board)(desk)
        scoring.close_scoring(desk, HOST)
        reveal.plan_reveal(desk, HOST, RevealKind.LAST_TO_FIRST)
        return BALLOTS | RESULT

    return brought


def _half_told(desk: Desk) -> frozenset[str]:
    _closed(Board.HIDDEN)(desk)
    reveal.confirm_reveal(desk, HOST, ORGANISER, PINS[ORGANISER])
    reveal.reveal_to(desk, HOST, TOLD)
    untold = BEST_FIRST[: len(TEAMS) - TOLD]
    return BALLOTS | {text for team in untold for text in mean_texts(team)}


def _published(desk: Desk) -> frozenset[str]:
    bring_to(desk, Phase.PUBLISHED)
    return BALLOTS


STANDS: dict[str, Callable[[Desk], frozenset[str]]] = {
    "set up": _set_up,
    **{f"scored, {board.value}": _scoring(board) for board in Board},
    **{f"closed, {board.value}": _closed(board) for board in Board},
    "half told": _half_told,
    "published": _published,
}
"""How the day stands; each brings it there, and says what is secret then."""

PUBLIC: dict[str, tuple[str, ...]] = {
    **{
        f"standings as {form}": ("standings", "{file}", "--audience", "public", "--format", form)
        for form in ("table", "csv", "json")
    },
    **{
        f"certificates for {whom}": ("certificates", "{file}", "{folder}", "--for", whom)
        for whom in ("participants", "teams", "judges")
    },
    "certificates in one file": (
        *("certificates", "{file}", "{folder}", "--for", "teams", "--single-file"),
    ),
    "blank sheets by judge": ("score-sheets", "{file}", "{folder}", "--blank"),
    "blank sheets by team": ("score-sheets", "{file}", "{folder}", "--blank", "--by", "team"),
    "a copy": ("copy", "{file}", "--to", "{folder}"),
    "the check": ("verify", "{file}"),
}
"""Commands whose answers and files anybody may get into their hands."""

PANELS = {"explain", "check", "checks", "agreement", "ballots", "pins", "passphrase"} | {
    *("archive", "forget", "held", "delete-on", "compare", "comments", "feedback", "paper"),
}
"""Commands that answer the organiser alone; they say so in their help."""

MAKERS = {"demo", "new", "import", "form-teams", "restore", OPEN}
"""Commands that make an event, put it back, or open the window."""

ONCE_CLOSED = {"record"}
"""Commands that anybody may have the answer of, as soon as there is one."""

ONCE_PUBLISHED = {"export"}
"""Commands that give everybody nothing before the result is published."""

OF_BUNDLES = {"recompute"}
"""Commands that open no event: they tell only what whoever typed them was given."""

TELLS_ORDER = {name for name in PUBLIC if name.startswith(("standings", "certificates in"))}
"""Those that name every team, whose order would tell the places."""


@pytest.fixture(scope="module", params=STANDS)
def stand(request: pytest.FixtureRequest) -> str:
    """One way in which the day stands."""
    return str(request.param)


@pytest.fixture(scope="module")
def day(stand: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, frozenset[str]]:
    """The event file as the day stands, closed, and what is secret then."""
    folder = tmp_path_factory.mktemp("day")
    make_day(folder / "day.pitchday")
    desk = events.open_event(folder / "day.pitchday")
    secrets = STANDS[stand](desk)
    desk.close()
    return folder / "day.pitchday", secrets


@pytest.mark.row(60)
@pytest.mark.parametrize("command", PUBLIC)
def test_nothing_secret_is_in_what_the_public_may_get(
    day: tuple[Path, frozenset[str]],
    command: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, secrets = day
    folder = tmp_path / "out"
    folder.mkdir()
    status = main([one.format(file=path, folder=folder) for one in PUBLIC[command]])
    said = [*capsys.readouterr(), *_everything_in(folder)]

    assert status == 0, said
    assert any(said)
    assert [found_in(text, secrets) for text in said] == [frozenset()] * len(said)
    if command in TELLS_ORDER and secrets >= RESULT:
        assert _teams_in(said) == list(TEAM_NAMES)


@pytest.mark.row(60)
def test_the_record_at_closing_tells_nothing_of_the_result(
    day: tuple[Path, frozenset[str]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, secrets = day
    status = main(["record", str(path), str(tmp_path / "out")])
    said = [*capsys.readouterr(), *_everything_in(tmp_path / "out")]

    assert (status == 0) is (tmp_path / "out").is_dir()
    assert [found_in(text, secrets) for text in said] == [frozenset()] * len(said)


@pytest.mark.row(60)
def test_the_data_for_everybody_has_nothing_before_it_is_published_and_no_ballot_then(
    day: tuple[Path, frozenset[str]],
    stand: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path, secrets = day
    folder = tmp_path / "out"
    folder.mkdir()
    status = main(["export", str(path), str(folder)])
    said = [*capsys.readouterr(), *_data_in(folder)]

    assert (status == 0) is (stand == "published")
    assert any(folder.iterdir()) is (stand == "published")
    assert [found_in(text, secrets) for text in said] == [frozenset()] * len(said)


@pytest.mark.parametrize("how", ["scored, live", "published"])
def test_what_is_told_is_there_so_that_the_search_can_find_it(
    how: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "day.pitchday"
    make_day(file)
    desk = events.open_event(file)
    STANDS[how](desk)
    desk.close()
    for form in ("table", "csv", "json"):
        main(["standings", str(file), "--audience", "public", "--format", form])
        said = capsys.readouterr().out

        assert found_in(said, RESULT)
        assert _teams_in([said]) == [NAMES[team] for team in BEST_FIRST]


def test_a_paper_that_told_would_be_found_out(tmp_path: Path) -> None:
    desk = _open_published(tmp_path)
    write_paper(report_job(desk, ORGANISER), tmp_path / "out")
    desk.close()
    main(["score-sheets", str(tmp_path / "day.pitchday"), str(tmp_path / "sheets")])
    given = {
        str(steps) for judge in JUDGES for team in TEAMS for steps in scores(judge, team).values()
    }

    assert _found_in_all(_everything_in(tmp_path / "out")) & RESULT
    assert _found_in_all(_everything_in(tmp_path / "sheets")) >= given


def test_the_name_and_the_description_of_no_paper_tell_a_score(tmp_path: Path) -> None:
    desk = _open_published(tmp_path)
    write_paper(report_job(desk, ORGANISER), tmp_path / "out")
    made = {
        "script.pdf": drawn(script_job(desk, HOST)),
        "take-away.pdf": drawn(take_away_job(desk, ANN)),
    }
    for name, paper in made.items():
        (tmp_path / "out" / name).write_bytes(paper.content)
    desk.close()
    file = str(tmp_path / "day.pitchday")
    for words in (["certificates", file, "out", "--for", "winners"], ["score-sheets", file, "out"]):
        main([str(tmp_path / "out") if one == "out" else one for one in words])
    papers = [*(tmp_path / "out").glob("*.pdf")]
    about = [text for path in papers for text in (path.name, *_about(PdfReader(path)))]

    assert len(papers) >= 4 + len(made)
    assert _found_in_all(about) & (BALLOTS | RESULT) == frozenset()


@pytest.mark.row(59)
def test_a_judges_take_away_has_nothing_of_another_judge(tmp_path: Path) -> None:
    desk = _open_published(tmp_path)
    paper = drawn(take_away_job(desk, ANN))
    desk.close()
    texts = [*_texts(paper.content)]

    assert _found_in_all(texts) & judges_secrets(*everybody_but(JUDGES[0])) == frozenset()
    assert _found_in_all(texts) & judges_secrets(JUDGES[0])


def test_every_command_is_known_to_be_the_publics_or_the_panels() -> None:
    asked = {words[0] for words in PUBLIC.values()}

    others = PANELS | MAKERS | ONCE_CLOSED | ONCE_PUBLISHED | OF_BUNDLES
    assert asked | others == set(COMMANDS) | {OPEN}


def test_every_kind_of_paper_is_known_to_be_the_publics_or_somebodys_own() -> None:
    public = {
        *("batch.certificates", "batch.certificates_each"),
    }
    both = {"drawing.leaves", "drawing.each_leaf"}
    own = {"papers.drawn", "comparison.comparison", "merge_list.merge_files"}
    for_the_others = {"sheet.printed"}

    assert set(_papers()) == public | both | own | for_the_others


def drawn(job: PaperJob) -> Paper:
    (named,) = papers.drawn(job)
    return named.paper


def _open_published(folder: Path) -> Desk:
    make_day(folder / "day.pitchday")
    desk = events.open_event(folder / "day.pitchday")
    bring_to(desk, Phase.CLOSED)
    reveal.plan_reveal(desk, HOST, RevealKind.LAST_TO_FIRST)
    scoring.publish(desk, ORGANISER)
    return desk


def _papers() -> Iterator[str]:
    """Every function of an export that makes a paper."""
    for found in pkgutil.walk_packages(export.__path__, f"{export.__name__}."):
        module = import_module(found.name)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if function.__module__ == module.__name__ and not name.startswith("_"):
                answer = inspect.signature(function, eval_str=True).return_annotation
                if answer is Paper or "Paper" in str(answer):
                    yield f"{found.name.rpartition('.')[2]}.{name}"


def _everything_in(folder: Path) -> Iterator[str]:
    """The names of all files, and what is in them; a copy of the event is told by its name only."""
    for path in sorted(folder.rglob("*")):
        yield path.name
        if path.suffix == ".pdf":
            yield from _texts(path.read_bytes())


def _data_in(folder: Path) -> Iterator[str]:
    """Every text in the files that an export made, what is in archives too."""
    for path in sorted(folder.rglob("*")):
        yield path.name
        if path.suffix in (".xlsx", ".zip"):
            with ZipFile(path) as archive:
                for name in archive.namelist():
                    yield archive.read(name).decode("utf-8", "replace")
        elif path.is_file():
            yield path.read_text("utf-8")


def _texts(content: bytes) -> Iterator[str]:
    """A PDF's words, page by page, and what it says about itself."""
    reader = PdfReader(BytesIO(content))
    for page in reader.pages:
        yield page.extract_text()
    yield from _about(reader)


def _about(reader: PdfReader) -> Iterator[str]:
    for key, value in (reader.metadata or {}).items():
        yield f"{key} {value}"
    if reader.xmp_metadata is not None:
        yield reader.xmp_metadata.stream.get_data().decode()
    for entry in reader.outline:
        yield str(entry)


def _found_in_all(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(one for text in texts for one in found_in(text, BALLOTS | RESULT))


def _teams_in(texts: list[str]) -> list[str]:
    """The teams in the order in which they are first named."""
    whole = "\n".join(texts)
    return sorted(TEAM_NAMES, key=whole.index)
