"""A whole number."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from convgen.french.meant import numbers_meant
from convgen.french.numbers import decimal_figures
from convgen.french.reading import read_integer
from convgen.kinds.base import series
from convgen.kinds.base.comparison import numbers
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import MOST_FIGURES, SPACED, numeric

FIGURES = numeric(rf"{SPACED}$", MOST_FIGURES)
WORTH = numbers(Decimal)


def printed(number: int) -> str:
    """« 1 200 »."""
    return decimal_figures(Decimal(number))


KIND = Kind(
    type=int,
    name="entier",
    words="nombre entier",
    read=read_integer,
    meant=numbers_meant,
    schema=FIGURES,
    printed=printed,
    comparison=WORTH,
    order=Decimal,
    example="12",
    series=series.NUMBERS,
)
Integer = Annotated[int, KIND]
