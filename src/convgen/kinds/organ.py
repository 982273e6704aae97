"""An organ, with the forms that a sentence takes."""

from __future__ import annotations

from typing import Annotated

from convgen.french.designation import Designation
from convgen.french.organs import read_organ
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT


def printed(name: Designation) -> str:
    """« le conseil municipal »."""
    return name.nominative


KIND = Kind(
    type=Designation,
    words="texte",
    read=read_organ,
    schema=TEXT,
    printed=printed,
    opens_with_article=True,
)
Organ = Annotated[Designation, KIND]
