"""Numbers of headings, sub-articles and points, as Word's own numbering will print them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from convgen.library.programme import SectionKind
from convgen.model.document import Block, BlockKind

_PREFIX = {SectionKind.ARTICLE: "art", SectionKind.ANNEX: "ann"}
_BULLETS = ("–", "•", "–")
_LEVELS = len(_BULLETS)


def anchor(kind: SectionKind, key: str) -> str:
    """The bookmark of an article or annex: letters, digits and « _ », 40 characters at most."""
    return f"{_PREFIX[kind]}_{key.replace('-', '_')}"


def heading_label(kind: SectionKind, number: int) -> str:
    """What Word's numbering prints: « Article 4 », « Annexe 1 », « Titre II »."""
    if kind is SectionKind.PART:
        return f"Titre {_roman(number).upper()}"
    return f"{'Annexe' if kind is SectionKind.ANNEX else 'Article'} {number}"


@dataclass(slots=True)
class Numberer:
    """Numbers the blocks of an act, section after section."""

    _lists: int = 0
    _counts: list[int] = field(default_factory=lambda: [0] * _LEVELS)
    _in_list: bool = False

    def number(self, clauses: Iterable[Iterable[Block]], section: int) -> tuple[Block, ...]:
        """Number the blocks of the clauses of one section, article number `section`."""
        done: list[Block] = []
        sub_article = 0
        for block in self._in_turn(clauses):
            match block.kind:
                case BlockKind.SUB_ARTICLE:
                    sub_article += 1
                    done.append(_with_number(block, f"{section}.{sub_article}."))
                case BlockKind.BULLET:
                    done.append(_with_number(block, _BULLETS[block.level]))
                case BlockKind.POINT:
                    done.append(self._point(block))
                case _:
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
            self._counts = [0] * _LEVELS
        self._counts[block.level] += 1
        self._counts[block.level + 1 :] = [0] * (_LEVELS - 1 - block.level)
        label = _point_label(block.level, self._counts[block.level])
        return _with_number(block, label, self._lists)


def _with_number(block: Block, number: str, list_id: int = 0) -> Block:
    """`dataclasses.replace`, without its price: a hundred times an act."""
    return Block(
        block.kind, block.runs, block.level, number, list_id,
        block.anchor, block.checked, block.rows, block.origin, block.figure,
    )  # fmt: skip


def _point_label(level: int, number: int) -> str:
    return (f"{number}°", f"{_letters(number)})", f"{_roman(number)})")[level]


def _letters(number: int) -> str:
    """Word's lowerLetter: a … z, aa, bb…"""
    repeat, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (repeat + 1)


def _roman(number: int) -> str:
    written = ""
    for value, letters in (
        (50, "l"),
        (40, "xl"),
        (10, "x"),
        (9, "ix"),
        (5, "v"),
        (4, "iv"),
        (1, "i"),
    ):
        count, number = divmod(number, value)
        written += letters * count
    return written
