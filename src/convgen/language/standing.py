"""What stands open at one point of a text: a list, a table, a sentence.

It goes through tags: a branch starts from what stood open before it, and what stands open after
one is what all its ways leave open.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from convgen.language.line_forms import Form
from convgen.model.document import BlockKind


class Item(NamedTuple):
    """The last item of a list that is open: how far it stands in, what it is.

    `ranks` are the numbers that it may bear, by the ways that lead there; `list` is its list,
    `first` the line where that list starts at this level.
    """

    indent: int
    kind: BlockKind
    list: int = 0
    ranks: frozenset[int] = frozenset()
    first: int = 0


class Standing(NamedTuple):
    """What stands open: the items of lists, one in the other, a table and its columns.

    `last` is the form of the line before, BLANK when no sentence may go on from it.
    """

    items: tuple[Item, ...] = ()
    table: int = 0
    columns: int = 0
    last: Form = Form.BLANK


def merged(before: Standing, ways: Sequence[Standing]) -> Standing:
    """What stands open where several ways meet, all from `before`; the last is the text's last."""
    last = ways[-1]
    same_table = all(way.table == before.table for way in ways)
    spoken = next((way.last for way in reversed(ways) if way.last is not Form.BLANK), Form.BLANK)
    return Standing(
        _items(before, ways),
        last.table if same_table else 0,
        last.columns if same_table else 0,
        spoken,
    )


def _items(before: Standing, ways: Sequence[Standing]) -> tuple[Item, ...]:
    """The items of the longest way; a list that stood open and that one way closed is closed."""
    longest = max(reversed(ways), key=lambda way: len(way.items)).items
    kept: list[Item] = []
    for depth, item in enumerate(longest):
        here = [way.items[depth] if depth < len(way.items) else None for way in ways]
        same = [other for other in here if other is not None and other.list == item.list]
        known = depth < len(before.items) and before.items[depth].list == item.list
        if known and len(same) < len(here):
            break
        kept.append(item._replace(ranks=frozenset[int]().union(*(one.ranks for one in same))))
    return tuple(kept)
