"""A telephone number."""

from __future__ import annotations

from typing import Annotated

from convgen.french.contact import read_telephone
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT

KIND = Kind(
    type=str,
    name="telephone",
    words="numéro de téléphone",
    read=read_telephone,
    schema=TEXT,
    printed=str,
    comparison=TEXTS,
    example="01 23 45 67 89",
)
Telephone = Annotated[str, KIND]
