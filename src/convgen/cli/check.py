"""`convgen check`: every fault of a case, nothing written."""

from __future__ import annotations

import sys

import typer

from convgen.cli.options import CLEAN, FAULTS, Cases, Library, ReportFormat, StateOption
from convgen.model.state import State
from convgen.report.names import Format

HELP = "Contrôle des fiches, leur programme, ses clauses et son modèle Word, sans rien écrire."


def check(
    cases: Cases,
    state: StateOption = State.FINAL,
    library: Library = None,
    output_format: ReportFormat = Format.FULL,
) -> None:
    """Report every fault of each case; exit 1 when one of them is an error."""
    from convgen import pipeline  # noqa: PLC0415 - `--help` stays light
    from convgen.cli.reporting import print_report, say  # noqa: PLC0415
    from convgen.diagnostics import has_errors  # noqa: PLC0415

    diagnostics = []
    for assembled in pipeline.assemble_cases(cases, state, library):
        diagnostics += [*assembled.diagnostics, *pipeline.template_faults(assembled)]
    print_report(diagnostics, output_format, sys.stdout)
    if not diagnostics:
        say("aucune faute")
    raise typer.Exit(FAULTS if has_errors(diagnostics) else CLEAN)
