"""Commands for the data that leaves an event, and for the people who are forgotten."""

from pathlib import Path

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
from judging_app.cli.typed_values import (
    answer,
    day,
    folder,
)
from judging_app.domain.event import Reader
from judging_app.present.open_data.kinds import DataKind

DATA = (
    command(
        "export",
        ("bundles", "export"),
        "save the event as data: a spreadsheet, open data, a bundle, a page for a website, badges",
        "The bundle recomputes the result on any computer; docs/bundle.md says what is in it. "
        "Everybody gets only what was announced.",
        FILE,
        FOLDER,
        several(
            "--kind",
            choices=[kind.value for kind in DataKind],
            dest="kinds",
            help="what to save; may be repeated (default: all but badges)",
        ),
        choice("--audience", [reader.value for reader in Reader], "who may see it"),
        flag("--without-names", "people have numbers in the place of names"),
        flag(
            "--with-ballots",
            "for the public: ballots too, without whose they are, so that anyone can recompute "
            "the result",
        ),
        PASSPHRASE,
    ),
    command(
        "recompute",
        ("bundles", "recompute"),
        "work the result of a bundle out again, from the ballots in it",
        "Every byte of the bundle is checked first. If a place, score, award or code comes out "
        "that isn’t the bundle’s, the teams are named and the exit status is 1.",
        takes("file", type=Path, metavar="BUNDLE", help="the bundle; its name ends in .zip"),
    ),
    command(
        "compare",
        ("afterwards.compare", "compare"),
        "compare events by their bundles",
        "Give 2 to 1,000 bundles, or folders of them. It says which panel was harsher, which "
        "result is firmer, and what can’t be compared, and why. Criteria that are called alike are "
        "the same; MATCH says which others are. Nobody is named. What was worked out of a bundle "
        "is kept on this computer, so that the next time is quick.",
        takes(
            "bundles",
            type=Path,
            nargs="+",
            metavar="BUNDLE",
            help="a bundle that export made, or a folder of them",
        ),
        takes(
            "--criteria",
            type=Path,
            metavar="MATCH",
            help="a file that says which criteria are the same; it is written if it isn’t there, "
            "for you to change",
        ),
        flag(
            "--quick", "don’t work out which result is firmer, which takes nearly all of the time"
        ),
        choice("--format", ("table", "csv"), "for people or for a spreadsheet"),
        takes(
            "--pdf",
            dest="folder",
            type=folder,
            metavar="FOLDER",
            help="write the comparison with its plots as PDF into this folder",
        ),
    ),
    command(
        "forget",
        ("afterwards.keeping", "forget"),
        "put codes in the place of everybody in an event, for good",
        "Names, e-mail addresses, job titles and all PINs but the organiser’s go; scores, places, "
        "teams and organisations stay, and the record still verifies. Remarks that seem to name "
        "somebody are listed, and nothing is done until each is decided. Then the copies of the "
        "event are deleted, and a new one is made.",
        FILE,
        several(
            "--answer",
            dest="answers",
            type=answer,
            metavar="ID=CODE",
            help="what becomes of a remark: keep, codes (in the place of names) or delete",
        ),
        flag("--as-proposed", "do with every remark that isn’t decided what is proposed"),
        flag("--all", "list every remark, not only those that seem to name somebody"),
        flag("--dry-run", "list the remarks and the files that would be deleted; change nothing"),
        PASSPHRASE,
    ),
    command(
        "held",
        ("afterwards.keeping", "held_on"),
        "write what an event has on one person as PDF",
        "The file is verified first. The paper is for that person: it leaves out other people’s "
        "names, and says where the event is and until when. A file of the same name is replaced.",
        FILE,
        takes("who", metavar="WHO", help="a name, or a code such as P7 or J2"),
        FOLDER,
        PASSPHRASE,
        takes_names=True,
    ),
    command(
        "delete-on",
        ("afterwards.keeping", "delete_on"),
        "show or choose the day on which an event is to be deleted",
        "From that day on, the first screen says so. Nothing is deleted by itself.",
        FILE,
        takes("day", type=day, nargs="?", metavar="YYYY-MM-DD", help="the day"),
        flag("--none", "choose no day any more"),
        PASSPHRASE,
    ),
)
