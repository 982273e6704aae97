"""Dates and months, as a jurist types them."""

from __future__ import annotations

import calendar
import datetime
import re
import unicodedata
from typing import Final

from convgen.french.months import MONTHS
from convgen.french.refusal import refusal

_ISO: Final = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHES: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_WORDS: Final = re.compile(r"(1er|[0-9]{1,2}) ([^\W\d_]+) ([0-9]{4})", re.IGNORECASE)
_SHORT_YEAR: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{2})")
_MONTH_FIGURES: Final = re.compile(r"([0-9]{1,2})/([0-9]{4})|([0-9]{4})-([0-9]{1,2})")
_MONTH_WORDS: Final = re.compile(r"([^\W\d_]+) ([0-9]{4})")
_YEARS: Final = range(1900, 2201)

_UNACCENTED: Final = str.maketrans("éûèê", "euee")
_MONTH_NUMBERS: Final = {
    name.translate(_UNACCENTED): number for number, name in enumerate(MONTHS, start=1)
}


def read_date(text: str) -> datetime.date:
    """Read « 19/11/2025 », « 2025-11-19 » or « 19 novembre 2025 » (« 1er octobre 2025 »).

    Years run from 1900 to 2200, always on four digits.
    """
    line = _one_line(text)
    if match := _ISO.fullmatch(line):
        return _date(text, int(match[1]), int(match[2]), int(match[3]))
    if match := _SLASHES.fullmatch(line):
        day, month, year = int(match[1]), int(match[2]), int(match[3])
        if 1 <= day <= 12 < month:
            raise refusal(
                "« {text} » : {month} n’est pas un mois, écrivez le jour d’abord, « {better} »",
                text=text,
                month=month,
                better=f"{month:02}/{day:02}/{year}",
            )
        return _date(text, year, month, day)
    if match := _WORDS.fullmatch(line):
        day = 1 if match[1].lower() == "1er" else int(match[1])
        return _date(text, int(match[3]), _month_number(match[2]), day)
    if match := _SHORT_YEAR.fullmatch(line):
        raise refusal(
            "l’année de « {text} » n’a que deux chiffres : écrivez-en quatre, « {better} »",
            text=text,
            better=f"{match[1]}/{match[2]}/20{match[3]}",
        )
    raise refusal(
        "« {text} » ne se lit pas comme une date : écrivez jour, mois, année, "
        "« 19/11/2025 » ou « 19 novembre 2025 »",
        text=text,
    )


def read_month(text: str) -> tuple[int, int]:
    """Read « décembre 2025 », « 12/2025 » or « 2025-12 » into (2025, 12)."""
    line = _one_line(text)
    if match := _MONTH_FIGURES.fullmatch(line):
        year, month = int(match[2] or match[3]), int(match[1] or match[4])
    elif match := _MONTH_WORDS.fullmatch(line):
        year, month = int(match[2]), _month_number(match[1])
    else:
        raise refusal(
            "« {text} » ne se lit pas comme un mois : écrivez « décembre 2025 » ou « 12/2025 »",
            text=text,
        )
    _check_year_and_month(text, year, month)
    return year, month


def _one_line(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _month_number(name: str) -> int:
    number = _MONTH_NUMBERS.get(name.lower().translate(_UNACCENTED))
    if number is None:
        raise refusal(
            "« {name} » n’est pas un mois : écrivez-le en toutes lettres, « novembre »", name=name
        )
    return number


def _check_year_and_month(text: str, year: int, month: int) -> None:
    if not 1 <= month <= 12:
        raise refusal(
            "« {text} » : {month} n’est pas un mois, les mois vont de 1 à 12",
            text=text,
            month=month,
        )
    if year not in _YEARS:
        raise refusal(
            "« {text} » : l’année {year} est hors de portée, de 1900 à 2200", text=text, year=year
        )


def _date(text: str, year: int, month: int, day: int) -> datetime.date:
    _check_year_and_month(text, year, month)
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise refusal(
            "« {text} » n’existe pas : {month} compte {last} jours",
            text=text,
            month=f"{MONTHS[month - 1]} {year}",
            last=last,
        )
    return datetime.date(year, month, day)
