"""Two pieces of a sentence, joined: the space between them, where French wants one."""

from __future__ import annotations

import re
from typing import Final

from convgen.french.characters import NBSP, NNBSP

_BLANKS: Final = " \u00a0\u202f"
_NO_SPACE_BEFORE: Final = frozenset(",.)]…")
_NO_SPACE_AFTER: Final = frozenset("([")
_ELIDED: Final = re.compile(r"\b(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu)[’']$", re.IGNORECASE)
_SPACE_BEFORE: Final = {";": NNBSP, "!": NNBSP, "?": NNBSP, ":": NBSP, "»": NBSP}


def seam(before: str, after: str) -> tuple[str, str]:
    """Two pieces that come to follow each other, without a stray space where they meet.

    The spaces at the meeting point become the one that the signs around it want; nothing changes
    where there is none.

    >>> seam("(voir la charte ", "), puis"), seam("le ", " nom"), seam("fin ", "; et")
    (('(voir la charte', '), puis'), ('le ', 'nom'), ('fin\\u202f', '; et'))
    """
    if not before or not after or (before[-1] not in _BLANKS and after[0] not in _BLANKS):
        return before, after
    if after[0].isalnum() and before[-2:-1].isalnum() and before[-1] == " ":
        return before, after  # two words: what nearly all pieces are
    left, right = before.rstrip(_BLANKS), after.lstrip(_BLANKS)
    space = _space(left, right[:1], before[len(left) :] + after[: len(after) - len(right)])
    typed_left = left != before and right  # the space stays with the piece that brings it
    return (left + space, right) if typed_left else (left, space + right)


def _space(before: str, first: str, found: str) -> str:
    last = before[-1:]
    if first in _NO_SPACE_BEFORE or last in _NO_SPACE_AFTER or _ELIDED.search(before[-8:]):
        return ""
    if first in _SPACE_BEFORE:
        return _SPACE_BEFORE[first]
    if last == "«":
        return NBSP
    return next((space for space in found if space != " "), " ")
