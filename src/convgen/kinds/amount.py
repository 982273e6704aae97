"""A sum of money."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from convgen.french.meant import amounts_meant
from convgen.french.numbers import amount_figures
from convgen.french.reading import read_amount
from convgen.kinds.base.comparison import numbers
from convgen.kinds.base.kind import Kind
from convgen.kinds.number import FIGURES


@dataclass(frozen=True, slots=True, order=True)
class Amount:
    """Euros, at most two decimals."""

    euros: Decimal


KIND = Kind(
    type=Amount,
    name="montant",
    words="somme en euros",
    read=lambda text: Amount(read_amount(text)),
    meant=amounts_meant,
    schema=FIGURES,
    printed=lambda amount: amount_figures(amount.euros),
    comparison=numbers(lambda amount: amount.euros),
    order=lambda amount: amount.euros,
    example="50 000",
)
AmountField = Annotated[Amount, KIND]
