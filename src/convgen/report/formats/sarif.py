"""SARIF 2.1.0, for services that gather the findings of many tools.

OASIS, « Static Analysis Results Interchange Format (SARIF) Version 2.1.0 », read 2026-11-30.
Lines and columns count as ours do: from 1, in Unicode characters, the end excluded.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from convgen import __version__
from convgen.faults.catalogue import page_of
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.report.format import Format, Screen
from convgen.report.formats.json import escaped
from convgen.report.visible_text import shown_path, visible

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def _write(diagnostics: Sequence[Diagnostic], _screen: Screen) -> str:
    """One run: the pages of the codes told as its rules, one result a fault."""
    codes = sorted({diagnostic.code for diagnostic in diagnostics})
    driver = {
        "name": "convgen",
        "semanticVersion": __version__,
        "language": "fr-FR",
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes) for diagnostic in diagnostics],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return escaped(json.dumps(log, ensure_ascii=False, indent=2))


def _rule(code: Code) -> dict[str, Any]:
    page = page_of(code)
    return {
        "id": code.value,
        "name": "".join(word.capitalize() for word in code.name.split("_")),
        "shortDescription": {"text": f"{page.title}."},
        "fullDescription": {"text": page.summary},
        "help": {"text": page.text, "markdown": page.markdown},
    }


def _result(diagnostic: Diagnostic, codes: Sequence[Code]) -> dict[str, Any]:
    text = visible(diagnostic.message)
    if diagnostic.help:
        text += f"\nAide : {visible(diagnostic.help)}"
    result = {
        "ruleId": diagnostic.code.value,
        "ruleIndex": codes.index(diagnostic.code),
        "level": diagnostic.severity.value,
        "message": {"text": text},
        "locations": [_location(diagnostic.span)],
    }
    if diagnostic.notes:
        result["relatedLocations"] = [
            {**_location(note.span), "message": {"text": visible(note.message)}}
            for note in diagnostic.notes
        ]
    return result


def _location(span: Span) -> dict[str, Any]:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": max(span.end_column, span.column)
        if span.line == span.end_line
        else span.end_column,
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(span.file)}, "region": region}}


def _uri(file: Path) -> str:
    """Relative to the current folder where it can be: a service reads it from the repository."""
    shown = Path(shown_path(file))
    path = quote(shown.as_posix().encode("utf-8", "surrogatepass"))
    return f"file://{path}" if shown.is_absolute() else path


FORMAT = Format(_write, data=True)
