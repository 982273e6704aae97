"""The marked text of one paragraph becomes runs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from convgen.french.designation import capitalized
from convgen.library import tokens as t
from convgen.model.document import Line, Run, RunKind

RULED = "_" * 24  # a blank to fill by hand
_PIECES = re.compile(
    f"([{t.VALUE}{t.GAP}{t.BLANK}{t.REFERENCE}{t.DEFINITION}{t.TERM}{t.BOX}][^{t.END}]*{t.END}"
    f"|[{t.BOLD_ON}{t.BOLD_OFF}{t.ITALIC_ON}{t.ITALIC_OFF}])"
)
_SPACES = " \u00a0\u202f"
_SENTENCE_ENDS = frozenset(".!?…")


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
    _static: str = ""  # static text not yet made a run
    _box: str | None = None
    _capital: bool = True
    _bold: bool = False
    _italic: bool = False

    def read(self, text: str, *, capital: bool = True) -> ReadLine:
        """Read one paragraph; `capital` says that a term at its start takes a capital."""
        self._runs, self._static, self._box, self._capital = [], "", None, capital
        self._bold = self._italic = False
        for piece in _PIECES.split(text):
            if piece[-1:] == t.END:
                self._marked(piece[0], piece[1:-1])
            elif piece[:1] in (t.BOLD_ON, t.BOLD_OFF) and piece:
                self._close_static()
                self._bold = piece == t.BOLD_ON
            elif piece[:1] in (t.ITALIC_ON, t.ITALIC_OFF) and piece:
                self._close_static()
                self._italic = piece == t.ITALIC_ON
            else:
                self._static += piece
        self._close_static()
        return ReadLine(_trimmed(self._runs), self._box)

    def _close_static(self) -> None:
        if self._static:
            self._runs.append(Run(self._static, RunKind.TEXT, self._bold, self._italic))
            self._static = ""

    def _add(self, text: str, kind: RunKind, target: str = "") -> None:
        self._close_static()
        self._runs.append(Run(text, kind, self._bold, self._italic, target))

    def _marked(self, kind: str, content: str) -> None:
        if kind == t.VALUE:
            self._add(content, RunKind.VALUE)
            return
        head, _, tail = content.partition(t.SEPARATOR)
        match kind:
            case t.TERM:
                self.terms.append(TermUse(head, tail, defines=False))
                self._static += capitalized(tail) if self._at_sentence_start() else tail
            case t.DEFINITION:
                self.terms.append(TermUse(head, tail, defines=True))
            case t.REFERENCE:
                self.references.append((head, int(tail)))
                self._static += "L’" if self._at_sentence_start() else "l’"
                self._add("", RunKind.REFERENCE, head)
            case t.GAP:
                self._add(gap_text(head, tail), RunKind.GAP)
            case t.BLANK:
                self._add(RULED, RunKind.BLANK)
            case t.BOX:
                self._open_box(head, tail)

    def _open_box(self, state: str, raw: str) -> None:
        self._box = state[0]
        if state[0] == "?":
            self._add(gap_text(state[1:], raw), RunKind.GAP)

    def _at_sentence_start(self) -> bool:
        """Nothing before in the paragraph (then `capital` decides), or the end of a sentence."""
        before = self._static.rstrip(_SPACES)
        if before:
            return before.rstrip("»" + _SPACES)[-1:] in _SENTENCE_ENDS and before != self._static
        return self._capital and not self._runs


def gap_text(label: str, raw: str = "") -> str:
    """What stands in the act where a value is missing, or invalid."""
    return f"[à corriger : {label} « {raw} »]" if raw else f"[à compléter : {label}]"


def _trimmed(runs: list[Run]) -> Line:
    """The runs without the blanks that static text leaves at either end; data is never touched."""
    if runs and runs[0].kind is RunKind.TEXT and runs[0].text[:1] == " ":
        runs[0] = runs[0]._replace(text=runs[0].text.lstrip(" "))
    if runs and runs[-1].kind is RunKind.TEXT and runs[-1].text[-1:] == " ":
        runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(" "))
    return tuple(run for run in runs if run.text or run.target)
