"""A SIREN: who a legal person is."""

from __future__ import annotations

from typing import Annotated

from convgen.french.identifiers import check_siren, siren_figures
from convgen.french.meant import identifiers_meant
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import numeric


class Siren(str):
    """Nine digits, key checked."""

    __slots__ = ()


KIND = Kind(
    type=Siren,
    words="neuf chiffres",
    read=lambda text: Siren(check_siren(text)),
    meant=identifiers_meant,
    schema=numeric(r"^\s*([0-9]\s*){9}$", 10**9 - 1),
    printed=siren_figures,
    comparison=TEXTS,
    example="219 400 223",
)
SirenField = Annotated[Siren, KIND]
