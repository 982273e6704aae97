"""Another case, which this one joins."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from convgen.kinds.base.attachments import AttachedKind, not_read_alone
from convgen.kinds.base.schemas import TEXT


@dataclass(frozen=True, slots=True)
class OtherCase:
    """A case that this one joins: what it tells is merged under what this one writes."""

    path: Path


KIND = AttachedKind(
    type=OtherCase,
    words="chemin d’une fiche",
    read=not_read_alone,
    opened=lambda files, path: files.other_case(path),
    schema=TEXT,
    printed=None,
    example="../autre/fiche.yaml",
)
OtherCaseField = Annotated[OtherCase, KIND]
