"""A text in a file of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from convgen.kinds.base.attachments import AttachedKind, not_read_alone
from convgen.kinds.base.schemas import TEXT


@dataclass(frozen=True, slots=True)
class LongText:
    """A text in the clause language, in a file of its own."""

    path: Path
    text: str = field(repr=False)


KIND = AttachedKind(
    type=LongText,
    name="texte_joint",
    words="chemin d’un fichier de texte",
    read=not_read_alone,
    opened=lambda files, path: files.text(path),
    schema=TEXT,
    printed=None,
    example="annexes/fiche-de-poste.md",
    sample="texte.md",
)
LongTextField = Annotated[LongText, KIND]
