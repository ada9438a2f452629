"""What people read is plain: no word that we don't say, real signs, no stored name in a refusal."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from judging_app.domain.acts import ACTS
from judging_app.present.words.acts import ACT_WORDS

ROOT = Path(__file__).resolve().parents[2]
CODE = [*sorted((ROOT / "judging_app").rglob("*.py")), *sorted((ROOT / "ui").rglob("*.py"))]
_CODES = ROOT / "judging_app"
"""Where an enum's values are codes; in `ui` they are the words of its buttons."""

PROSE = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").glob("*.md"))]

UNSAID = re.compile(
    r"\b(?:anew|afresh|told|tells|telling|tell(?! the (?:panel|organiser|host)\b)|keyed|keying"
    r"|owe[ds]?|owing|put right|puts right|stands?|stood|weighs|hangs? on|the room|walks? in"
    r"|taken? back|takes back|amend\w*|reinstate\w*|take-away|made? ready|talked? over|far out"
    r"|arithmetic|holding scene|holds|otherwise|clerks?|go on|goes on|level in|out of the places"
    r"|among the places|is no \w+ of this event|choose between)\b",
    re.IGNORECASE,
)
"""Words for which there is a plainer one, such as announce for tell, or type in for key."""

ALLOWED = {
    "Told": "the name of a type",
    "take-away of {}": "what a refusal was about, as the record stores it",
    '  "standings": [': "a line of JSON",
}
"""Whole texts that may be as they are, each with the reason."""

_STRAIGHT = re.compile(r"\w'\w|s' |\"\w[^\"]*\"")
_MINUS = re.compile(r"(?:^|[\s(])-\d|\d %")
_SQL = re.compile(r"\s*(?:SELECT|INSERT|UPDATE|DELETE|CREATE|DROP|PRAGMA|BEGIN|WITH|REPLACE)\b")
_CODE_CALLS = frozenset(
    {"NewType", "TypeVar", "cast", "compile", "property", "setProperty", "setObjectName"}
)
_BUGS = frozenset(
    {"AssertionError", "KeyError", "LookupError", "RuntimeError", "TypeError", "ValueError"}
)
_NAMES = frozenset({"__name__", "value"})


@dataclass(frozen=True, slots=True)
class Text:
    """A literal that people read; a replacement field in it is written as `{}`."""

    place: str
    words: str


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def texts() -> tuple[Text, ...]:
    """Everything that people read from the code: words that are no docstring, key or code."""
    return tuple(text for path in CODE for text in _texts(path) if text.words not in ALLOWED)


def _texts(path: Path) -> Iterator[Text]:
    for node in _read(_tree(path), has_codes=_CODES in path.parents):
        words = _words(node)
        if _is_for_people(words):
            yield Text(f"{path.relative_to(ROOT).as_posix()}:{node.lineno}", words)


def _read(tree: ast.Module, *, has_codes: bool) -> Iterator[ast.Constant | ast.JoinedStr]:
    """Every literal but docstrings, keys, stored values and what only we read."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.JoinedStr) or (
            isinstance(node, ast.Constant) and isinstance(node.value, str)
        ):
            yield node
        waiting.extend(_below(node, has_codes=has_codes))


def _below(node: ast.AST, *, has_codes: bool) -> Iterable[ast.AST]:
    match node:
        case ast.JoinedStr():
            return [part.value for part in node.values if isinstance(part, ast.FormattedValue)]
        case ast.Expr(value=ast.Constant()) | ast.Compare() | ast.Subscript():
            return ()
        case ast.ClassDef() if has_codes and _is_enum(node):
            return [part for part in node.body if not isinstance(part, ast.Assign)]
        case ast.Dict():
            return node.values
        case ast.Call() if _called(node) in _CODE_CALLS | _BUGS:
            return ()
        case _:
            return ast.iter_child_nodes(node)


def _called(node: ast.Call) -> str:
    match node.func:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _is_enum(node: ast.ClassDef) -> bool:
    return any("Enum" in ast.unparse(base) for base in node.bases)


def _words(node: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return "".join(
        str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
    )


def _is_for_people(words: str) -> bool:
    is_sentence = " " in words.strip() or re.match(r"[A-Z][a-z]", words) is not None
    return (
        is_sentence and _SQL.match(words) is None and re.search(r"[A-Za-z]{2}", words) is not None
    )


def _refusals(node: ast.AST) -> Iterator[ast.FormattedValue]:
    """What is put into a sentence that refuses."""
    for one in ast.walk(node):
        if isinstance(one, ast.Call) and _called(one).endswith("Error"):
            if _called(one) in _BUGS:
                continue
            yield from (part for part in ast.walk(one) if isinstance(part, ast.FormattedValue))


def _is_stored_name(value: ast.expr) -> bool:
    match value:
        case ast.Call(func=ast.Name(id="act_name")):
            return True
        case ast.Attribute(attr=attribute):
            return attribute in _NAMES
        case _:
            return False


def _prose(path: Path) -> str:
    """A page without its blocks and spans of code, and without addresses."""
    is_code, lines = False, []
    for line in path.read_text(encoding="utf-8").splitlines():
        is_code ^= line.startswith("```")
        if not is_code and not line.startswith("    "):
            lines.append(re.sub(r"`[^`]*`|\]\([^)]*\)|<[^>]*>", "", line))
    return "\n".join(lines)


def test_no_word_that_we_do_not_say_is_read_by_people() -> None:
    found = [text for text in texts() if UNSAID.search(text.words)]

    assert found == []


def test_apostrophes_and_quotation_marks_are_real_in_what_people_read() -> None:
    assert [text for text in texts() if _STRAIGHT.search(text.words)] == []


def test_a_minus_is_no_hyphen_and_a_percent_sign_follows_its_number() -> None:
    assert [text for text in texts() if _MINUS.search(text.words)] == []


def test_no_refusal_names_an_act_or_a_value_as_it_is_stored() -> None:
    found = [
        f"{path.relative_to(ROOT).as_posix()}:{part.lineno} {ast.unparse(part.value)}"
        for path in CODE
        for part in _refusals(_tree(path))
        if _is_stored_name(part.value)
    ]

    assert found == []


def test_every_act_has_words_for_a_refusal() -> None:
    assert set(ACT_WORDS) == set(ACTS)


def test_the_manual_has_real_apostrophes_and_quotation_marks() -> None:
    found = [
        (path.relative_to(ROOT).as_posix(), straight)
        for path in PROSE
        for straight in re.findall(r"\S*\w'\w\S*|\S*s' |\"\w[^\"]*\"", _prose(path))
    ]

    assert found == []
