"""Small Roman numerals."""

from __future__ import annotations

_TENS = ("", "x", "xx", "xxx")
_UNITS = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def roman(rank: int) -> str:
    """« iv » for 4; up to 39.

    >>> roman(4), roman(19), roman(20)
    ('iv', 'xix', 'xx')
    """
    return _TENS[rank // 10] + _UNITS[rank % 10]
