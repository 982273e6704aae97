"""The Word templates of a library: each inspected once, and the Word files that nothing fills."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from convgen.faults.diagnostic import Code, Diagnostic, Severity, Span
from convgen.library.store import Library, outside
from convgen.word.charte.inspect import inspect_template

_NAME = "convention.docx"
_WORD_FILES = frozenset((".docx", ".docm", ".doc", ".dotx", ".dotm", ".dot", ".odt", ".ott"))
_BESIDE_AN_OPEN_FILE = ("~$", ".")  # what Word and LibreOffice leave there meanwhile


def faults_of_word_templates(library: Library) -> list[Diagnostic]:
    """Every fault of the house style, then of the programmes’ own templates, by name.

    A library without a house style borrows convgen’s, which is not its own to mend. Last,
    a warning for each Word file under `templates/` that no programme would ever fill.
    """
    own = _own_templates(library)
    faults = [fault for file in own for fault in _faults(library, file)]
    return [*faults, *(_never_filled(library, file) for file in _others(library, own))]


def _own_templates(library: Library) -> list[Path]:
    house = library.root / "templates" / _NAME
    found = dict.fromkeys((house, *map(library.word_template, library.programme_names())))
    return [file for file in found if file.is_relative_to(library.root) and os.path.lexists(file)]


def _faults(library: Library, file: Path) -> list[Diagnostic]:
    return inspect_template(file) if library.holds(file) else [outside(file)]


def _others(library: Library, own: list[Path]) -> Iterator[Path]:
    for file in sorted((library.root / "templates").rglob("*")):
        is_a_lock = file.name.startswith(_BESIDE_AN_OPEN_FILE)
        if file.suffix.lower() in _WORD_FILES and file not in own and not is_a_lock:
            yield file


def _never_filled(library: Library, file: Path) -> Diagnostic:
    if not library.holds(file):
        return outside(file)
    return Diagnostic(
        Code.TEMPLATE_UNUSED,
        "aucun programme ne remplit ce fichier",
        Span(file),
        f"{_way_out(library, file)}, ou sortez-le de « templates »",
        Severity.WARNING,
    )


def _way_out(library: Library, file: Path) -> str:
    templates = library.root / "templates"
    programmes = (templates / name for name in library.programme_names())
    if file.parent not in (templates, *programmes):
        return "placez-le à côté d’un « programme.yaml »"
    if os.path.lexists(file.with_name(_NAME)):
        return f"« {_NAME} » est déjà là : supprimez celui-ci"
    verb = "nommez-le" if file.suffix == ".docx" else "enregistrez-le dans Word sous le nom"
    return f"{verb} « {_NAME} »"
