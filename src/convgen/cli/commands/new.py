"""`convgen new`: a commented case to fill."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from convgen.cli.library_options import LibraryHere, ProgrammeName, open_programme, tell
from convgen.cli.options import FAULTS

HELP = "Écrit une fiche à remplir, où chaque champ d’un programme est expliqué."

Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FICHIER",
        help="Fiche à créer, jamais remplacée ; par défaut, la sortie standard.",
    ),
]


def new(programme: ProgrammeName, output: Output = None, library: LibraryHere = None) -> None:
    """Write a commented case of a programme; exit 1 when there is none, or the file is there."""
    opened = open_programme(programme, library)
    from convgen.authoring.commented import commented_case  # noqa: PLC0415 - `--help` stays light

    text = commented_case(opened)
    if output is None:
        sys.stdout.write(text)
        return
    from convgen.output.written_file import write_file  # noqa: PLC0415 - `--help` stays light

    faults = write_file(text.encode(), output, overwrite=False, replaceable=False)
    tell(faults)
    if faults:
        raise typer.Exit(FAULTS)
