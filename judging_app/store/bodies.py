"""Acts as the journal's canonical JSON, and back."""

import json
import re
from datetime import date, datetime
from fractions import Fraction
from operator import index

from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from judging_app.domain.acts import ACT_BY_NAME, Act
from judging_app.domain.journal import canonical
from judging_app.domain.look import LONGEST_LOGO, EventLook
from judging_app.domain.papers.pictures import KeptPicture
from judging_app.domain.roles import Actor, actor_from_key


def body_of(act: Act) -> str:
    """The act's values as canonical JSON."""
    return canonical(_CONVERTER.unstructure(act))


def act_of(name: str, body: str) -> Act:
    """The act that `body_of` wrote under this name.

    Raises:
        ValueError: if there is no such act, or the body isn't what it holds.
    """
    try:
        act: Act = _CONVERTER.structure(json.loads(body), ACT_BY_NAME[name])
    except Exception as error:  # a body can be wrong in any way
        raise ValueError(f"the body of “{name}” can't be read") from error
    return act


def with_hooks(converter: Converter) -> Converter:
    """`converter`, taught the fractions, dates and actors of this domain."""
    # A float that equals a whole number passes every comparison; it stops here.
    converter.register_unstructure_hook(int, index)
    converter.register_unstructure_hook(Fraction, str)
    converter.register_structure_hook(int, _whole)
    converter.register_structure_hook(str, _text)
    converter.register_structure_hook(Fraction, _fraction)
    logo = override(struct_hook=_logo)
    forbids = converter.forbid_extra_keys
    look = make_dict_structure_fn(
        EventLook,
        converter,
        _cattrs_forbid_extra_keys=forbids,
        logo=logo,
        more=override(struct_hook=_logos),
    )
    picture = make_dict_structure_fn(
        KeptPicture, converter, _cattrs_forbid_extra_keys=forbids, content=logo
    )
    converter.register_structure_hook(EventLook, look)
    converter.register_structure_hook(KeptPicture, picture)
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    # A time is a date to Python, so it needs hooks of its own.
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter.register_unstructure_hook(Actor, lambda actor: actor.key)
    converter.register_structure_hook(Actor, lambda key, _: actor_from_key(key))
    return converter


LONGEST_TEXT = 20_000
"""Characters; the longest that is ours is a refusal that names every ballot of a large panel."""

_LARGEST = 2**63 - 1
_FRACTION = re.compile(r"-?[0-9]+(?:/[0-9]+)?", re.ASCII)


def _whole(value: object, _kind: type) -> int:
    # A text and a float that look like a whole number are none; the tables hold no larger one.
    number = index(value)  # type: ignore[arg-type]  # it raises for what is none
    if abs(number) > _LARGEST:
        raise ValueError("a number is too large")
    return int(number)


def _text(value: object, _kind: type) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise ValueError("a text is none, or is too long")
    return value


def _logo(value: object, _kind: type) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_LOGO:
        raise ValueError("a logo is none, or is too large")
    return value


def _logos(value: object, _kind: type) -> tuple[str, ...]:
    items = json.loads(value) if isinstance(value, str) else value
    if not isinstance(items, list | tuple):
        raise ValueError("logos are none")  # noqa: TRY004 - what is read is never a fault of ours
    return tuple(_logo(one, str) for one in items)


def _fraction(value: object, _kind: type) -> Fraction:
    # Fraction itself takes "1e999999999" too, and works it out.
    if not isinstance(value, str) or not _FRACTION.fullmatch(value):
        raise ValueError("a fraction is none")
    return Fraction(value)


_CONVERTER = with_hooks(Converter(forbid_extra_keys=True))
