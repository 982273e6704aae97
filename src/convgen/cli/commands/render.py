"""`convgen render`: cases to Word files."""

from __future__ import annotations

import sys

import typer

from convgen.cli.options import (
    CLEAN,
    FAULTS,
    Cases,
    Force,
    Library,
    Output,
    ReportFormat,
    StateOption,
)
from convgen.model.state import State

HELP = "Produit la convention Word de chaque fiche, ou dit ce qui s’y oppose."


def render(  # noqa: PLR0913, PLR0917 - one parameter an option
    cases: Cases,
    output: Output = None,
    state: StateOption = State.FINAL,
    force: Force = False,
    library: Library = None,
    output_format: ReportFormat = None,
) -> None:
    """Render each case; exit 1 when one of them cannot be written."""
    from functools import partial  # noqa: PLC0415 - `--help` stays light

    from convgen import pipeline  # noqa: PLC0415
    from convgen.cli.rendering import Rendered, targets_of  # noqa: PLC0415
    from convgen.cli.reporting import print_report, say  # noqa: PLC0415
    from convgen.output.written_file import write_file  # noqa: PLC0415

    targets = targets_of(cases, output)
    write = partial(write_file, overwrite=force)
    rendered = Rendered()
    try:
        acts = map(pipeline.assembler(state, library), cases)
        for assembled, target in zip(acts, targets, strict=True):
            rendered.add(assembled, target, state, write)
    finally:  # a failure half-way does not hide what was done before it
        print_report(rendered.faults, output_format, sys.stderr)
        for line in rendered.lines:
            say(line)
    if rendered.refused:
        say(rendered.refusal())
    raise typer.Exit(FAULTS if rendered.refused else CLEAN)
