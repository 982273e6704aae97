"""A tree spelled in the language of clauses, in one of the many ways that its page documents.

Each byte chooses one spelling among those of one place; zero is the plainest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any, NamedTuple, TypeVar

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
    Sentence,
    Table,
    Value,
    When,
)

Way = TypeVar("Way")
Lines = list[str]

DASHES = "-–—•▪‣·"
BLANKS = (" ", "\t", "\u00a0", "   ")
NUMBERS = (".", ")", "°")
SPELLED = {"-": ("---", "-", "-----"), "g": (":---", ":-"), "d": ("---:", "-:"), "c": (":-:",)}


class Unit(NamedTuple):
    """What is typed without a blank, and whether one comes before, and after."""

    typed: str
    before: bool = True
    after: bool = True


def spelled(body: Body, ways: bytes) -> str:
    """A whole text."""
    writer = _Writer(ways)
    return "\n".join(writer.blocks(body)) + writer.pick(("\n", "", "\n\n"))


class _Writer:
    def __init__(self, ways: bytes) -> None:
        self.ways = iter(ways)

    def pick(self, ways: Sequence[Way]) -> Way:
        return ways[next(self.ways, 0) % len(ways)]

    # Tags

    def under_tags(self, nodes: Sequence[Any], one: Callable[[Any], Lines], indent: int) -> Lines:
        """Nodes, each written by `one`, and the tags around them."""
        lines: Lines = []
        for node in nodes:
            lines += self.tagged(node, lambda body: self.under_tags(body, one, indent), indent) or (
                one(node)
            )
        return lines

    def tagged(self, node: Any, body: Callable[[Any], Lines], indent: int = 0) -> Lines:
        """A condition or a loop, its body written by `body`; nothing for any other node."""
        match node:
            case When(branches, other):
                lines: Lines = []
                for rank, (test, inside) in enumerate(branches):
                    lines += [self.tag(f"{'elif' if rank else 'if'} {test}", indent), *body(inside)]
                if other is not None:
                    lines += [self.tag("else", indent), *body(other)]
                return [*lines, self.tag("endif", indent)]
            case Each(variable, items, inside):
                opened = self.tag(f"for {variable} in {items}", indent)
                return [opened, *body(inside), self.tag("endfor", indent)]
        return []

    def tag(self, said: str, indent: int) -> str:
        return f"{self.margin(self.pick((0, indent)))}{{% {said} %}}"

    def margin(self, indent: int) -> str:
        """So many columns."""
        tabs = indent and not indent % 4 and self.pick((False, True))
        return "\t" * (indent // 4) if tabs else " " * indent

    def blank(self, least: int = 0) -> Lines:
        return [""] * (least + self.pick((0, 0, 0, 1)))

    # Blocks

    def blocks(self, body: Sequence[Any]) -> Lines:
        """Blocks, a blank line at least between two."""
        lines: Lines = []
        for rank, node in enumerate(body):
            lines += self.blank(1) if rank else []
            inside = partial(self.inside, below=1 if isinstance(node, Each) else 0)
            lines += self.tagged(node, inside) or self.block(node)
        return lines

    def inside(self, body: Sequence[Any], below: int) -> Lines:
        """Blocks between two tags; those of a loop end with a blank line, for the next turn."""
        return [*self.blank(), *self.blocks(body), *self.blank(below)]

    def block(self, node: Any) -> Lines:
        match node:
            case Paragraph(sentence):
                return self.sentence(sentence, 0)
            case Heading(marks, said):
                return [f"{marks}{self.pick(BLANKS)}{' '.join(self.wrapped(said, wide=True))}"]
            case Formula(said):
                return [f">{self.pick((' ', ''))}{' '.join(self.wrapped(said, wide=True))}"]
            case Table(columns, head, rows):
                below = "|".join(self.dashes(letter) for letter in columns)
                return [
                    self.row(head),
                    f"|{below}|",
                    *self.under_tags(rows, lambda row: [self.row(row)], 0),
                ]
            case Listing():
                return self.listing(node, 0, "")
        raise TypeError(node)

    def dashes(self, letter: str) -> str:
        around = self.pick(("", " "))
        return f"{around}{self.pick(SPELLED[letter])}{around}"

    def row(self, row: Row) -> str:
        cells = (" ".join(self.wrapped(Said(cell), wide=True)) for cell in row.cells)
        return f"| {' | '.join(cells)} |"

    # Lists

    def listing(self, listing: Listing, indent: int, parents: str) -> Lines:
        """A list; `parents` are the ways its parents are listed, « - » or « 1 » for each."""
        return self.items(listing, listing.items, indent, parents, _Count())

    def items(
        self, listing: Listing, nodes: Sequence[Any], indent: int, parents: str, count: _Count
    ) -> Lines:
        lines: Lines = []
        for node in nodes:
            lines += self.blank() if count.next > 1 else []
            if isinstance(node, Item):
                lines += self.item(node, listing.numbered, indent, parents, count)
                continue
            first, ways = count.next, [0]

            def body(inside: Any, first: int = first, ways: list[int] = ways) -> Lines:
                count.next = first
                made = self.items(listing, inside, indent, parents, count)
                ways.append(count.next)
                return made

            lines += self.tagged(node, body, indent)
            count.next = max(ways)
        return lines

    def item(self, item: Item, numbered: bool, indent: int, parents: str, count: _Count) -> Lines:
        mark = self.number(count.next, parents) if numbered else self.pick(DASHES)
        count.next += 1
        deeper = indent + self.pick((3, 4) if numbered else (2, 3, 4))
        first, *others = self.sentence(item.sentence, indent + self.pick((2, 3)))
        opened = f"{self.margin(indent)}{mark}{self.pick(BLANKS)}{first.strip()}"
        lines = [opened, *others]
        for rank, child in enumerate(item.children):
            apart = rank and child.numbered and item.children[rank - 1].numbered
            lines += self.blank(1 if apart else 0)
            lines += self.listing(child, deeper, parents + ("1" if numbered else "-"))
        return lines

    def number(self, rank: int, parents: str) -> str:
        """« 1. », « 1) » or « 1° »; under a point, « a) » too, and « i) » under this one."""
        end = self.pick(NUMBERS)
        if parents == "1" and self.pick((False, True)):
            return f"{chr(ord('a') + rank - 1)})"
        if parents == "11" and self.pick((False, True)):
            return f"{roman(rank)})"
        return f"{rank}{end}"

    # Words

    def sentence(self, sentence: Sentence, indent: int) -> Lines:
        margin = self.margin(indent)
        return self.under_tags(
            sentence, lambda said: [margin + line for line in self.wrapped(said)], indent
        )

    def wrapped(self, said: Said, *, wide: bool = False) -> Lines:
        """The lines of a piece of a sentence; one alone if `wide`."""
        line, lines = "", Lines()
        last = Unit("", after=False)
        for unit in _units(said):
            blank = last.after and unit.before
            if blank and not wide and _may_break(line) and self.pick((False, False, True)):
                lines.append(line)
                line = unit.typed
            else:
                line += (" " if blank else "") + unit.typed
            last = unit
        return [*lines, line]


class _Count:
    """The number of the next point of a list, in the order of the text."""

    def __init__(self) -> None:
        self.next = 1


def _units(said: Said) -> Iterator[Unit]:
    for phrase in said.phrases:
        yield from _of_phrase(phrase)


def _of_phrase(phrase: Phrase) -> list[Unit]:
    units: list[Unit] = []
    for part in phrase.parts:
        match part:
            case Phrase():
                units += _of_phrase(part)
            case Mark(sign):
                units.append(Unit(sign, before=sign in ";:(", after=sign != "("))
            case Value(name):
                units.append(Unit(f"{{{{ {name} }}}}"))
            case _:
                units.append(Unit(part.typed))
    first = units[0]
    units[0] = first._replace(typed=phrase.stars + first.typed)
    last = units[-1]
    units[-1] = last._replace(typed=last.typed + phrase.stars)
    return units


def _may_break(line: str) -> bool:
    """May a line end here? Not after the end of a sentence, nor while it has no word."""
    said = line.rstrip("*)")
    return not said.endswith((".", ";", ":")) and any(sign.isalnum() for sign in line)
