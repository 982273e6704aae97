"""An administrative court, by its town."""

from __future__ import annotations

from typing import Annotated

from convgen.french.courts import read_court
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT

KIND = Kind(
    type=str,
    words="nom d’une ville",
    read=read_court,
    schema=TEXT,
    printed=str,
    comparison=TEXTS,
    example="Paris",
)
CourtName = Annotated[str, KIND]
