"""The library around the current folder, and its programmes, for commands that read no case."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from convgen.cli.options import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from convgen.faults.diagnostic import Diagnostic
    from convgen.library.programme import Programme
    from convgen.library.store import Library

ProgrammeName = Annotated[
    str,
    typer.Argument(
        metavar="PROGRAMME", help="Un programme de la bibliothèque : « convgen list programmes »."
    ),
]
LibraryHere = Annotated[
    Path | None,
    typer.Option(
        "--library", metavar="DOSSIER", help="Bibliothèque, au lieu de celle du dossier courant."
    ),
]


def open_library(chosen: Path | None) -> Library:
    """The library chosen, or around the current folder; exit 1 when there is none."""
    from convgen.faults.diagnostic import Diagnostic  # noqa: PLC0415 - `--help` stays light
    from convgen.library.store import find_library  # noqa: PLC0415

    found = find_library(Path.cwd(), chosen)
    if isinstance(found, Diagnostic):
        tell([found])
        raise typer.Exit(FAULTS)
    return found


def announce(library: Library) -> None:
    """Say which library is meant, when the call does not name it."""
    from convgen.cli.reporting import say  # noqa: PLC0415 - `--help` stays light

    say(f"bibliothèque : {library.root.resolve()}")


def open_programme(name: str, chosen: Path | None) -> Programme:
    """A programme of that library; exit 1 when it is unknown or cannot be read."""
    from convgen.faults.diagnostic import Span  # noqa: PLC0415 - `--help` stays light

    library = open_library(chosen)
    programme, faults = library.programme(name, Span(library.root / "templates"))
    if programme is None:
        tell(faults)
        raise typer.Exit(FAULTS)
    return programme


def tell(faults: Iterable[Diagnostic]) -> None:
    """Report faults of the library on standard error, which leaves the other one to data."""
    from convgen.cli.reporting import print_report  # noqa: PLC0415 - `--help` stays light

    print_report(faults, None, sys.stderr)
