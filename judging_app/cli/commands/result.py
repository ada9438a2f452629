"""Commands that show the result and how firm it is."""

from judging_app.cli.commands.command import (
    FILE,
    METHOD,
    PASSPHRASE,
    choice,
    command,
    flag,
    takes,
)
from judging_app.cli.typed_values import places
from judging_app.domain.event import Audience

FORMATS = ("table", "csv", "json")
_ANY_CASE = "capital or small letters"

RESULT = (
    command(
        "standings",
        ("standings", "standings"),
        "print the standings",
        "The file is verified first. Scores are exact; only what is shown is rounded.",
        FILE,
        METHOD,
        takes(
            "--audience",
            choices=tuple(audience.value for audience in Audience),
            default=Audience.PANEL.value,
            help="who it is for: public leaves out what hasn’t been announced yet (default: "
            "%(default)s)",
        ),
        flag(
            "--as-given",
            "for the panel: use the scores as the judges gave them, without the scores agreed "
            "later",
        ),
        choice("--format", FORMATS, "for people, for a spreadsheet or for a program"),
        PASSPHRASE,
    ),
    command(
        "explain",
        ("explain", "explain"),
        "explain why one team is above another",
        "The file is verified first. It explains the gap judge by judge and criterion by "
        "criterion, then each tie-break that was used. Before a name that begins with two dashes, "
        "write -- by itself.",
        FILE,
        takes("one", metavar="TEAM", help=f"a team’s name or code, such as T1; {_ANY_CASE}"),
        takes("other", metavar="TEAM", help=f"another team’s; {_ANY_CASE}"),
        METHOD,
        PASSPHRASE,
        takes_names=True,
    ),
    command(
        "checks",
        ("checks", "checks"),
        "show whether the winner stays the same if one thing is changed",
        "The file is verified first. The result is worked out again without each judge, without "
        "each criterion, with each weight raised and lowered, by every other method, and with "
        "one sector’s judges only.",
        FILE,
        takes(
            "--first",
            type=places,
            default=1,
            metavar="N",
            help="check the first N places (default: %(default)s, the winner)",
        ),
        PASSPHRASE,
    ),
    command(
        "agreement",
        ("agreement", "agreement"),
        "print how closely the judges agree",
        "The file is verified first. The numbers use the scores as the judges gave them. If a "
        "number can’t be worked out, the reason is given.",
        FILE,
        choice("--format", ("table", "json"), "for people or for a program"),
        PASSPHRASE,
    ),
    command(
        "ballots",
        ("ballots", "ballots"),
        "print the submitted ballots as CSV",
        "The file is verified first. The columns are the same as in the ballots.csv that new "
        "reads. Scores are as the judges gave them.",
        FILE,
        flag("--agreed", "use the scores that the panel agreed in moderation"),
        PASSPHRASE,
    ),
)
