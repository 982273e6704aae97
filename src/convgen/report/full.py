"""The report that a person reads: the fault, its place, the line, the way out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from convgen.diagnostics import Diagnostic, Severity
from convgen.report.excerpt import Lines, excerpt
from convgen.report.words import SEVERITIES, count, place, visible

_RED, _YELLOW, _BLUE, _CYAN, _BOLD = "1;31", "1;33", "1;34", "1;36", "1"
_COLORS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}


def full(diagnostics: Sequence[Diagnostic], *, color: bool, width: int, lines_of: Lines) -> str:
    """Each diagnostic with its excerpt, an empty line between two, then the count."""
    page = _Page(color=color, width=width, lines_of=lines_of)
    told = ["\n".join(page.lines(diagnostic)) for diagnostic in diagnostics]
    return "\n\n".join([*told, page.paint(count(diagnostics), _BOLD)]) if told else ""


class _Page:
    """How things are printed: in colour or not, how wide, quoting which files."""

    def __init__(self, *, color: bool, width: int, lines_of: Lines) -> None:
        self._color, self._width = color, width
        self._lines_of = cache(lines_of)

    def paint(self, text: str, color: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if self._color else text

    def lines(self, diagnostic: Diagnostic) -> Iterator[str]:
        """The lines that tell one diagnostic."""
        span, tint = diagnostic.span, _COLORS[diagnostic.severity]
        margin = " " * len(str(span.line))
        name = self.paint(f"{SEVERITIES[diagnostic.severity]}[{diagnostic.code}]", tint)
        yield f"{name} : {self.paint(visible(diagnostic.message), _BOLD)}"
        yield f"{margin}{self.paint('-->', _BLUE)} {place(span)}"
        quoted = excerpt(span, self._lines_of(span.file), self._width - len(margin) - 3)
        bar = self.paint("|", _BLUE)
        if quoted is not None:
            yield f"{margin} {bar}"
            yield f"{self.paint(str(span.line), _BLUE)} {bar} {quoted.text}"
            carets = self.paint("^" * quoted.length, tint)
            yield f"{margin} {bar} {' ' * quoted.start}{carets}"
        if diagnostic.help:
            yield from self._remark(margin, "aide", diagnostic.help)
        for note in diagnostic.notes:
            yield from self._remark(margin, "note", f"{note.message} : {place(note.span)}")

    def _remark(self, margin: str, name: str, text: str) -> Iterator[str]:
        """A line in the margin; the further lines of the text stand under its first word."""
        first, *others = (visible(line) for line in text.split("\n"))
        yield f"{margin} = {self.paint(name, _CYAN)} : {first}"
        indent = " " * (len(margin) + len(f" = {name} : "))
        yield from (indent + line for line in others)
