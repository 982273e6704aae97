"""A clause: its header and its compiled body."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from convgen.diagnostics import Span
from convgen.library.program import Instructions


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause ready to be evaluated.

    `name` is « theme/clause »; `first_line` is the line of the file on which the body
    starts; `parameters` maps each name that the plan must give to its type; `reviewed`
    is the date of the last legal review, as written.
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

    def place(self, line: int, name: str = "") -> Span:
        """The place of a name on a line of the body (from 1); the whole line if not found."""
        return place_in(self.body, self.file, self.first_line, line, name)


def place_in(body: str, file: Path, first_line: int, line: int, name: str = "") -> Span:
    """The place of a name on a line of a body that starts at `first_line` of its file."""
    lines = body.split("\n")
    text = lines[line - 1] if 0 < line <= len(lines) else ""
    match = re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) if name else None
    start, end = match.span() if match else (0, max(len(text), 1))
    number = first_line + line - 1
    return Span(file, number, start + 1, number, end + 1)
