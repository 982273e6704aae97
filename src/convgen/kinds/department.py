"""A département, by its code."""

from __future__ import annotations

from typing import Annotated

from convgen.french.courts import read_department
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT

KIND = Kind(
    type=str,
    words="code ou nom d’un département",
    read=read_department,
    schema=TEXT,
    printed=str,
    comparison=TEXTS,
    example="94",
)
Department = Annotated[str, KIND]
