"""A library on disk: what it holds is read once and kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from convgen.diagnostics import Code, Diagnostic, Span, suggestion
from convgen.library.clause import Clause
from convgen.library.clause_reading import read_clause
from convgen.library.programme import Programme
from convgen.library.reading import read_programme

MARKER = "convgen.toml"
ENVIRONMENT_VARIABLE = "CONVGEN_LIBRARY"


@dataclass
class Library:
    """A folder marked by `convgen.toml`, with the programmes and clauses read so far.

    `checked` keeps the faults of the programmes already held against their clauses.
    """

    root: Path
    checked: dict[str, tuple[Diagnostic, ...]] = field(default_factory=dict)
    _held: dict[Path, bool] = field(default_factory=dict)
    _programmes: dict[str, tuple[Programme | None, list[Diagnostic]]] = field(default_factory=dict)
    _clauses: dict[str, tuple[Clause | None, list[Diagnostic]]] = field(default_factory=dict)

    def programme_names(self) -> list[str]:
        """The programmes of this library, in alphabetical order."""
        return sorted(file.parent.name for file in self.root.glob("templates/*/programme.yaml"))

    def programme(self, name: str, span: Span) -> tuple[Programme | None, list[Diagnostic]]:
        """The programme of that name, or why there is none, reported at `span`."""
        names = self.programme_names()
        if not name:
            message = "la fiche ne nomme pas son programme"
            way_out = f"ajoutez « programme : … » ; au choix : {', '.join(names) or 'aucun'}"
            return None, [Diagnostic(Code.UNKNOWN_PROGRAMME, message, span, way_out)]
        if name not in names:
            known = f"programmes de cette bibliothèque : {', '.join(names) or 'aucun'}"
            way_out = suggestion(name, names, known)
            message = f"programme inconnu : « {name} »"
            return None, [Diagnostic(Code.UNKNOWN_PROGRAMME, message, span, way_out)]
        if name not in self._programmes:
            file = self.root / "templates" / name / "programme.yaml"
            self._programmes[name] = (
                read_programme(name, file) if self.holds(file) else (None, [outside(file)])
            )
        return self._programmes[name]

    def clause(self, name: str, span: Span) -> tuple[Clause | None, list[Diagnostic]]:
        """The clause « theme/clause », or why there is none, reported at `span`."""
        if name not in self._clauses:
            file = self.root / "clauses" / f"{name}.md"
            if not file.exists():
                way_out = suggestion(name, self.clause_names(), f"créez clauses/{name}.md")
                message = f"clause introuvable : « {name} »"
                return None, [Diagnostic(Code.CLAUSE_MISSING, message, span, way_out)]
            self._clauses[name] = (
                read_clause(name, file) if self.holds(file) else (None, [outside(file)])
            )
        return self._clauses[name]

    def clause_names(self) -> Iterator[str]:
        """The clauses of this library, « theme/clause »."""
        for file in sorted(self.root.glob("clauses/*/*.md")):
            yield f"{file.parent.name}/{file.stem}"

    def word_template(self, programme: str) -> Path:
        """The Word template of a programme: its own, else the house style."""
        own = self.root / "templates" / programme / "convention.docx"
        return own if own.exists() else self.root / "templates" / "convention.docx"

    def holds(self, file: Path) -> bool:
        """False for a file that a symbolic link leads out of the library."""
        if file not in self._held:
            self._held[file] = file.resolve().is_relative_to(self.root.resolve())
        return self._held[file]


def outside(file: Path) -> Diagnostic:
    """The fault of a file that the library does not hold."""
    message = "ce fichier est hors de la bibliothèque (lien symbolique)"
    return Diagnostic(Code.UNREADABLE, message, Span(file), "copiez-le dans la bibliothèque")


def find_library(start: Path, chosen: Path | None = None) -> Library | Diagnostic:
    """The library of a case: `chosen`, else the one around it, else the environment's.

    `start` is a file or a folder.
    """
    if chosen is not None:
        return _marked(chosen, "--library")
    try:
        absolute = start.resolve()
    except (OSError, RuntimeError):  # a loop of links: reading it will say so
        absolute = start.absolute()
    for folder in (absolute, *absolute.parents):
        if (folder / MARKER).is_file():
            return Library(_shown(folder))
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        return _marked(Path(named), ENVIRONMENT_VARIABLE)
    return Diagnostic(
        Code.LIBRARY_MISSING,
        "aucune bibliothèque trouvée autour de cette fiche",
        Span(start),
        f"placez la fiche sous un dossier qui contient {MARKER}, ou donnez --library DOSSIER",
    )


def _marked(folder: Path, origin: str) -> Library | Diagnostic:
    if (folder / MARKER).is_file():
        return Library(folder)
    return Diagnostic(
        Code.LIBRARY_MISSING,
        f"{folder} n’est pas une bibliothèque : {MARKER} n’y est pas",
        Span(folder / MARKER),
        f"vérifiez {origin}",
    )


def _shown(folder: Path) -> Path:
    """The folder as it reads best: relative when it stands at or below the current one."""
    current = Path.cwd()
    return folder.relative_to(current) if folder.is_relative_to(current) else folder
