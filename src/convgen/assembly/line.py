"""The marked text of one paragraph becomes runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from convgen.french.designation import capitalized
from convgen.library import tokens as t
from convgen.model.document import Line, Run, RunKind

RULED = "_" * 24  # a blank to fill by hand
_STYLES = {
    t.BOLD_ON: ("bold", True),
    t.BOLD_OFF: ("bold", False),
    t.ITALIC_ON: ("italic", True),
    t.ITALIC_OFF: ("italic", False),
}
_MARKED = re.compile(
    f"([{t.VALUE}{t.GAP}{t.BLANK}{t.REFERENCE}{t.DEFINITION}{t.TERM}{t.BOX}])"
    f"([^{t.END}]*){t.END}|([{''.join(_STYLES)}])"
)
_SENTENCE_END = re.compile(r"[.!?…][»\s\u00a0\u202f]*$")


@dataclass(frozen=True, slots=True)
class TermUse:
    """A defined term met in the text, in order: defined there, or merely used."""

    key: str
    text: str
    defines: bool


@dataclass(frozen=True, slots=True)
class ReadLine:
    """The runs of a paragraph, and the state of its box: "1", "0", "?", or None without a box."""

    runs: Line
    box: str | None


@dataclass(slots=True)
class LineReader:
    """Reads paragraphs one after the other, and keeps the terms and references it meets."""

    terms: list[TermUse] = field(default_factory=list)
    references: list[tuple[str, int]] = field(default_factory=list)
    _runs: list[Run] = field(default_factory=list)
    _box: str | None = None
    _capital: bool = True
    _bold: bool = False
    _italic: bool = False

    def read(self, text: str, *, capital: bool = True) -> ReadLine:
        """Read one paragraph; `capital` says that a term at its start takes a capital."""
        self._runs, self._box, self._capital = [], None, capital
        self._bold = self._italic = False
        position = 0
        for match in _MARKED.finditer(text):
            self._static(text[position : match.start()])
            position = match.end()
            kind, content, style = match.groups()
            if style is None:
                self._marked(kind, content)
            elif _STYLES[style][0] == "bold":
                self._bold = _STYLES[style][1]
            else:
                self._italic = _STYLES[style][1]
        self._static(text[position:])
        return ReadLine(_trimmed(self._runs), self._box)

    def _static(self, text: str) -> None:
        self._add(text, RunKind.TEXT)

    def _add(self, text: str, kind: RunKind, target: str = "") -> None:
        if text or target:
            self._runs.append(Run(text, kind, self._bold, self._italic, target))

    def _marked(self, kind: str, content: str) -> None:
        head, _, tail = content.partition(t.SEPARATOR)
        match kind:
            case t.VALUE:
                self._add(content, RunKind.VALUE)
            case t.GAP:
                self._add(gap_text(head, tail), RunKind.GAP)
            case t.BLANK:
                self._add(RULED, RunKind.BLANK)
            case t.TERM:
                self.terms.append(TermUse(head, tail, defines=False))
                self._static(capitalized(tail) if self._at_sentence_start() else tail)
            case t.DEFINITION:
                self.terms.append(TermUse(head, tail, defines=True))
            case t.REFERENCE:
                self.references.append((head, int(tail)))
                self._static("L’" if self._at_sentence_start() else "l’")
                self._add("", RunKind.REFERENCE, head)
            case t.BOX:
                self._open_box(head, tail)

    def _open_box(self, state: str, raw: str) -> None:
        self._box = state[0]
        if state[0] == "?":
            self._add(gap_text(state[1:], raw), RunKind.GAP)

    def _at_sentence_start(self) -> bool:
        before = "".join(run.text for run in self._runs[-3:])
        return bool(_SENTENCE_END.search(before)) if before.strip() else self._capital


def gap_text(label: str, raw: str = "") -> str:
    """What stands in the act where a value is missing, or invalid."""
    return f"[à corriger : {label} « {raw} »]" if raw else f"[à compléter : {label}]"


def _trimmed(runs: list[Run]) -> Line:
    """The runs without the blanks that static text leaves at either end; data is never touched."""
    if runs and runs[0].kind is RunKind.TEXT:
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip(" "))
    if runs and runs[-1].kind is RunKind.TEXT:
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(" "))
    return tuple(run for run in runs if run.text or run.target)
