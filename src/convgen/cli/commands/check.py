"""`convgen check`: every fault of cases, or of a library; nothing is written but by `--fix`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

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

if TYPE_CHECKING:
    from collections.abc import Callable

    from convgen.faults.diagnostic import Diagnostic
    from convgen.lint.headers import Review
    from convgen.mending.mending import Checked

HELP = (
    "Contrôle des fiches (leur programme, ses clauses, son modèle Word), ou une bibliothèque "
    "entière, sans rien écrire (hors --fix)."
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
Fix = Annotated[
    bool,
    typer.Option("--fix", help="Corrige dans les fichiers nommés ce qui n’a qu’une issue sûre."),
]
Diff = Annotated[
    bool,
    typer.Option("--diff", help="Montre ce que --fix changerait d’abord, sans rien écrire."),
]


def check(  # noqa: PLR0913, PLR0917 - one an option
    paths: Paths = None,
    state: StateOption = State.FINAL,
    library: Library = None,
    review_max: MostMonths = None,
    today: Day = None,
    strict: Strict = False,
    fix: Fix = False,
    diff: Diff = False,
    output_format: ReportFormat = None,
) -> None:
    """Report every fault of each case or library; exit 1 when one of them is an error.

    With `--fix`, what can be mended is, and the rest is told; with `--diff`, it is shown.
    """
    from datetime import date  # noqa: PLC0415 - `--help` stays light
    from functools import partial  # noqa: PLC0415

    from convgen.cli.reporting import print_report, say  # noqa: PLC0415
    from convgen.faults.diagnostic import has_errors  # noqa: PLC0415
    from convgen.lint.headers import Review  # noqa: PLC0415

    review = None if review_max is None else Review(review_max, today or date.today())
    if fix and diff:
        raise typer.BadParameter("--diff montre, --fix écrit : choisissez", param_hint="--fix")
    if not paths:
        here = open_library(library)
        if fix and library is None and not Path.cwd().is_relative_to(here.root.resolve()):
            raise typer.BadParameter("nommez ce qu’il faut corriger", param_hint="--fix")
        announce(here)
        paths = [here.root]
    told = partial(_every_fault, paths, review, state, library)
    if diff:
        raise typer.Exit(_show_changes(told(), paths))
    diagnostics = _mended(told, paths) if fix else told().faults
    print_report(diagnostics, output_format, sys.stdout)
    if not diagnostics:
        say("aucune faute")
    stops = bool(diagnostics) if strict else has_errors(diagnostics)
    raise typer.Exit(FAULTS if stops else CLEAN)


def _every_fault(
    paths: list[Path], review: Review | None, state: State, library: Path | None
) -> Checked:
    from convgen import pipeline  # noqa: PLC0415 - `--help` stays light
    from convgen.case.attachments import joined_texts  # noqa: PLC0415
    from convgen.lint.targets import faults_at  # noqa: PLC0415
    from convgen.mending.mending import Checked  # noqa: PLC0415

    diagnostics, cases = faults_at(paths, review)
    texts: list[Path] = []
    for assembled in map(pipeline.assembler(state, library), cases):
        diagnostics += [*assembled.diagnostics, *pipeline.template_faults(assembled)]
        if assembled.typed is not None:
            texts += joined_texts(assembled.typed.value)
    return Checked(diagnostics, texts)


def _mended(told: Callable[[], Checked], paths: list[Path]) -> list[Diagnostic]:
    """What is left once the files are mended; each of them is announced."""
    from convgen.cli.reporting import say  # noqa: PLC0415 - `--help` stays light
    from convgen.mending.mending import mend  # noqa: PLC0415
    from convgen.report.visible_text import shown_path, visible  # noqa: PLC0415

    mended = mend(told, paths)
    for file, edits in mended.files.items():
        several = "s" * (edits > 1)
        say(visible(f"corrigé : {shown_path(file)} ({edits} correction{several})"))
    return mended.faults


def _show_changes(checked: Checked, paths: list[Path]) -> int:
    """Print what would change; the exit code says whether anything would."""
    from convgen.cli.reporting import say  # noqa: PLC0415 - `--help` stays light
    from convgen.mending.mending import as_diff, proposed  # noqa: PLC0415
    from convgen.report.visible_text import harmless, shown_path  # noqa: PLC0415

    changes = proposed(checked, paths)
    sys.stdout.write(harmless(as_diff(changes, shown_path)))
    if not changes:
        say("rien à corriger")
    return FAULTS if changes else CLEAN
