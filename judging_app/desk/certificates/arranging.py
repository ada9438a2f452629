"""How certificates look and whom they are for: kept on the record, and carried to other events."""

import json
from base64 import b64decode
from collections.abc import Mapping

from judging_app.desk.desk import Changed, Desk
from judging_app.domain import subjects
from judging_app.domain.acts import ArrangeCertificates, KeepPicture, act_name
from judging_app.domain.journal import canonical
from judging_app.domain.look import LONGEST_LOGO, MOST_SIDE, picture_sides
from judging_app.domain.papers.certificates import CertificatePlan, Template
from judging_app.domain.papers.pictures import kept_picture
from judging_app.domain.roles import Actor
from judging_app.errors import DeskError
from judging_app.store import programme_rows
from judging_app.store.bodies import act_of, body_of

_FORMAT = "pitchday-certificates-1"
LONGEST_TEMPLATE = 24_000_000
"""Bytes of a template: its logos, signatures and background."""


def plan(desk: Desk) -> CertificatePlan:
    """How certificates are arranged now."""
    return programme_rows.certificate_plan(desk.file.db)


def arrange(desk: Desk, actor: Actor, wanted: CertificatePlan) -> Changed:
    """Change how certificates look, what they say, or whom they are for."""
    with desk.doing(actor, ArrangeCertificates, subjects.CERTIFICATES) as doing:
        doing.record(ArrangeCertificates(wanted))
    return doing.changed


def keep_picture(desk: Desk, actor: Actor, content: str) -> Changed:
    """Put a picture in base64, which the caller has checked to be one, into the event."""
    picture = kept_picture(content)
    with desk.doing(actor, KeepPicture, subjects.PICTURE.format(picture.code)) as doing:
        doing.record(KeepPicture(picture))
    return doing.changed


def pictures(desk: Desk) -> Mapping[str, str]:
    """The pictures for papers by their code, in base64."""
    return programme_rows.pictures(desk.file.db)


def template(desk: Desk) -> bytes:
    """The event's design with its pictures, for another event."""
    design, kept = plan(desk).design, pictures(desk)
    body = json.loads(body_of(ArrangeCertificates(CertificatePlan(design))))
    used = {code: kept[code] for code in sorted(design.pictures & kept.keys())}
    return canonical({"format": _FORMAT, "design": body, "pictures": used}).encode()


def read_template(content: bytes) -> Template:
    """What `template` wrote.

    Raises:
        DeskError: if it is no such file.
    """
    try:
        found = json.loads(content[:LONGEST_TEMPLATE])
        act = act_of(act_name(ArrangeCertificates), json.dumps(found["design"]))
        pictures = {code: _picture(code, text) for code, text in found["pictures"].items()}
        is_ours = found["format"] == _FORMAT and isinstance(act, ArrangeCertificates)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _no_template() from error
    if not is_ours or not isinstance(act, ArrangeCertificates):
        raise _no_template()
    return Template(act.plan.design, pictures)


def _no_template() -> DeskError:
    return DeskError(
        "This isn’t a certificate template, or it is damaged. Choose a file that was saved with "
        "“Save as a template”."
    )


def _picture(code: str, text: str) -> str:
    sides = picture_sides(b64decode(text, validate=True))
    is_fit = len(text) <= LONGEST_LOGO and min(sides) > 0 and max(sides) <= MOST_SIDE
    if not is_fit or kept_picture(text).code != code:
        raise ValueError("a picture is none")
    return text
