"""`convgen check`: every fault of a case, nothing written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from convgen.cli.options import CLEAN, FAULTS, Library, OutputFormat, ReportFormat, State, StateName

HELP = "Contrôle des fiches, leur programme, ses clauses et son modèle Word, sans rien écrire."

Cases = Annotated[list[Path], typer.Argument(metavar="FICHE", help="Une ou plusieurs fiches YAML.")]


def check(
    cases: Cases,
    state: State = StateName.FINAL,
    library: Library = None,
    output_format: ReportFormat = OutputFormat.FULL,
) -> None:
    """Report every fault of each case; exit 1 when one of them is an error."""
    from convgen import pipeline  # noqa: PLC0415 - `--help` stays light
    from convgen.cli.reporting import print_report, say  # noqa: PLC0415
    from convgen.diagnostics import has_errors  # noqa: PLC0415
    from convgen.model.state import State as ModelState  # noqa: PLC0415

    diagnostics = []
    for case in cases:
        assembled = pipeline.assemble_case(case, ModelState(state.value), library)
        diagnostics += [*assembled.diagnostics, *pipeline.template_faults(assembled)]
    print_report(diagnostics, output_format, sys.stdout)
    if not diagnostics:
        say("aucune faute")
    raise typer.Exit(FAULTS if has_errors(diagnostics) else CLEAN)
