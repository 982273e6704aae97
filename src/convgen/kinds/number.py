"""A number, with at most two decimals."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from convgen.french.meant import numbers_meant
from convgen.french.numbers import decimal_figures
from convgen.french.reading import read_amount
from convgen.kinds.base import series
from convgen.kinds.base.comparison import itself, numbers
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import MOST_FIGURES, SPACED, numeric

FIGURES = numeric(rf"{SPACED}(,[0-9]+)?\s*[^0-9\s.,]*\s*$", MOST_FIGURES)


KIND = Kind(
    type=Decimal,
    name="nombre",
    words="nombre",
    read=read_amount,
    meant=numbers_meant,
    schema=FIGURES,
    printed=decimal_figures,
    comparison=numbers(itself),
    order=Decimal,
    example="12,5",
    sample="12",  # decimals cannot be written in words
    series=series.NUMBERS,
)
Number = Annotated[Decimal, KIND]
