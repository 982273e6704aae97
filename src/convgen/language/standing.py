"""What stands open at one point of a text: a list, a table, a sentence.

It goes through tags: a branch starts from what stood open before it, and what stands open after
one is what all its ways leave open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from convgen.language.line_forms import Form
from convgen.model.document import BlockKind


class Item(NamedTuple):
    """The last item of a list that is open: how far it stands in, what it is.

    `ranks` are the numbers that it may bear, by the ways that lead there; `list` is its list,
    `first` the lines where that list may start at this level; `nested` says that a list of points
    stands already under it.
    """

    indent: int
    kind: BlockKind
    list: int = 0
    ranks: frozenset[int] = frozenset()
    first: frozenset[int] = frozenset()
    nested: bool = False


class Standing(NamedTuple):
    """What stands open: the items of lists, one in the other, a table and its columns.

    `last` is the form of the line before, BLANK when no sentence may go on from it.
    """

    items: tuple[Item, ...] = ()
    table: int = 0
    columns: int = 0
    last: Form = Form.BLANK


Join = Callable[[Iterable[int]], int]
"""Makes several lists one, and gives its number."""


def merged(before: Standing, ways: Sequence[Standing], join: Join) -> Standing:
    """What stands open where several ways meet, all from `before`; the last is the text's last."""
    last = ways[-1]
    same_table = all(way.table == before.table for way in ways)
    spoken = next((way.last for way in reversed(ways) if way.last is not Form.BLANK), Form.BLANK)
    return Standing(
        tuple(_items(before, ways, join)),
        last.table if same_table else 0,
        last.columns if same_table else 0,
        spoken,
    )


def _items(before: Standing, ways: Sequence[Standing], join: Join) -> Iterator[Item]:
    """The items of the last way that opens some; a list that stood open and one way closed, is.

    Lists that two ways have opened in one place are one: what follows goes on with either.
    """
    opening = (way for way in reversed(ways) if _opens(before, way))
    taken = next(opening, None) or max(ways, key=lambda way: len(way.items))
    for depth, item in enumerate(taken.items):
        here = [way.items[depth] if depth < len(way.items) else None for way in ways]
        stood = before.items[depth] if depth < len(before.items) else None
        known = stood is not None and _alike(stood, item)
        same = [
            other
            for other in here
            if other is not None
            and other.kind is item.kind
            and (stood is not None and _alike(stood, other)) is known
        ]
        if known and len(same) < len(here):
            return
        yield item._replace(
            list=join(other.list for other in same),
            ranks=frozenset[int]().union(*(other.ranks for other in same)),
            first=frozenset[int]().union(*(other.first for other in same)),
            nested=any(other.nested for other in same),
        )


def _opens(before: Standing, way: Standing) -> bool:
    """Has a way items that did not stand open before it?"""
    kept = zip(before.items, way.items, strict=False)
    return len(way.items) > len(before.items) or not all(_alike(*pair) for pair in kept)


def _alike(one: Item, other: Item) -> bool:
    """Are two items of one list?"""
    return one.kind is other.kind and one.list == other.list
