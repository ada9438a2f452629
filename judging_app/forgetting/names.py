"""Finding people in texts: their whole names, parts of them, and what looks like somebody."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from judging_app.forgetting.ordinary import ALSO_WORDS, BEGINNERS, NO_NAMES, ONLY_PEOPLE

_WORD = re.compile(r"\w+(?:[-’']\w+)*")
_EMAIL = re.compile(r"[^\s@<>()]+@[^\s@<>()]+\.\w+")
_PHONE = re.compile(r"\+?\d(?:[ ()/.-]?\d){7,}")
_HANDLE = re.compile(r"(?<!\w)@\w+")
_ADDRESSED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Lord|Lady)\.? \w+")
_SPOKEN_OF = re.compile(rf"(?:,|’s\b|'s\b| (?:{ONLY_PEOPLE})\b)")
_ENDS_SENTENCE = re.compile(r"(?:^|[.!?:;\n•–—-]|[“\"(])\s*$")
_MOST_OF_ACRONYM = 5
_LEAST_PART, _LEAST_IN_CODE, _SHORT = 2, 3, 4


@dataclass(frozen=True, slots=True)
class Known:
    """Somebody who was on a list of the event: their code, every name and every address."""

    code: str
    names: frozenset[str]
    emails: frozenset[str]


class People:
    """Everybody whose name is to go, to be found in any text."""

    def __init__(self, known: Iterable[Known], things: Iterable[str] = ()) -> None:
        """`things` are texts whose words mean no person: teams, organisations, criteria."""
        everybody = tuple(known)
        self._codes = _codes(everybody)
        self._parts = frozenset(
            folded(part)
            for one in everybody
            for name in one.names
            for part in _words(name)
            if len(part) >= _LEAST_PART
        )
        self._things = frozenset(folded(word) for one in things for word in _words(one))
        self._whole = _pattern(said for one in everybody for said in one.names | one.emails)

    def without_names(self, text: str) -> str:
        """`text` with the code of a person in the place of each whole name and address."""
        if self._whole is None or not text:
            return text
        return self._whole.sub(self._code, unicodedata.normalize("NFC", text))

    def without_parts(self, text: str) -> str:
        """The same, where what may be a part of a name or an address gives way too."""
        said = self.without_names(text)
        for pattern in (_EMAIL, _PHONE, _HANDLE, _ADDRESSED):
            said = pattern.sub(_SOMEBODY, said)
        return _WORD.sub(lambda word: _SOMEBODY if self._is_part(word[0]) else word[0], said)

    def found(self, text: str) -> tuple[str, ...]:
        """What in `text` seems to name somebody, in its order, each once."""
        spans = sorted(
            set(self._found(unicodedata.normalize("NFC", text))),
            key=lambda one: (one[0], -len(one[1])),
        )
        ends, said = 0, []
        for start, one in spans:
            if start + len(one) > ends:  # not inside what was found before it
                said.append(one)
                ends = start + len(one)
        return tuple(dict.fromkeys(said))

    def names_in(self, text: str) -> bool:
        """Whether `text` holds a whole name, an address, or a part of a name."""
        return self.without_names(text) != unicodedata.normalize("NFC", text) or any(
            self._is_part(word[0]) for word in _WORD.finditer(text)
        )

    def is_unknown(self, text: str) -> bool:
        """Whether something that seems to name somebody remains once the known names are gone."""
        return bool(self.found(self.without_parts(text)))

    def is_in_code(self, code: str) -> bool:
        """Whether a code is made of somebody's name or address."""
        said = folded(code)
        return "@" in code or any(
            part in said for part in self._parts if len(part) >= _LEAST_IN_CODE
        )

    def _found(self, text: str) -> Iterator[tuple[int, str]]:
        for pattern in (_EMAIL, _PHONE, _HANDLE, _ADDRESSED):
            yield from ((one.start(), one[0]) for one in pattern.finditer(text))
        if self._whole is not None:
            yield from ((one.start(), one[0]) for one in self._whole.finditer(text))
        for word in _WORD.finditer(text):
            if self._is_part(word[0]) or self._may_name(text, word):
                yield word.start(), word[0]

    def _is_part(self, word: str) -> bool:
        """Whether a word is a part of a name; in small letters it may be a word like any other."""
        parts = {folded(part) for part in (word, *_words(word))} & self._parts
        return bool(parts - ALSO_WORDS - BEGINNERS if word[0].islower() else parts)

    def _may_name(self, text: str, word: "re.Match[str]") -> bool:
        """Whether it has a capital in the middle of a sentence, and is no thing that is known.

        At the beginning of one, whether what follows is what follows a name.
        """
        said, before = word[0], text[: word.start()]
        bare = re.sub(r"[’']s$", "", said)
        if not said[0].isupper() or (said.isupper() and len(said) <= _MOST_OF_ACRONYM):
            return False
        if folded(bare) in self._things | NO_NAMES or said.startswith("I’") or before.endswith("["):
            return False
        if not _ENDS_SENTENCE.search(before):
            return True
        is_spoken_of = said != bare or _SPOKEN_OF.match(text, word.end())
        return bool(is_spoken_of) and folded(bare) not in BEGINNERS and not said.endswith("ly")

    def _code(self, found: "re.Match[str]") -> str:
        key = _key(found[0])
        return f"[{self._codes.get(key, '')}]" if key in self._codes else _SOMEBODY


_SOMEBODY = "[somebody]"


def folded(text: str) -> str:
    """`text` in small letters without accents."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _codes(people: Iterable[Known]) -> Mapping[str, str]:
    """The code of each whole name and address; those of everybody of one name."""
    found: dict[str, list[str]] = {}
    for one in people:
        for said in one.names | one.emails:
            if _key(said):
                found.setdefault(_key(said), []).append(one.code)
    return {said: " or ".join(dict.fromkeys(codes)) for said, codes in found.items()}


def _key(said: str) -> str:
    return " ".join(unicodedata.normalize("NFC", said).casefold().split())


def _pattern(names: Iterable[str]) -> "re.Pattern[str] | None":
    """Every name as it is written and in small letters, which may be other letters."""
    written = {unicodedata.normalize("NFC", one) for one in names}
    spelled = {one for one in (*written, *map(_key, written)) if one.strip()}
    if not spelled:
        return None
    longest_first = sorted(spelled, key=lambda said: (-len(said), said))
    return re.compile("|".join(map(_one_pattern, longest_first)), re.IGNORECASE)


def _one_pattern(said: str) -> str:
    """A whole name with any blanks; not inside a word, where its script has words."""
    blank = r"\s+".join(map(re.escape, said.split()))
    has_cases = said.lower() != said.upper()
    return rf"(?<!\w){blank}(?!\w)" if has_cases else blank


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.findall(r"\w+", text))
