"""Durations: « 30 jours », « trente jours »."""

from __future__ import annotations

from enum import StrEnum

from convgen.french.characters import NBSP, NNBSP
from convgen.french.designation import Gender
from convgen.french.numbers import counted
from convgen.french.refusal import refusal


class Unit(StrEnum):
    """A unit of time, named in the singular."""

    HOUR = "heure"
    DAY = "jour"
    WEEK = "semaine"
    MONTH = "mois"
    YEAR = "an"

    @property
    def plural(self) -> str:
        """« heures », « jours », « semaines », « mois », « ans »."""
        return self.value if self is Unit.MONTH else f"{self.value}s"

    @property
    def gender(self) -> Gender:
        """Feminine for hours and weeks."""
        return Gender.FEMININE if self in (Unit.HOUR, Unit.WEEK) else Gender.MASCULINE


def duration_figures(n: int, unit: Unit) -> str:
    """« 30 jours », « 1 an »: number and unit do not part (U+00A0).

    Raises ValueError, in French, on a negative number.
    """
    if n < 0:
        raise refusal("une durée ne peut pas être négative : « {n} »", n=n)
    return f"{f'{n:,}'.replace(',', NNBSP)}{NBSP}{unit.value if n < 2 else unit.plural}"


def duration_words(n: int, unit: Unit) -> str:
    """« trente jours », « une semaine », « vingt et une heures ».

    Raises ValueError, in French, on a negative number or one of more than twelve digits.
    """
    return counted(n, unit.value, unit.plural, unit.gender)
