"""How the columns of a table stand: what the text says, and amounts at the right by themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from convgen.model.document import BY_ITSELF, LEFT, RIGHT, Cell, Row, RunKind

_AMOUNT: Final = re.compile(r"[-−]?[0-9][0-9\s]*(?:,[0-9]+)?\s?€(?:\s(?:HT|TTC))?")


def aligned(columns: str, rows: Sequence[Row]) -> str:
    """The alignment of each column of a table, by its rows, titles first.

    A column whose alignment is left open stands at the right when it holds amounts alone.
    """
    return "".join(
        (RIGHT if _holds_amounts(rows, number) else LEFT) if asked == BY_ITSELF else asked
        for number, asked in enumerate(columns)
    )


def _holds_amounts(rows: Sequence[Row], column: int) -> bool:
    cells = [row[column] for row in rows[1:] if column < len(row)]
    told = [text for cell in cells if (text := _text(cell))]
    return bool(told) and all(_AMOUNT.fullmatch(text) for text in told)


def _text(cell: Cell) -> str:
    """What a cell says, nothing while it is a gap or a blank to fill."""
    runs = [run for line in cell for run in line]
    if any(run.kind in {RunKind.GAP, RunKind.BLANK} for run in runs):
        return ""
    return "".join(run.text for run in runs).strip()
