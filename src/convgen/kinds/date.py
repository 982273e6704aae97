"""A day."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from convgen.french.dates import long_date
from convgen.french.meant import dates_meant
from convgen.french.reading import read_date
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import written

KIND = Kind(
    type=date,
    name="date",
    words="date",
    read=read_date,
    meant=dates_meant,
    schema=written(
        r"^\s*([0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
        r"|(1[eE][rR]|[0-9]{1,2})\s+\S+\s+[0-9]{4})\s*$"
    ),
    printed=long_date,
    order=lambda day: Decimal(day.toordinal()),
    example="31/12/2026",
)
Date = Annotated[date, KIND]
