"""A text of one paragraph."""

from __future__ import annotations

import re
from typing import Annotated

from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT


def read_text(text: str) -> str:
    """Read a one-paragraph text: line breaks and runs of blanks become one space.

    >>> read_text("Ville de\\n  Nice")
    'Ville de Nice'
    """
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


KIND = Kind(
    type=str,
    name="texte",
    words="texte",
    read=read_text,
    schema=TEXT,
    printed=str,
    comparison=TEXTS,
    free=True,
)
Text = Annotated[str, KIND]
