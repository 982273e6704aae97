"""`convgen render`: cases to Word files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from convgen.cli.options import (
    CLEAN,
    FAULTS,
    Cases,
    Force,
    Library,
    ReportFormat,
    StateOption,
)
from convgen.model.state import State

if TYPE_CHECKING:
    from convgen.faults.diagnostic import Diagnostic
    from convgen.model.document import Document
    from convgen.pipeline import Assembled

HELP = "Produit la convention Word de chaque fiche, ou dit ce qui s’y oppose."

Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="CHEMIN",
        help="Fichier .docx, ou dossier ; par défaut, à côté de la fiche.",
    ),
]


def render(  # noqa: PLR0913, PLR0917 - one parameter an option
    cases: Cases,
    output: Output = None,
    state: StateOption = State.FINAL,
    force: Force = False,
    library: Library = None,
    output_format: ReportFormat = None,
) -> None:
    """Render each case; exit 1 when one of them cannot be written."""
    from convgen import pipeline  # noqa: PLC0415 - `--help` stays light
    from convgen.cli.reporting import print_report, say  # noqa: PLC0415

    targets = _targets(cases, output)
    diagnostics: list[Diagnostic] = []
    written: list[str] = []
    refused: list[Path] = []
    try:
        acts = pipeline.assemble_cases(cases, state, library)
        for assembled, target in zip(acts, targets, strict=True):
            faults, done = _write(assembled, target, state, force)
            diagnostics += faults
            if done:
                written.append(_announcement(target, state, assembled.document))
                written += _negotiated(assembled)
            else:
                refused.append(assembled.file)
    finally:  # a failure half-way does not hide what was done before it
        print_report(diagnostics, output_format, sys.stderr)
        for line in written:
            say(line)
    if refused:
        say(_refusal(refused) if written else "rien n’a été écrit")
    raise typer.Exit(FAULTS if refused else CLEAN)


def _refusal(cases: list[Path]) -> str:
    from convgen.report.visible_text import named, shown_path  # noqa: PLC0415

    several = "s" * (len(cases) > 1)
    return f"{len(cases)} fiche{several} refusée{several} : {named(list(map(shown_path, cases)))}"


def _write(
    assembled: Assembled, target: Path, state: State, force: bool
) -> tuple[list[Diagnostic], bool]:
    """Every fault of one case, and whether its file was written."""
    from convgen import pipeline  # noqa: PLC0415 - `--help` stays light
    from convgen.cli.reporting import say_put_back  # noqa: PLC0415
    from convgen.faults.diagnostic import has_errors  # noqa: PLC0415
    from convgen.output.written_file import write_file  # noqa: PLC0415

    if not assembled.can_be_written(state):
        return assembled.diagnostics, False
    filled = pipeline.fill_case(assembled)
    faults = [*assembled.diagnostics, *filled.diagnostics]
    if filled.data is None:
        return faults, False
    say_put_back(target.parent)
    told = write_file(filled.data, target, overwrite=force)
    return [*faults, *told], not has_errors(told)


_SAID = {State.FINAL: "définitif"}  # as it is said; the option is typed without an accent


def _announcement(target: Path, state: State, document: Document | None) -> str:
    from convgen.report.visible_text import visible  # noqa: PLC0415

    remains = document.banner.removeprefix(document.status) if document else ""
    rest = remains.replace("\u00a0: ", ", ")
    return visible(f"écrit : {target} ({_SAID.get(state, state)}{rest})")


def _negotiated(assembled: Assembled) -> list[str]:
    """What the case has changed in the plan of its programme, and why."""
    from convgen.report.visible_text import visible  # noqa: PLC0415

    changes = assembled.plan.changes if assembled.plan else ()
    return [visible(f"  clause particulière : {c.told} – motif : {c.reason}") for c in changes]


def _targets(cases: list[Path], output: Path | None) -> list[Path]:
    """Where each case goes. Raise typer.BadParameter when two would go to one file."""
    if output is None:
        targets = [case.parent / f"{case.stem}.docx" for case in cases]
    elif output.suffix.casefold() == ".docx" and not output.is_dir():
        targets = [output for _ in cases]
    elif output.suffix and not output.is_dir():
        raise typer.BadParameter("donnez un fichier .docx ou un dossier", param_hint="-o")
    else:
        targets = [output / f"{case.stem}.docx" for case in cases]
    if len(set(targets)) < len(targets):
        raise typer.BadParameter("plusieurs fiches iraient dans le même fichier", param_hint="-o")
    return targets
