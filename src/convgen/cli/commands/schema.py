"""`convgen schema`: the JSON Schema of the cases of a programme."""

from __future__ import annotations

import sys

from convgen.cli.library_options import LibraryHere, ProgrammeName, open_programme

HELP = "Écrit le schéma JSON des fiches d’un programme, qui guide la saisie dans un éditeur."


def schema(programme: ProgrammeName, library: LibraryHere = None) -> None:
    """Print the JSON Schema of a programme's cases; exit 1 when there is no such programme."""
    opened = open_programme(programme, library)
    import json  # noqa: PLC0415 - `--help` stays light

    from convgen.authoring.schema import case_schema  # noqa: PLC0415

    sys.stdout.write(json.dumps(case_schema(opened), ensure_ascii=False, indent=2) + "\n")
