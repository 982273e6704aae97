"""A year."""

from __future__ import annotations

import re
from typing import Annotated

from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import numeric

_YEAR = re.compile(r"(?:19|20)[0-9]{2}")


def _read(text: str) -> str:
    if not _YEAR.fullmatch(text.strip()):
        raise ValueError("une année a quatre chiffres, par exemple 2026")
    return text.strip()


KIND = Kind(
    type=str,
    words="année",
    read=_read,
    schema=numeric(r"^\s*(19|20)[0-9]{2}\s*$", 2099),
    printed=str,
    comparison=TEXTS,
    example="2026",
)
Year = Annotated[str, KIND]
