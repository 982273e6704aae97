"""Enumerations: « a, b et c »."""

from __future__ import annotations

from collections.abc import Sequence


def separator(index: int, count: int, conjunction: str = "et") -> str:
    """What stands before item `index` (from 0) of `count`: nothing, a comma, the conjunction."""
    if not index:
        return ""
    return f" {conjunction} " if index == count - 1 else ", "


def enumerate_list(items: Sequence[str], conjunction: str = "et") -> str:
    """« a », « a et b », « a, b et c »; nothing for an empty list."""
    count = len(items)
    return "".join(separator(i, count, conjunction) + item for i, item in enumerate(items))
