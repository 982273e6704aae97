"""Words of conditions that other languages write, and ours for them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from convgen.language.lexeme_reader import SYNONYMS
from convgen.language.lexing import ExpressionError, lexemes

_EXPRESSION: Final = re.compile(
    r"\{#.*?#\}|(?P<value>\{\{)[-+]?|(?P<tag>\{%)[-+]?\s*(?:if|elif|for)\b", re.DOTALL
)
_CLOSING: Final = {"{{": "}}", "{%": "%}"}


class Synonym(NamedTuple):
    """A word at a place of a text, counted from 0, and what we write."""

    start: int
    end: int
    ours: str


def synonyms_of_condition(text: str, start: int = 0, closing: str = "") -> Iterator[Synonym]:
    """The synonyms in a condition, or in the expression from `start` to `closing`."""
    try:
        found = lexemes(text, start, closing)
    except ExpressionError:  # told elsewhere: it has to be read first
        return
    for lexeme in found:
        if lexeme.kind in {"word", "sign"} and lexeme.text in SYNONYMS:
            yield Synonym(lexeme.start, lexeme.end, SYNONYMS[lexeme.text])


def synonyms_of_text(text: str) -> Iterator[Synonym]:
    """The synonyms in the tags and the braces of a text of a library."""
    for found in _EXPRESSION.finditer(text):
        opening = found["value"] or found["tag"]
        if opening:
            yield from synonyms_of_condition(text, found.end(), _CLOSING[opening])
