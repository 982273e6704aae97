"""A month of a year."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from convgen.french.dates import month_year
from convgen.french.meant import months_meant
from convgen.french.reading import read_month
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import written


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year; months count from 1."""

    year: int
    month: int


KIND = Kind(
    type=Month,
    name="mois",
    words="mois et année",
    read=lambda text: Month(*read_month(text)),
    meant=months_meant,
    schema=written(r"^\s*([0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{1,2}|\S+\s+[0-9]{4})\s*$"),
    printed=lambda month: month_year(month.year, month.month),
    order=lambda month: Decimal(month.year * 12 + month.month),
    example="janvier 2026",
)
MonthField = Annotated[Month, KIND]
