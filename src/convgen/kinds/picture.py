"""An image that a case joins."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from convgen.kinds.base.attachments import AttachedKind, not_read_alone
from convgen.kinds.base.schemas import TEXT


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, its bytes as they were read and checked; `width` and `height` in pixels.

    `format` is « png » or « jpeg ».
    """

    path: Path
    data: bytes = field(repr=False)
    format: str
    width: int
    height: int


KIND = AttachedKind(
    type=Picture,
    name="image",
    words="chemin d’une image PNG ou JPEG",
    read=not_read_alone,
    opened=lambda files, path: files.picture(path),
    schema=TEXT,
    printed=None,
    example="images/logo.png",
    sample="image.png",
)
PictureField = Annotated[Picture, KIND]
