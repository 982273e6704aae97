"""A SIRET: which establishment acts."""

from __future__ import annotations

from typing import Annotated

from convgen.french.identifiers import check_siret, siret_figures
from convgen.french.meant import identifiers_meant
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import numeric


class Siret(str):
    """Fourteen digits, key checked."""

    __slots__ = ()


KIND = Kind(
    type=Siret,
    words="quatorze chiffres",
    read=lambda text: Siret(check_siret(text)),
    meant=identifiers_meant,
    schema=numeric(r"^\s*([0-9]\s*){14}$", 10**14 - 1),
    printed=siret_figures,
    comparison=TEXTS,
    example="200 054 781 00014",
)
SiretField = Annotated[Siret, KIND]
