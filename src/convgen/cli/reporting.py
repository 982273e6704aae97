"""Diagnostics to the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

from convgen.faults.diagnostic import Diagnostic
from convgen.report.format_names import Format
from convgen.report.formats import report


def print_report(diagnostics: Iterable[Diagnostic], output_format: Format, stream: TextIO) -> None:
    """Print a report; JSON always goes to standard output, even when empty."""
    if output_format is Format.JSON:
        stream = sys.stdout
    text = report(
        diagnostics,
        output_format,
        color=stream.isatty() and not os.environ.get("NO_COLOR"),
        width=shutil.get_terminal_size((100, 24)).columns,
        folds=stream.isatty(),  # a pipe gets whole lines
    )
    if text:
        stream.write(text + "\n")


def say(message: str) -> None:
    """Tell the user something that is not data."""
    sys.stderr.write(message + "\n")
