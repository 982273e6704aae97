"""The marked text of a rendered clause becomes blocks of the document tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from convgen.assembly.line import LineReader, TermUse
from convgen.library import tokens as t
from convgen.model.document import Block, BlockKind, Provenance, Run, RunKind

_KINDS = {
    t.PARAGRAPH: BlockKind.PARAGRAPH,
    t.SOFT_PARAGRAPH: BlockKind.PARAGRAPH,
    t.SUB_ARTICLE: BlockKind.SUB_ARTICLE,
    t.BULLET: BlockKind.BULLET,
    t.POINT: BlockKind.POINT,
    t.FORMULA: BlockKind.FORMULA,
    t.ROW: BlockKind.TABLE,
    t.HEADER_ROW: BlockKind.TABLE,
}
LISTED = frozenset({BlockKind.BULLET, BlockKind.POINT})


@dataclass(slots=True)
class _Open:
    """A block being filled: its marked texts, one a row for a table."""

    kind: BlockKind
    level: int
    texts: list[str]
    marks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Reading:
    """What a clause gives: its blocks, its terms in order, and its references with their lines."""

    blocks: tuple[Block, ...]
    terms: tuple[TermUse, ...]
    references: tuple[tuple[str, int], ...]


@lru_cache(maxsize=1024)
def read_stream(marked: str, origin: Provenance) -> Reading:
    """Read the marked text of one clause.

    Kept: in a cohort, a clause that says the same thing to all is read once.
    """
    reader = LineReader()
    blocks = tuple(_finished(opened, origin, reader) for opened in _gather(marked))
    return Reading(blocks, tuple(reader.terms), tuple(reader.references))


def _gather(marked: str) -> Iterator[_Open]:
    """Split into blocks; a soft paragraph goes on with the block before it."""
    current: _Open | None = None
    marks: list[str] = []
    after_blank = True
    for piece in marked.split(t.BLOCK)[1:]:
        mark, level, text = piece[0], piece[1], piece[2:]
        if mark == t.BREAK:
            after_blank = True
        elif mark == t.MARK:
            marks.append(text)
        elif current is not None and not after_blank and _goes_on(current, mark, level):
            _extend(current, text)
        else:
            if current is not None:
                yield current
            kind = _KINDS[mark]
            current = _Open(kind, int(level) if kind in LISTED else 0, [text], marks)
            marks, after_blank = [], False
    if current is not None:
        yield current


def _goes_on(current: _Open, mark: str, level: str) -> bool:
    """Does a block without a blank line before it belong to the current one?"""
    if mark == t.SOFT_PARAGRAPH:
        indented = level == "1"
        return current.kind is BlockKind.PARAGRAPH or (indented and current.kind in LISTED)
    return mark in (t.ROW, t.HEADER_ROW) and current.kind is BlockKind.TABLE


def _extend(current: _Open, text: str) -> None:
    if current.kind is BlockKind.TABLE:
        current.texts.append(text)
    else:
        current.texts[-1] += f" {text}"


def gap_mark(label: str) -> Run:
    """What shows, before a text, that it is there for want of knowing."""
    return Run(f"[selon : {label}] ", RunKind.GAP)


def _finished(opened: _Open, origin: Provenance, reader: LineReader) -> Block:
    if opened.kind is BlockKind.TABLE:
        rows = tuple(
            tuple((reader.read(cell).runs,) for cell in row.split(t.CELL)) for row in opened.texts
        )
        return Block(BlockKind.TABLE, rows=rows, origin=origin)
    line = reader.read(opened.texts[0], capital=opened.kind not in LISTED)
    runs = tuple(gap_mark(label) for label in opened.marks) + line.runs
    if line.box is None:
        return Block(opened.kind, runs, level=opened.level, origin=origin)
    checked = None if line.box == "?" else line.box == "1"
    return Block(BlockKind.CHOICE, runs, checked=checked, origin=origin)
