"""Dates in full letters: « 1er octobre 2025 »."""

from __future__ import annotations

import datetime
from functools import lru_cache

from convgen.french.characters import NBSP
from convgen.french.months import MONTHS
from convgen.french.refusal import refusal


@lru_cache(maxsize=512)
def long_date(d: datetime.date) -> str:
    """« 31 décembre 2026 », « 1er octobre 2025 »; day and month do not part (U+00A0).

    Source of « 1er » for the first day alone: Lexique des règles typographiques
    en usage à l’Imprimerie nationale, « Dates ».
    """
    day = "1er" if d.day == 1 else str(d.day)
    return f"{day}{NBSP}{MONTHS[d.month - 1]} {d.year}"


def month_year(year: int, month: int) -> str:
    """« décembre 2025 »; months count from 1. Raises ValueError, in French, outside 1 to 12."""
    if not 1 <= month <= 12:
        raise refusal("il n’y a pas de mois {month} : un mois va de 1 à 12", month=month)
    return f"{MONTHS[month - 1]} {year}"
