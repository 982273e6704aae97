"""Enumerations: « a, b et c »."""

from __future__ import annotations

from collections.abc import Sequence


def enumerate_list(items: Sequence[str], conjunction: str = "et") -> str:
    """« a », « a et b », « a, b et c »; nothing for an empty list."""
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {conjunction} {items[-1]}"
