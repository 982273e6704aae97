"""What a jurist types, read into values.

Every reader takes one text, and raises ValueError, in French, saying what is
wrong and what to write. Digits are 0-9 only; spaces may be of any kind.
"""

from __future__ import annotations

from convgen.french.reading_dates import read_date, read_month
from convgen.french.reading_durations import read_duration
from convgen.french.reading_numbers import read_amount, read_integer, read_percentage
from convgen.french.refusal import refusal

__all__ = [
    "read_amount",
    "read_boolean",
    "read_date",
    "read_duration",
    "read_integer",
    "read_month",
    "read_percentage",
]

_BOOLEANS = {"oui": True, "vrai": True, "true": True, "non": False, "faux": False, "false": False}


def read_boolean(text: str) -> bool:
    """Read « oui » or « non »; « vrai », « faux », « true », « false » too, in any case."""
    value = _BOOLEANS.get(text.strip().lower())
    if value is None:
        raise refusal("« {text} » n’est ni oui ni non : écrivez « oui » ou « non »", text=text)
    return value
