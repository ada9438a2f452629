"""How certificates look, ready to be drawn: the design with colours and pictures as bytes."""

from base64 import b64decode
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from judging_app.domain.papers.certificates import USUAL, CertificateDesign, Logo
from judging_app.domain.papers.pictures import kept_picture
from judging_app.present.organiser.papers import Certificates


@dataclass(frozen=True, slots=True)
class Appearance:
    """The design, the event's two colours, and pictures by their code."""

    design: CertificateDesign = USUAL
    colours: tuple[str, str] = ("", "")
    pictures: Mapping[str, bytes] = field(default_factory=dict)


AS_DESIGNED = Appearance()
"""Certificates that nobody has touched."""


def appearance_of(made: Certificates) -> Appearance:
    """What an event chose; its own logos stand where the design has none."""
    design, look = made.design, made.look
    pictures = dict(made.pictures)
    if not design.logos:
        own = [kept_picture(logo) for logo in look.logos]
        pictures |= {one.code: one.content for one in own}
        design = replace(design, logos=tuple(Logo(one.code) for one in own))
    used = {code: b64decode(pictures[code]) for code in design.pictures if pictures.get(code)}
    return Appearance(design, (look.band, look.accent), used)
