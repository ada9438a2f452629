"""What can be typed after `judging-app`, and the help for it."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import methodcaller
from pathlib import Path
from typing import NoReturn, TypeAlias

from judging_app.cli.typed_values import (
    IMPORTANCES,
    TIE_BREAKS,
    TRAITS,
    alike,
    answer,
    day,
    folder,
    otherwise,
    places,
    tie_breaks,
)
from judging_app.domain.ballots import BallotState
from judging_app.domain.event import Audience, Method, Reader
from judging_app.domain.papers.certificates import CertificateKind, House
from judging_app.intake.importing.kinds import KINDS
from judging_app.planning.forming.division import LIMIT_S
from judging_app.present.open_data.kinds import DataKind
from judging_app.present.words.ballots import STATE_WORDS
from judging_app.version import own_version
from judging_app.words import capitalised

OPEN = "open"
"""No command at all: the window."""

ALL = "all"
"""Every kind of certificate."""

FORMATS = ("table", "csv", "json")
SHEETS_BY = ("judge", "team")

_METHODS = tuple(method.value for method in Method)
_METHODS_TOLD = ", ".join(_METHODS)

_CERTIFICATES_FOR = (*(kind.code for kind in CertificateKind), ALL)
_HOUSES = ", ".join(house.code for house in House)

_NO_PIN = """\
The command line acts as the organiser and asks for no PIN, only for the
passphrase, if the organiser has set one. The file is not encrypted: whoever
uses this account can read it with other programs. Keep it as safe as the
ballots."""

_DESCRIPTION = """\
Runs the judging of a pitch day from one laptop, with no network.

  judging-app             opens the window
  judging-app FILE        opens an event in the window
  judging-app COMMAND …   runs one command and exits
"""

_EPILOGUE = f"""\
{_NO_PIN}

Exit status: 0 done, 1 refused (the message says why), 2 wrong usage.
Help for one command: judging-app COMMAND --help"""


class Parser(argparse.ArgumentParser):
    """Says what is wrong in one sentence; `argparse` would print the usage above it.

    With `takes_names`, a word such as "-Minus" that is none of its flags is a name.
    """

    takes_names = False

    def parse_known_args(  # type: ignore[override] # only the first of its overloads is used here
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As `argparse`, which takes whatever begins with a blank for no flag."""
        words = list(args or ())
        if self.takes_names:
            end = words.index("--") if "--" in words else len(words)
            words[:end] = [f" {one}" if _is_name(one) else one for one in words[:end]]
        return super().parse_known_args(words, namespace)

    def error(self, message: str) -> NoReturn:
        """End with status 2."""
        said = message.replace("unrecognized", "unrecognised")
        self.exit(2, f"{self.prog}: {said}. See {self.prog} --help.\n")


def _is_name(word: str) -> bool:
    """Whether a word begins with one dash but is no flag: all but -h have two."""
    return word.startswith("-") and not word.startswith("--") and word not in ("-", "-h")


class _ShowVersion(argparse.Action):
    """Looks the version up only when it is asked for."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print(f"judging-app {own_version()}")
        parser.exit()


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """What was typed; `command` is one of `COMMANDS`, or `OPEN`.

    Raises:
        SystemExit: with 2 for wrong use, with 0 after help or the version.
    """
    words = list(argv)
    if not words or not (words[0].startswith("-") or words[0] in COMMANDS):
        return _window_parser().parse_args(words, argparse.Namespace(command=OPEN))
    parser = _parser()
    arguments = parser.parse_args(words)
    if arguments.command is None:
        parser.error("type a command")
    return arguments


def _window_parser() -> Parser:
    parser = Parser("judging-app", allow_abbrev=False)
    parser.add_argument("file", type=_event_file, metavar="FILE", nargs="?")
    return parser


def _event_file(text: str) -> Path:
    """A path; a single word that is no file was meant as a command."""
    path = Path(text)
    if not (path.suffix or len(path.parts) > 1 or path.exists()):
        raise argparse.ArgumentTypeError(
            f"“{text}” is neither a file nor a command. The commands are {', '.join(COMMANDS)}"
        )
    return path


def _parser() -> Parser:
    parser = Parser(
        "judging-app",
        usage="judging-app [FILE]\n       judging-app COMMAND …",
        description=_DESCRIPTION,
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument("--version", action=_ShowVersion, nargs=0, help="show the version and exit")
    commands = parser.add_subparsers(
        title="commands", dest="command", metavar="COMMAND FILE …", prog="judging-app"
    )
    for one in COMMANDS.values():
        command = commands.add_parser(
            one.name,
            help=one.does,
            description=f"{capitalised(one.does)}. {one.more}",
            epilog=_NO_PIN,
            allow_abbrev=False,
        )
        command.takes_names = one.takes_names
        for add in one.takes:
            add(command)
    return parser


Takes: TypeAlias = Callable[[Parser], object]


@dataclass(frozen=True, slots=True)
class Command:
    """One command: the module and the function that do it, what it does, and what it takes.

    `takes` are in order; `more` is what else to know.
    """

    name: str
    done_by: tuple[str, str]
    does: str
    more: str
    takes: tuple[Takes, ...]
    takes_names: bool = False


_takes = partial(methodcaller, "add_argument")
"""An argument, as `argparse` takes it."""
_several = partial(_takes, action="append", default=[])
"""The same, which may be typed again and again."""


def _command(
    name: str,
    done_by: tuple[str, str],
    does: str,
    more: str,
    *takes: Takes,
    takes_names: bool = False,
) -> Command:
    return Command(name, done_by, does, more, takes, takes_names)


def _flag(word: str, what: str) -> Takes:
    return _takes(word, action="store_true", help=what)


def _choice(word: str, choices: Sequence[str], what: str, dest: str | None = None) -> Takes:
    """One of `choices`, of which the first is taken where none is typed."""
    told = f"{what} (default: %(default)s)"
    return _takes(word, choices=choices, default=choices[0], help=told, dest=dest)


_ANY_CASE = "capital or small letters"
_FILE = _takes("file", type=Path, metavar="FILE", help="the event file; its name ends in .pitchday")
_METHOD = _takes(
    "--method",
    choices=_METHODS,
    metavar="METHOD",
    help=f"the method to use: {_METHODS_TOLD} (default: the event’s method)",
)
_FOLDER = _takes(
    "folder",
    type=folder,
    metavar="FOLDER",
    help="the folder to save in; it is created if it doesn’t exist",
)

_PASSPHRASE = _takes(
    "--passphrase-file",
    type=Path,
    metavar="FILE",
    help="a file whose first line is the organiser’s passphrase, if there is one (default: ask)",
)

_PAPERS = (
    *("report", "merge-list"),
    *("running-sheet", "judges-briefing", "teams-briefing", "name-proof", "signs", "winners"),
)
_NO_NAMES = _flag("--no-names", "call the judges “Judge 1”, “Judge 2” and so on")
_ONE_EACH = _flag("--one-each", "a file for each sheet")
_TEAM_FOLDERS = _takes(
    "--folder-a-team",
    dest="team_folders",
    action="store_true",
    help="a file for each, in a folder for each team; what is no team’s lies beside the folders",
)
_AS_PAGE = _flag("--as-page", "a page for a browser (HTML) with the same words instead of a PDF")

_TABLE = (
    _command(
        "demo",
        ("demo", "demo"),
        "create the sample event with its ballots, and open it",
        "Its PINs are printed; they are not secret. Without a screen, it prints the standings by "
        "both methods and saves certificates and score sheets next to the file.",
        _takes(
            "file",
            type=Path,
            nargs="?",
            metavar="FILE",
            help="where to save it; must not exist yet (default: in the application’s own folder; "
            "if the sample is already there, it is opened)",
        ),
        _flag("--no-window", "write the file without opening it"),
    ),
    _command(
        "new",
        ("new", "new"),
        "create an event, empty, from a folder of CSV files or from a bundle",
        "Without FOLDER the event has its title alone; import fills it. FOLDER contains "
        "participants.csv, judges.csv and rubric.csv and, if you have them, teams.csv, visits.csv, "
        "ballots.csv, not-scored.csv and points.csv. If anything in them is wrong, every problem "
        "is listed with its file, row and column, and nothing is written. Everyone gets a random "
        "PIN; the PINs are printed once and can’t be shown again.",
        _takes(
            "file",
            type=Path,
            metavar="FILE",
            help="the event file to create; must not exist yet, and its name should end in "
            ".pitchday",
        ),
        _takes("--title", required=True, metavar="TITLE", help="the title of the event"),
        _takes(
            "--from",
            dest="folder",
            type=Path,
            metavar="FOLDER",
            help="the folder with the CSV files, or a bundle for the panel or the organiser",
        ),
        _takes(
            "--rubric",
            metavar="NAME",
            help="a published rubric that comes with the application, instead of FOLDER’s "
            "rubric.csv; an unknown NAME lists them all",
        ),
        _takes("--date", type=day, metavar="YYYY-MM-DD", help="the date of the event"),
        _takes("--venue", default="", metavar="VENUE", help="the venue"),
        _takes(
            "--method",
            choices=_METHODS,
            default=Method.MEAN.value,
            metavar="METHOD",
            help=f"how the result is worked out from the ballots: {_METHODS_TOLD} (default: "
            "%(default)s)",
        ),
        _takes(
            "--tie-breaks",
            type=tie_breaks,
            default=(),
            metavar="LIST",
            help=f"how ties are settled, in this order, separated by commas: {TIE_BREAKS} "
            "(default: tied teams are joint)",
        ),
    ),
    _command(
        "import",
        ("importing", "take_lists_in"),
        "take lists of people, teams, judges or visits into an event",
        "A list may be a workbook (XLSX, ODS, XLS) or a text saved as CSV. Its titles may be "
        "anywhere and have other names; it is said how it was understood and what was left out. "
        "People, teams and judges that are there already are changed, nobody is added twice, and "
        "nobody is removed. What is doubtful is asked first, and nothing is changed until then. "
        "New judges get a PIN, which is printed once. Once scoring has opened, it takes a reason.",
        _FILE,
        _takes(
            "sources",
            type=Path,
            nargs="+",
            metavar="SOURCE",
            help="a list, a folder of lists, or - for standard input",
        ),
        _takes(
            "--as",
            dest="kind",
            choices=KINDS,
            help="what the lists are of (default: what each seems to be)",
        ),
        _takes(
            "--match",
            type=Path,
            metavar="MATCH",
            help="a file that says which column is which and what was answered; it is used if it "
            "is there, and saved with what was found",
        ),
        _several(
            "--answer",
            dest="answers",
            type=answer,
            metavar="ID=CODE",
            help="the answer to a question, or to all of its kind",
        ),
        _takes("--yes", dest="is_yes", action="store_true", help="take everything as proposed"),
        _takes("--reason", default="", help="why, once scoring has opened"),
        _takes(
            "--dry-run",
            dest="is_dry_run",
            action="store_true",
            help="show every row and what would become of it, and change nothing",
        ),
    ),
    _command(
        "form-teams",
        ("forming", "form_teams"),
        "divide people among teams that are as alike as they can be",
        "Everybody of the event is divided among its teams, and new ones if there are fewer. An "
        "exact solver finds the division that costs least and says whether a better one is "
        "possible. The same seed gives the same teams. Nothing is changed without --use.",
        _FILE,
        _takes("--teams", type=int, metavar="N", help="how many teams (default: those there are)"),
        _takes("--seed", default="", help="any words or number for the draw"),
        _several(
            "--alike",
            type=alike,
            metavar="WHAT=HOW",
            help=f"what matters: {', '.join(TRAITS)}, each with = and {', '.join(IMPORTANCES)}",
        ),
        *(
            _several(f"--{wish}", nargs="+", metavar="PERSON", help=told)
            for wish, told in (("together", "who stay together"), ("apart", "who stay apart"))
        ),
        _several(
            "--fixed",
            nargs=2,
            metavar=("PERSON", "TEAM"),
            help="who is to be in which team",
        ),
        _takes(
            "--seconds", type=float, default=LIMIT_S, help="how long to look (default: %(default)s)"
        ),
        _takes("--use", dest="is_used", action="store_true", help="put everybody into these teams"),
    ),
    _command(
        "standings",
        ("standings", "standings"),
        "print the standings",
        "The file is verified first. Scores are exact; only what is shown is rounded.",
        _FILE,
        _METHOD,
        _takes(
            "--audience",
            choices=tuple(audience.value for audience in Audience),
            default=Audience.PANEL.value,
            help="who it is for: public leaves out what hasn’t been announced yet (default: "
            "%(default)s)",
        ),
        _flag(
            "--as-given",
            "for the panel: use the scores as the judges gave them, without the scores agreed "
            "later",
        ),
        _choice("--format", FORMATS, "for people, for a spreadsheet or for a program"),
        _PASSPHRASE,
    ),
    _command(
        "explain",
        ("explain", "explain"),
        "explain why one team is above another",
        "The file is verified first. It explains the gap judge by judge and criterion by "
        "criterion, then each tie-break that was used. Before a name that begins with two dashes, "
        "write -- by itself.",
        _FILE,
        _takes("one", metavar="TEAM", help=f"a team’s name or code, such as T1; {_ANY_CASE}"),
        _takes("other", metavar="TEAM", help=f"another team’s; {_ANY_CASE}"),
        _METHOD,
        _PASSPHRASE,
        takes_names=True,
    ),
    _command(
        "check",
        ("checks", "check"),
        "say what is or looks wrong before the doors open",
        "The file is verified first. Everything that was looked at is listed, the worst first: "
        "the settings, and before scoring opens also conflicts of interest, PINs, people, teams, "
        "the run order, letters that no font has, disk and power. "
        "The exit status is 1 if something is wrong.",
        _FILE,
        _PASSPHRASE,
    ),
    _command(
        "checks",
        ("checks", "checks"),
        "show whether the winner stays the same if one thing is changed",
        "The file is verified first. The result is worked out again without each judge, without "
        "each criterion, with each weight raised and lowered, by every other method, and with "
        "one sector’s judges only.",
        _FILE,
        _takes(
            "--first",
            type=places,
            default=1,
            metavar="N",
            help="check the first N places (default: %(default)s, the winner)",
        ),
        _PASSPHRASE,
    ),
    _command(
        "agreement",
        ("agreement", "agreement"),
        "print how closely the judges agree",
        "The file is verified first. The numbers use the scores as the judges gave them. If a "
        "number can’t be worked out, the reason is given.",
        _FILE,
        _choice("--format", ("table", "json"), "for people or for a program"),
        _PASSPHRASE,
    ),
    _command(
        "ballots",
        ("ballots", "ballots"),
        "print the submitted ballots as CSV",
        "The file is verified first. The columns are the same as in the ballots.csv that new "
        "reads. Scores are as the judges gave them.",
        _FILE,
        _flag("--agreed", "use the scores that the panel agreed in moderation"),
        _PASSPHRASE,
    ),
    _command(
        "certificates",
        ("papers", "certificates"),
        "write certificates as PDF",
        "The file is verified first. Files of the same name are replaced.",
        _FILE,
        _FOLDER,
        _choice(
            "--for",
            (*(kind.code for kind in CertificateKind), ALL),
            "who they are for",
            dest="kind",
        ),
        _takes(
            "--design",
            default="",
            metavar="DESIGN",
            help=f"one of {_HOUSES}, or a template that was saved in the window (default: the "
            "event’s own)",
        ),
        _several(
            "--only",
            metavar="NAME",
            help="a person or a team with its members, and nobody else; may be repeated",
        ),
        _several(
            "--leave-out",
            metavar="NAME",
            help="a person or a team with its members to leave out; may be repeated",
        ),
        _flag("--not-done", "leave out those whose certificates were made in the window before"),
        _flag("--single-file", "all in one file instead of one file each"),
        _TEAM_FOLDERS,
        _flag("--as-pictures", "a picture (PNG) of each instead of a PDF"),
        _flag(
            "--accept-missing",
            "write them even if a name has letters that can’t be printed; without it, the names "
            "and letters are listed, nothing is written, and the exit status is 1",
        ),
        _PASSPHRASE,
    ),
    _command(
        "score-sheets",
        ("papers", "score_sheets"),
        "write score sheets as PDF",
        "The file is verified first. A file of the same name is replaced.",
        _FILE,
        _FOLDER,
        _choice("--by", SHEETS_BY, "a sheet for each judge or for each team"),
        _flag(
            "--blank",
            "blank sheets to fill in by hand, one for each ballot still to come; if there are "
            "none, one for each ballot that isn’t "
            f"{STATE_WORDS[BallotState.RECUSED]} or {STATE_WORDS[BallotState.ABSENT]}",
        ),
        _takes(
            "--spare",
            type=int,
            choices=range(1000),
            default=0,
            metavar="N",
            help="with --blank: so many sheets more that are nobody’s",
        ),
        _NO_NAMES,
        _ONE_EACH,
        _TEAM_FOLDERS,
        _AS_PAGE,
        _PASSPHRASE,
    ),
    _command(
        "paper",
        ("papers", "paper"),
        "write the result report or one of the small papers of the day as PDF",
        "The file is verified first. merge-list is the list for a mail program, as CSV and as a "
        "spreadsheet: e-mail, team, what was won, and the names of the certificates’ files. Places "
        "are the panel’s result, published or not. A file of the same name is replaced.",
        _FILE,
        _FOLDER,
        _takes("--which", choices=_PAPERS, required=True, help="which paper"),
        _flag("--exact", "with the report: every score as a fraction too"),
        _ONE_EACH,
        _TEAM_FOLDERS,
        _AS_PAGE,
        _PASSPHRASE,
    ),
    _command(
        "comments",
        ("comments", "comments"),
        "list the comments for teams, and say which go out on the feedback sheets",
        "The file is verified first. Each comment is listed with its ballot’s code. What is "
        "released, held back or reworded is recorded; what the judge wrote stays on the record. "
        "The feedback sheets have only what was released.",
        _FILE,
        _several("--release", metavar="CODE", help="release the comment of this ballot"),
        _several("--hold-back", dest="held_back", metavar="CODE", help="leave it out"),
        _several(
            "--instead",
            type=otherwise,
            metavar="CODE=TEXT",
            help="the team reads this instead of the comment",
        ),
        _flag("--release-left", "release every comment that isn’t reviewed"),
        _flag("--left", "list only those that aren’t reviewed"),
        _PASSPHRASE,
    ),
    _command(
        "feedback",
        ("papers", "feedback"),
        "write a feedback sheet for every team as PDF",
        "The file is verified first. The comments that were released to a team, its scores, and "
        "what would have moved them. It shows the panel’s result, published or not. A file of the "
        "same name is replaced. To review comments, use judging-app comments.",
        _FILE,
        _FOLDER,
        _flag("--with-names", "say which judge wrote a comment"),
        _ONE_EACH,
        _TEAM_FOLDERS,
        _AS_PAGE,
        _PASSPHRASE,
    ),
    _command(
        "record",
        ("papers", "record"),
        "write the record at closing as PDF",
        "The file is verified first. One page with the code that the record had when scoring was "
        "closed, and the key that signed it, to prove later that nothing was changed. It shows no "
        "score. A file of the same name is replaced.",
        _FILE,
        _FOLDER,
        _PASSPHRASE,
    ),
    _command(
        "copy",
        ("copies", "copy"),
        "make a safety copy of an event file",
        "The copy is complete and checked, or not made at all. The last 12 copies of an event "
        "are kept, then one an hour, then one a day; none is deleted in which something else was "
        "recorded. To continue from a copy, use judging-app restore.",
        _FILE,
        _takes(
            "--to",
            dest="folder",
            type=folder,
            metavar="FOLDER",
            help="the folder for the copy, such as on a USB stick; must exist (default: a folder "
            "next to the event)",
        ),
    ),
    _command(
        "restore",
        ("restore", "restore"),
        "continue an event from a good copy of it",
        "Lists the good copies next to the event and in the second place, and what the newest "
        "lacks. The copy that you choose becomes the event under its own name; what can be read "
        "of the file that was there is added, and that file is kept. The record says so. "
        "With --look, the exit status is 1 if the event isn’t as it was recorded.",
        _FILE,
        _takes(
            "--from",
            dest="copy",
            metavar="COPY",
            help="the number, name or path of the copy to continue from (default: you are asked)",
        ),
        _flag("--look", "only list the copies; change nothing"),
        _PASSPHRASE,
    ),
    _command(
        "verify",
        ("verify", "verify"),
        "check that nothing in an event file or a bundle was changed afterwards",
        "Every entry of the journal is checked against its digests, all stored data against the "
        "journal, and every signature. If something was changed, its entry is named and the exit "
        "status is 1. If nothing was, it says who could have changed what. In a bundle, a .zip, "
        "every byte is checked, and the line that was changed is named.",
        _takes("file", type=Path, metavar="FILE", help="the event file, or a bundle"),
        _takes(
            "--code",
            metavar="CODE",
            help="a code printed on a paper: show which entry or which result it belongs to",
        ),
    ),
    _command(
        "pins",
        ("pins", "pins"),
        "show who has a PIN and who must wait; with --new, give new ones",
        "Nothing is changed without --new. New PINs are random, and printed once: they can’t be "
        "shown again. The old ones stop working. An organiser who has forgotten their PIN can "
        "get back in this way.",
        _FILE,
        _takes(
            "who",
            nargs="?",
            metavar="WHO",
            help="organiser, host, scorer or a judge’s code such as J3 (default: everyone)",
        ),
        _flag("--new", "give new PINs, after asking once more"),
        _flag("--yes", "with --new: don’t ask"),
        _flag("--handed-out", "record that they have their PINs; no PIN changes"),
        _PASSPHRASE,
    ),
    _command(
        "export",
        ("bundles", "export"),
        "save the event as data: a spreadsheet, open data, a bundle, a page for a website, badges",
        "The bundle recomputes the result on any computer; docs/bundle.md says what is in it. "
        "Everybody gets only what was announced.",
        _FILE,
        _FOLDER,
        _several(
            "--kind",
            choices=[kind.value for kind in DataKind],
            dest="kinds",
            help="what to save; may be repeated (default: all but badges)",
        ),
        _choice("--audience", [reader.value for reader in Reader], "who may see it"),
        _flag("--without-names", "people have numbers in the place of names"),
        _flag(
            "--with-ballots",
            "for the public: ballots too, without whose they are, so that anyone can recompute "
            "the result",
        ),
        _PASSPHRASE,
    ),
    _command(
        "recompute",
        ("bundles", "recompute"),
        "work the result of a bundle out again, from the ballots in it",
        "Every byte of the bundle is checked first. If a place, score, award or code comes out "
        "that isn’t the bundle’s, the teams are named and the exit status is 1.",
        _takes("file", type=Path, metavar="BUNDLE", help="the bundle; its name ends in .zip"),
    ),
    _command(
        "passphrase",
        ("passphrase", "passphrase"),
        "set, change or remove the organiser’s passphrase",
        "With a passphrase, the command line asks for it before it shows a score, a result or "
        "who has a PIN, and before it changes one. In the window, the organiser can sign in with "
        "it after too many wrong PINs. The passphrase can’t be shown, and it doesn’t encrypt the "
        "file.",
        _FILE,
        _flag("--remove", "remove the passphrase"),
        _takes(
            "--new-file",
            type=Path,
            metavar="FILE",
            help="a file whose first line is the new passphrase (default: ask)",
        ),
        _PASSPHRASE,
    ),
    _command(
        "compare",
        ("afterwards.compare", "compare"),
        "compare events by their bundles",
        "Give 2 to 1,000 bundles, or folders of them. It says which panel was harsher, which "
        "result is firmer, and what can’t be compared, and why. Criteria that are called alike are "
        "the same; MATCH says which others are. Nobody is named. What was worked out of a bundle "
        "is kept on this computer, so that the next time is quick.",
        _takes(
            "bundles",
            type=Path,
            nargs="+",
            metavar="BUNDLE",
            help="a bundle that export made, or a folder of them",
        ),
        _takes(
            "--criteria",
            type=Path,
            metavar="MATCH",
            help="a file that says which criteria are the same; it is written if it isn’t there, "
            "for you to change",
        ),
        _flag(
            "--quick", "don’t work out which result is firmer, which takes nearly all of the time"
        ),
        _choice("--format", ("table", "csv"), "for people or for a spreadsheet"),
        _takes(
            "--pdf",
            dest="folder",
            type=folder,
            metavar="FOLDER",
            help="write the comparison with its plots as PDF into this folder",
        ),
    ),
    _command(
        "archive",
        ("afterwards.keeping", "archive"),
        "put an event and its papers into one file to keep",
        "The file is verified first. The archive is a ZIP with the event file as it is, its "
        "papers, its data as a bundle, and the digest of each. It has names in it, unless people "
        "were forgotten first.",
        _FILE,
        _takes("archive", type=Path, metavar="ARCHIVE", help="the ZIP file to write"),
        _PASSPHRASE,
    ),
    _command(
        "forget",
        ("afterwards.keeping", "forget"),
        "put codes in the place of everybody in an event, for good",
        "Names, e-mail addresses, job titles and all PINs but the organiser’s go; scores, places, "
        "teams and organisations stay, and the record still verifies. Remarks that seem to name "
        "somebody are listed, and nothing is done until each is decided. Then the copies of the "
        "event are deleted, and a new one is made.",
        _FILE,
        _several(
            "--answer",
            dest="answers",
            type=answer,
            metavar="ID=CODE",
            help="what becomes of a remark: keep, codes (in the place of names) or delete",
        ),
        _flag("--as-proposed", "do with every remark that isn’t decided what is proposed"),
        _flag("--all", "list every remark, not only those that seem to name somebody"),
        _flag("--dry-run", "list the remarks and the files that would be deleted; change nothing"),
        _PASSPHRASE,
    ),
    _command(
        "held",
        ("afterwards.keeping", "held_on"),
        "write what an event has on one person as PDF",
        "The file is verified first. The paper is for that person: it leaves out other people’s "
        "names, and says where the event is and until when. A file of the same name is replaced.",
        _FILE,
        _takes("who", metavar="WHO", help="a name, or a code such as P7 or J2"),
        _FOLDER,
        _PASSPHRASE,
        takes_names=True,
    ),
    _command(
        "delete-on",
        ("afterwards.keeping", "delete_on"),
        "show or choose the day on which an event is to be deleted",
        "From that day on, the first screen says so. Nothing is deleted by itself.",
        _FILE,
        _takes("day", type=day, nargs="?", metavar="YYYY-MM-DD", help="the day"),
        _flag("--none", "choose no day any more"),
        _PASSPHRASE,
    ),
)

COMMANDS: Mapping[str, Command] = {one.name: one for one in _TABLE}
