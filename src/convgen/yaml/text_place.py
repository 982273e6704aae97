"""Where the lines of a text of several paragraphs stand in the YAML that holds it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from convgen.faults.diagnostic import Diagnostic, Span
from convgen.yaml.decoding import read_unchecked
from convgen.yaml.nodes import ScalarNode


@dataclass(frozen=True, slots=True)
class TextPlace:
    """Where a text starts: its first line, and the column of every line, from 1.

    `whole` is shown instead when the lines of the text are not those of the file.
    """

    file: Path
    line: int = 1
    column: int = 1
    whole: Span | None = None

    def of(self, fault: Diagnostic) -> Diagnostic:
        """A fault of the text, where the file has it; not mended where its lines are others."""
        return (fault if self.whole is None else replace(fault, mend=())).moved(self.within)

    def within(self, span: Span) -> Span:
        """A place of the text, counted in its own columns, as the file has it."""
        if self.whole is not None:
            return self.whole
        more = self.column - 1
        return replace(span, column=span.column + more, end_column=span.end_column + more)


def place_of(node: ScalarNode) -> TextPlace:
    """The place of a text: line by line in a block « | », as a whole anywhere else."""
    span = node.span
    lines = (read_unchecked(span.file).text or "").split("\n")
    head = lines[span.line - 1][span.column - 1 :] if span.line <= len(lines) else ""
    if not head.startswith("|") or not node.text:
        return TextPlace(span.file, span.line, 1, whole=span)
    first = next((line for line in lines[span.line :] if line.strip()), "")
    indent = len(first) - len(first.lstrip(" "))
    written = node.text.lstrip("\n").split("\n", 1)[0]  # a deeper first line keeps its own spaces
    own = len(written) - len(written.lstrip(" "))
    return TextPlace(span.file, span.line + 1, 1 + indent - own)
