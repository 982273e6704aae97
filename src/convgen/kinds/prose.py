"""A text of several paragraphs, as it was typed."""

from __future__ import annotations

from typing import Annotated

from convgen.kinds.base.comparison import TEXTS
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import TEXT

KIND = Kind(
    type=str,
    words="texte, en plusieurs alinéas après « | » et en retrait",
    read=str,
    schema=TEXT,
    printed=str,
    comparison=TEXTS,
    free=True,
)
Prose = Annotated[str, KIND]
