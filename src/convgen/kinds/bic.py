"""A bank."""

from __future__ import annotations

from typing import Annotated

from convgen.french.identifiers import check_bic
from convgen.french.meant import identifiers_meant
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import written


class Bic(str):
    """A bank, in eight or eleven characters."""

    __slots__ = ()


KIND = Kind(
    type=Bic,
    words="8 ou 11 caractères",
    read=lambda text: Bic(check_bic(text)),
    meant=identifiers_meant,
    schema=written(r"^\s*([0-9A-Za-z]\s*){8,11}$"),
    printed=str,
    comparison=TEXTS,
    example="PSSTFRPPPAR",
)
BicField = Annotated[Bic, KIND]
