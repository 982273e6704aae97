"""Which library a path belongs to, and which of its faults are there."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from convgen.faults.diagnostic import Code, Diagnostic, Span, in_file_order
from convgen.library.consistency import faults_of_programme
from convgen.library.format import MARKER
from convgen.library.store import Library, find_library, outside, real
from convgen.lint.headers import Review


def faults_at(paths: Iterable[Path], review: Review | None) -> tuple[list[Diagnostic], list[Path]]:
    """The faults of the libraries that some paths are or stand in, and the paths of cases."""
    # a case needs none of it
    from convgen.lint.library import every_fault, told_once  # noqa: PLC0415

    checked: dict[Path, list[Diagnostic]] = {}
    faults: list[Diagnostic] = []
    cases: list[Path] = []
    for path in paths:
        library = library_at(path)
        if library is None:
            cases.append(path)
        elif isinstance(library, Diagnostic):
            faults.append(library)
        else:
            if library.root not in checked:
                checked[library.root] = every_fault(library, review)
            found = standing_in(path, library, checked[library.root])
            faults += told_once(in_file_order([*found, *_of_programme(path, library)]))
    return faults, cases


_ROOMS = ("clauses", "templates")  # of what a library is made; its cases are read one by one
_FILES = ("convgen.toml", "clauses/*/*.md", "templates/*/programme.yaml")


def library_at(path: Path) -> Library | Diagnostic | None:
    """The library that a path is, or stands in; None for a case; or why there is none there."""
    is_folder = os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises in a closed folder
    if not is_folder and not (_is_made_of(path) and os.path.lexists(path)):
        return None
    folder = path if is_folder else path.parent
    found = find_library(folder)
    if isinstance(found, Diagnostic):
        return found
    root = real(found.root)
    here = real(folder) if is_folder else real(folder) / path.name
    if not here.is_relative_to(root):
        return _elsewhere(path, is_folder)
    if not (_is_a_room(here, root) if is_folder else _is_read(here, root)):
        return _only_cases(path) if is_folder else _unread(path)
    return found if found.holds(path) else outside(path)


def _is_made_of(file: Path) -> bool:
    """Is this what programmes, clauses and Word templates are called? It may be misplaced."""
    named = file.name in {MARKER, "programme.yaml"}
    return named or file.suffix.lower() in {".md", ".docx"}


def _is_a_room(folder: Path, root: Path) -> bool:
    return folder == root or any(folder.is_relative_to(root / room) for room in _ROOMS)


def _is_read(file: Path, root: Path) -> bool:
    """Is this where a library looks for its files? A Word file among them is judged as one."""
    place = file.relative_to(root)
    if place.suffix.lower() == ".docx":
        return place.parts[0] == "templates"
    return any(place.match(pattern) for pattern in _FILES)


def _elsewhere(path: Path, is_folder: bool) -> Diagnostic:
    message = "ce dossier n’est pas une bibliothèque"
    if not is_folder:
        message = "ce fichier n’est dans aucune bibliothèque"
    way_out = f"nommez un dossier qui contient {MARKER}, ou une fiche"
    return Diagnostic(Code.LIBRARY_MISSING, message, Span(path), way_out)


def _only_cases(folder: Path) -> Diagnostic:
    message, way_out = "ce dossier ne contient que des fiches", f"nommez-les : {folder / '*.yaml'}"
    return Diagnostic(Code.UNREADABLE, message, Span(folder), way_out)


def _unread(file: Path) -> Diagnostic:
    return Diagnostic(
        Code.UNREADABLE,
        "ce fichier n’est ni une fiche, ni un programme, une clause ou un modèle Word à sa place",
        Span(file),
        "une clause est clauses/<thème>/<clause>.md ; un texte joint se contrôle avec sa fiche",
    )


def _of_programme(path: Path, library: Library) -> Iterator[Diagnostic]:
    """The faults of the clauses that a programme takes, where a path is the programme's."""
    here = real(path)
    for name in library.programme_names():
        folder = real(library.root / "templates" / name)
        programme, _ = library.programme(name, Span(folder))
        if programme is not None and here in (folder, folder / "programme.yaml"):
            yield from faults_of_programme(library, programme)


def standing_in(path: Path, library: Library, faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The faults of a library that stand in a file or a folder, or that lead there."""
    here = real(path)
    if path.name == MARKER or here == real(library.root):
        return list(faults)
    return [
        fault
        for fault in faults
        if any(
            real(span.file).is_relative_to(here)
            for span in (fault.span, *(note.span for note in fault.notes))
        )
    ]
