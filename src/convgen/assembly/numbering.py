"""Numbers of headings, sub-articles and points, as Word's own numbering will print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from convgen.library.programme import SectionKind
from convgen.model.document import Block, BlockKind
from convgen.model.labels import Labels, ListPlace

_PREFIX = {SectionKind.ARTICLE: "art", SectionKind.ANNEX: "ann"}
_NUMBERED = frozenset({BlockKind.SUB_ARTICLE, BlockKind.BULLET})


class _OpenList(NamedTuple):
    """A list that may go on: its number in the act, and the level where it starts."""

    id: int
    level: int


def anchor(kind: SectionKind, key: str) -> str:
    """The bookmark of an article or annex: letters, digits and « _ », 40 characters at most."""
    return f"{_PREFIX[kind]}_{key.replace('-', '_')}"


@dataclass(slots=True)
class Numberer:
    """Counts as Word does: the headings and blocks of an act are given in reading order."""

    labels: Labels
    _lists: int = 0
    _counts: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    _open: dict[int, _OpenList] = field(default_factory=dict)  # by its number in the clause

    def heading(self, kind: BlockKind) -> str:
        """The label of the next heading of a kind: « Article 4 », « Annexe 1 », « Titre II »."""
        return self._next(kind)

    def number(self, clauses: Iterable[Iterable[Block]]) -> tuple[Block, ...]:
        """Number the blocks of the clauses of one section, its heading already numbered."""
        return tuple(self._numbered(block) for blocks in self._in_turn(clauses) for block in blocks)

    def _in_turn(self, clauses: Iterable[Iterable[Block]]) -> Iterator[Iterable[Block]]:
        """The blocks of each clause; a list does not go on from one clause to the next."""
        for blocks in clauses:
            self._open = {}
            yield blocks

    def _numbered(self, block: Block) -> Block:
        if block.kind is BlockKind.POINT:
            return self._point(block)
        if self._open and block.kind is BlockKind.BULLET:
            self._close(block.level)
        elif self._open:
            self._open = {}
        if block.kind in _NUMBERED:
            return _with_number(block, self._next(block.kind, block.level))
        return block

    def _point(self, block: Block) -> Block:
        """A point goes on with its list, until a block that is no item of it."""
        going_on = self._open.get(block.list_id)
        self._close(block.level + 1)
        if going_on is None:
            self._close(block.level)
            self._lists += 1
            going_on = _OpenList(self._lists, block.level)
        self._open[block.list_id] = going_on
        label = self._next(block.kind, block.level, going_on.id)
        return _with_number(block, label, going_on.id)

    def _close(self, level: int) -> None:
        """End the lists that start at a level, or deeper."""
        self._open = {key: one for key, one in self._open.items() if one.level < level}

    def _next(self, kind: BlockKind, level: int = 0, list_id: int = 0) -> str:
        place = self.labels.places.get((kind, level))
        return "" if place is None else self._counted(place, list_id)

    def _counted(self, place: ListPlace, list_id: int) -> str:
        levels = self.labels.lists[place.list]
        counts = self._counts.setdefault((place.list, list_id), [0] * len(levels))
        counts[place.depth] += 1
        for deeper in range(place.depth + 1, len(levels)):
            if place.depth < levels[deeper].restart:
                counts[deeper] = 0
        return self.labels.printed(place, counts)


def _with_number(block: Block, number: str, list_id: int = 0) -> Block:
    """`dataclasses.replace`, without its price: a hundred times an act."""
    return Block(
        block.kind, block.runs, block.level, number, list_id,
        block.anchor, block.checked, block.rows, block.origin, block.figure, block.columns,
    )  # fmt: skip
