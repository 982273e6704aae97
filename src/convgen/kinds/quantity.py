"""A quantity: one at least."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from convgen.french.meant import numbers_meant
from convgen.french.reading import read_integer
from convgen.kinds.base.kind import Kind
from convgen.kinds.integer import FIGURES, WORTH, printed


def _read(text: str) -> int:
    count = read_integer(text)
    if count == 0:
        raise ValueError("une quantité est d’un au moins ; sans quantité connue, retirez la clé")
    return count


KIND = Kind(
    type=int,
    words="nombre entier, d’un au moins",
    read=_read,
    meant=numbers_meant,
    schema=FIGURES,
    printed=printed,
    comparison=WORTH,
    order=Decimal,
    example="4",
)
Quantity = Annotated[int, KIND]
