"""A compiled clause, as data: instructions that make blocks, around expressions.

Nothing here can run by itself, so a compiled clause can be kept as JSON.
"""

from __future__ import annotations

from typing import Any, NamedTuple, TypeAlias

from convgen.language.expressions import (
    Apply,
    Both,
    Choose,
    Compare,
    Either,
    Expression,
    Fulfil,
    Literal,
    Not,
    Passage,
    Read,
    Refer,
    Words,
)


class Open(NamedTuple):
    """The start of a block, of the BlockKind `kind`; `level` counts from 0 in lists.

    A `soft` one goes on with the block before it, unless a blank line stands between.
    """

    kind: str
    level: int = 0
    soft: bool = False
    indented: bool = False


class Row(NamedTuple):
    """The start of a table row, and of its first cell."""


class Cell(NamedTuple):
    """The start of the next cell."""


class Break(NamedTuple):
    """A blank line."""


class Text(NamedTuple):
    """Static text, its typography done."""

    text: str
    bold: bool = False
    italic: bool = False


class Print(NamedTuple):
    """A value."""

    expression: Expression
    line: int
    bold: bool = False
    italic: bool = False


class Branch(NamedTuple):
    """`body` if the test holds, else `other`."""

    test: Expression
    body: Instructions
    other: Instructions


class Loop(NamedTuple):
    """`body` for each element of a list, under the name `variable`."""

    variable: str
    items: Read
    body: Instructions


Instruction: TypeAlias = Open | Row | Cell | Break | Text | Print | Branch | Loop | Passage
Instructions: TypeAlias = tuple[Instruction, ...]

_TYPES: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        Read, Words, Literal, Apply, Compare, Both, Either, Not, Choose, Refer, Fulfil,
        Open, Row, Cell, Break, Text, Print, Branch, Loop,
    )
}  # fmt: skip


def to_json(part: Any) -> Any:
    """Plain lists and values: each instruction a list that starts with its name."""
    if type(part) is tuple:
        return [to_json(item) for item in part]
    if isinstance(part, tuple):
        return [type(part).__name__, *(to_json(item) for item in part)]
    return part


def from_json(data: Any) -> Any:
    """The reverse of `to_json`. Raise KeyError or TypeError on anything else."""
    if not isinstance(data, list):
        return data
    if data and isinstance(data[0], str):
        return _TYPES[data[0]](*[from_json(item) for item in data[1:]])
    return tuple([from_json(item) for item in data])
