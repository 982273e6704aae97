"""Diagnostics as JSON, for programs."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence

from convgen.faults.diagnostic import Diagnostic, Note, Span
from convgen.report.format import Format, Screen
from convgen.report.visible_text import HOSTILE, shown_path


def _write(diagnostics: Sequence[Diagnostic], _screen: Screen) -> str:
    """A list of objects, two spaces of indent, UTF-8 left as it is, hostile characters escaped."""
    return escaped(json.dumps(as_objects(diagnostics), ensure_ascii=False, indent=2))


def as_objects(diagnostics: Iterable[Diagnostic]) -> list[dict[str, object]]:
    """Each diagnostic as plain values."""
    return [_object(diagnostic) for diagnostic in diagnostics]


def escaped(text: str) -> str:
    """JSON whose hostile characters are written by their numbers."""
    return HOSTILE.sub(_escaped, text)


def _object(diagnostic: Diagnostic) -> dict[str, object]:
    return {
        "code": diagnostic.code.value,
        "severity": diagnostic.severity.value,
        **_place(diagnostic.span),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "notes": [_note(note) for note in diagnostic.notes],
        "fixable": bool(diagnostic.mend),
    }


def _note(note: Note) -> dict[str, object]:
    return {"message": note.message, **_place(note.span)}


def _place(span: Span) -> dict[str, object]:
    return {
        "file": shown_path(span.file),
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"


FORMAT = Format(_write, data=True)
