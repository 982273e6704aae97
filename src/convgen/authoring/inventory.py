"""What a library holds, and where each clause is used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from convgen.faults.diagnostic import Diagnostic
from convgen.library.clause import Clause
from convgen.library.mentions import SCOPES, THEME
from convgen.library.programme import Programme
from convgen.library.store import Library

_VALUE = re.compile(r"\{\{.*?\}\}")


@dataclass(frozen=True, slots=True)
class ListedProgramme:
    """A programme: `title` shows « … » where a value goes; `clauses` counts those of its plan.

    `folder` is where its example cases are, `cases` how many.
    """

    name: str
    title: str
    description: str
    clauses: int
    folder: Path
    cases: int


@dataclass(frozen=True, slots=True)
class ListedClause:
    """A clause, and the programmes whose plan names it."""

    clause: Clause
    programmes: tuple[str, ...]

    @property
    def theme(self) -> str:
        """The folder of the clause."""
        return self.clause.name.partition("/")[0]


def programmes_of(library: Library) -> tuple[list[ListedProgramme], list[Diagnostic]]:
    """Every programme that can be read, by name, and the faults of the others."""
    programmes, faults = library.programmes()
    return [_listed(library, programme) for programme in programmes], faults


def clauses_of(library: Library) -> tuple[list[ListedClause], list[Diagnostic]]:
    """Every clause that can be read, by name, and what keeps the others, or a plan, from it."""
    programmes, faults = library.programmes()
    used: dict[str, list[str]] = {}
    for programme in programmes:
        for name in _names(programme):
            used.setdefault(name, []).append(programme.name)
    clauses, unread = library.clauses()
    for name in SCOPES:
        used.setdefault(f"{THEME}/{name}", ["tout acte qui en a l’usage"])
    listed = [ListedClause(clause, tuple(used.get(clause.name, ()))) for clause in clauses]
    return listed, [*faults, *unread, *_missing(library, programmes)]


def _names(programme: Programme) -> dict[str, None]:
    return dict.fromkeys(use.clause for _, use in programme.uses())


def _missing(library: Library, programmes: list[Programme]) -> Iterator[Diagnostic]:
    """The clauses that a plan names and the library has not."""
    present = set(library.clause_names())
    for programme in programmes:
        for _, use in programme.uses():
            if use.clause not in present:
                yield from library.clause(use.clause, use.span)[1]


def _listed(library: Library, programme: Programme) -> ListedProgramme:
    folder = library.root / "cases" / programme.name
    return ListedProgramme(
        name=programme.name,
        title=_VALUE.sub("…", programme.title.body),
        description=programme.description,
        clauses=len(_names(programme)),
        folder=folder,
        cases=len(list(folder.glob("*.yaml"))),
    )
