"""Options that several commands share."""

from __future__ import annotations

import unicodedata
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

CLEAN, FAULTS = 0, 1  # exit codes; 2 is a wrong call or a failure of convgen


class OutputFormat(StrEnum):
    """How diagnostics are reported."""

    FULL = "full"
    CONCISE = "concise"
    JSON = "json"


class StateName(StrEnum):
    """The state asked for."""

    FINAL = "definitif"
    PROJECT = "projet"
    DRAFT = "brouillon"

    @classmethod
    def _missing_(cls, value: object) -> StateName | None:
        bare = unicodedata.normalize("NFD", str(value)).encode("ascii", "ignore").decode()
        return next((state for state in cls if state.value == bare.casefold()), None)


def read_state(text: str) -> StateName:
    """Read a state, accents and case aside. Raise typer.BadParameter."""
    try:
        return StateName(text)
    except ValueError:
        choices = ", ".join(StateName)
        raise typer.BadParameter(f"état inconnu : « {text} » ; au choix : {choices}") from None


def read_format(text: str) -> OutputFormat:
    """Read the name of a format. Raise typer.BadParameter."""
    try:
        return OutputFormat(text)
    except ValueError:
        choices = ", ".join(OutputFormat)
        raise typer.BadParameter(f"format inconnu : « {text} » ; au choix : {choices}") from None


State = Annotated[
    StateName,
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
ReportFormat = Annotated[
    OutputFormat,
    typer.Option(
        "--output-format",
        parser=read_format,
        metavar="FORMAT",
        help="Présentation des fautes : full (par défaut), concise ou json.",
    ),
]
