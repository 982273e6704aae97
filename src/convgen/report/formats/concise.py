"""One line a diagnostic, as editors and pipes like them."""

from __future__ import annotations

from collections.abc import Sequence

from convgen.faults.diagnostic import Diagnostic
from convgen.report.format import Format, Screen
from convgen.report.visible_text import SEVERITIES, count, place, visible


def _write(diagnostics: Sequence[Diagnostic], _screen: Screen) -> str:
    """`path:line:col: erreur CG101 message` for each, then the count."""
    lines = [
        f"{place(d.span)}: {SEVERITIES[d.severity]} {d.code} {visible(d.message)}"
        for d in diagnostics
    ]
    return "\n".join([*lines, count(diagnostics)]) if lines else ""


FORMAT = Format(_write)
