"""A text of one paragraph."""

from __future__ import annotations

import re
from typing import Annotated, Final

from convgen.french.openings import opening_of
from convgen.french.refusal import refusal
from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT

_ADVICE: Final = (
    "écrivez-le en une phrase ; pour plusieurs alinéas ou une liste, le programme déclare le champ "
    "« alineas », ou prend un texte joint"
)


def read_text(text: str) -> str:
    """Read a one-paragraph text: line breaks and runs of blanks become one space.

    Raise ValueError for several paragraphs, or a list.

    >>> read_text("Ville de\\n  Nice")
    'Ville de Nice'
    """
    lines = text.strip("\n").split("\n")
    if len(lines) > 1 and any(_stands_apart(line.strip()) for line in lines):
        raise refusal("ce texte tient en un alinéa, sans ligne vide ni liste", _ADVICE)
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")


def _stands_apart(line: str) -> bool:
    """Is this no piece of a sentence: a blank line, an item of a list, a line of a table?"""
    return not line or line[0] in "|#>" or "\t" in line or opening_of(line) is not None


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
