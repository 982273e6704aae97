"""Files that a case names: found inside the folders that it may read, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path, PureWindowsPath
from typing import Final

from convgen.case.spellings import at_a_glance, composed, spelt_on_disk

_NEAR: Final = (
    "vouliez-vous dire « {} » ? ce fichier-là existe : son nom diffère d’une apostrophe, d’une "
    "espace, d’un tiret ou d’une majuscule"
)

_told: ContextVar[Callable[[Path], object]] = ContextVar("_told", default=lambda _path: None)


class FileRefusedError(ValueError):
    """A file that a case may not name. Both texts are French."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


@dataclass
class _Search:
    """The folders where files may be, and what was met while one was looked for.

    `inside` is true when a path has led under one of `roots`, `led_out` when one has led to a
    file elsewhere.
    """

    roots: Sequence[Path]
    inside: bool = False
    led_out: bool = False

    def holds(self, path: Path) -> bool:
        """True for a path, its links followed, under one of the roots."""
        return any(path.is_relative_to(root) for root in self.roots)

    def file_at(self, path: Path) -> Path | None:
        """The file at a path, its links followed; None when it is not there, or elsewhere."""
        named, path = path, path.resolve()
        held = self.holds(path)
        if held:
            _told.get()(named)
        there = path.is_file()
        self.inside, self.led_out = self.inside or held, self.led_out or (there and not held)
        return path if held and there else None

    def otherwise(
        self, written: str, folders: Iterable[Path], same: Callable[[str], str]
    ) -> tuple[str, Path] | None:
        """The first file whose path is as good as what is written: how it is spelt, where it is."""
        for folder in folders:
            spelt = spelt_on_disk(written, folder, same, self.holds)
            path = self.file_at(folder / spelt) if spelt else None
            if path is not None:
                return spelt, path
        return None


@contextmanager
def files_told_to(listener: Callable[[Path], object]) -> Iterator[None]:
    """Tell each path where a case may have a file, before it is looked at: it may not be there."""
    token = _told.set(listener)
    try:
        yield
    finally:
        _told.reset(token)


def find_file(written: str, what: str, folders: Sequence[Path], roots: Sequence[Path]) -> Path:
    """Find a file by its path, which counts from each of `folders` in turn.

    It must stand, links followed, under one of `roots`. Accents are the same however a disk
    codes them. `what` names it in French (« fichier commun »). The path is relative to the
    current folder where it can be. Raises FileRefusedError.
    """
    if PureWindowsPath(written).anchor or "\\" in written:
        advice = "donnez-le à partir du dossier de la fiche, avec des « / »"
        raise FileRefusedError(f"le chemin du {what} n’est pas un chemin relatif", advice)
    try:
        search = _Search([root.resolve() for root in roots])
        exact = (search.file_at(folder / written) for folder in folders)
        found = next((path for path in exact if path is not None), None)
        if found is None and (same := search.otherwise(written, folders, composed)):
            found = same[1]
    except (OSError, RuntimeError, ValueError):
        raise FileRefusedError(f"le chemin du {what} ne mène nulle part", "vérifiez-le") from None
    if found is None:
        raise _not_found(written, what, folders, search)
    here = Path.cwd()
    return found.relative_to(here) if found.is_relative_to(here) else found


def _not_found(
    written: str, what: str, folders: Sequence[Path], search: _Search
) -> FileRefusedError:
    if search.inside and not search.led_out:
        near = search.otherwise(written, folders, at_a_glance)
        advice = _NEAR.format(near[0]) if near else "vérifiez le chemin"
        return FileRefusedError(f"{what} introuvable : « {written} »", advice)
    message = f"le {what} est hors de la bibliothèque et du dossier de la fiche"
    return FileRefusedError(message, "déplacez-le dans la bibliothèque")
