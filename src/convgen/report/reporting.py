"""The one entry of this room: diagnostics in, the text of a report out."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module

from convgen.faults.diagnostic import Diagnostic, in_file_order
from convgen.report import formats
from convgen.report.format import Format, Screen


def format_named(name: str) -> Format:
    """The presentation of a name."""
    found: Format = import_module(f"{formats.__name__}.{name}").FORMAT
    return found


def report(diagnostics: Iterable[Diagnostic], name: str, screen: Screen | None = None) -> str:
    """The report of `diagnostics`, each once, in file order, without a final end of line."""
    return format_named(name).write(in_file_order(diagnostics), screen or Screen())
