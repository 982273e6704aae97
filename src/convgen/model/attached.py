"""What a case joins to itself: images, texts in files of their own, other cases."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol


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


@dataclass(frozen=True, slots=True)
class LongText:
    """A text in the clause language, in a file of its own."""

    path: Path
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OtherCase:
    """A case that this one joins: what it tells is laid under what this one writes."""

    path: Path


class Figure(NamedTuple):
    """An image as an act shows it, with the words that stand for it (« alternative text »)."""

    picture: Picture
    description: str


class Attachments(Protocol):
    """Where the files that a case names are read. Each raises ValueError, in French."""

    def picture(self, written: str) -> Picture:
        """The image at a path, as the case writes it."""

    def text(self, written: str) -> LongText:
        """The text at a path, as the case writes it."""

    def other_case(self, written: str) -> OtherCase:
        """The case at a path, as this one writes it."""
