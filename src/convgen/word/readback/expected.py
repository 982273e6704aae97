"""What a written file must hold, told from the tree alone: one item for each paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from convgen.model.document import (
    CENTRE,
    RIGHT,
    RULE,
    Block,
    BlockKind,
    Document,
    Line,
    Row,
    RunKind,
)
from convgen.word.opc.xml_text import one_line
from convgen.word.vocabulary import (
    AFTER_TABLE,
    NUMBERED_KINDS,
    SIGNATORY,
    TABLE_HEAD,
    TABLE_KINDS,
    TABLE_TEXT,
    TICKED,
    UNTICKED,
    bookmark_name,
    genre_of,
)
from convgen.word.writing.tables import rectangular

BANNER = "bandeau"
TablePlace = tuple[int, int, int]  # table, row, column, all from 1
IN_BODY: TablePlace = (0, 0, 0)
_SIDES = {RIGHT: "right", CENTRE: "center"}
Image = tuple[str, bytes]  # alternative text, and what the image is made of


class ParagraphRecord(NamedTuple):
    """A paragraph, expected or found.

    `style` is a genre or the name of a style when expected, an identifier when found;
    `list` is the list of the tree when expected (0: none), the w:num when found. `side` is how a
    paragraph of a table stands, empty at the left.
    """

    text: str
    place: TablePlace
    style: str
    list: int
    bookmarks: tuple[str, ...]
    targets: tuple[str, ...]
    level: int = 0
    images: tuple[Image, ...] = ()
    side: str = ""


def expected_items(document: Document) -> list[ParagraphRecord]:
    """The paragraphs of a document, in order, those of tables and signatures included."""
    items: list[ParagraphRecord] = []
    if document.banner:
        items.append(ParagraphRecord(one_line(document.banner), IN_BODY, BANNER, 0, (), ()))
    tables = 0
    for block in document.all_blocks():
        if block.kind in TABLE_KINDS:
            tables += 1
            items += _table(block, tables)
        else:
            items.append(_paragraph(block))
    return items


def _paragraph(block: Block) -> ParagraphRecord:
    text = visible_text(block.runs)
    if block.kind is BlockKind.CHOICE:
        text = f"{TICKED if block.checked else UNTICKED}\t{text}"
    return ParagraphRecord(
        text,
        IN_BODY,
        genre_of(block),
        block.list_id if block.kind in NUMBERED_KINDS else 0,
        (bookmark_name(block.anchor),) if block.anchor else (),
        _targets(block.runs),
        images=_images(block),
    )


def _images(block: Block) -> tuple[Image, ...]:
    figure = block.figure
    return () if figure is None else ((figure.description, figure.picture.data),)


def _table(block: Block, number: int) -> Iterator[ParagraphRecord]:
    is_table = block.kind is BlockKind.TABLE
    rows = rectangular(block.rows)
    if not rows or not rows[0]:
        return
    bookmarks = (bookmark_name(block.anchor),) if block.anchor else ()
    for place, line in _lines(rows, number):
        style = SIGNATORY if not is_table else TABLE_HEAD if place[1] == 1 else TABLE_TEXT
        side = _SIDES.get(block.columns[place[2] - 1 : place[2]], "")
        text, targets = visible_text(line), _targets(line)
        yield ParagraphRecord(text, place, style, 0, bookmarks, targets, side=side)
        bookmarks = ()
    yield ParagraphRecord("", IN_BODY, AFTER_TABLE, 0, (), ())


def _lines(rows: Iterable[Row], table: int) -> Iterator[tuple[TablePlace, Line]]:
    for row_number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row, start=1):
            for line in cell:
                yield (table, row_number, column), line


@lru_cache(maxsize=2048)
def visible_text(runs: Line) -> str:
    """The text of a line as Word shows it: line ends are one character, a blank is a rule."""
    text = "".join(
        [run.text or (RULE if run.kind is RunKind.BLANK else "") for run in runs],
    )
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


@lru_cache(maxsize=2048)
def _targets(runs: Line) -> tuple[str, ...]:
    return tuple(
        [bookmark_name(run.target) for run in runs if run.target and run.kind is RunKind.REFERENCE]
    )
