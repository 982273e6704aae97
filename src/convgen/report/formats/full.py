"""The report that a person reads: the fault, its place, the line, the way out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from textwrap import wrap

from convgen.faults.diagnostic import Diagnostic, Severity
from convgen.report.excerpt import excerpt
from convgen.report.format import Format, Screen
from convgen.report.visible_text import SEVERITIES, count, place, visible

_RED, _YELLOW, _BLUE, _CYAN, _BOLD = "1;31", "1;33", "1;34", "1;36", "1"
_GLUE = "\ue000"  # no text that is printed has it: it stands for nothing
_HELD = re.compile(
    r"\{[{%].{1,40}?[%}]\}"  # a tag, to be copied
    r"|« .{1,25}? »|« | (?=[»;:!?€%])"
    r"|(?<=\d) (?=\d)|(?<=[§°]) |(?<=\b[LRDA]\.) (?=[\d*])|(?<=\bart\.) "
)
"""What a French line does not break, nor who copies a text from it."""
_COLORS = {Severity.ERROR: _RED, Severity.WARNING: _YELLOW}


def _write(diagnostics: Sequence[Diagnostic], screen: Screen) -> str:
    """Each diagnostic with its excerpt, an empty line between two, then the count."""
    page = _Page(screen)
    told = ["\n".join(page.lines(diagnostic)) for diagnostic in diagnostics]
    return "\n\n".join([*told, "\n".join(page.end(diagnostics))]) if told else ""


class _Page:
    """A report as it is laid out on one screen."""

    def __init__(self, screen: Screen) -> None:
        self._color, self._width, self._folds = screen.color, screen.width, screen.is_terminal
        self._lines_of = cache(screen.lines_of)

    def paint(self, text: str, color: str) -> str:
        return f"\x1b[{color}m{text}\x1b[0m" if self._color else text

    def lines(self, diagnostic: Diagnostic) -> Iterator[str]:
        """The lines that tell one diagnostic."""
        span, tint = diagnostic.span, _COLORS[diagnostic.severity]
        margin = " " * len(str(span.line))
        name = self.paint(f"{SEVERITIES[diagnostic.severity]}[{diagnostic.code}]", tint)
        yield from self._headline(diagnostic, name)
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

    def end(self, diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
        """How many there are, how many `--fix` mends, and how to know more of the first one."""
        first, *others = self._folded(count(diagnostics), 0, 2)
        yield self.paint(first, _BOLD)
        yield from (f"  {self.paint(line, _BOLD)}" for line in others)
        if mended := sum(bool(diagnostic.mend) for diagnostic in diagnostics):
            yield f"convgen check --fix peut en corriger {mended}"
        if self._folds:
            yield f"pour comprendre une faute : convgen explain {diagnostics[0].code}"

    def _headline(self, diagnostic: Diagnostic, name: str) -> Iterator[str]:
        before = len(f"{SEVERITIES[diagnostic.severity]}[{diagnostic.code}] : ")
        first, *others = self._folded(visible(diagnostic.message), before, 2)
        yield f"{name} : {self.paint(first, _BOLD)}"
        yield from (f"  {self.paint(line, _BOLD)}" for line in others)

    def _remark(self, margin: str, name: str, text: str) -> Iterator[str]:
        """A line in the margin; the further lines of the text stand under its first word."""
        indent = len(margin) + len(f" = {name} : ")
        lines = [line for one in text.split("\n") for line in self._folded(visible(one), indent)]
        yield f"{margin} = {self.paint(name, _CYAN)} : {lines[0]}"
        yield from (" " * indent + line for line in lines[1:])

    def _folded(self, text: str, first: int, next_: int | None = None) -> list[str]:
        """A text in the width of a terminal, from column `first` then `next_`; whole in a pipe."""
        if not self._folds:
            return [text]
        after = first if next_ is None else next_
        head, tail = " " * first, " " * after
        lines = wrap(
            _glued(text),
            self._width,
            initial_indent=head,
            subsequent_indent=tail,
            break_on_hyphens=False,
        )
        return [
            line[first if number == 0 else after :].replace(_GLUE, " ")
            for number, line in enumerate(lines)
        ] or [""]


def _glued(text: str) -> str:
    """The text, its spaces that no line may end on made into another sign."""
    return _HELD.sub(lambda found: found[0].replace(" ", _GLUE), text)


FORMAT = Format(_write)
