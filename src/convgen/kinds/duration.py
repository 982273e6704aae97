"""A duration."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from convgen.french.durations import Unit, duration_figures
from convgen.french.reading import read_duration
from convgen.kinds.base import series
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import SPACED, written


@dataclass(frozen=True, slots=True)
class Duration:
    """A whole number of a unit: « 30 jours »."""

    count: int
    unit: Unit

    @property
    def days(self) -> float:
        """The duration in days, months counted as 30.44 and years as 365.25: to compare only."""
        return self.count * _DAYS[self.unit]


_DAYS = {Unit.HOUR: 1 / 24, Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30.4375, Unit.YEAR: 365.25}


KIND = Kind(
    type=Duration,
    name="duree",
    words="durée (heures, jours, semaines, mois, ans)",
    read=lambda text: Duration(*read_duration(text)),
    schema=written(rf"{SPACED}[^0-9\s]\S*\s*$"),
    printed=lambda span: duration_figures(span.count, span.unit),
    order=lambda span: Decimal(span.days),
    example="12 mois",
    series=series.DURATIONS,
)
DurationField = Annotated[Duration, KIND]
