"""`convgen list`: what a library holds."""

from __future__ import annotations

import sys
from textwrap import wrap
from typing import TYPE_CHECKING

import typer

from convgen.cli.french import FrenchCommand, FrenchGroup
from convgen.cli.library_options import LibraryHere, announce, open_library, tell
from convgen.cli.options import CLEAN, FAULTS, WIDTH

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from convgen.authoring.inventory import ListedClause, ListedProgramme
    from convgen.faults.diagnostic import Diagnostic

HELP = "Liste les programmes ou les clauses de la bibliothèque."

app = typer.Typer(
    cls=FrenchGroup,
    rich_markup_mode=None,
    options_metavar="[OPTIONS]",
    subcommand_metavar="COMMANDE …",
    no_args_is_help=True,
)


@app.command(cls=FrenchCommand, help="Les programmes : titre, nombre de clauses, fiches d’exemple.")
def programmes(library: LibraryHere = None) -> None:
    """Print every programme; exit 1 when one of them cannot be read."""
    from convgen.authoring.inventory import programmes_of  # noqa: PLC0415 - `--help` stays light

    found = open_library(library)
    announce(found)
    listed, faults = programmes_of(found)
    _print(map(_programme, listed), faults, otherwise="aucun programme")


@app.command(cls=FrenchCommand, help="Les clauses, par thème : version, emploi, programmes.")
def clauses(library: LibraryHere = None) -> None:
    """Print every clause by theme; exit 1 when one of them, or a programme, cannot be read."""
    from itertools import groupby  # noqa: PLC0415 - `--help` stays light

    from convgen.authoring.inventory import clauses_of  # noqa: PLC0415

    listed, faults = clauses_of(open_library(library))
    themes = groupby(listed, key=lambda clause: clause.theme)
    _print((_theme(theme, group) for theme, group in themes), faults, otherwise="aucune clause")


def _print(
    paragraphs: Iterable[Iterable[str]], faults: Sequence[Diagnostic], otherwise: str
) -> None:
    """Print paragraphs, an empty line between two, then the faults; exit 1 when there are any."""
    from convgen.cli.reporting import say  # noqa: PLC0415 - `--help` stays light

    text = "\n\n".join("\n".join(lines) for lines in paragraphs)
    if text:
        sys.stdout.write(f"{text}\n")
    elif not faults:
        say(otherwise)
    tell(faults)
    raise typer.Exit(FAULTS if faults else CLEAN)


def _programme(listed: ListedProgramme) -> Iterator[str]:
    from convgen.report.visible_text import shown_path  # noqa: PLC0415 - `--help` stays light

    clauses = f"{listed.clauses} clause{'s' * (listed.clauses > 1)}"
    cases = f"{listed.cases} fiche{'s' * (listed.cases > 1)}"
    yield listed.name
    yield from _prose(listed.title, "  ")
    yield from _prose(listed.description, "  ")
    yield from _wrapped(f"{clauses}, {cases} dans {shown_path(listed.folder)}", "  ")


def _theme(theme: str, listed: Iterable[ListedClause]) -> Iterator[str]:
    yield theme
    for one in listed:
        clause, users = one.clause, ", ".join(one.programmes)
        yield f"  {clause.name}  {clause.version}"
        yield from _prose(clause.title, "    ")
        yield from _prose(f"emploi : {clause.usage}", "    ")
        yield from _wrapped(f"dans : {users}" if users else "sans emploi", "    ")


def _prose(text: str, indent: str) -> Iterator[str]:
    from convgen.french.typography import typeset  # noqa: PLC0415 - `--help` stays light

    yield from _wrapped(typeset(text), indent)


def _wrapped(text: str, indent: str) -> Iterator[str]:
    """A text in eighty columns, below what it is about; a name is never cut."""
    yield from wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + "  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
