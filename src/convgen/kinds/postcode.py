"""A postcode."""

from __future__ import annotations

import re
from typing import Annotated

from convgen.french.meant import identifiers_meant
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import numeric

_POSTCODE = re.compile(r"[0-9]{5}")


def _read(text: str) -> str:
    if not _POSTCODE.fullmatch(text):
        raise ValueError("un code postal a cinq chiffres, par exemple 01000")
    return text


KIND = Kind(
    type=str,
    words="cinq chiffres",
    read=_read,
    meant=identifiers_meant,
    schema=numeric(r"^[0-9]{5}$", 10**5 - 1),
    printed=str,
    comparison=TEXTS,
    example="94600",
)
Postcode = Annotated[str, KIND]
