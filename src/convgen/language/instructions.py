"""A compiled clause, as data: instructions that make blocks, and expressions that give values.

Nothing here can run by itself, so a compiled clause can be kept as JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeAlias, TypeVar


class Read(NamedTuple):
    """The value of a dotted path; `line` counts from 1 in the clause's body, here and below."""

    path: str
    line: int


class Words(NamedTuple):
    """Static text inside an expression, its typography done."""

    text: str


class Literal(NamedTuple):
    """A text to compare with, or given to a filter, as written."""

    text: str


class Apply(NamedTuple):
    """A filter on a value."""

    name: str
    operand: Expression
    argument: Expression | None


class Compare(NamedTuple):
    """Are two values the same? Or, if not `equal`, different?"""

    left: Expression
    right: Expression
    equal: bool


class Both(NamedTuple):
    """`left and right`."""

    left: Expression
    right: Expression


class Either(NamedTuple):
    """`left or right`."""

    left: Expression
    right: Expression


class Not(NamedTuple):
    """`not operand`."""

    operand: Expression


class Choose(NamedTuple):
    """`first if test else second`."""

    test: Expression
    first: Expression
    second: Expression


class Refer(NamedTuple):
    """`renvoi("target")`."""

    target: str
    line: int


class Fulfil(NamedTuple):
    """`exigence("point")`: what the law asks for stands here."""

    point: str
    line: int


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


class Passage(NamedTuple):
    """Writes nothing: tells that an act comes by here, then is worth `then`, if anything.

    Put in by who counts the branches of a library; never kept on disk.
    """

    note: Callable[[], None]
    then: Expression | None = None


Expression: TypeAlias = (
    Read | Words | Literal | Apply | Compare | Both | Either | Not
    | Choose | Refer | Fulfil | Passage
)  # fmt: skip
Instruction: TypeAlias = Open | Row | Cell | Break | Text | Print | Branch | Loop | Passage
Instructions: TypeAlias = tuple[Instruction, ...]

P = TypeVar("P")
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


def parts_of(program: Any, kind: type[P]) -> Iterator[P]:
    """Every part of one kind, however deep, in order."""
    if isinstance(program, kind):
        yield program
    elif isinstance(program, tuple):
        for part in program:
            yield from parts_of(part, kind)


def has_filter(name: str, part: object) -> bool:
    """True when a part of a program holds a filter."""
    if isinstance(part, Apply) and part.name == name:
        return True
    return isinstance(part, tuple) and any(has_filter(name, inner) for inner in part)
