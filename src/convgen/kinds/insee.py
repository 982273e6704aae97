"""The INSEE code of a commune."""

from __future__ import annotations

from typing import Annotated

from convgen.french.courts import court_of_commune
from convgen.french.meant import identifiers_meant
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import numeric


def _read(text: str) -> str:
    court_of_commune(text)  # which knows every département
    return text


KIND = Kind(
    type=str,
    words="cinq caractères",
    read=_read,
    meant=identifiers_meant,
    schema=numeric(r"^([0-9]{2}|2[AB])[0-9]{3}$", 10**5 - 1),
    printed=str,
    comparison=TEXTS,
    example="94022",
)
Insee = Annotated[str, KIND]
