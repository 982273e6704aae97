"""Where something stands in a text of the clause language: lines and columns of its file."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from convgen.faults.diagnostic import Span


def stretch_in(body: str, file: Path, first_line: int, start: int, end: int) -> Span:
    """The place of a stretch of a body that starts at `first_line`; offsets count from 0."""
    (line, column), (end_line, end_column) = _place(body, start), _place(body, end)
    return Span(file, first_line + line, column + 1, first_line + end_line, end_column + 1)


def _place(body: str, offset: int) -> tuple[int, int]:
    return body.count("\n", 0, offset), offset - (body.rfind("\n", 0, offset) + 1)


def place_in(body: str, file: Path, first_line: int, line: int, name: str = "") -> Span:
    """The place of a name on a line of a body that starts at `first_line` of its file.

    A name is sought inside braces first: the text around may hold the same word.
    """
    lines = _lines_of(body)
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    start, end = _find(name, text) if name else (0, max(len(text), 1))
    number = first_line + line - 1
    return Span(file, number, start + 1, number, end + 1)


@lru_cache(maxsize=8)
def _lines_of(body: str) -> list[str]:
    """The lines of a body: asked for each of its places, which may be thousands."""
    return body.split("\n")


def shifted(span: Span, first_column: int) -> Span:
    """The same place, in a text that starts at `first_column` of its line."""
    more = first_column - 1
    start, end = span.column + more, span.end_column + more
    return Span(span.file, span.line, start, span.end_line, end)


def _find(name: str, text: str) -> tuple[int, int]:
    found = [
        match.span()
        for before in (r"[\w.]", r"\w")  # a whole path rather than the end of another
        for match in re.finditer(rf"(?<!{before}){re.escape(name)}(?!\w)", text)
    ]
    inside = [(a, b) for a, b in found if text.rfind("{", 0, a) > text.rfind("}", 0, a)]
    return next(iter([*inside, *found]), (0, max(len(text), 1)))
