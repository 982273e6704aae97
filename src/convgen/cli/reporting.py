"""Diagnostics to the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from typing import TextIO

from convgen.faults.diagnostic import Diagnostic
from convgen.report.format import Screen
from convgen.report.format_names import usual_format
from convgen.report.reporting import format_named, report


def print_report(diagnostics: Iterable[Diagnostic], name: str | None, stream: TextIO) -> None:
    """Print a report in a presentation, or the usual one; data goes to standard output."""
    name = name or usual_format(os.environ)
    stream = sys.stdout if format_named(name).data else stream
    screen = Screen(
        width=shutil.get_terminal_size((100, 24)).columns,
        color=stream.isatty() and not os.environ.get("NO_COLOR"),
        is_terminal=stream.isatty(),  # a pipe gets whole lines
    )
    text = report(diagnostics, name, screen)
    if text:
        stream.write(text + "\n")


def say(message: str) -> None:
    """Tell the user something that is not data."""
    sys.stderr.write(message + "\n")
