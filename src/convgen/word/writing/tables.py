"""Tables and signature blocks to XML: structure from here, looks from the template's styles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from convgen.model.document import CENTRE, RIGHT, Cell, Line, Row
from convgen.word.vocabulary import (
    AFTER_TABLE,
    SIGNATORY,
    SIGNATURE_STYLE,
    TABLE_HEAD,
    TABLE_STYLE,
    TABLE_TEXT,
)
from convgen.word.writing.runs import Looks, runs_xml

_KEEP_NEXT = "<w:keepNext/>"
_SIGNING_ROOM = 2608  # 4.6 cm: a signature, and the stamp beside it
_CHARACTER, _CELL_MARGINS = 95, 240  # twips: a letter of a table, on the broad side
_NARROWEST = 6  # letters
_TALLEST = 30  # lines: half a page at least
_SIDES = {RIGHT: '<w:jc w:val="right"/>', CENTRE: '<w:jc w:val="center"/>'}
_SHORT = 8  # rows: a table that is not worth a page break


def rectangular(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows, completed with empty cells: Word wants a whole grid, and a paragraph in each."""
    width = max(map(len, rows), default=0)
    return tuple(
        tuple(cell or ((),) for cell in row) + (((),),) * (width - len(row)) for row in rows
    )


def table_xml(  # noqa: PLR0913 - what a table is, and how it looks
    rows: Sequence[Row],
    ids: Mapping[str, str],
    looks: Looks,
    width: int,
    columns: str = "",
    *,
    keep_next: bool = False,
) -> str:
    """A table whose first row is repeated on each page; a row is not cut by a page break.

    A short one stays on one page. With `keep_next`, its last row stays on the page of what follows.
    `columns` are their alignments (`Block.columns`). A row so tall that no page could hold it with
    another is cut where the page ends.
    """
    grid = rectangular(rows)
    if not grid or not grid[0]:
        return ""
    widths, sides = _column_widths(grid, width), columns.ljust(len(grid[0]))
    xml = [_table_opening(ids[TABLE_STYLE], widths, first_row=True)]
    for number, row in enumerate(grid):
        header = "" if number else "<w:tblHeader/>"
        style = ids[TABLE_TEXT if number else TABLE_HEAD]
        last = number == len(grid) - 1
        keep = _KEEP_NEXT if (keep_next if last else len(grid) <= _SHORT) else ""
        whole = "" if _lines_of(row, widths) > _TALLEST else "<w:cantSplit/>"
        properties = f"<w:trPr>{whole}{header}</w:trPr>" if whole or header else ""
        xml.append(f"<w:tr>{properties}")
        openings = [_paragraph_opening(style, keep + _SIDES.get(side, "")) for side in sides]
        xml += _cells(row, widths, openings, looks)
        xml.append("</w:tr>")
    return "".join((*xml, "</w:tbl>", _after(ids, _KEEP_NEXT if keep_next else "")))


def signatures_xml(rows: Sequence[Row], ids: Mapping[str, str], looks: Looks, width: int) -> str:
    """The signature block: no border, and every row kept with the next on one page."""
    grid = rectangular(rows)
    if not grid or not grid[0]:
        return ""
    columns = len(grid[0])
    widths = [width // columns] * columns
    xml = [_table_opening(ids[SIGNATURE_STYLE], widths, first_row=False)]
    for number, row in enumerate(grid, start=1):
        keep = _KEEP_NEXT if number < len(grid) else ""
        xml.append(f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{_SIGNING_ROOM}"/></w:trPr>')
        openings = [_paragraph_opening(ids[SIGNATORY], keep)] * columns
        xml += _cells(row, widths, openings, looks)
        xml.append("</w:tr>")
    return "".join((*xml, "</w:tbl>", _after(ids)))


def _table_opening(style: str, widths: Sequence[int], *, first_row: bool) -> str:
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = f'w:val="{"0020" if first_row else "0000"}" w:firstRow="{int(first_row)}"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="5000" w:type="pct"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook {look} w:lastRow="0" w:firstColumn="0" '
        f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr>'
        f"<w:tblGrid>{columns}</w:tblGrid>"
    )


def _paragraph_opening(style: str, keep: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>'


def _cells(row: Row, widths: Sequence[int], openings: Sequence[str], looks: Looks) -> list[str]:
    return [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        + "".join(f"{opening}{runs_xml(line, looks)}</w:p>" for line in cell)
        + "</w:tc>"
        for cell, width, opening in zip(row, widths, openings, strict=True)
    ]


def _after(ids: Mapping[str, str], keep: str = "") -> str:
    """The paragraph that a table needs after it: Word would melt two adjoining tables."""
    return f"{_paragraph_opening(ids[AFTER_TABLE], keep)}</w:p>"


def _column_widths(grid: Sequence[Row], width: int) -> list[int]:
    """Widths in twips: a narrow column has what it needs, the wide ones share the rest."""
    needs = [
        _CELL_MARGINS + _CHARACTER * max(_NARROWEST, *map(_longest_line, column))
        for column in zip(*grid, strict=True)
    ]
    left, widths = width, [0] * len(needs)
    by_need = sorted(range(len(needs)), key=needs.__getitem__)
    for rank, column in enumerate(by_need):
        widths[column] = min(needs[column], left // (len(needs) - rank))
        left -= widths[column]
    return [own + left * own // sum(widths) for own in widths]


def _lines_of(row: Row, widths: Sequence[int]) -> int:
    """How many lines a row takes on the page, on the broad side."""
    return max(
        sum(
            1 + _length(line) * _CHARACTER // max(width - _CELL_MARGINS, _CHARACTER)
            for line in cell
        )
        for cell, width in zip(row, widths, strict=True)
    )


def _longest_line(cell: Cell) -> int:
    return max(map(_length, cell), default=0)


def _length(line: Line) -> int:
    return sum(len(run.text) for run in line)
