"""Acts as the journal's canonical JSON, and back."""

import json
from datetime import date, datetime
from fractions import Fraction
from operator import index

from cattrs import BaseValidationError, Converter

from judging_app.domain.acts import ACT_BY_NAME, Act
from judging_app.domain.journal import canonical
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
    except (KeyError, RecursionError, BaseValidationError) as error:
        raise ValueError(f"the body of “{name}” can't be read") from error
    return act


def with_hooks(converter: Converter) -> Converter:
    """`converter`, taught the fractions, dates and actors of this domain."""
    # A float that equals a whole number passes every comparison; it stops here.
    converter.register_unstructure_hook(int, index)
    converter.register_unstructure_hook(Fraction, str)
    converter.register_structure_hook(Fraction, lambda text, _: Fraction(text))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    # A time is a date to Python, so it needs hooks of its own.
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    converter.register_unstructure_hook(Actor, lambda actor: actor.key)
    converter.register_structure_hook(Actor, lambda key, _: actor_from_key(key))
    return converter


_CONVERTER = with_hooks(Converter(forbid_extra_keys=True))
