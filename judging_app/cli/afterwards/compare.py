"""`judging-app compare`: events side by side, by their bundles."""

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

from judging_app.bundle.archive import SUFFIX
from judging_app.cli.door import DONE
from judging_app.cli.output import progress_bar, say, table, terminal_width, warn, write_exactly
from judging_app.cli.papers import make_paper
from judging_app.desk.open_data import comparing
from judging_app.export.papers import check_target
from judging_app.present.compare.figures import comparison_csv
from judging_app.present.compare.view import TITLE, ComparisonView, comparison_view
from judging_app.present.organiser.papers import PaperJob


def compare(arguments: Namespace) -> int:
    """Compare bundles; in words and a table, or as CSV."""
    if arguments.folder is not None:
        check_target(arguments.folder)
    paths = [*_bundles(arguments.bundles)]
    with progress_bar("Bundles") as progress:
        found = comparing.summaries(paths, progress, asks_firmness=not arguments.quick)
    compared = comparing.comparison(found, arguments.criteria)
    view = comparison_view(compared)
    if arguments.format == "csv":
        write_exactly(comparison_csv(compared))
    else:
        _print(view)
    if arguments.folder is not None:
        make_paper(PaperJob(view, TITLE), arguments.folder)
    return DONE


def _print(view: ComparisonView) -> None:
    for one in view.findings:
        say(one)
    say()
    for of in view.tables:
        if len(of.heads) <= of.beside + 1:
            say(f"{of.title}:")
            right = frozenset(range(1, len(of.heads)))
            for line in table(of.heads, of.rows, right=right, wraps=0, room=terminal_width()):
                print(line)
            if of.about:
                say(of.about)
            say()
    for one in view.gaps:
        warn(one)


def _bundles(words: Iterable[Path]) -> Iterator[Path]:
    for path in words:
        if path.is_dir():
            yield from sorted(one for one in path.iterdir() if one.suffix == SUFFIX)
        else:
            yield path
