"""`convgen dossier`: a deliberation, the acts that it approves, their summary sheet."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from convgen.cli.options import CLEAN, FAULTS, Force, Library, ReportFormat, read_state
from convgen.model.state import State

if TYPE_CHECKING:
    from convgen.dossier.dossier import Piece

HELP = (
    "Produit la délibération, les actes qu’elle approuve et leur fiche de synthèse, "
    "ou dit ce qui s’y oppose."
)

Deliberation = Annotated[
    Path, typer.Argument(metavar="FICHE", help="La fiche de la délibération.", readable=False)
]
Folder = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="DOSSIER",
        help="Dossier à remplir ; par défaut, celui qui porte le nom de la fiche, à côté d’elle.",
    ),
]
BeforeVote = Annotated[
    State,
    typer.Option(
        "--etat",
        parser=read_state,
        metavar="ÉTAT",
        help="projet (par défaut : annexé à la délibération) ou brouillon.",
    ),
]
Voted = Annotated[
    bool,
    typer.Option(
        "--vote",
        help="Après le vote : chaque acte à l’état définitif, si ses autres parties sont "
        "habilitées aussi.",
    ),
]


def dossier(  # noqa: PLR0913, PLR0917 - one an option
    case: Deliberation,
    output: Folder = None,
    state: BeforeVote = State.PROJECT,
    vote: Voted = False,
    force: Force = False,
    library: Library = None,
    output_format: ReportFormat = None,
) -> None:
    """Make a dossier; exit 1 when a piece of it cannot be written."""
    from convgen.cli.reporting import print_report, say, say_put_back  # noqa: PLC0415 - light help
    from convgen.dossier.all_or_nothing import left_behind, write_pieces  # noqa: PLC0415
    from convgen.dossier.dossier import assemble_dossier  # noqa: PLC0415

    if vote and state is State.DRAFT:
        raise typer.BadParameter("après le vote, un acte est définitif", param_hint="--etat")
    if not vote and state is State.FINAL:
        raise typer.BadParameter("avant le vote, un dossier est un projet", param_hint="--etat")
    if output is not None and output.suffix.casefold() == ".docx" and not output.is_dir():
        raise typer.BadParameter("donnez un dossier", param_hint="-o")
    made = assemble_dossier(case, State.FINAL if vote else state, library, voted=vote)
    diagnostics = made.diagnostics
    ready, lacking = _parted(made.deliberation, made.acts, made.sheet, vote)
    folder = output or case.parent / case.stem
    written: list[Path] = []
    try:
        say_put_back(folder)
        if ready and not any(fault.is_error for fault in made.faults):
            written, told = write_pieces(ready, folder, overwrite=force)
            diagnostics += told
    finally:  # a failure hides no fault found before it
        print_report(diagnostics, output_format, sys.stderr)
    for file in written:
        say(_said(f"écrit : {file}"))
    for piece in lacking if written else ():
        say(_said(f"à compléter avant signature : {piece.name}, {_count(piece)}"))
    for file in left_behind(folder, written) if written else ():
        say(_said(f"reste d’un dossier précédent : {file}"))
    if not written:
        say("rien n’a été écrit")
    raise typer.Exit(CLEAN if len(written) == len(made.pieces) else FAULTS)


def _parted(
    deliberation: Piece, acts: tuple[Piece, ...], sheet: Piece | None, vote: bool
) -> tuple[list[Piece], list[Piece]]:
    """The pieces to write, and the acts that still lack something.

    A dossier is made whole; once voted, each act waits for its own parties.
    """
    whole = [deliberation, *([sheet] if sheet else [])]
    if sheet is None or not all(piece.can_be_written for piece in whole):
        return [], list(acts)
    lacking = [piece for piece in acts if not piece.can_be_written]
    if lacking and not vote:
        return [], lacking
    return [deliberation, *(a for a in acts if a not in lacking), sheet], lacking


def _count(piece: Piece) -> str:
    faults = [fault for fault in piece.assembled.diagnostics if fault.is_error]
    return f"{len(faults)} point{'s' * (len(faults) > 1)}"


def _said(line: str) -> str:
    from convgen.report.visible_text import visible  # noqa: PLC0415

    return visible(line)
