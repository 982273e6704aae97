"""`convgen check`: every fault of cases, or of a library, nothing written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from convgen.cli.library_options import announce, open_library
from convgen.cli.options import (
    CLEAN,
    FAULTS,
    Day,
    Library,
    ReportFormat,
    StateOption,
    read_count,
)
from convgen.model.state import State

HELP = (
    "Contrôle des fiches (leur programme, ses clauses, son modèle Word), ou une bibliothèque "
    "entière, sans rien écrire."
)

Paths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="CHEMIN",
        help="Des fiches, ou une bibliothèque : son dossier, une clause, un programme, un modèle "
        "Word. Sans chemin, la bibliothèque du dossier courant.",
        readable=False,
    ),
]
MostMonths = Annotated[
    int | None,
    typer.Option(
        "--revue-max",
        parser=read_count,
        metavar="MOIS",
        help="Âge de la dernière relecture au-delà duquel une clause est signalée.",
    ),
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Les avertissements comptent comme des erreurs.")
]


def check(  # noqa: PLR0913, PLR0917 - one an option
    paths: Paths = None,
    state: StateOption = State.FINAL,
    library: Library = None,
    review_max: MostMonths = None,
    today: Day = None,
    strict: Strict = False,
    output_format: ReportFormat = None,
) -> None:
    """Report every fault of each case or library; exit 1 when one of them is an error."""
    from datetime import date  # noqa: PLC0415 - `--help` stays light

    from convgen import pipeline  # noqa: PLC0415
    from convgen.cli.reporting import print_report, say  # noqa: PLC0415
    from convgen.faults.diagnostic import has_errors  # noqa: PLC0415
    from convgen.lint.headers import Review  # noqa: PLC0415
    from convgen.lint.targets import faults_at  # noqa: PLC0415

    review = None if review_max is None else Review(review_max, today or date.today())
    if not paths:
        here = open_library(library)
        announce(here)
        paths = [here.root]
    diagnostics, cases = faults_at(paths, review)
    for assembled in pipeline.assemble_cases(cases, state, library):
        diagnostics += [*assembled.diagnostics, *pipeline.template_faults(assembled)]
    print_report(diagnostics, output_format, sys.stdout)
    if not diagnostics:
        say("aucune faute")
    stops = bool(diagnostics) if strict else has_errors(diagnostics)
    raise typer.Exit(FAULTS if stops else CLEAN)
