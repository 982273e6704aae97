"""How an act calls a party."""

from __future__ import annotations

from typing import Annotated

from convgen.french.designation import Designation
from convgen.french.naming import read_designation
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT
from convgen.kinds.organ import printed

KIND = Kind(
    type=Designation,
    words="texte",
    read=read_designation,
    schema=TEXT,
    printed=printed,
    opens_with_article=True,
)
CalledBy = Annotated[Designation, KIND]
