"""A percentage."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from convgen.french.meant import numbers_meant
from convgen.french.numbers import percentage
from convgen.french.reading import read_percentage
from convgen.kinds.base.comparison import numbers
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import SPACED, numeric


@dataclass(frozen=True, slots=True, order=True)
class Percentage:
    """A share of a hundred, from 0 to 100."""

    value: Decimal


KIND = Kind(
    type=Percentage,
    name="pourcentage",
    words="pourcentage",
    read=lambda text: Percentage(read_percentage(text)),
    meant=numbers_meant,
    schema=numeric(rf"{SPACED}(,[0-9]+)?\s*[^0-9.,]*$", 100),
    printed=lambda share: percentage(share.value),
    comparison=numbers(lambda share: share.value),
    order=lambda share: share.value,
    example="50 %",
)
PercentageField = Annotated[Percentage, KIND]
