"""The one entry of this room: diagnostics in, the text of a report out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Final

from convgen.faults.diagnostic import Diagnostic, in_file_order
from convgen.neighbours import names_in
from convgen.report import formats
from convgen.report.format import Format, Screen

FORMATS: Final = tuple(names_in(str(formats.__file__)))
"""The names of the presentations, each that of its file."""
FULL: Final = "full"


def usual_format(environment: Mapping[str, str]) -> str:
    """The presentation of who asks for none: annotations in a GitHub action, else for reading."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else FULL


def format_named(name: str) -> Format:
    """The presentation of one of `FORMATS`."""
    found: Format = import_module(f"{formats.__name__}.{name}").FORMAT
    return found


def report(diagnostics: Iterable[Diagnostic], name: str, screen: Screen | None = None) -> str:
    """The report of `diagnostics`, each once, in file order, without a final end of line."""
    return format_named(name).write(in_file_order(diagnostics), screen or Screen())
