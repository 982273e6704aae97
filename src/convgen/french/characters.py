"""The special characters of French typography."""

from __future__ import annotations

import unicodedata
from typing import Final

NBSP: Final = "\u00a0"  # no-break space: « : », « % », « € », guillemets, « n° 5 »
NNBSP: Final = "\u202f"  # narrow no-break space: « ; », « ! », « ? », groups of digits


def ascii_digits(text: str) -> bool:
    """True when the text is one digit 0-9 or more, and nothing else."""
    return text.isascii() and text.isdigit()


def folded(text: str) -> str:
    """A word as it is looked up: case, spaces around, and ways to code an accent set aside."""
    return unicodedata.normalize("NFC", text).strip().casefold()
