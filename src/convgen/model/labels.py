"""Labels of numbers, as a house style prints them: « Article 4 », « 2-1 », « a) », « – »."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from convgen.model.document import BlockKind

_NUMBER = re.compile("%([1-9])")
_AT_THE_END = ".:;,–—-/ \t\u00a0\u202f"
_DIGITS = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def _letters(number: int) -> str:
    """Word's lowerLetter: a … z, aa, bb…"""
    repeat, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeat + 1)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _DIGITS:
        count, number = divmod(number, value)
        written += letters * count
    return written


# How Word calls the ways to write a number (w:numFmt) that are understood here.
FORMATS: Mapping[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02}",
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "bullet": lambda _: "",
    "none": lambda _: "",
}


class Level(NamedTuple):
    """A level of a list of Word.

    `text` is its label, in which « %1 » is the number of the top level, « %2 » of the one
    below…, each written in the `format` of its own level, or in digits when this one is
    `legal`. A level starts again at `start` after one of the first `restart` levels.
    """

    text: str
    format: str = "decimal"
    start: int = 1
    restart: int = 9
    legal: bool = False


class ListPlace(NamedTuple):
    """Where a kind of block is numbered: the name of a list, and a level of it from 0."""

    list: str
    depth: int


@dataclass(frozen=True, slots=True)
class Labels:
    """How a house style numbers: its lists, and the place of each kind and level of block."""

    lists: Mapping[str, tuple[Level, ...]]
    places: Mapping[tuple[BlockKind, int], ListPlace]

    def printed(self, place: ListPlace, counts: Sequence[int]) -> str:
        """The label of a block whose list has counted `counts` at each level; 0: not yet."""
        levels = self.lists[place.list]
        own = levels[place.depth]

        def written(match: re.Match[str]) -> str:
            depth = int(match[1]) - 1
            if depth >= len(levels):
                return ""
            number = levels[depth].start + max(counts[depth], 1) - 1
            return FORMATS["decimal" if own.legal else levels[depth].format](number)

        return _NUMBER.sub(written, own.text) if "%" in own.text else own.text

    def first(self, place: ListPlace) -> str:
        """The label of the first block of all."""
        return self.printed(place, [1] * len(self.lists[place.list]))

    def formats(self, place: ListPlace) -> set[str]:
        """The ways to write a number that the label of a place needs."""
        levels = self.lists[place.list]
        own = levels[place.depth]
        depths = [int(digit) - 1 for digit in _NUMBER.findall(own.text)]
        return {levels[depth].format for depth in depths if depth < len(levels) and not own.legal}


def referred(label: str) -> str:
    """A label as a sentence cites it: « Article 4 » for « Article 4 – »."""
    return label.strip().rstrip(_AT_THE_END)


_HOUSE = {
    "articles": (Level("Article\u00a0%1"), Level("%1.%2."), Level("%1.%2.%3.")),
    "parties": (Level("Titre\u00a0%1", "upperRoman"),),
    "annexes": (Level("Annexe\u00a0%1"),),
    "points": (Level("%1°"), Level("%2)", "lowerLetter"), Level("%3)", "lowerRoman")),
    "puces": (Level("–", "bullet"), Level("•", "bullet"), Level("–", "bullet")),
}

# What numbers mean where no house style can be read.
DEFAULT = Labels(
    _HOUSE,
    {
        (BlockKind.PART, 0): ListPlace("parties", 0),
        (BlockKind.ARTICLE, 0): ListPlace("articles", 0),
        (BlockKind.SUB_ARTICLE, 0): ListPlace("articles", 1),
        (BlockKind.SUB_ARTICLE, 1): ListPlace("articles", 2),
        (BlockKind.ANNEX, 0): ListPlace("annexes", 0),
        **{(BlockKind.POINT, level): ListPlace("points", level) for level in range(3)},
        **{(BlockKind.BULLET, level): ListPlace("puces", level) for level in range(3)},
    },
)
