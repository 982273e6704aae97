"""Which library a path belongs to, and which of its faults are there."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from convgen.diagnostics import Code, Diagnostic, Span
from convgen.library.store import MARKER, Library, find_library
from convgen.lint.headers import Review


def faults_at(paths: Iterable[Path], review: Review | None) -> tuple[list[Diagnostic], list[Path]]:
    """The faults of the libraries that some paths are or stand in, and the paths of cases."""
    from convgen.lint.library import faults_of_library  # noqa: PLC0415 - a case needs none of it

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
                checked[library.root] = faults_of_library(library, review)
            faults += standing_in(path, library, checked[library.root])
    return faults, cases


_ROOMS = ("clauses", "templates")  # of what a library is made; its cases are read one by one


def library_at(path: Path) -> Library | Diagnostic | None:
    """The library that a path is, or stands in; None for a case; or why there is none there."""
    if not path.is_dir() and path.name != MARKER and not _is_made_of(path):
        return None
    folder = path if path.is_dir() else path.parent
    found = find_library(folder)
    if isinstance(found, Diagnostic):
        return found
    root, here = found.root.resolve(), folder.resolve()
    if here == root or any(here.is_relative_to(root / room) for room in _ROOMS):
        return found
    if here.is_relative_to(root):
        way_out = f"nommez-les : {path / '*.yaml'}"
        return Diagnostic(
            Code.UNREADABLE, "ce dossier ne contient que des fiches", Span(path), way_out
        )
    return Diagnostic(
        Code.LIBRARY_MISSING,
        "ce dossier n’est pas une bibliothèque",
        Span(path),
        f"nommez celui qui contient {MARKER}, ou une fiche",
    )


def _is_made_of(file: Path) -> bool:
    """Is this what programmes, clauses and Word templates are called? It may be misplaced."""
    return file.name == "programme.yaml" or file.suffix.lower() in {".md", ".docx"}


def standing_in(path: Path, library: Library, faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The faults of a library that stand in a file or a folder, or that lead there."""
    here = path.resolve()
    if path.name == MARKER or here == library.root.resolve():
        return list(faults)
    return [
        fault
        for fault in faults
        if any(
            span.file.resolve().is_relative_to(here)
            for span in (fault.span, *(note.span for note in fault.notes))
        )
    ]
