"""How the acceptance tests read an act: its tree, and the Word file, as lines of plain text."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml import etree

from convgen.faults.diagnostic import Diagnostic
from convgen.model.document import Block, Document
from convgen.pipeline import Assembled, fill_case

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BOX = {True: "☒ ", False: "☐ ", None: ""}


def plain(text: str) -> str:
    """The text with ordinary spaces: typography has its own tests."""
    return re.sub(r"[^\S\n]+", " ", text)


def lines_of_block(block: Block) -> Iterator[str]:
    """A block as lines of plain text, its number before it; a table gives a line a row."""
    for row in block.rows:
        cells = (" / ".join("".join(r.text for r in line) for line in cell) for cell in row)
        yield plain("| " + " | ".join(cells))
    if not block.rows:
        number = f"{block.number} " if block.number else ""
        yield plain(_BOX[block.checked] * (block.kind == "choix") + number + block.text)


@dataclass(frozen=True)
class Act:
    """An assembled act and its Word file."""

    assembled: Assembled

    @property
    def document(self) -> Document:
        """The tree."""
        assert self.assembled.document is not None
        return self.assembled.document

    @property
    def errors(self) -> list[Diagnostic]:
        """The faults that stop a final act."""
        return [fault for fault in self.assembled.diagnostics if fault.is_error]

    def lines(self, section: str) -> list[str]:
        """The body of one section of the tree."""
        (found,) = (s for s in self.document.sections if s.key == section)
        return [line for block in found.blocks for line in lines_of_block(block)]

    def headings(self) -> list[tuple[str, str]]:
        """The key and the printed heading of each section, numbers included."""
        return [
            (s.key, plain(f"{s.heading.number} {s.heading.text}").strip() if s.heading else "")
            for s in self.document.sections
        ]

    @property
    def text(self) -> str:
        """Everything that the tree says."""
        return "\n".join(
            line for block in self.document.all_blocks() for line in lines_of_block(block)
        )

    @cached_property
    def data(self) -> bytes:
        """The Word file, made in this process."""
        filled = fill_case(self.assembled)
        assert filled.data is not None, filled.diagnostics
        return filled.data

    @cached_property
    def word(self) -> WordDocument:
        """The Word file, as python-docx reads it."""
        return docx.Document(io.BytesIO(self.data))

    @cached_property
    def word_lines(self) -> list[str]:
        """What the Word file shows, in order, without what Word numbers itself."""
        return [plain(line) for line in _word_lines(self.word)]

    @property
    def word_text(self) -> str:
        """The same with its typography, and what stands in tables."""
        return "\n".join(_word_lines(self.word))

    def part(self, name: str) -> str:
        """One part of the file, as XML."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.read(name).decode()

    def part_names(self) -> list[str]:
        """The parts of the file."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return archive.namelist()

    def text_in_style(self, style: str) -> list[str]:
        """The text of each run in a character style, tables included."""
        identifier = next(s.style_id for s in self.word.styles if s.name == style)
        return [
            "".join(text.text or "" for text in run.iter(W + "t"))
            for run in etree.fromstring(self.part("word/document.xml").encode()).iter(W + "r")
            if run.find(f"{W}rPr/{W}rStyle[@{W}val='{identifier}']") is not None
        ]


def _word_lines(word: WordDocument) -> Iterator[str]:
    for item in word.iter_inner_content():
        if isinstance(item, Paragraph):
            if item.text:
                yield item.text
        elif isinstance(item, Table):
            for row in item.rows:
                cells = (" / ".join(p.text for p in cell.paragraphs) for cell in row.cells)
                yield "| " + " | ".join(cells)


def paragraphs(word: WordDocument) -> Iterator[Paragraph]:
    """Every paragraph of the body, those of tables included, in order."""
    for item in word.iter_inner_content():
        if isinstance(item, Paragraph):
            yield item
        elif isinstance(item, Table):
            for row in item.rows:
                for cell in row.cells:
                    yield from cell.paragraphs


def index(act: Act, start: str) -> int:
    """Where the only line of the Word file that starts so stands."""
    (found,) = (i for i, line in enumerate(act.word_lines) if line.startswith(start))
    return found


def signature_table(act: Act) -> Table:
    """The table that the parties sign in."""
    (found,) = (t for t in act.word.tables if t.rows[0].cells[0].text.startswith("Pour "))
    return found


def signatures(act: Act) -> list[list[str]]:
    """The paragraphs of each signature block."""
    cells = signature_table(act).rows[0].cells
    return [[plain(p.text) for p in cell.paragraphs] for cell in cells]
