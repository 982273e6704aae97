"""A case that is watched: the files that its act comes from, as they were when it was made."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from convgen.case.files import files_told_to
from convgen.errors import ConvgenError
from convgen.library.format import MARKER
from convgen.library.store import ENVIRONMENT_VARIABLE, packaged, real
from convgen.model.amendment import InitialConvention
from convgen.pipeline import Assembled
from convgen.watching.look import Look, Signature, library_folders, signature


@dataclass(slots=True)
class WatchedCase:
    """One case; `library` is the one chosen for it, None to find it around the case.

    Paths count from `here`, even once another folder has taken its place. `is_amendment` is what
    the last act tells: amendments are judged together.
    """

    file: Path
    library: Path | None = None
    here: Path = field(default_factory=Path.cwd)
    is_amendment: bool = False
    _named: dict[Path, Signature] = field(default_factory=dict)
    _around: dict[Path, Signature] = field(default_factory=dict)

    def assembled(self, assemble: Callable[[Path], Assembled], look: Look) -> Assembled:
        """Assemble the case. Each file is signed before it is read: no later edit is missed.

        Raise ConvgenError when the folder that paths count from has gone.
        """
        self._around = {path: look.signature(path) for path in self._library_files(look)}
        self._named = {path: look.signature(path) for path in (self.here / self.file,)}
        self._stand_here()
        with files_told_to(self._sign):
            assembled = assemble(self.file)
        amended = assembled.typed and assembled.typed.value.convention_initiale
        self.is_amendment = isinstance(amended, InitialConvention)
        return assembled

    def _stand_here(self) -> None:
        try:
            os.chdir(self.here)
        except OSError as error:
            raise ConvgenError(f"le dossier courant n’est plus là : {self.here}") from error

    def _sign(self, path: Path) -> None:
        path = self.here / path
        if path not in self._named:
            self._named[path] = signature(path)

    def changes(self, look: Look) -> dict[Path, Signature]:
        """The files that are no more what they were, and what they are."""
        seen = self._around | self._named
        now = {path: look.signature(path) for path in (*seen, *self._library_files(look))}
        return {path: found for path, found in now.items() if found != seen.get(path, ())}

    def folders(self) -> Iterator[Path]:
        """The folders where something happens when one of these files changes."""
        for path in self._named:
            yield from (_nearest(path.parent), _nearest(real(path).parent))
        for root in filter(_is_library, self._library_roots()):
            yield from library_folders(root)

    def _library_files(self, look: Look) -> Iterator[Path]:
        for root in self._library_roots():
            yield from look.library_files(root)

    def _library_roots(self) -> Iterator[Path]:
        """Where the library is sought, up to the folder where it is found."""
        if self.library is not None:
            yield self.here / self.library
            return
        for folder in real(self.here / self.file).parents:
            yield folder
            if _is_library(folder):
                return
        yield self.here / (os.environ.get(ENVIRONMENT_VARIABLE) or packaged())


def _is_library(folder: Path) -> bool:
    return os.path.isfile(folder / MARKER)  # noqa: PTH113 - Path.is_file raises in a closed folder


def _nearest(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(above for above in (folder, *folder.parents) if os.path.isdir(above))  # noqa: PTH112
