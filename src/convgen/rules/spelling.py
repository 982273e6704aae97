"""Rules on how a case spells: one name, one way to write it, in one alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from difflib import SequenceMatcher

from pydantic import BaseModel

from convgen.diagnostics import Code, Diagnostic
from convgen.rules.subject import Loc, Subject

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST = 7  # a shorter name is too near other words
_ALIKE = 0.85


def parties_have_one_spelling(subject: Subject) -> Iterator[Diagnostic]:
    """A proper name of a party is written in one way throughout the case."""
    names = {
        word
        for held in subject.parties()
        if isinstance(held.party.denomination, str)
        for word in _WORD.findall(held.party.denomination)
        if _is_a_proper_name(word)
    }
    told: set[str] = set()
    for loc, text in _texts((), subject.case) if names else ():
        for word in _WORD.findall(text):
            near = _near(word, names)
            if near and word not in told:
                told.add(word)
                yield subject.warn(
                    Code.SPELLING,
                    f"« {word} » ressemble à « {near} », nom d’une partie : une seule graphie",
                    loc,
                    "écrivez ce nom de la même façon partout, ou laissez-le s’il désigne autre "
                    "chose",
                )


def _is_a_proper_name(word: str) -> bool:
    return word[0].isupper() and len(word) >= _SHORTEST


def _near(word: str, names: set[str]) -> str:
    """The name that a word misspells, empty for none; a plural of it is no other name."""
    if not _is_a_proper_name(word) or any(_inflected(word, name) for name in names):
        return ""
    near = (n for n in names if SequenceMatcher(None, word, n, autojunk=False).ratio() >= _ALIKE)
    return next(near, "")


def _inflected(word: str, name: str) -> bool:
    one, other = word.casefold(), name.casefold()
    return one.startswith(other) or other.startswith(one)


_ALPHABETS = {"LATIN": "latin", "GREEK": "grec", "CYRILLIC": "cyrillique", "ARMENIAN": "arménien"}


def words_are_of_one_alphabet(subject: Subject) -> Iterator[Diagnostic]:
    """A letter of another alphabet inside a word looks right and is not: no search finds it."""
    for loc, text in _texts((), subject.case):
        if text.isascii():
            continue
        for word in _WORD.findall(text):
            letters = {_alphabet(letter): letter for letter in word}
            strange = [name for name in letters if name in _ALPHABETS and name != "LATIN"]
            if "LATIN" in letters and strange:
                yield subject.warn(
                    Code.ALPHABET,
                    f"« {word} » mêle deux alphabets : « {letters[strange[0]]} » est un signe "
                    f"{_ALPHABETS[strange[0]]}",
                    loc,
                    "retapez ce mot",
                )


def _alphabet(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").partition(" ")[0]


def _texts(loc: Loc, value: object) -> Iterator[tuple[Loc, str]]:
    """Every free text of a case, with its place."""
    if type(value) is str:
        yield loc, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts((*loc, name), getattr(value, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts((*loc, index), item)
