"""A library on disk: what it holds is read once and kept."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from unicodedata import normalize

from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Code, Diagnostic, Note, Span, renaming, suggestion
from convgen.library.clause import Clause
from convgen.library.clause_reading import read_clause
from convgen.library.format import MARKER, read_format
from convgen.library.mentions import THEME
from convgen.library.programme import Programme
from convgen.library.programme_reading import read_programme
from convgen.system.refusals import refused

ENVIRONMENT_VARIABLE = "CONVGEN_LIBRARY"
_PACKAGED = "bibliotheque"  # where the wheel puts the library, inside the package
_HOUSE_STYLE = "templates/convention.docx"
_SIGNS = ("templates/*/programme.yaml", "clauses/*/*.md")  # of a library, marked or not


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

    def programmes(self) -> tuple[list[Programme], list[Diagnostic]]:
        """Every programme that can be read, by name, and the faults of the others."""
        found: list[Programme] = []
        faults: list[Diagnostic] = []
        for name in self.programme_names():
            programme, unread = self.programme(name, Span(self.root / "templates" / name))
            faults += unread
            if programme is not None:
                found.append(programme)
        return found, faults

    def programme(self, name: str, span: Span) -> tuple[Programme | None, list[Diagnostic]]:
        """The programme of that name, or why there is none, reported at `span`."""
        if name not in self._programmes:
            names = self.programme_names()
            twins = [known for known in names if _folded(known) == _folded(name)]
            folder = next((known for known in twins if _composed(known) == _composed(name)), None)
            if folder is None:
                return None, [self._no_programme(name, names, span)]
            self._programmes[name] = self._read_programme(folder, twins)
        return self._programmes[name]

    def _read_programme(
        self, folder: str, twins: list[str]
    ) -> tuple[Programme | None, list[Diagnostic]]:
        if len(twins) > 1:
            return None, [_one_name([self._programme_file(twin) for twin in twins])]
        file = self._programme_file(folder)
        return read_programme(folder, file) if self.holds(file) else (None, [outside(file)])

    def _programme_file(self, folder: str) -> Path:
        return self.root / "templates" / folder / "programme.yaml"

    def _no_programme(self, name: str, names: list[str], span: Span) -> Diagnostic:
        templates = self.root / "templates"
        if (obstacle := _obstacle(templates)) is not None:
            return obstacle
        if name in _listed(templates) and (obstacle := _obstacle(templates / name)) is not None:
            return obstacle
        known = ", ".join(names) or "aucun"
        if not name:
            message = "la fiche ne nomme pas son programme"
            way_out = f"ajoutez « programme : … » ; au choix : {known}"
        else:
            message = f"programme inconnu : « {name} »"
            way_out = suggestion(name, names, f"programmes de cette bibliothèque : {known}")
        mend = renaming(span, name, names)
        return Diagnostic(Code.UNKNOWN_PROGRAMME, message, span, way_out, mend=mend)

    def clause(self, name: str, span: Span) -> tuple[Clause | None, list[Diagnostic]]:
        """The clause « theme/clause », or why there is none, reported at `span`."""
        if name not in self._clauses:
            file = self.root / "clauses" / f"{name}.md"
            if not os.path.exists(file):  # noqa: PTH110 - Path.exists raises in a closed folder
                return None, [self._no_clause(name, span)]
            self._clauses[name] = (
                read_clause(name, file) if self.holds(file) else (None, [outside(file)])
            )
        return self._clauses[name]

    def mention(self, name: str) -> Clause:
        """A text that convgen writes by itself: the library's, else that of convgen.

        Raises ConvgenError when the installation has none.
        """
        called = f"{THEME}/{name}"
        for library in (self, Library(packaged())):
            clause, _ = library.clause(called, Span(library.root / "clauses" / f"{called}.md"))
            if clause is not None:
                return clause
        raise ConvgenError(f"l’installation est incomplète : la mention « {name} » n’y est pas")

    def clauses(self) -> tuple[list[Clause], list[Diagnostic]]:
        """Every clause that can be read, by name, and the faults of the others."""
        found: list[Clause] = []
        faults: list[Diagnostic] = []
        for name in self.clause_names():
            clause, unread = self.clause(name, Span(self.root / "clauses" / f"{name}.md"))
            faults += unread
            if clause is not None:
                found.append(clause)
        return found, faults

    def without_programmes(self) -> Diagnostic | None:
        """Why nothing can be said of a library: no programme, or none that lets itself be read."""
        templates = self.root / "templates"
        if (obstacle := _obstacle(templates)) is not None:
            return obstacle
        for name in sorted(_listed(templates)):
            folder = templates / name
            if folder.is_dir() and (obstacle := _obstacle(folder)) is not None:
                return obstacle
        if self.programme_names():
            return None
        message = "cette bibliothèque n’a aucun programme"
        way_out = "créez templates/<nom>/programme.yaml"
        return Diagnostic(Code.LIBRARY_MISSING, message, Span(templates), way_out)

    def _no_clause(self, name: str, span: Span) -> Diagnostic:
        clauses = self.root / "clauses"
        for folder in (clauses, (clauses / name).parent):
            if (obstacle := _obstacle(folder)) is not None:
                return obstacle
        way_out = suggestion(name, self.clause_names(), f"créez clauses/{name}.md")
        return Diagnostic(Code.CLAUSE_MISSING, f"clause introuvable : « {name} »", span, way_out)

    def clause_names(self) -> Iterator[str]:
        """The clauses of this library, « theme/clause »."""
        for file in sorted(self.root.glob("clauses/*/*.md")):
            yield f"{file.parent.name}/{file.stem}"

    def word_template(self, programme: str) -> Path:
        """The Word template of a programme: its own, else the house style, else convgen's."""
        own = self.root / "templates" / programme / "convention.docx"
        for file in (own, self.root / _HOUSE_STYLE):
            if os.path.lexists(file):  # a link that leads nowhere is told, not passed over
                return file
        return packaged() / _HOUSE_STYLE

    def holds(self, file: Path) -> bool:
        """False for a file that a symbolic link leads out of the library."""
        if file not in self._held:
            inside = real(file).is_relative_to(real(self.root))
            self._held[file] = inside or file == packaged() / _HOUSE_STYLE
        return self._held[file]


def real(path: Path) -> Path:
    """Where a path leads, links followed; a loop of links leads to itself."""
    return Path(os.path.realpath(path))


def outside(file: Path) -> Diagnostic:
    """The fault of a file that the library does not hold."""
    message = f"« {file.name} » est hors de la bibliothèque (lien symbolique)"
    folder = Span(file.parent)  # a report quotes the file of a span: not that one
    return Diagnostic(Code.UNREADABLE, message, folder, "copiez-le dans la bibliothèque")


def packaged() -> Path:
    """The library that comes with convgen: inside the package, or the checkout around it."""
    package = Path(__file__).resolve().parents[1]
    installed = package / _PACKAGED
    return installed if installed.is_dir() else package.parents[1]


def find_library(start: Path, chosen: Path | None = None) -> Library | Diagnostic:
    """The library of a case: `chosen`, the one around it, the environment's, convgen's own.

    `start` is a file or a folder. A folder around it that looks like a library, and is not
    marked as one, is a fault: another library would write another act.
    """
    if chosen is not None:
        return _marked(chosen, "--library")
    try:
        absolute = start.resolve()
    except (OSError, RuntimeError):  # a loop of links: reading it will say so
        absolute = start.absolute()
    for folder in (absolute, *absolute.parents):
        if _is_marked(folder):
            return _opened(_shown(folder))
        if _looks_like_one(folder):
            return _without_marker(_shown(folder))
    named = os.environ.get(ENVIRONMENT_VARIABLE)
    if named:
        return _marked(Path(named), ENVIRONMENT_VARIABLE)
    return _opened(_shown(packaged())) if _is_marked(packaged()) else _broken_installation()


def _marked(folder: Path, origin: str) -> Library | Diagnostic:
    if _is_marked(folder):
        return _opened(folder)
    if (obstacle := _obstacle(folder)) is not None:
        return obstacle
    if _looks_like_one(folder):
        return _without_marker(folder)
    missing = f"{MARKER} n’y est pas" if folder.exists() else "ce dossier n’existe pas"
    message = f"{folder} n’est pas une bibliothèque : {missing}"
    return _missing(message, folder / MARKER, f"vérifiez {origin}")


def _opened(folder: Path) -> Library | Diagnostic:
    """The library, unless its format cannot be known."""
    unknown = (fault for fault in read_format(folder).faults if fault.is_error)
    return next(unknown, None) or Library(folder)


def _is_marked(folder: Path) -> bool:
    return os.path.isfile(folder / MARKER)  # noqa: PTH113 - Path.is_file raises in a closed folder


def _looks_like_one(folder: Path) -> bool:
    return any(any(folder.glob(sign)) for sign in _SIGNS)


def _without_marker(folder: Path) -> Diagnostic:
    message = "ce dossier a des programmes ou des clauses, mais rien n’en fait une bibliothèque"
    way_out = f"créez-y un fichier {MARKER}, même vide, ou donnez --library DOSSIER"
    return _missing(message, folder / MARKER, way_out)


def _broken_installation() -> Diagnostic:
    file = Path(__file__).resolve().parents[1] / _PACKAGED / MARKER
    message = "la bibliothèque livrée avec convgen n’est pas là : l’installation est incomplète"
    return _missing(message, file, "réinstallez convgen, ou donnez --library DOSSIER")


def _missing(message: str, marker: Path, way_out: str) -> Diagnostic:
    return Diagnostic(Code.LIBRARY_MISSING, message, Span(marker), way_out)


def _one_name(files: list[Path]) -> Diagnostic:
    """Folders that the disk of a Mac or of Windows takes for one: which is meant is not sure."""
    *others, last = files
    return Diagnostic(
        Code.PROGRAMME_FAULT,
        f"un autre programme porte le nom « {last.parent.name} », à la casse ou au codage des "
        "accents près",
        Span(last),
        "renommez l’un de leurs dossiers, ou supprimez-le",
        notes=tuple(Note(f"« {file.parent.name} » est ici", Span(file)) for file in others),
    )


def _composed(name: str) -> str:
    """A name whose accents are coded in one way: a Mac writes « é » as two characters."""
    return normalize("NFC", name)


def _folded(name: str) -> str:
    return _composed(_composed(name).casefold())


def _listed(folder: Path) -> list[str]:
    return [entry.name for entry in folder.iterdir()] if folder.is_dir() else []


def _obstacle(folder: Path) -> Diagnostic | None:
    """Why what stands in the place of a folder cannot be read as one, if so."""
    try:
        with os.scandir(folder):
            return None
    except FileNotFoundError:
        if not folder.is_symlink():
            return None
        message, way_out = "ce lien ne mène nulle part", "copiez le dossier à sa place"
    except NotADirectoryError:
        message, way_out = "c’est un fichier, pas un dossier", "mettez un dossier à sa place"
    except OSError as error:
        message, way_out = f"lecture refusée : {refused(error)}", "faites-vous ouvrir ce dossier"
    return Diagnostic(Code.UNREADABLE, message, Span(folder), way_out)


def _shown(folder: Path) -> Path:
    """The folder as it reads best: relative when it stands at or below the current one."""
    current = Path.cwd()
    return folder.relative_to(current) if folder.is_relative_to(current) else folder
