"""Diagnostics to the terminal."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from convgen.faults.diagnostic import Diagnostic
from convgen.output.written_file import put_back
from convgen.report.format import Screen
from convgen.report.format_names import usual_format
from convgen.report.reporting import format_named, report
from convgen.report.visible_text import visible


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


def say_put_back(folder: Path) -> None:
    """Undo what a killed run has left in a folder where it was writing, and tell it."""
    undone = put_back(folder)
    if undone is not None:
        say(visible(f"une écriture interrompue a été défaite : « {folder} » est comme avant elle"))
        for file in undone.kept:
            say(visible(f"gardé, car modifié depuis : {file}"))


def say(message: str) -> None:
    """Tell the user something that is not data."""
    sys.stderr.write(message + "\n")
