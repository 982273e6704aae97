"""What an editor may say of a value: JSON Schemas, never stricter than convgen.

An editor reads YAML 1.2, where `219400223` is a number and `true` a boolean; convgen reads
every value as text. A schema must then never refuse what convgen accepts. It is looser on
purpose: it checks no key (SIREN, IBAN), no calendar, no unit; it takes a number whose leading
zeros the editor has lost (`code_postal: 01000`) and any scalar as a text; and it takes an empty
value everywhere, a gap that the jurist declares.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

Schema = dict[str, Any]

MOST_FIGURES = 10**12 - 1
TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
SPACED = r"^\s*[0-9][0-9\s]*"
"""The start of a pattern: figures, with spaces among them."""


def written(pattern: str) -> Schema:
    """A text of that pattern."""
    return {"type": ["string", "null"], "pattern": pattern}


def numeric(pattern: str, most: int) -> Schema:
    """Figures, which an editor takes for a number unless something stands among them."""
    types = ["string", "integer", "null"]
    return {"type": types, "minimum": 0, "maximum": most, "pattern": pattern}


def any_case(words: Iterable[str]) -> str:
    """The pattern of some words in capitals or not, their accents coded in any way.

    >>> print(any_case(["un", "oui"]))
    ^\\s*([uU][nN]|[oO][uU][iI])\\s*$
    """
    composed = (unicodedata.normalize("NFC", word) for word in words)
    return rf"^\s*({'|'.join(''.join(map(_any_case, word)) for word in composed)})\s*$"


def _any_case(letter: str) -> str:
    cases = (letter, letter.lower(), letter.upper())
    ways = dict.fromkeys((*cases, *(unicodedata.normalize("NFD", cased) for cased in cases)))
    escaped = [re.sub(r"([\^$\\.*+?()\[\]{}|/])", r"\\\1", way) for way in ways]
    if len(escaped) == 1:
        return escaped[0]
    one_character = all(len(way) == 1 for way in ways)
    return f"[{''.join(escaped)}]" if one_character else f"({'|'.join(escaped)})"


def choice_schema(options: Iterable[str], *, empty: bool = True) -> Schema:
    """The schema of a choice, offered as the library writes it, taken in capitals or not.

    `empty` lets it be left out.
    """
    keys = list(options)
    twins = [twin for key in keys if (twin := _as_an_editor_reads(key)) is not None]
    offered = [*keys, *twins, *([None] if empty else [])]
    return {"anyOf": [{"enum": offered}, {"type": "string", "pattern": any_case(keys)}]}


_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def _as_an_editor_reads(text: str) -> int | float | bool | None:
    """What YAML 1.2 makes of an unquoted text, None for a text."""
    if text.casefold() in {"true", "false"}:
        return text.casefold() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else None
