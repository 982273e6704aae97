"""What a presentation of diagnostics is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from convgen.faults.diagnostic import Diagnostic
from convgen.report.excerpt import Lines, lines_of_file


@dataclass(frozen=True, slots=True)
class Screen:
    """Where a report will be read.

    `width` counts terminal cells and bounds what is quoted of a file; `color` allows ANSI colours;
    a terminal has its texts folded in `width`, between words, and is told how to know more;
    `lines_of` gives the lines of a file to quote, or none.
    """

    width: int = 100
    color: bool = False
    is_terminal: bool = False
    lines_of: Lines = lines_of_file


@dataclass(frozen=True, slots=True)
class Format:
    """How diagnostics are written, and where.

    `write` takes them in file order, each once, and gives a text without a final end of line,
    empty when there is nothing to print. A format of `data` is for a program: it goes to standard
    output, whatever the command prints its faults on.
    """

    write: Callable[[Sequence[Diagnostic], Screen], str]
    data: bool = False
