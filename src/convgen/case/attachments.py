"""The files that a case joins to itself, read once each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from convgen.case.common import common_folder
from convgen.case.files import find_file
from convgen.faults.diagnostic import Diagnostic
from convgen.french.refusal import refusal
from convgen.kinds.long_text import LongText
from convgen.kinds.other_case import OtherCase
from convgen.kinds.picture import Picture
from convgen.yaml.decoding import read_text
from convgen.yaml.source import Source

_TEXTS = (".md", ".txt")  # nothing else in a library is meant to be read in an act
_CASES = (".yaml", ".yml")
A = TypeVar("A", Picture, LongText, OtherCase)


class FaultyTextError(ValueError):
    """A joined text that cannot be used: `diagnostics` say where, in its own file.

    `advice` is the way out of the first.
    """

    def __init__(self, path: Path, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(f"« {path} » ne se lit pas : {diagnostics[0].message}")
        self.diagnostics = tuple(diagnostics)
        self.advice = diagnostics[0].help


@dataclass
class CaseFiles:
    """Reads images and texts, finds other cases, by the paths that a case writes.

    A path counts from the case's folder, then from that of its common file, then from the
    last of `roots`, the library; it leads, links followed, under one of `roots`.
    """

    case: Source
    roots: Sequence[Path]
    _read: dict[tuple[str, str], Picture | LongText | OtherCase | ValueError] = field(
        default_factory=dict
    )

    def picture(self, written: str) -> Picture:
        """The image at a path. Raises ValueError, in French."""
        return self._once("fichier image", written, _read_picture)

    def text(self, written: str) -> LongText:
        """The text at a path. Raises ValueError, in French."""
        return self._once("texte joint", written, _read_long_text)

    def other_case(self, written: str) -> OtherCase:
        """The case at a path, not yet read. Raises ValueError, in French."""
        return self._once("fichier de la fiche jointe", written, _other_case)

    @cached_property
    def _folders(self) -> tuple[Path, ...]:
        common = common_folder(self.case, self.roots)
        return (self.case.file.parent, *([common] if common else []), self.roots[-1])

    def _once(self, what: str, written: str, read: Callable[[Path], A]) -> A:
        """A case is typed twice when it has faults: its files are read, or refused, once."""
        key = what, written
        if key not in self._read:
            try:
                self._read[key] = read(find_file(written, what, self._folders, self.roots))
            except ValueError as error:
                self._read[key] = error
        found = self._read[key]
        if isinstance(found, ValueError):
            raise found
        return found  # type: ignore[return-value]


def joined_texts(value: object) -> Iterator[Path]:
    """The files of the texts that a typed case joins to itself, its own or another's."""
    if isinstance(value, LongText):
        yield value.path
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from joined_texts(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from joined_texts(item)


def _read_picture(path: Path) -> Picture:
    from convgen.case.images import read_picture  # noqa: PLC0415 - few cases have images

    return read_picture(path)


def _read_long_text(path: Path) -> LongText:
    if path.suffix.casefold() not in _TEXTS:
        raise refusal(
            "« {path} » n’est pas un fichier {texts}", path=path, texts=" ni ".join(_TEXTS)
        )
    read = read_text(path)
    if read.text is None or read.diagnostics:
        raise FaultyTextError(path, read.diagnostics)
    return LongText(path, read.text)


def _other_case(path: Path) -> OtherCase:
    if path.suffix.casefold() not in _CASES:
        raise refusal("« {path} » n’est pas une fiche {ends}", path=path, ends=" ni ".join(_CASES))
    return OtherCase(path)
