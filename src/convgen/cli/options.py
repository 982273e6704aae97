"""Options that several commands share."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from convgen.model.state import State
from convgen.report.format_names import FORMATS

E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

WIDTH = 80  # columns of what a command prints, whatever the terminal
CLEAN, FAULTS = 0, 1  # exit codes; 2 is a wrong call or a failure of convgen


def read_state(text: str) -> State:
    """Read a state, accents and case aside. Raise typer.BadParameter."""
    bare = unicodedata.normalize("NFD", text).encode("ascii", "ignore").decode().casefold()
    return one_of(State, bare, f"état inconnu : « {text} »")


def read_format(text: str) -> str:
    """Read the name of a format. Raise typer.BadParameter."""
    if text not in FORMATS:
        raise typer.BadParameter(f"format inconnu : « {text} » ; au choix : {', '.join(FORMATS)}")
    return text


def read_day(text: str) -> date:
    """Read a date. Raise typer.BadParameter."""
    from convgen.french.reading import read_date  # noqa: PLC0415 - `--help` stays light

    return _read(read_date, text)


def read_count(text: str) -> int:
    """Read a whole number, not negative. Raise typer.BadParameter."""
    from convgen.french.reading import read_integer  # noqa: PLC0415 - `--help` stays light

    return _read(read_integer, text)


def _read(reader: Callable[[str], T], text: str) -> T:
    """What a reader of values makes of a text, its refusal that of the call."""
    try:
        return reader(text)
    except ValueError as error:
        raise typer.BadParameter(str(error)) from None


def one_of(choices: type[E], text: str, wrong: str) -> E:
    """The choice that a text names. Raise typer.BadParameter."""
    try:
        return choices(text)
    except ValueError:
        raise typer.BadParameter(f"{wrong} ; au choix : {', '.join(choices)}") from None


Cases = Annotated[
    list[Path],
    # what cannot be read is told like the faults of a case, in French
    typer.Argument(metavar="FICHE", help="Une ou plusieurs fiches YAML.", readable=False),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="CHEMIN",
        help="Fichier .docx, ou dossier ; par défaut, à côté de la fiche.",
    ),
]
StateOption = Annotated[
    State,
    typer.Option(
        "--etat",
        parser=read_state,
        metavar="ÉTAT",
        help="definitif (par défaut : rien ne manque), projet (annexé à la délibération) "
        "ou brouillon.",
    ),
]
Library = Annotated[
    Path | None,
    typer.Option("--library", metavar="DOSSIER", help="Bibliothèque, si la fiche n’y est pas."),
]
Force = Annotated[bool, typer.Option("--force", help="Remplace un fichier qui existe déjà.")]
Day = Annotated[
    date | None,
    typer.Option(
        "--aujourdhui",
        parser=read_day,
        metavar="DATE",
        help="Date du contrôle, au lieu de celle du jour.",
    ),
]
ReportFormat = Annotated[
    str | None,
    typer.Option(
        "--output-format",
        parser=read_format,
        metavar="FORMAT",
        help=f"Présentation des fautes : {', '.join(FORMATS)} ; full par défaut, github dans une "
        "action GitHub.",
    ),
]
