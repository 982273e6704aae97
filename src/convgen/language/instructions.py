"""A compiled clause, as data: instructions that make blocks, around expressions.

Nothing here can run by itself, so a compiled clause can be kept as JSON.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple, TypeAlias

from convgen.language.expressions import (
    SIGNS,
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
from convgen.language.filters.found import FILTERS
from convgen.model.document import BlockKind


class Open(NamedTuple):
    """The start of a block, of the BlockKind `kind`; `level` counts from 0 in lists.

    A `soft` one goes on with the block before it, unless a blank line stands between. `list` is
    the list that a point belongs to, among those of its clause, from 1.
    """

    kind: str
    level: int = 0
    soft: bool = False
    indented: bool = False
    list: int = 0


class Table(NamedTuple):
    """The start of a table, its first row to come; `columns` are their alignments, a letter each.

    See `Block.columns`.
    """

    columns: str


class Row(NamedTuple):
    """The start of a row of the table that is open, and of its first cell."""


class Cell(NamedTuple):
    """The start of the next cell."""


class Break(NamedTuple):
    """A blank line."""


class Text(NamedTuple):
    """Static text, its typography done; `line` is where it starts."""

    text: str
    bold: bool = False
    italic: bool = False
    line: int = 1


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


Instruction: TypeAlias = Open | Table | Row | Cell | Break | Text | Print | Branch | Loop | Passage
Instructions: TypeAlias = tuple[Instruction, ...]

_EXPRESSIONS = (Read, Words, Literal, Apply, Compare, Both, Either, Not, Choose, Refer, Fulfil)
_INSTRUCTIONS = (Open, Table, Row, Cell, Break, Text, Print, Branch, Loop)
_TYPES: dict[str, type[Any]] = {kind.__name__: kind for kind in (*_EXPRESSIONS, *_INSTRUCTIONS)}


def to_json(part: Any) -> Any:
    """Plain lists and values: each instruction a list that starts with its name."""
    if type(part) is tuple:
        return [to_json(item) for item in part]
    if isinstance(part, tuple):
        return [type(part).__name__, *(to_json(item) for item in part)]
    return part


def program_from_json(data: Any) -> Instructions:
    """The reverse of `to_json`, for the program of a clause.

    Raises KeyError, TypeError or ValueError on anything else: each field is of its type.
    """
    program: Instructions = _from_json(data)
    if not _is_program(program):
        raise TypeError("not the program of a clause")
    return program


def _from_json(data: Any) -> Any:
    if not isinstance(data, list):
        return data
    if data and isinstance(data[0], str):
        kind = _TYPES[data[0]]
        part = kind(*[_from_json(item) for item in data[1:]])
        for value, fits in zip(part, _FIELDS[kind], strict=True):
            if not fits(value):
                raise TypeError(f"not a {kind.__name__}: {value!r}")
        return part
    return tuple([_from_json(item) for item in data])


def _is_program(value: Any) -> bool:
    return type(value) is tuple and all(type(part) in _INSTRUCTIONS for part in value)


_CHECKS: dict[str, Callable[[Any], bool]] = {
    "str": lambda value: type(value) is str,
    "int": lambda value: type(value) is int,
    "bool": lambda value: type(value) is bool,
    "Read": lambda value: type(value) is Read,
    "Expression": lambda value: type(value) in _EXPRESSIONS,
    "Expression | None": lambda value: value is None or type(value) in _EXPRESSIONS,
    "Instructions": _is_program,
}
_NARROWER: dict[tuple[type[Any], str], Callable[[Any], bool]] = {
    (Open, "kind"): frozenset(BlockKind).__contains__,
    (Apply, "name"): FILTERS.__contains__,
    (Compare, "sign"): SIGNS.__contains__,
}
_FIELDS: dict[type[Any], tuple[Callable[[Any], bool], ...]] = {
    kind: tuple(
        _NARROWER.get((kind, name)) or _CHECKS[str(getattr(wanted, "__forward_arg__", wanted))]
        for name, wanted in kind.__annotations__.items()
    )
    for kind in (*_EXPRESSIONS, *_INSTRUCTIONS)
}
"""What each field of a part must be, from the annotations above."""
