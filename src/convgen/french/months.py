"""The names of the months."""

from __future__ import annotations

from typing import Final

# Twelve words that do not change: babel, 50 ms to import, is kept to check them in the tests.
MONTHS: Final = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
