"""How a line of text opens, as people type and paste lines: a dash, a number, a sentence.

Pure reading of signs: what a language does with an opening is its own affair.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final, NamedTuple

BLANK: Final = "[ \\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""A blank, inside a line, as a class of a pattern."""
_TAB: Final = 4  # columns
_VARIATION: Final = "\ufe0e\ufe0f"  # the look of the sign before: text, or picture

# Signs that stand before words for another reason than to list them.
_NOT_BULLETS: Final = frozenset("\"'’‘‚“”„«»‹›()[]{}.,;:!?¡¿…/\\|#<>&@%‰§¶†‡°©®™€$£=~^_`´¨☐☑☒")
_BULLET_KINDS: Final = frozenset({"Pd", "Po", "So"})
_ARROWS: Final = (range(0x2190, 0x2200), range(0x27F0, 0x2800), range(0x2900, 0x2980))
_SIGNS_OF_LISTS: Final = frozenset("+−")
_LETTER_BULLET: Final = re.compile(f"o(?={BLANK})")  # of a word processor, at second rank

_END: Final = rf"(?:{BLANK}?[.)]|[°º/]|°\)|º\)|\.\)|\.?-|\.?{BLANK}[-–—](?={BLANK}+[^\s\d]))"
_LABEL: Final = r"[0-9]+|[a-z]|[A-Z]|[ivxl]+|[IVXLC]+"
_NUMBER: Final = re.compile(rf"\(?(?P<label>{_LABEL})(?P<end>{_END})(?={BLANK}|$)")
_GLUED: Final = re.compile(r"\(?(?:[0-9]+(?:[.)º]|°\)?|-)|[a-z]\)|[IVXLC]+(?:\.?-|\)))(?=[^\W\d_])")
_CHAIN: Final = re.compile(
    rf"[0-9]{{1,2}}(?:\.[0-9]{{1,2}})+(?:[.)](?={BLANK})|(?={BLANK}+[A-ZÀ-ÖØ-ÞŒ«]))"
)
# Initials and abbreviations: « M. Dupont », « C. civ. », « p. 12 », « A. N. C. T. », « n° 12 ».
_ABBREVIATION: Final = re.compile(
    rf"(?:[C-HJ-UWYZ]|[c-hj-z]|[A-Za-z](?=\.{BLANK}(?:[0-9]|[A-Za-z]\.)))\.(?={BLANK})"
    rf"|[nN][°º](?={BLANK}|$)"
)
_CANONICAL: Final = re.compile(r"x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN: Final = {"i": 1, "v": 5, "x": 10}
_MOST_DIGITS: Final = 6


class Opening(NamedTuple):
    """What stands before the words of a line.

    `mark` is what was typed, blanks aside; `end` is where the words start, in the line. `ranks`
    are the numbers that a label may stand for, by the way it counts: « 1 », « a », « i »;
    empty for a dash, and for a label that no list of ours prints.
    """

    mark: str
    end: int
    ranks: dict[str, int]
    numbered: bool


def indent_of(line: str) -> int:
    """How far a line stands in, in columns: a tab goes to the next multiple of four."""
    columns = 0
    for sign in line:
        if sign == "\t":
            columns += _TAB - columns % _TAB
        elif sign.isspace():
            columns += 1
        else:
            break
    return columns


def is_bullet(sign: str) -> bool:
    """Is this a sign that people list things with, when a blank follows?"""
    if sign in _NOT_BULLETS:
        return False
    code, kind = ord(sign), unicodedata.category(sign)
    return (
        kind in _BULLET_KINDS
        or sign in _SIGNS_OF_LISTS
        or any(code in arrows for arrows in _ARROWS)
    )


def opening_of(line: str) -> Opening | None:
    """The dash or the number that a line without indentation starts with, None for a sentence.

    >>> opening_of("•\\tvisiter").mark, opening_of("12° rendre compte").ranks
    ('•', {'1': 12})
    """
    mark = _bullet(line)
    if mark:
        return Opening(mark, _words(line, len(mark)), {}, numbered=False)
    if _ABBREVIATION.match(line):
        return None
    number = _CHAIN.match(line) or _NUMBER.match(line) or _GLUED.match(line)
    if number is not None and number.re is _NUMBER and not _counts(number, line):
        number = None
    if number is None:
        drawn = _is_drawn_number(line)
        return Opening(line[0], _words(line, 1), {}, numbered=True) if drawn else None
    ranks = _ranks(number["label"]) if number.re is _NUMBER else {}
    return Opening(number[0], _words(line, number.end()), ranks, numbered=True)


def _bullet(line: str) -> str:
    """The sign of a list that a line starts with, a blank after it; or nothing."""
    letter = _LETTER_BULLET.match(line)
    if letter:
        return letter[0]
    length = 1 + (line[1:2] in _VARIATION and line[1:2] != "")
    after = line[length : length + 1]
    listed = line[:1] and is_bullet(line[0]) and (not after or after.isspace())
    return line[:length] if listed else ""


def _counts(number: re.Match[str], line: str) -> bool:
    """Is this a label of a list, and neither a word nor the end of a sentence?"""
    label = number["label"]
    if number.end() == len(line) and not (label.isdigit() or line.endswith(")")):
        return False
    return len(label) == 1 or label.isdigit() or _CANONICAL.fullmatch(label.lower()) is not None


def _is_drawn_number(line: str) -> bool:
    """A number in one sign of its own: « ① », « ⒈ »."""
    drawn = not line[:1].isascii() and unicodedata.digit(line[:1] or " ", None) is not None
    return drawn and line[1:2].isspace()


def _words(line: str, start: int) -> int:
    return len(line) - len(line[start:].lstrip())


def _ranks(label: str) -> dict[str, int]:
    """What a label counts, by each way of counting that it may belong to."""
    if label.isdigit():
        return {"1": int(label)} if len(label) <= _MOST_DIGITS else {}
    ranks: dict[str, int] = {}
    if len(label) == 1 and label.islower():
        ranks["a"] = ord(label) - ord("a") + 1
    if label.islower() and _CANONICAL.fullmatch(label):
        ranks["i"] = _roman(label)
    return ranks


def _roman(label: str) -> int:
    values = [_ROMAN[sign] for sign in label]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-value if value < after else value for value, after in pairs)
