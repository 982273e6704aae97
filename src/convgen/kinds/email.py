"""An electronic address."""

from __future__ import annotations

from typing import Annotated

from convgen.french.contact import read_email
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT

KIND = Kind(
    type=str,
    name="courriel",
    words="adresse électronique",
    read=read_email,
    schema=TEXT,
    printed=str,
    comparison=TEXTS,
    example="contact@exemple.fr",
)
Email = Annotated[str, KIND]
