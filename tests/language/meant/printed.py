"""What is printed, in one form for what a tree means and for what an act says."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from convgen.model.document import Block, BlockKind, Run, RunKind
from tests.language.meant.case import LISTS, TESTS, VALUES
from tests.language.meant.roman import roman
from tests.language.meant.tree import (
    Body,
    Each,
    Formula,
    Heading,
    Item,
    Listing,
    Mark,
    Paragraph,
    Phrase,
    Row,
    Said,
    Table,
    Value,
    When,
)

Names = Mapping[str, str]


class Look(NamedTuple):
    """How signs look: in bold, in italic, those of a value."""

    bold: bool = False
    italic: bool = False
    value: bool = False


Words = tuple[tuple[str, Look | None], ...]
"""Signs that look the same, together; a blank has no look, whichever it is."""


class Printed(NamedTuple):
    """A block: `list` is its list, told apart from the others, 0 for what is nested in a point."""

    kind: str
    words: Words = ()
    level: int = 0
    label: str = ""
    list: int = 0
    rows: tuple[tuple[Words, ...], ...] = ()
    columns: str = ""


def together(signs: Iterable[tuple[str, Look]]) -> Words:
    """Signs one by one, put together; the blanks at both ends are none."""
    looks = [(" ", None) if sign.isspace() else (sign, look) for sign, look in signs]
    made = [
        ("".join(sign for sign, _ in same), look)
        for look, same in itertools.groupby(looks, lambda sign: sign[1])
    ]
    start = 1 if made and made[0] == (" ", None) else 0
    end = len(made) - 1 if made[start:] and made[-1] == (" ", None) else len(made)
    return tuple(made[start:end])


# What an act says


def said_by(blocks: Iterable[Block]) -> list[Printed]:
    """The blocks of an act."""
    found, roots = list[Printed](), dict[int, int]()
    nested: list[bool] = []
    for block in blocks:
        del nested[block.level if block.kind in {BlockKind.POINT, BlockKind.BULLET} else 0 :]
        point = block.kind is BlockKind.POINT
        root = point and not any(nested[-1:])
        nested += [False] * (block.level - len(nested)) + [point]
        rows = tuple(tuple(_words(cell[0]) for cell in row) for row in block.rows)
        number = roots.setdefault(block.list_id, len(roots) + 1) if root else 0
        found.append(
            Printed(
                block.kind.value, _words(block.runs), block.level, block.number, number,
                rows, block.columns,
            )
        )  # fmt: skip
    return found


def _words(runs: Sequence[Run]) -> Words:
    return together(
        (sign, Look(run.bold, run.italic, run.kind is RunKind.VALUE))
        for run in runs
        for sign in run.text
    )


# What a tree means


def meant_by(body: Body) -> list[Printed]:
    """The blocks of a tree, conditions and loops carried out."""
    return list(_Reading().blocks(body, VALUES))


class _Reading:
    def __init__(self) -> None:
        self.lists = self.sub_articles = 0

    def blocks(self, body: Body, names: Names) -> Iterator[Printed]:
        for node, here in _carried_out(body, names):
            match node:
                case Paragraph(sentence):
                    yield Printed("paragraphe", _sentence(sentence, here))
                case Heading("##", said):
                    self.sub_articles += 1
                    label = f"1.{self.sub_articles}."
                    yield Printed("sous_article", _sentence((said,), here), 0, label)
                case Heading(_, said):
                    yield Printed("intertitre", _sentence((said,), here), 1)
                case Formula(said):
                    yield Printed("formule", _sentence((said,), here))
                case Table():
                    yield _table(node, here)
                case Listing():
                    yield from self.items(node, here, 0, nested=False)

    def items(self, listing: Listing, names: Names, level: int, *, nested: bool) -> Iterator[Any]:
        """Points count from one in each list; dashes have the glyph of their level."""
        number, rank = 0, 0
        for rank, (item, here) in enumerate(_carried_out(listing.items, names), 1):
            assert isinstance(item, Item)
            words = _sentence(item.sentence, here)
            if listing.numbered:
                if not nested and rank == 1:
                    self.lists += 1
                    number = self.lists
                yield Printed("point", words, level, _label(level, rank), number)
            else:
                yield Printed("puce", words, level, "–•–"[level])
            for child in item.children:
                yield from self.items(child, here, level + 1, nested=listing.numbered)


def _label(level: int, rank: int) -> str:
    return (f"{rank}°", f"{chr(ord('a') + rank - 1)})", f"{roman(rank)})")[level]


def _carried_out(nodes: Sequence[Any], names: Names) -> Iterator[tuple[Any, Names]]:
    """The nodes that are printed, each with the names that it knows."""
    for node in nodes:
        match node:
            case When(branches, other):
                kept = next((body for test, body in branches if TESTS[test]), other or ())
                yield from _carried_out(kept, names)
            case Each(variable, items, body):
                for one in LISTS[items]:
                    yield from _carried_out(body, {**names, variable: one})
            case _:
                yield node, names


def _table(table: Table, names: Names) -> Printed:
    head = _cells(table.head, names)
    rows = [_cells(row, here) for row, here in _carried_out(table.rows, names)]
    columns = "".join(
        _by_itself([row[place] for row in rows]) if letter == "-" else letter
        for place, letter in enumerate(table.columns)
    )
    return Printed("tableau", rows=(head, *rows), columns=columns)


def _cells(row: Row, names: Names) -> tuple[Words, ...]:
    return tuple(_sentence((Said(cell),), names) for cell in row.cells)


def _by_itself(cells: Sequence[Words]) -> str:
    """A column of amounts stands at the right."""
    texts = ["".join(words for words, _ in cell) for cell in cells if cell]
    amounts = {"50 €", "1 200,50 €", "1 250 €"}
    return "d" if texts and amounts.issuperset(texts) else "g"


def _sentence(sentence: Sequence[Any], names: Names) -> Words:
    signs: list[tuple[str, Look]] = []
    for said, here in _carried_out(sentence, names):
        for phrase in said.phrases:
            _say(phrase, Look(), here, signs)
    return together(signs)


def _say(phrase: Phrase, look: Look, names: Names, signs: list[tuple[str, Look]]) -> None:
    bold, italic = look.bold or "**" in phrase.stars, look.italic or phrase.stars in {"*", "***"}
    inside = Look(bold, italic)
    for part in phrase.parts:
        match part:
            case Phrase():
                _say(part, inside, names, signs)
            case Mark(sign):
                _join(sign, inside, signs)
            case Value(name):
                _join(names[name], inside._replace(value=True), signs)
            case _:
                _join(part.said, inside, signs)


def _join(text: str, look: Look, signs: list[tuple[str, Look]]) -> None:
    """What comes next, after a blank unless a punctuation holds it."""
    held = text in {",", ")", "."} and not look.value
    opened = signs and signs[-1] == ("(", signs[-1][1]) and not signs[-1][1].value
    if signs and not held and not opened:
        signs.append((" ", look))
    signs += [(sign, look) for sign in text]
