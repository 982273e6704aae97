"""Values that every place of a kind takes at once, in a case made up to see what an act says."""

from __future__ import annotations

from typing import Final, NamedTuple


class Series(NamedTuple):
    """A name for the file of the case, what it varies, in French, and the value."""

    name: str
    about: str
    value: str


NUMBERS: Final = (
    Series("nombres-un", "chaque nombre vaut 1", "1"),
    Series("nombres-trois", "chaque nombre vaut 3", "3"),
)
DURATIONS: Final = (Series("durees-un-an", "chaque durée est d’un an", "1 an"),)
