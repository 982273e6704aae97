"""A clause: its header and its compiled body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from convgen.faults.diagnostic import Span
from convgen.language.instructions import Instructions
from convgen.yaml.text_place import TextPlace


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause ready to be evaluated.

    `name` is « theme/clause »; `first_line` and `first_column` are where the body starts
    in the file; `parameters` maps each name that the plan must give to its type; `reviewed`
    is the date of the last legal review, as written; `usage` says when to use it. `origin` is
    where a case has written it, None for a clause of the library.
    """

    name: str
    file: Path
    version: str
    title: str
    first_line: int
    body: str
    program: Instructions
    parameters: Mapping[str, str] = field(default_factory=dict)
    reviewed: str = ""
    usage: str = ""
    first_column: int = 1
    origin: TextPlace | None = None

    def place(self, line: int, name: str = "") -> Span:
        """The place of a name on a line of the body (from 1); the whole line if not found."""
        found = place_in(self.body, self.file, self.first_line, line, name)
        if self.origin is not None:
            return self.origin.within(found)
        return found if line > 1 else shifted(found, self.first_column)


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
