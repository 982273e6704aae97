"""Formulas: which values some variables must have for something to hold.

A variable is a dotted path of a case; its values are texts: an option, « oui », a literal that
something is compared to, a number of elements. `ABSENT` and `OTHER` stand for the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

ABSENT = ""
"""The case leaves the value out; a list without elements."""
OTHER = "…"
"""A value that is there, and none of those that it is compared to."""


@dataclass(frozen=True, slots=True)
class Is:
    """`variable` has `value`."""

    variable: str
    value: str


@dataclass(frozen=True, slots=True)
class No:
    """`part` does not hold."""

    part: Formula


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Some:
    """One part at least holds."""

    parts: tuple[Formula, ...]


Formula: TypeAlias = Is | No | All | Some
TRUE, FALSE = All(()), Some(())


def constant(truth: bool) -> Formula:
    """The formula that always holds, or never does."""
    return TRUE if truth else FALSE


def no(part: Formula) -> Formula:
    """The contrary of a formula."""
    if isinstance(part, No):
        return part.part
    return FALSE if part == TRUE else TRUE if part == FALSE else No(part)


def both(*parts: Formula) -> Formula:
    """The formula that holds when every part does."""
    kept = _flat(parts, All, neutral=TRUE)
    if FALSE in kept:
        return FALSE
    return kept[0] if len(kept) == 1 else All(kept)


def either(*parts: Formula) -> Formula:
    """The formula that holds when one part at least does."""
    kept = _flat(parts, Some, neutral=FALSE)
    if TRUE in kept:
        return TRUE
    return kept[0] if len(kept) == 1 else Some(kept)


def _flat(
    parts: tuple[Formula, ...], kind: type[All] | type[Some], neutral: Formula
) -> tuple[Formula, ...]:
    found: dict[Formula, None] = {}
    for part in parts:
        inner = part.parts if isinstance(part, kind) else (part,)
        found.update(dict.fromkeys(one for one in inner if one != neutral))
    return tuple(found)


def atoms_of(formula: Formula) -> Iterator[Is]:
    """Every « variable has value » of a formula, in order."""
    match formula:
        case Is():
            yield formula
        case No(part):
            yield from atoms_of(part)
        case All(parts) | Some(parts):
            for part in parts:
                yield from atoms_of(part)


def knowing(formula: Formula, variable: str, value: str) -> Formula:
    """What is left of a formula once the value of a variable is known."""
    match formula:
        case Is(name, wanted):
            return formula if name != variable else constant(wanted == value)
        case No(part):
            return no(knowing(part, variable, value))
        case All(parts):
            return both(*(knowing(part, variable, value) for part in parts))
        case Some(parts):
            return either(*(knowing(part, variable, value) for part in parts))
