"""Blocks and runs, as instructions and values make them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from convgen.assembly.columns import aligned
from convgen.assembly.gaps import gap_mark, gap_text
from convgen.french.designation import capitalized
from convgen.french.seams import seam
from convgen.kinds.choice import Choice
from convgen.kinds.paragraphs import Paragraph
from convgen.language.instructions import Open
from convgen.model.absent import Absent, Blank
from convgen.model.deliberation import Visa
from convgen.model.document import RULE, Block, BlockKind, Figure, Line, Provenance, Run, RunKind

MOST_PIECES = 50_000
"""Of one clause: stretches of text, values, cells. A real one writes some hundred."""
_LONG = 1024  # signs: what a longer stretch counts more
_WORD = re.compile(r"[^\W\d_]{2}")
LISTED = frozenset({BlockKind.BULLET, BlockKind.POINT})
_KINDS = {kind.value: kind for kind in BlockKind}
_SPACES = " \u00a0\u202f"
_BLANKS = frozenset(_SPACES)
_SENTENCE_ENDS = frozenset(".!?…")


class TooMuchTextError(ValueError):
    """A clause writes more than an act may hold. The message is French."""

    def __init__(self) -> None:
        super().__init__("ce texte écrit plus de 50 000 passages, ou l’acte est trop long")


@dataclass(frozen=True, slots=True)
class TermUse:
    """A defined term met in the text, in order: defined there, or merely used."""

    key: str
    defines: bool


@dataclass(slots=True)
class BlockWriter:
    """Writes the blocks of one clause, and notes the terms and references it meets."""

    origin: Provenance
    room: int = MOST_PIECES  # for what it may still write
    blocks: list[Block] = field(default_factory=list)
    terms: list[TermUse] = field(default_factory=list)
    references: list[tuple[str, int]] = field(default_factory=list)
    points: set[str] = field(default_factory=set)  # what the law asks for and this text says
    reads: set[str] = field(default_factory=set)  # the paths of the case that it went by
    _marked: set[str] = field(default_factory=set)  # by the block being written
    bold: bool = False
    italic: bool = False
    _kind: BlockKind | None = None
    _level: int = 0
    _runs: list[Run] = field(default_factory=list)
    cite: Callable[[Visa], None] | None = None  # writes a visa in the words of the library
    line: int = 0  # of what is being written
    path: str = ""  # of the value being written, in the case
    _static: str = ""  # static text not yet made a run
    _static_line: int = 0  # where it starts
    _look: tuple[bool, bool] = (False, False)
    _checked: bool | None = None
    _boxed: bool = False
    _figure: Figure | None = None
    _marks: list[str] = field(default_factory=list)  # of the open branches, those not yet shown
    _after_blank: bool = True
    _list: int = 0
    _rows: list[list[Line]] = field(default_factory=list)
    _columns: str = ""

    def spend(self, pieces: int) -> None:
        """Take note of what is being written. Raises TooMuchTextError."""
        self.room -= pieces
        if self.room < 0:
            raise TooMuchTextError

    # Blocks

    def open(self, block: Open) -> None:
        """Start a block, or go on with the one before."""
        if block.soft and not self._after_blank and self._goes_on(block.indented):
            marks, self._marks = self._marks, []
            self.static(" ")
            self._marks = marks
            return
        self.close()
        self._kind, self._level, self._list = _KINDS[block.kind], block.level, block.list
        self._after_blank = False

    def table(self, columns: str) -> None:
        """Start a table, its first row to come."""
        self.close()
        self._kind, self._columns, self._after_blank = BlockKind.TABLE, columns, False

    def row(self) -> None:
        """Start a row of the table that is open."""
        if self._rows:
            self._rows[-1].append(self._line())
        self._rows.append([])

    def cell(self) -> None:
        """Start the next cell of the row."""
        self._rows[-1].append(self._line())

    def blank_line(self) -> None:
        """What follows is another block."""
        self._after_blank = True

    def begin_branch(self, label: str) -> None:
        """What follows is there for want of knowing a value; an empty label: it is not."""
        self._marks.append(label)

    def end_branch(self) -> None:
        """What follows does not rest on the same gap; a branch that wrote nothing has no mark."""
        self._marks.pop()

    def close(self) -> None:
        """Finish the block being written."""
        if self._kind is None:
            return
        first = len(self.blocks)
        if self._kind is BlockKind.TABLE:
            self._rows[-1].append(self._line())
            rows = tuple(tuple((line,) for line in row) for row in self._rows)
            columns = aligned(self._columns, rows)
            self.blocks.append(
                Block(BlockKind.TABLE, rows=rows, origin=self.origin, columns=columns)
            )
            self._rows = []
        else:
            kind = BlockKind.CHOICE if self._boxed else self._kind
            kind = BlockKind.FIGURE if self._figure else kind
            self.blocks.append(
                Block(
                    kind, self._line(), self._level, "", self._list, "",
                    self._checked, (), self.origin, self._figure,
                )
            )  # fmt: skip
        self._kind, self._boxed, self._checked, self._figure = None, False, None, None
        if self._marked and _says_something(self.blocks[first]):
            self.points |= self._marked
        self._marked = set()

    def fulfil(self, point: str) -> None:
        """What the law asks for is said by this block, if it has words."""
        self._marked.add(point)

    def _goes_on(self, indented: bool) -> bool:
        return self._kind is BlockKind.PARAGRAPH or (indented and self._kind in LISTED)

    # Runs

    def text(self, text: str, bold: bool, italic: bool, line: int) -> None:
        """Static text in a look of its own."""
        self.bold, self.italic, self.line = bold, italic, line
        self.static(text)

    def static(self, text: str) -> None:
        """Static text in the look in force."""
        if self._look != (self.bold, self.italic):
            self._flush()
            self._look = (self.bold, self.italic)
        self._show_marks()
        if self._static:
            if text[:1] in _BLANKS or self._static[-1] in _BLANKS:
                self._static, text = seam(self._static, text)
        elif self._runs and self._runs[-1].kind is RunKind.TEXT:
            before, text = seam(self._runs[-1].text, text)
            self._runs[-1] = self._runs[-1]._replace(text=before)
        if not self._static:
            self._static_line = self.line
        self._static += text
        if len(text) >= _LONG:
            self.spend(len(text) // _LONG)

    def value(self, text: str) -> None:
        """Data, exactly as written."""
        self._run(text, RunKind.VALUE)

    def named(self, text: str) -> None:
        """Data that opens with its article: a capital at the start of a sentence."""
        self.value(capitalized(text) if self._starts_sentence() else text)

    def gap(self, absence: Absent) -> None:
        """Something missing: named in place, highlighted."""
        self._marks = ["" if label == absence.label else label for label in self._marks]
        text = gap_text(absence.label, absence.raw)
        self._run(text, RunKind.GAP, about=absence.label)

    def blank(self, _absence: Absent) -> None:
        """Something to write by hand: a ruled line."""
        self._run(RULE, RunKind.BLANK)

    def term(self, key: str, text: str) -> None:
        """A form of a defined term, with a capital at the start of a sentence."""
        self.terms.append(TermUse(key, defines=False))
        self.static(capitalized(text) if self._starts_sentence() else text)

    def definition(self, key: str, text: str) -> None:
        """The definition of a term: between guillemets, in bold."""
        self.terms.append(TermUse(key, defines=True))
        bold = self.bold
        self.static("«\u00a0")
        self.bold = True
        self.static(text.replace(" ", "\u00a0", 1))  # the article stays with its noun
        self.bold = bold
        self.static("\u00a0»")

    def refer(self, target: str, line: int) -> None:
        """A reference, its label still to come, with its article."""
        self.references.append((target, line))
        self.path = ""
        self.static("L’" if self._starts_sentence() else "l’")
        self._run("", RunKind.REFERENCE, target)

    def visa(self, visa: Visa) -> None:
        """A text or an act that a deliberation rests on."""
        assert self.cite is not None
        self.cite(visa)

    def box(self, choice: Choice | Absent | None, option: str) -> None:
        """The box of an option, at the start of its paragraph."""
        self._boxed = True
        if isinstance(choice, Blank):
            self.blank(choice)
        elif isinstance(choice, Absent):
            self.gap(choice)
        else:
            self._checked = choice is not None and choice.key == option

    def figure(self, figure: Figure) -> None:
        """Show an image: its paragraph holds nothing else."""
        self._figure = figure

    def paragraphs(self, items: Sequence[Paragraph]) -> None:
        """Paragraphs and dashes of the case, which nothing goes on with."""
        for item in items:
            if self._runs or self._static:
                self.close()
            dash = item.level is not None
            self._kind = BlockKind.BULLET if dash else BlockKind.PARAGRAPH
            self._level = item.level or 0
            self.value(item.text)
        self._after_blank = True

    def _run(self, text: str, kind: RunKind, target: str = "", about: str = "") -> None:
        self._show_marks()
        self._flush()
        self.room -= 1
        if self.room < 0 or len(text) >= _LONG:  # without a call: each value passes here
            self.spend(len(text) // _LONG)
        self._runs.append(
            Run(text, kind, self.bold, self.italic, target, about, self.line, self.path)
        )

    def _show_marks(self) -> None:
        if not any(self._marks):
            return
        for label in dict.fromkeys(filter(None, self._marks)):
            self._flush()
            self._runs.append(gap_mark(label))
        self._marks = [""] * len(self._marks)

    def _flush(self) -> None:
        if self._static:
            self._runs.append(Run(self._static, RunKind.TEXT, *self._look, line=self._static_line))
            self._static = ""

    def _starts_sentence(self) -> bool:
        """Nothing before in the paragraph, which is no item of a list, or a sentence's end."""
        last = self._runs[-1] if self._runs else None
        text = (last.text if last and last.kind is RunKind.TEXT else "") + self._static
        before = text.rstrip(_SPACES)
        if before:
            return before.rstrip("»" + _SPACES)[-1:] in _SENTENCE_ENDS and before != text
        return self._kind not in LISTED and all(run.kind is RunKind.GAP for run in self._runs)

    def _line(self) -> Line:
        """The runs so far, without the spaces that static text leaves at either end."""
        self._flush()
        runs, self._runs = self._runs, []
        if runs and runs[0].kind is RunKind.TEXT and runs[0].text[:1] == " ":
            runs[0] = runs[0]._replace(text=runs[0].text.lstrip(" "))
        if runs and runs[-1].kind is RunKind.TEXT and runs[-1].text[-1:] == " ":
            runs[-1] = runs[-1]._replace(text=runs[-1].text.rstrip(" "))
        return tuple([run for run in runs if run.text or run.target])


def _says_something(block: Block) -> bool:
    """Has it words of its own, and is it no mere heading?"""
    if block.kind in {BlockKind.SUB_ARTICLE, BlockKind.INTERTITLE}:
        return False
    return any(_WORD.search(run.text) for run in block.all_runs())
