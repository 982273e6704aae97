"""The special characters of French typography."""

from __future__ import annotations

from typing import Final

NBSP: Final = "\u00a0"  # no-break space: « : », « % », « € », guillemets, « n° 5 »
NNBSP: Final = "\u202f"  # narrow no-break space: « ; », « ! », « ? », groups of digits


def ascii_digits(text: str) -> bool:
    """True when the text is one digit 0-9 or more, and nothing else."""
    return text.isascii() and text.isdigit()
