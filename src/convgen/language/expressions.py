"""Expressions, as data: what a condition asks, what braces print; one tree for plans and clauses.

Nothing here can run by itself, so an expression can be kept as JSON.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple, TypeAlias, TypeVar

EQUAL, DIFFERENT = "=", "!="
SIGNS: Final = frozenset({EQUAL, DIFFERENT})


class Read(NamedTuple):
    """The value of a dotted path; `line` counts from 1 in its text, here and below."""

    path: str
    line: int = 1


class Words(NamedTuple):
    """Static text to print, its typography done."""

    text: str


class Literal(NamedTuple):
    """A text or a number to compare with, or given to a filter, as written."""

    text: str


class Apply(NamedTuple):
    """A filter on a value."""

    name: str
    operand: Expression
    argument: Expression | None


class Compare(NamedTuple):
    """A value held against a literal; `sign` is one of SIGNS."""

    left: Expression
    right: Expression
    sign: str


class Both(NamedTuple):
    """`left et right`."""

    left: Expression
    right: Expression


class Either(NamedTuple):
    """`left ou right`."""

    left: Expression
    right: Expression


class Not(NamedTuple):
    """`non operand`."""

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
P = TypeVar("P")


def parts_of(program: Any, kind: type[P]) -> Iterator[P]:
    """Every part of one kind, however deep, in order."""
    if isinstance(program, kind):
        yield program
    elif isinstance(program, tuple):
        for part in program:
            yield from parts_of(part, kind)


def filters_of(part: Any) -> Iterator[str]:
    """The name of every filter applied in a part of a program, however deep."""
    if isinstance(part, Apply):
        yield part.name
    if isinstance(part, tuple):
        for inner in part:
            yield from filters_of(inner)
