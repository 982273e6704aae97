"""The tables and the examples of docs/bibliotheque.md, read as a reader finds them.

A table is known by the head of its first column, a row by the first word in code of its first cell.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from convgen.french.characters import NBSP

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/bibliotheque.md").read_text(encoding="utf-8")
Rows = dict[str, list[str]]


def codes(cell: str) -> list[str]:
    """What a cell has in code."""
    return re.findall(r"`([^`]+)`", cell)


@cache
def rows(head: str) -> Rows:
    """The cells of each row of the tables of that head, by the first code of the first cell."""
    found: Rows = {}
    reading = False
    for line in PAGE.splitlines():
        cells = [cell.strip().replace(r"\|", "|") for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if not cells or set(cells[0]) == {"-"}:
            reading = reading and bool(cells)
        elif not reading:
            reading = cells[0] == head
        elif codes(cells[0]):
            key, *_ = codes(cells[0])
            assert key not in found, f"« {key} » has two rows"
            found[key] = cells
    assert found, f"no table « {head} »"
    return found


def example(start: str) -> str:
    """The indented block of the page that starts so."""
    blocks = re.findall(r"(?:^    .*\n|^\n(?=    ))+", PAGE, re.MULTILINE)
    texts = (re.sub(r"^    ", "", block.strip("\n"), flags=re.MULTILINE) for block in blocks)
    (text,) = (text for text in texts if text.startswith(start))
    return text + "\n"


def plain(text: str) -> str:
    """A text as the docs type it."""
    return text.replace("’", "'").replace(NBSP, " ").replace("\u202f", " ")
