"""Rules on how a case spells: one name, one way to write it, in one alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.rules.rule_context import Loc, RuleContext, rule

_WORD = re.compile(r"[^\W\d_]+")
_SHORTEST, _LONGEST = 7, 40  # letters: a shorter name is too near other words


@rule
def parties_have_one_spelling(context: RuleContext) -> Iterator[Diagnostic]:
    """A proper name of a party is written in one way throughout the case, to a letter."""
    names = {
        word
        for held in context.parties()
        if isinstance(held.party.denomination, str)
        for word in _words(held.party.denomination)
        if _is_a_proper_name(word)
    }
    near = {miss: name for name in sorted(names) for miss in _misses(name)}
    told: set[str] = set()
    for loc, text in _texts(context) if names else ():
        for word in _words(text):
            name = next((near[miss] for miss in _misses(word) if miss in near), "")
            if not name or word in {*told, *names} or _inflected(word, name):
                continue
            told.add(word)
            yield context.warning(
                Code.SPELLING,
                f"« {word} » ressemble à « {name} », nom d’une partie : une seule graphie",
                loc,
                "écrivez ce nom de la même façon partout, ou laissez-le s’il désigne autre chose",
            )


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFC", text))


def _is_a_proper_name(word: str) -> bool:
    return word[0].isupper() and _SHORTEST <= len(word) <= _LONGEST


def _misses(word: str) -> set[str]:
    """A word, and what is left of it without one letter or another: near words share one."""
    if not _is_a_proper_name(word):
        return set()
    return (
        {word}
        | {f"{word[:i]}_{word[i + 1 :]}" for i in range(len(word))}
        | {word[:i] + word[i + 1 :] for i in range(1, len(word))}
    )


def _inflected(word: str, name: str) -> bool:
    """A plural or a feminine is no other name."""
    one, other = word.casefold(), name.casefold()
    return one.startswith(other) or other.startswith(one)


_ALPHABETS = {"GREEK": "grec", "CYRILLIC": "cyrillique", "ARMENIAN": "arménien"}
_LIKE_LATIN = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧοόν")
"""The Greek letters that pass for Latin ones; the others show (« β-carotène », « μg »)."""


@rule
def words_are_of_one_alphabet(context: RuleContext) -> Iterator[Diagnostic]:
    """A letter of another alphabet inside a word looks right and is not: no search finds it."""
    for loc, text in _texts(context):
        for word in [] if text.isascii() else _WORD.findall(text):
            if word.isascii():
                continue
            strange = next((letter for letter in word if _passes_for_latin(letter)), "")
            if strange and any(_alphabet(letter) == "LATIN" for letter in word):
                yield context.warning(
                    Code.ALPHABET,
                    f"« {word} » mêle deux alphabets : « {strange} » est un signe "
                    f"{_ALPHABETS[_alphabet(strange)]}",
                    loc,
                    "retapez ce mot",
                )


def _passes_for_latin(letter: str) -> bool:
    alphabet = _alphabet(letter)
    return alphabet in _ALPHABETS and (alphabet != "GREEK" or letter in _LIKE_LATIN)


def _alphabet(letter: str) -> str:
    return "LATIN" if letter.isascii() else unicodedata.name(letter, "").partition(" ")[0]


def _texts(context: RuleContext) -> Iterator[tuple[Loc, str]]:
    """Every free text of a case, with its place."""
    return ((loc, value) for loc, value in context.values if type(value) is str)
