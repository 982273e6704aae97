"""The one entry of this room: diagnostics in, the text of a report out."""

from __future__ import annotations

from collections.abc import Iterable

from convgen.faults.diagnostic import Diagnostic, in_file_order
from convgen.report.concise import concise
from convgen.report.excerpt import Lines, lines_of_file
from convgen.report.format_names import Format
from convgen.report.full import full
from convgen.report.json import as_json

__all__ = ["Format", "report"]


def report(  # noqa: PLR0913 - what a terminal can do, one by one
    diagnostics: Iterable[Diagnostic],
    output_format: Format,
    *,
    color: bool = False,
    width: int = 100,
    folds: bool = False,
    lines_of: Lines = lines_of_file,
) -> str:
    """The report of `diagnostics`, each once, in file order, without a final end of line.

    `width` counts terminal cells and bounds the excerpts of `full`; `color` adds ANSI colours to
    `full`; `folds` keeps its texts in `width`, between words; `lines_of` gives the lines of a
    file to quote, or none. Empty when there is nothing to say (`[]` in JSON).
    """
    ordered = in_file_order(diagnostics)
    match output_format:
        case Format.FULL:
            return full(ordered, color=color, width=width, folds=folds, lines_of=lines_of)
        case Format.CONCISE:
            return concise(ordered)
        case Format.JSON:
            return as_json(ordered)
