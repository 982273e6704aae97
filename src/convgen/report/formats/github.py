"""Annotations of a GitHub action: each fault is shown on its line of the change.

« Workflow commands for GitHub Actions », docs.github.com, read 2026-11-30: properties and text
escape what would end them. A step shows ten errors and ten warnings; its log has them all.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from convgen.faults.diagnostic import Diagnostic, Severity, Span
from convgen.report.format import Format, Screen
from convgen.report.visible_text import SEVERITIES, count, place, shown_path, visible

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning"}
_IN_A_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_A_PROPERTY = _IN_A_TEXT | {":": "%3A", ",": "%2C"}


def _write(diagnostics: Sequence[Diagnostic], _screen: Screen) -> str:
    """`::error file=…,line=…,title=…::message` for each, then the count."""
    lines = [_annotation(diagnostic) for diagnostic in diagnostics]
    return "\n".join([*lines, count(diagnostics)]) if lines else ""


def _annotation(diagnostic: Diagnostic) -> str:
    title = f"{SEVERITIES[diagnostic.severity]} {diagnostic.code}"
    properties = {"file": _path(diagnostic.span.file), **_place(diagnostic.span), "title": title}
    told = ",".join(
        f"{name}={_escaped(value, _IN_A_PROPERTY)}" for name, value in properties.items()
    )
    text = _escaped("\n".join(_paragraphs(diagnostic)), _IN_A_TEXT)
    return f"::{_LEVELS[diagnostic.severity]} {told}::{text}"


def _paragraphs(diagnostic: Diagnostic) -> Iterator[str]:
    yield visible(diagnostic.message)
    if diagnostic.help:
        yield f"aide : {visible(diagnostic.help)}"
    yield from (f"note : {visible(note.message)} : {place(note.span)}" for note in diagnostic.notes)
    yield f"convgen explain {diagnostic.code}"


def _place(span: Span) -> dict[str, str]:
    """Columns have a meaning within one line only."""
    lines = {"line": str(span.line), "endLine": str(span.end_line)}
    if span.line != span.end_line:
        return lines
    return {
        **lines,
        "col": str(span.column),
        "endColumn": str(max(span.column, span.end_column - 1)),
    }


def _path(file: Path) -> str:
    """The path from the root of the repository, where the action says which it is."""
    workspace = os.environ.get("GITHUB_WORKSPACE")
    if workspace:
        absolute = Path(os.path.abspath(file))  # noqa: PTH100  (resolve() would follow links)
        if absolute.is_relative_to(workspace):
            return visible(str(absolute.relative_to(workspace)))
    return visible(shown_path(file))


def _escaped(text: str, table: dict[str, str]) -> str:
    return "".join(table.get(character, character) for character in text)


FORMAT = Format(_write)
