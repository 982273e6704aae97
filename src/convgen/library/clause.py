"""A clause: its header and its compiled body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from convgen.faults.diagnostic import Span
from convgen.language.instructions import Instructions
from convgen.language.places import place_in, shifted
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

    @property
    def told(self) -> str:
        """What it is called in a message: a text of a case is no clause of the library."""
        return f"la clause « {self.name} »" if self.origin is None else f"le texte « {self.name} »"

    def place(self, line: int, name: str = "") -> Span:
        """The place of a name on a line of the body (from 1); the whole line if not found."""
        found = place_in(self.body, self.file, self.first_line, line, name)
        if self.origin is not None:
            return self.origin.within(found)
        return found if line > 1 else shifted(found, self.first_column)
