"""`convgen new`: a commented case to fill."""

from __future__ import annotations

import sys

from convgen.cli.opening import LibraryHere, ProgrammeName, open_programme

HELP = "Écrit une fiche à remplir, où chaque champ d’un programme est expliqué."


def new(programme: ProgrammeName, library: LibraryHere = None) -> None:
    """Print a commented case of a programme; exit 1 when there is no such programme."""
    opened = open_programme(programme, library)
    from convgen.authoring.commented import commented_case  # noqa: PLC0415 - `--help` stays light

    sys.stdout.write(commented_case(opened))
