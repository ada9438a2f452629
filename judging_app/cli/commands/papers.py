"""Commands that write papers, and decide what teams read."""

from judging_app.cli.commands.command import (
    FILE,
    FOLDER,
    PASSPHRASE,
    choice,
    command,
    flag,
    several,
    takes,
)
from judging_app.cli.typed_values import otherwise
from judging_app.domain.ballots import BallotState
from judging_app.domain.papers.certificates import CertificateKind, House
from judging_app.present.words.ballots import STATE_WORDS

ALL = "all"
"""Every kind of certificate."""

SHEETS_BY = ("judge", "team")
_HOUSES = ", ".join(house.code for house in House)
_PAPERS = (
    *("report", "merge-list"),
    *("running-sheet", "judges-briefing", "teams-briefing", "name-proof", "signs", "winners"),
)
_NO_NAMES = flag("--no-names", "call the judges “Judge 1”, “Judge 2” and so on")
_ONE_EACH = flag("--one-each", "a file for each sheet")
_TEAM_FOLDERS = takes(
    "--folder-a-team",
    dest="team_folders",
    action="store_true",
    help="a file for each, in a folder for each team; what is no team’s lies beside the folders",
)
_AS_PAGE = flag("--as-page", "a page for a browser (HTML) with the same words instead of a PDF")

PAPERS = (
    command(
        "certificates",
        ("papers", "certificates"),
        "write certificates as PDF",
        "The file is verified first. Files of the same name are replaced.",
        FILE,
        FOLDER,
        choice(
            "--for",
            (*(kind.code for kind in CertificateKind), ALL),
            "who they are for",
            dest="kind",
        ),
        takes(
            "--design",
            default="",
            metavar="DESIGN",
            help=f"one of {_HOUSES}, or a template that was saved in the window (default: the "
            "event’s own)",
        ),
        several(
            "--only",
            metavar="NAME",
            help="a person or a team with its members, and nobody else; may be repeated",
        ),
        several(
            "--leave-out",
            metavar="NAME",
            help="a person or a team with its members to leave out; may be repeated",
        ),
        flag("--not-done", "leave out those whose certificates were made in the window before"),
        flag("--single-file", "all in one file instead of one file each"),
        _TEAM_FOLDERS,
        flag("--as-pictures", "a picture (PNG) of each instead of a PDF"),
        flag(
            "--accept-missing",
            "write them even if a name has letters that can’t be printed; without it, the names "
            "and letters are listed, nothing is written, and the exit status is 1",
        ),
        PASSPHRASE,
    ),
    command(
        "score-sheets",
        ("papers", "score_sheets"),
        "write score sheets as PDF",
        "The file is verified first. A file of the same name is replaced.",
        FILE,
        FOLDER,
        choice("--by", SHEETS_BY, "a sheet for each judge or for each team"),
        flag(
            "--blank",
            "blank sheets to fill in by hand, one for each ballot still to come; if there are "
            "none, one for each ballot that isn’t "
            f"{STATE_WORDS[BallotState.RECUSED]} or {STATE_WORDS[BallotState.ABSENT]}",
        ),
        takes(
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
        PASSPHRASE,
    ),
    command(
        "paper",
        ("papers", "paper"),
        "write the result report or one of the small papers of the day as PDF",
        "The file is verified first. merge-list is the list for a mail program, as CSV and as a "
        "spreadsheet: e-mail, team, what was won, and the names of the certificates’ files. Places "
        "are the panel’s result, published or not. A file of the same name is replaced.",
        FILE,
        FOLDER,
        takes("--which", choices=_PAPERS, required=True, help="which paper"),
        flag("--exact", "with the report: every score as a fraction too"),
        _ONE_EACH,
        _TEAM_FOLDERS,
        _AS_PAGE,
        PASSPHRASE,
    ),
    command(
        "comments",
        ("comments", "comments"),
        "list the comments for teams, and say which go out on the feedback sheets",
        "The file is verified first. Each comment is listed with its ballot’s code. What is "
        "released, held back or reworded is recorded; what the judge wrote stays on the record. "
        "The feedback sheets have only what was released.",
        FILE,
        several("--release", metavar="CODE", help="release the comment of this ballot"),
        several("--hold-back", dest="held_back", metavar="CODE", help="leave it out"),
        several(
            "--instead",
            type=otherwise,
            metavar="CODE=TEXT",
            help="the team reads this instead of the comment",
        ),
        flag("--release-left", "release every comment that isn’t reviewed"),
        flag("--left", "list only those that aren’t reviewed"),
        PASSPHRASE,
    ),
    command(
        "feedback",
        ("papers", "feedback"),
        "write a feedback sheet for every team as PDF",
        "The file is verified first. The comments that were released to a team, its scores, and "
        "what would have moved them. It shows the panel’s result, published or not. A file of the "
        "same name is replaced. To review comments, use judging-app comments.",
        FILE,
        FOLDER,
        flag("--with-names", "say which judge wrote a comment"),
        _ONE_EACH,
        _TEAM_FOLDERS,
        _AS_PAGE,
        PASSPHRASE,
    ),
)
