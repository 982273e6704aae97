"""The line at fault and the caret under it, aligned and harmless in any terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from convgen.faults.diagnostic import Span
from convgen.report.visible_text import visible
from convgen.yaml.decoding import read_unchecked

Lines: TypeAlias = Callable[[Path], Sequence[str]]
_NARROWEST = 20


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line to print, and the stretch of cells to underline in it (`length` is 1 at least)."""

    text: str
    start: int
    length: int


def lines_of_file(path: Path) -> Sequence[str]:
    """The lines of a text file; none when it is missing, binary, or cannot be read."""
    text = read_unchecked(path).text
    return text.split("\n") if text is not None else ()


def excerpt(span: Span, lines: Sequence[str], room: int) -> Excerpt | None:
    """The first line of `span` in at most `room` cells; None when the file has no such line."""
    if not 0 < span.line <= len(lines):
        return None
    line, room = lines[span.line - 1], max(room, _NARROWEST)
    start = min(max(span.column - 1, 0), len(line))
    end = min(span.end_column - 1, len(line)) if span.end_line == span.line else len(line.rstrip())
    end = max(end, start)
    before = visible(line[max(0, start - room - 1) : start])
    marked = _cut_end(visible(line[start : min(end, start + room + 1)]), room - 2)
    after = visible(line[end : end + room + 1])
    spare = room - cells(marked)
    left = min(cells(before), max(spare // 2, spare - cells(after)))
    before = _cut_start(before, left)
    text = before + marked + _cut_end(after, spare - left)
    return Excerpt(text.rstrip(), cells(before), max(cells(marked), 1))


def cells(text: str) -> int:
    """How many cells of a terminal the text takes: two for a wide sign, none for an accent."""
    return len(text) if text.isascii() else sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in {"Mn", "Me", "Cf"} else 1


def _cut_end(text: str, room: int) -> str:
    """The beginning of `text`, with « … » when the rest does not fit."""
    if cells(text) <= room:
        return text
    while text and cells(text) >= max(room, 1):
        text = text[:-1]
    return text + "…"


def _cut_start(text: str, room: int) -> str:
    """The end of `text`, with « … » when what comes before does not fit."""
    if cells(text) <= room:
        return text
    while text and cells(text) >= max(room, 1):
        text = text[1:]
    return "…" + text
