"""Commands that check, copy and keep the record."""

from pathlib import Path

from judging_app.cli.commands.command import (
    FILE,
    FOLDER,
    PASSPHRASE,
    command,
    flag,
    takes,
)
from judging_app.cli.typed_values import (
    folder,
)

RECORD = (
    command(
        "record",
        ("papers", "record"),
        "write the record at closing as PDF",
        "The file is verified first. One page with the code that the record had when scoring was "
        "closed, and the key that signed it, to prove later that nothing was changed. It shows no "
        "score. A file of the same name is replaced.",
        FILE,
        FOLDER,
        PASSPHRASE,
    ),
    command(
        "copy",
        ("copies", "copy"),
        "make a safety copy of an event file",
        "The copy is complete and checked, or not made at all. The last 12 copies of an event "
        "are kept, then one an hour, then one a day; none is deleted in which something else was "
        "recorded. To continue from a copy, use judging-app restore.",
        FILE,
        takes(
            "--to",
            dest="folder",
            type=folder,
            metavar="FOLDER",
            help="the folder for the copy, such as on a USB stick; must exist (default: a folder "
            "next to the event)",
        ),
    ),
    command(
        "restore",
        ("restore", "restore"),
        "continue an event from a good copy of it",
        "Lists the good copies next to the event and in the second place, and what the newest "
        "lacks. The copy that you choose becomes the event under its own name; what can be read "
        "of the file that was there is added, and that file is kept. The record says so. "
        "With --look, the exit status is 1 if the event isn’t as it was recorded.",
        FILE,
        takes(
            "--from",
            dest="copy",
            metavar="COPY",
            help="the number, name or path of the copy to continue from (default: you are asked)",
        ),
        flag("--look", "only list the copies; change nothing"),
        PASSPHRASE,
    ),
    command(
        "verify",
        ("verify", "verify"),
        "check that nothing in an event file or a bundle was changed afterwards",
        "Every entry of the journal is checked against its digests, all stored data against the "
        "journal, and every signature. If something was changed, its entry is named and the exit "
        "status is 1. If nothing was, it says who could have changed what. In a bundle, a .zip, "
        "every byte is checked, and the line that was changed is named.",
        takes("file", type=Path, metavar="FILE", help="the event file, or a bundle"),
        takes(
            "--code",
            metavar="CODE",
            help="a code printed on a paper: show which entry or which result it belongs to",
        ),
    ),
    command(
        "archive",
        ("afterwards.keeping", "archive"),
        "put an event and its papers into one file to keep",
        "The file is verified first. The archive is a ZIP with the event file as it is, its "
        "papers, its data as a bundle, and the digest of each. It has names in it, unless people "
        "were forgotten first.",
        FILE,
        takes("archive", type=Path, metavar="ARCHIVE", help="the ZIP file to write"),
        PASSPHRASE,
    ),
)
