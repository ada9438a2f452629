"""What every text on the record is, so that none is passed over when people are forgotten."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import Field, fields, is_dataclass, replace
from enum import Enum

from judging_app.domain import acts
from judging_app.domain.ballots import Ballot
from judging_app.domain.clock import Clock
from judging_app.domain.decisions import (
    AgreedScore,
    Award,
    AwardDecision,
    PanelDecision,
    Penalty,
    TeamExclusion,
    TeamPoints,
)
from judging_app.domain.event import Event
from judging_app.domain.keying import Keying
from judging_app.domain.look import EventLook
from judging_app.domain.panel import Conflict, Judge
from judging_app.domain.papers.certificates import (
    CertificateDesign,
    CertificatePlan,
    Guest,
    Logo,
    Signature,
    Words,
)
from judging_app.domain.papers.comments import CommentReview
from judging_app.domain.papers.pictures import KeptPicture
from judging_app.domain.people import Challenge, Mentor, Organisation, Participant, Team, Visit
from judging_app.domain.reveal import RevealStep, RunningPlace
from judging_app.domain.roles import Actor
from judging_app.domain.rubric import Criterion, Level
from judging_app.domain.run_order import DayEntry, PlaceWish, Slot
from judging_app.domain.set_up.proof import ProvenName
from judging_app.domain.standings import Edition, Standing
from judging_app.domain.tie_breaks import DeclaredTieBreak


class Text(Enum):
    """What becomes of a text when people are forgotten."""

    CODE = "code"
    """Nothing: it identifies something, or nobody wrote it."""
    THING = "thing"
    """It names no person, so only a person's full name in it gives way."""
    PERSON_CODE = "code of a person"
    """Nothing, unless it is made of their name."""
    PERSON = "person"
    """The person's code."""
    CLERK = "clerk"
    """A code of its own: whoever typed in paper sheets is in no list."""
    REMARK = "remark"
    """What somebody decided about it."""
    COMMENT = "comment"
    """The same of the last version; those before it, letter by letter, go."""
    SUBJECT = "subject"
    """It follows the codes that it is made of."""
    SECRET = "secret"  # noqa: S105 - what is one
    """It goes, unless it is what lets the organiser in."""
    GONE = "gone"
    """It goes."""


_CODE, _THING, _REMARK, _GONE = Text.CODE, Text.THING, Text.REMARK, Text.GONE
_JUDGE, _CODES = Text.PERSON_CODE, {"judge": Text.PERSON_CODE, "team": Text.CODE}

TEXTS: Mapping[type, Mapping[str, Text]] = {
    Actor: {"judge": _JUDGE},
    Event: {"title": _THING, "venue": _THING},
    Organisation: {"id": _CODE, "name": _THING, "other_names": _THING},
    Participant: {
        "id": Text.PERSON_CODE,
        "name": Text.PERSON,
        "email": _GONE,
        "sector": _THING,
        "organisation": _CODE,
        "role": _GONE,
        "team": _CODE,
        "listed_name": _GONE,
        "said": _GONE,
    },
    Team: {"id": _CODE, "name": _THING, "said": _THING},
    Mentor: {
        "id": Text.PERSON_CODE,
        "name": Text.PERSON,
        "office": _GONE,
        "organisation": _CODE,
        "team": _CODE,
        "said": _GONE,
    },
    Challenge: {"id": _CODE, "title": _THING, "owner": _CODE, "team": _CODE},
    Visit: {"id": _CODE, "host": _CODE, "team": _CODE},
    Criterion: {"id": _CODE, "title": _THING, "section": _THING},
    Level: {"text": _THING},
    Judge: {
        "id": _JUDGE,
        "name": Text.PERSON,
        "title": _GONE,
        "organisation": _CODE,
        "sector": _THING,
        "said": _GONE,
    },
    Conflict: {**_CODES, "why": _REMARK, "reason": _REMARK},
    Ballot: {
        **_CODES,
        "scores": _CODE,
        "for_team": Text.COMMENT,
        "for_panel": Text.COMMENT,
        "reason": _REMARK,
        "keyed_by": Text.CLERK,
    },
    Keying: {
        **_CODES,
        "keyed_by": Text.CLERK,
        "scores": _CODE,
        "for_team": _GONE,
        "for_panel": _GONE,
    },
    TeamExclusion: {"team": _CODE, "reason": _REMARK},
    Penalty: {"team": _CODE, "reason": _REMARK},
    TeamPoints: {"team": _CODE, "criterion": _CODE},
    AgreedScore: {**_CODES, "criterion": _CODE, "reason": _REMARK},
    PanelDecision: {"order": _CODE, "reason": _REMARK},
    Award: {"id": _CODE, "title": _THING, "criteria": _CODE},
    AwardDecision: {"award": _CODE, "teams": _CODE, "reason": _REMARK},
    DeclaredTieBreak: {"criterion": _CODE},
    Edition: {"why": _REMARK, "agreed_by": _REMARK, "fingerprint": _CODE},
    Standing: {"team": _CODE},
    Slot: {"team": _CODE},
    DayEntry: {"title": _THING},
    PlaceWish: {"team": _CODE, "why": _REMARK},
    Clock: {"team": _CODE},
    CertificateDesign: dict.fromkeys(("colour", "accent", "background"), _CODE)
    | {"issuer": _THING},
    Words: {"title": _THING, "lead": _THING, "body": _THING},
    Logo: {"picture": _CODE},
    Signature: {"name": _GONE, "office": _THING, "picture": _CODE},
    CertificatePlan: dict.fromkeys(("left_out", "done"), _GONE)
    | dict.fromkeys(("out_with", "out_without"), _CODE),
    Guest: {"name": _GONE, "office": _GONE},
    CommentReview: {**_CODES, "instead": Text.COMMENT},
    KeptPicture: {"code": _CODE, "content": _GONE},
    EventLook: {"band": _CODE, "accent": _CODE, "logo": _CODE, "more": _CODE},
    RevealStep: {"teams": _CODE, "award": _CODE, "part": _THING},
    RunningPlace: {"team": _CODE},
    ProvenName: {"id": Text.PERSON_CODE, "name": Text.PERSON, "said": _GONE},
    acts.DescribeEvent: {"title": _THING, "venue": _THING},
    acts.SetRunOrder: {"seed": _THING},
    acts.ShowScene: {"message": _REMARK},
    acts.SetPin: {"pin_hash": Text.SECRET},
    acts.SetPassphrase: {"passphrase_hash": Text.SECRET},
    acts.ConfirmPin: {"act": _CODE},
    acts.DropKeying: _CODES,
    acts.ScoreCalibration: {"judge": _JUDGE, "scores": _CODE},
    acts.RestoreTeam: {"team": _CODE},
    acts.RestoreEvent: {"head": _CODE, "left_head": _CODE},
    acts.AnnounceKey: {"public": _CODE},
    acts.SignRecord: dict.fromkeys(("signed", "event", "head", "key", "signature"), _CODE),
    acts.Replaced: {"device": _CODE, "digest": _CODE},
    acts.Refuse: {"act": _CODE, "about": Text.SUBJECT, "why": _GONE},
}
"""For each value that goes on the record, what each of its texts is; a test misses any other."""


Change = Callable[[object, Text, str], str]
"""What takes the place of a text: told the value that holds it, and what it is."""


def rewritten(value: object, change: Change) -> object:
    """`value` with all its texts changed, those of the values that it holds too."""
    if not is_dataclass(value) or isinstance(value, type):
        return value
    changed = {one.name: _cell(value, one, change) for one in fields(value)}
    return replace(value, **changed)


def told(value: object) -> Iterator[tuple[object, str, Text, str]]:
    """Every text of a value with the value that holds it, its field, and what it is."""
    if isinstance(value, tuple | list):
        for one in value:
            yield from told(one)
    elif is_dataclass(value) and not isinstance(value, type):
        kinds = TEXTS.get(type(value), {})
        for one in fields(value):
            cell = getattr(value, one.name)
            for text in _texts(cell):
                yield value, one.name, kinds[one.name], text
            yield from told(cell)


def _texts(cell: object) -> Iterator[str]:
    if isinstance(cell, str):
        yield cell
    elif isinstance(cell, tuple):
        for one in cell:
            yield from _texts(one)


def _cell(holder: object, field: "Field[object]", change: Change) -> object:
    def changed(cell: object) -> object:
        if isinstance(cell, str):
            return change(holder, TEXTS[type(holder)][field.name], cell)
        if isinstance(cell, tuple):
            return tuple(map(changed, cell))
        return rewritten(cell, change)

    return changed(getattr(holder, field.name))
