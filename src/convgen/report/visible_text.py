"""What every format says alike: names of severities, places, the count, safe characters."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

from convgen.faults.diagnostic import Diagnostic, Severity, Span

SEVERITIES = {Severity.ERROR: "erreur", Severity.WARNING: "avertissement"}
_MOST_NAMED = 10
HOSTILE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
"""What could drive a terminal, reorder a line, hide in it, or not be written at all."""


def visible(text: str) -> str:
    """The text on one line, its hostile characters spelt `<U+202E>`, its tabs four spaces."""
    if text.isprintable() and HOSTILE.search(text) is None:
        return text
    return HOSTILE.sub(_spelt, text.replace("\t", "    ").replace("\n", " "))


def harmless(text: str) -> str:
    """The same text, its lines and its tabs kept."""
    return HOSTILE.sub(lambda found: found[0] if found[0] in "\t\r" else _spelt(found), text)


def _spelt(match: re.Match[str]) -> str:
    return f"<U+{ord(match.group()):04X}>"


def shown_path(path: Path) -> str:
    """The path from the current folder when it is below it, else as it was given."""
    try:
        absolute = Path(os.path.abspath(path))  # noqa: PTH100  (resolve() would follow links)
        return str(absolute.relative_to(Path.cwd()))
    except (OSError, ValueError):
        return str(path)


def place(span: Span) -> str:
    """`cases/x.yaml:12:5`."""
    return visible(f"{shown_path(span.file)}:{span.line}:{span.column}")


def count(diagnostics: Sequence[Diagnostic]) -> str:
    """« 2 erreurs, 1 avertissement dans 2 fichiers : a.yaml, b.yaml »; empty when there are none.

    The files are named when they are several.
    """
    severities = [diagnostic.severity for diagnostic in diagnostics]
    numbers = ((severities.count(severity), name) for severity, name in SEVERITIES.items())
    told = ", ".join(f"{n} {name}{'s' if n > 1 else ''}" for n, name in numbers if n)
    files = list(dict.fromkeys(shown_path(diagnostic.span.file) for diagnostic in diagnostics))
    return f"{told} dans {len(files)} fichiers : {named(files)}" if len(files) > 1 else told


def named(files: Sequence[str]) -> str:
    """« a.yaml, b.yaml »; the first ten, where there are more."""
    others = len(files) - _MOST_NAMED
    told = visible(", ".join(files[:_MOST_NAMED]))
    return f"{told} et {others} autre{'s' * (others > 1)}" if others > 0 else told
