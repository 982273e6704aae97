"""The signs of typed words, as a pattern of what may be printed: stars may be marks, no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

_TOKENS: Final = re.compile(
    r"\{\{\s*(?P<value>\w+)\s*\}\}|(?P<comment>\{#[^{}]*#\})"
    r"|\\(?!\{\{)(?P<escaped>[^\w\s]|_)|(?P<stars>\*+)|(?P<blank>\s+)|(?P<sign>[\s\S])"
)
_SAME: Final = str.maketrans({"’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "..."})
_SPACED_BEFORE: Final = frozenset(';:!?"')
_UNSPACED_BEFORE: Final = frozenset(",.)]")
_UNSPACED_AFTER: Final = frozenset("(['")
VALUE: Final = "\x05"
"""Around a value: typography leaves it alone."""


class _Gap(NamedTuple):
    """What is typed between two signs that are printed: blanks and stars."""

    pattern: str = ""
    blank: bool = False


def folded(text: str) -> str:
    """What typography may change is made alike: blanks, quotes, apostrophes, ellipses."""
    return "".join(" " if sign.isspace() else sign.translate(_SAME) for sign in text)


def pattern_of(words: str, values: Mapping[str, str]) -> str:
    """What words may print; each run of stars is a group, of those that are printed."""
    made, last, gap = "", "", _Gap()
    for sign in _signs(words.strip(), values):
        if isinstance(sign, _Gap):
            gap = _Gap(gap.pattern + sign.pattern, gap.blank or sign.blank)
            continue
        made += _between(last, gap, sign[0]) + re.escape(sign)
        last, gap = sign[-1], _Gap()
    return made + (" *" if last == '"' else "") + gap.pattern


def _signs(words: str, values: Mapping[str, str]) -> Iterator[str | _Gap]:
    for token in _TOKENS.finditer(words):
        match token.lastgroup:
            case "blank":
                yield _Gap(" *", blank=True)
            case "stars":
                yield _Gap(f"(\\*{{0,{len(token[0])}}})")
            case "value":
                yield f"{VALUE}{folded(values[token['value']])}{VALUE}"
            case "escaped" | "sign":
                yield folded(token["escaped"] or token["sign"])


def _between(last: str, gap: _Gap, following: str) -> str:
    """The blanks between two signs: as typed, but where typography wants another or none."""
    if not last:
        return gap.pattern
    if following in _SPACED_BEFORE or last == '"':
        return f" *{gap.pattern}" if not gap.blank else gap.pattern
    free = following in _UNSPACED_BEFORE or last in _UNSPACED_AFTER
    return ("" if free or not gap.blank else "(?=\\** )") + gap.pattern
