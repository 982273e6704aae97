"""Numbers of headings, sub-articles and points, as Word's own numbering will print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from convgen.library.programme import SectionKind
from convgen.model.document import Block, BlockKind
from convgen.model.labels import Labels, ListPlace

_PREFIX = {SectionKind.ARTICLE: "art", SectionKind.ANNEX: "ann"}
_NUMBERED = frozenset({BlockKind.SUB_ARTICLE, BlockKind.BULLET})


def anchor(kind: SectionKind, key: str) -> str:
    """The bookmark of an article or annex: letters, digits and « _ », 40 characters at most."""
    return f"{_PREFIX[kind]}_{key.replace('-', '_')}"


@dataclass(slots=True)
class Numberer:
    """Counts as Word does: the headings and blocks of an act are given in reading order."""

    labels: Labels
    _lists: int = 0
    _counts: dict[tuple[str, int], list[int]] = field(default_factory=dict)
    _in_list: bool = False

    def heading(self, kind: BlockKind) -> str:
        """The label of the next heading of a kind: « Article 4 », « Annexe 1 », « Titre II »."""
        return self._next(kind)

    def number(self, clauses: Iterable[Iterable[Block]]) -> tuple[Block, ...]:
        """Number the blocks of the clauses of one section, its heading already numbered."""
        done: list[Block] = []
        for block in self._in_turn(clauses):
            if block.kind is BlockKind.POINT:
                done.append(self._point(block))
            elif block.kind in _NUMBERED:
                done.append(_with_number(block, self._next(block.kind, block.level)))
            else:
                done.append(block)
            self._in_list = block.kind is BlockKind.POINT or (
                block.kind is BlockKind.BULLET and self._in_list and block.level > 0
            )
        return tuple(done)

    def _in_turn(self, clauses: Iterable[Iterable[Block]]) -> Iterator[Block]:
        """Every block; a list does not go on from one clause to the next."""
        for blocks in clauses:
            self._in_list = False
            yield from blocks

    def _point(self, block: Block) -> Block:
        """A numbered list goes on until a block that is no item of it; each has its own id."""
        if not self._in_list:
            self._lists += 1
        label = self._next(block.kind, block.level, self._lists)
        return _with_number(block, label, self._lists)

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
        block.anchor, block.checked, block.rows, block.origin, block.figure,
    )  # fmt: skip
