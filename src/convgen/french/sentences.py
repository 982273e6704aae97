"""Where a sentence ends at the end of a line, and where a line cuts one."""

from __future__ import annotations

import re
from typing import Final

_VALUE: Final = "\ue000-\uf8ff"
_END: Final = re.compile(r"(?:[.!?…]|[.!?…][\s\u00a0]?[»”\")\]])$")
_ABBREVIATED: Final = re.compile(r"(?:^|[\s\u00a0(.])(?:[^\W\d_]{1,3}|etc)\.$")
_CAPITAL: Final = re.compile(rf"[«“\"(*\[]*[\s\u00a0]?(?:[A-ZÀ-ÖØ-ÞŒ]|[0-9]|[{_VALUE}])")


def ends_a_sentence(line: str, after: str) -> bool:
    """Does a line end a sentence, or one of an enumeration, and the next start another?"""
    said = line.rstrip().rstrip("*")
    if said.endswith((";", ":")):
        return True
    ended = _END.search(said) is not None and _ABBREVIATED.search(said) is None
    return ended and _CAPITAL.match(after) is not None


def goes_on_in_small(line: str, after: str) -> bool:
    """Does a line that ends no sentence have its rest, in small letters, on the next one?"""
    return cuts_a_sentence(line) and after[:1].islower()


def cuts_a_sentence(line: str) -> bool:
    """Would a list that opens after this line cut its sentence?"""
    return not line.rstrip().endswith((":", ";", ",", ".", "!", "?", "…"))
