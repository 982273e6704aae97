"""What each typed line may be, read by the documentation of the language alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from enum import Enum
from typing import NamedTuple

TAG = re.compile(r"\s*(?:\{%[^{}]*%\}|\{#[^{}]*#\})\s*")
_DASH = re.compile(r"([-–—−•▪‣·*+◦●○■□◆►➢✓→⁃∙❖][\ufe0e\ufe0f]?|o)\s+(?=\S)")
_END = r"(?:\s?[.)]|[°º/]|[°º]\)|\.\)|\.?-|\.?\s[-–—](?=\s+[^\s\d]))\s+(?=\S)"
_NUMBER = re.compile(rf"\(?([0-9]{{1,6}}){_END}")
_LETTER = re.compile(rf"\(?([a-z]|[ivx]+){_END}")
_GLUED = re.compile(
    r"[0-9]{1,2}\s?[.)°](?=\s|[^\W\d_])|[a-z]\s?\)|\([0-9a-z]\)|[IVX]+\s?[.)]?\s?[-–—]"
    r"|[-–—•▪](?=[^\W\d_])|o\s|\[[ xX0-9a-z]?\]"
)
_LISTED = re.compile(
    r"(?:[0-9]+\.?\s*[-–—]|\([0-9a-z]{1,4}\)|[0-9]+(?:\.[0-9]+)+[.)]?|[0-9]{1,3}[/º]"
    r"|[①-⑳⒈-⒛]|[A-Z]\)|[IVX]{2,}[.)]|[IVX]+\s*[-–—])\s"
)
_TITLE = re.compile(r"#{2,3}\s+(?=\S)")
_FORMULA = re.compile(r">\s*(?=\S)")
_DASHES = re.compile(r"\|\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_CELL = re.compile(r"(?:\\.|[^\\|])*")


class Form(Enum):
    """What a line opens, or goes on with."""

    PARAGRAPH = "P"
    DASH = "D"
    NUMBER = "N"
    TITLE = "H"
    FORMULA = "F"
    TABLE = "T"
    ROW = "R"


class Reading(NamedTuple):
    """One way to read a line: `words` are those of its cells for a row; `goes_on`, it may."""

    form: Form
    words: tuple[str, ...]
    ranks: frozenset[int] = frozenset()
    indented: bool = False
    goes_on: bool = False


def readings_of(text: str) -> Iterator[tuple[Reading, ...]]:
    """For each line that prints something, the ways to read it; tags and comments print nothing."""
    lines = [line for line in text.split("\n") if not TAG.fullmatch(line)]
    before, table = "", False
    for number, line in enumerate(lines):
        words = line.strip()
        if words.startswith("|"):
            below = lines[number + 1].strip() if number + 1 < len(lines) else ""
            if _DASHES.fullmatch(words) and before == "head":
                before = "row"
                continue
            opens = bool(_DASHES.fullmatch(below)) and not _DASHES.fullmatch(words)
            before, table = ("head" if opens else "row"), table or opens
            cells = tuple(cell.strip() for cell in _cells(words))
            yield (Reading(Form.TABLE if opens else Form.ROW, cells),) if table else ()
            continue
        table = False
        if words:
            yield tuple(_sentences(words, line[0].isspace(), before))
        before = "" if not words else "F" if words[0] == ">" else "#" if words[0] == "#" else "P"


def _sentences(words: str, indented: bool, before: str) -> Iterator[Reading]:
    """A line that is in no table."""
    for form, mark in ((Form.TITLE, _TITLE), (Form.FORMULA, _FORMULA)):
        found = mark.match(words)
        if found:
            again = form is Form.FORMULA and before == "F"
            yield Reading(form, (words[found.end() :],), goes_on=again)
            return
    dash, listed = _DASH.match(words), _NUMBER.match(words) or _LETTER.match(words)
    if dash:
        yield Reading(Form.DASH, (words[dash.end() :],), indented=indented)
    if listed:
        ranks = frozenset(_ranks(listed[1]))
        yield Reading(Form.NUMBER, (words[listed.end() :],), ranks, indented)
    if (listed and listed[1].isdigit()) or (dash and dash[1] != "o"):
        return
    goes_on = before == "P" and not (_LISTED.match(words) or _GLUED.match(words))
    yield Reading(Form.PARAGRAPH, (words,), goes_on=goes_on)


def _ranks(label: str) -> Iterator[int]:
    """What a number counts: « i » may be the first, or the ninth."""
    if label.isdigit():
        yield int(label)
        return
    if len(label) == 1:
        yield ord(label) - ord("a") + 1
    numerals = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
    if all(sign in numerals for sign in label):
        values = [numerals[sign] for sign in label]
        after = [*values[1:], 0]
        yield sum(-a if a < b else a for a, b in zip(values, after, strict=True))


def _cells(row: str) -> Sequence[str]:
    """The cells of a row, whose bars are not set aside by a backslash."""
    cells: list[str] = []
    place = 1
    while place <= len(row):
        found = _CELL.match(row, place)
        assert found is not None
        cells.append(found[0])
        place = found.end() + 1
    return cells[:-1] if cells and not cells[-1].strip() else cells
