"""Commands that make an event and set it up."""

from pathlib import Path

from judging_app.cli.commands.command import (
    FILE,
    METHODS,
    METHODS_TOLD,
    PASSPHRASE,
    command,
    flag,
    several,
    takes,
)
from judging_app.cli.typed_values import (
    IMPORTANCES,
    TIE_BREAKS,
    TRAITS,
    alike,
    answer,
    day,
    tie_breaks,
)
from judging_app.domain.event import Method
from judging_app.intake.importing.kinds import KINDS
from judging_app.planning.forming.division import LIMIT_S

SETTING_UP = (
    command(
        "demo",
        ("demo", "demo"),
        "create the sample event with its ballots, and open it",
        "Its PINs are printed; they are not secret. Without a screen, it prints the standings by "
        "both methods and saves certificates and score sheets next to the file.",
        takes(
            "file",
            type=Path,
            nargs="?",
            metavar="FILE",
            help="where to save it; must not exist yet (default: in the application’s own folder; "
            "if the sample is already there, it is opened)",
        ),
        flag("--no-window", "write the file without opening it"),
    ),
    command(
        "new",
        ("new", "new"),
        "create an event, empty, from a folder of CSV files or from a bundle",
        "Without FOLDER the event has its title alone; import fills it. FOLDER contains "
        "participants.csv, judges.csv and rubric.csv and, if you have them, teams.csv, visits.csv, "
        "ballots.csv, not-scored.csv and points.csv. If anything in them is wrong, every problem "
        "is listed with its file, row and column, and nothing is written. Everyone gets a random "
        "PIN; the PINs are printed once and can’t be shown again.",
        takes(
            "file",
            type=Path,
            metavar="FILE",
            help="the event file to create; must not exist yet, and its name should end in "
            ".pitchday",
        ),
        takes("--title", required=True, metavar="TITLE", help="the title of the event"),
        takes(
            "--from",
            dest="folder",
            type=Path,
            metavar="FOLDER",
            help="the folder with the CSV files, or a bundle for the panel or the organiser",
        ),
        takes(
            "--rubric",
            metavar="NAME",
            help="a published rubric that comes with the application, instead of FOLDER’s "
            "rubric.csv; an unknown NAME lists them all",
        ),
        takes("--date", type=day, metavar="YYYY-MM-DD", help="the date of the event"),
        takes("--venue", default="", metavar="VENUE", help="the venue"),
        takes(
            "--method",
            choices=METHODS,
            default=Method.MEAN.value,
            metavar="METHOD",
            help=f"how the result is worked out from the ballots: {METHODS_TOLD} (default: "
            "%(default)s)",
        ),
        takes(
            "--tie-breaks",
            type=tie_breaks,
            default=(),
            metavar="LIST",
            help=f"how ties are settled, in this order, separated by commas: {TIE_BREAKS} "
            "(default: tied teams are joint)",
        ),
    ),
    command(
        "import",
        ("importing", "take_lists_in"),
        "take lists of people, teams, judges or visits into an event",
        "A list may be a workbook (XLSX, ODS, XLS) or a text saved as CSV. Its titles may be "
        "anywhere and have other names; it is said how it was understood and what was left out. "
        "People, teams and judges that are there already are changed, nobody is added twice, and "
        "nobody is removed. What is doubtful is asked first, and nothing is changed until then. "
        "New judges get a PIN, which is printed once. Once scoring has opened, it takes a reason.",
        FILE,
        takes(
            "sources",
            type=Path,
            nargs="+",
            metavar="SOURCE",
            help="a list, a folder of lists, or - for standard input",
        ),
        takes(
            "--as",
            dest="kind",
            choices=KINDS,
            help="what the lists are of (default: what each seems to be)",
        ),
        takes(
            "--match",
            type=Path,
            metavar="MATCH",
            help="a file that says which column is which and what was answered; it is used if it "
            "is there, and saved with what was found",
        ),
        several(
            "--answer",
            dest="answers",
            type=answer,
            metavar="ID=CODE",
            help="the answer to a question, or to all of its kind",
        ),
        takes("--yes", dest="is_yes", action="store_true", help="take everything as proposed"),
        takes("--reason", default="", help="why, once scoring has opened"),
        takes(
            "--dry-run",
            dest="is_dry_run",
            action="store_true",
            help="show every row and what would become of it, and change nothing",
        ),
    ),
    command(
        "form-teams",
        ("forming", "form_teams"),
        "divide people among teams that are as alike as they can be",
        "Everybody of the event is divided among its teams, and new ones if there are fewer. An "
        "exact solver finds the division that costs least and says whether a better one is "
        "possible. The same seed gives the same teams. Nothing is changed without --use.",
        FILE,
        takes("--teams", type=int, metavar="N", help="how many teams (default: those there are)"),
        takes("--seed", default="", help="any words or number for the draw"),
        several(
            "--alike",
            type=alike,
            metavar="WHAT=HOW",
            help=f"what matters: {', '.join(TRAITS)}, each with = and {', '.join(IMPORTANCES)}",
        ),
        *(
            several(f"--{wish}", nargs="+", metavar="PERSON", help=told)
            for wish, told in (("together", "who stay together"), ("apart", "who stay apart"))
        ),
        several(
            "--fixed",
            nargs=2,
            metavar=("PERSON", "TEAM"),
            help="who is to be in which team",
        ),
        takes(
            "--seconds", type=float, default=LIMIT_S, help="how long to look (default: %(default)s)"
        ),
        takes("--use", dest="is_used", action="store_true", help="put everybody into these teams"),
    ),
    command(
        "check",
        ("checks", "check"),
        "say what is or looks wrong before the doors open",
        "The file is verified first. Everything that was looked at is listed, the worst first: "
        "the settings, and before scoring opens also conflicts of interest, PINs, people, teams, "
        "the run order, letters that no font has, disk and power. "
        "The exit status is 1 if something is wrong.",
        FILE,
        PASSPHRASE,
    ),
    command(
        "pins",
        ("pins", "pins"),
        "show who has a PIN and who must wait; with --new, give new ones",
        "Nothing is changed without --new. New PINs are random, and printed once: they can’t be "
        "shown again. The old ones stop working. An organiser who has forgotten their PIN can "
        "get back in this way.",
        FILE,
        takes(
            "who",
            nargs="?",
            metavar="WHO",
            help="organiser, host, scorer or a judge’s code such as J3 (default: everyone)",
        ),
        flag("--new", "give new PINs, after asking once more"),
        flag("--yes", "with --new: don’t ask"),
        flag("--handed-out", "record that they have their PINs; no PIN changes"),
        PASSPHRASE,
    ),
    command(
        "passphrase",
        ("passphrase", "passphrase"),
        "set, change or remove the organiser’s passphrase",
        "With a passphrase, the command line asks for it before it shows a score, a result or "
        "who has a PIN, and before it changes one. In the window, the organiser can sign in with "
        "it after too many wrong PINs. The passphrase can’t be shown, and it doesn’t encrypt the "
        "file.",
        FILE,
        flag("--remove", "remove the passphrase"),
        takes(
            "--new-file",
            type=Path,
            metavar="FILE",
            help="a file whose first line is the new passphrase (default: ask)",
        ),
        PASSPHRASE,
    ),
)
