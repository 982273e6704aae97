"""`convgen coverage`: is each branch of the library taken by some act?"""

from __future__ import annotations

import sys
from contextlib import nullcontext
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from convgen.cli.library_options import LibraryHere, announce, open_library, tell
from convgen.cli.options import CLEAN, FAULTS, one_of

HELP = (
    "Produit les fiches de la bibliothèque, et d’autres composées d’après ses programmes, et dit "
    "quelles branches des clauses et des plans aucun acte ne prend."
)


class ReportShape(StrEnum):
    """What the report looks like."""

    TABLE = "table"
    JSON = "json"


ROOMS = ("clauses", "templates", "cases")


def _read_shape(text: str) -> ReportShape:
    return one_of(ReportShape, text, f"format inconnu : « {text} »")


Presentation = Annotated[
    ReportShape,
    typer.Option(
        "--output-format",
        parser=_read_shape,
        metavar="FORMAT",
        help="Présentation : table (par défaut) ou json.",
    ),
]
Keep = Annotated[
    Path | None,
    typer.Option(
        "--garder", metavar="DOSSIER", help="Garde les fiches composées et leurs actes, pour voir."
    ),
]


def coverage(
    library: LibraryHere = None, keep: Keep = None, output_format: Presentation = ReportShape.TABLE
) -> None:
    """Report the ways that acts take; exit 1 under a hundred per cent, or with any fault."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - `--help` stays light

    from convgen.cli.reporting import say  # noqa: PLC0415
    from convgen.coverage.measure import measure  # noqa: PLC0415
    from convgen.library.store import real  # noqa: PLC0415
    from convgen.report.coverage import as_json, as_table  # noqa: PLC0415

    found = open_library(library)
    if keep is not None and keep.exists() and (not keep.is_dir() or any(keep.iterdir())):
        raise typer.BadParameter("donnez un dossier nouveau, ou vide", param_hint="--garder")
    if keep is not None and any(real(keep).is_relative_to(real(found.root / r)) for r in ROOMS):
        raise typer.BadParameter("donnez un dossier hors de la bibliothèque", param_hint="--garder")
    announce(found)
    with TemporaryDirectory() if keep is None else nullcontext(str(keep)) as folder:
        result = measure(found, Path(folder))
        if output_format is ReportShape.JSON:
            sys.stdout.write(f"{as_json(result)}\n")
        else:
            sys.stdout.write(f"{as_table(result)}\n" if result.forks else "")
            tell(result.faults)
            if keep is None and any(
                real(f.span.file).is_relative_to(real(Path(folder))) for f in result.faults
            ):
                say("pour lire les fiches composées : --garder DOSSIER")
    raise typer.Exit(FAULTS if result.faults else CLEAN)
