"""Three truths: true, false, and a gap, which is neither; and when two values are equal."""

from __future__ import annotations

import re
from decimal import Decimal

from convgen.model.absent import Absent
from convgen.model.scalars import Amount, Choice, Percentage

Truth = bool | Absent
_NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")


def truth_of(value: object) -> Truth:
    """Is a value there (and, for oui or non, true)? Zero is there, an empty list is not."""
    if isinstance(value, bool | Absent):
        return value
    return value is not None and value not in ((), "")


def conjunction(left: Truth, right: Truth) -> Truth:
    """`et` between three values: true, false, and what rests on a gap."""
    if left is False or right is False:
        return False
    return left if isinstance(left, Absent) else right


def disjunction(left: Truth, right: Truth) -> Truth:
    """`ou` between three values."""
    if left is True or right is True:
        return True
    return left if isinstance(left, Absent) else right


def same(value: object, other: object) -> bool:
    """Are two values equal? Choices by their keys, numbers by their worth, even if written."""
    first, second = _comparable(value), _comparable(other)
    if isinstance(first, Decimal) != isinstance(second, Decimal):
        first, second = _number(first), _number(second)
        return first is not None and first == second
    return first == second


def _comparable(value: object) -> object:
    """What a value is compared by: the key of a choice, oui or non, the bare number."""
    match value:
        case Choice():
            return value.key
        case bool():
            return "oui" if value else "non"
        case Amount():
            return value.euros
        case Percentage():
            return value.value
        case int():
            return Decimal(value)
    return value


def is_number(text: str) -> bool:
    """True for a text that a number can be equal to."""
    return _NUMBER.fullmatch(text) is not None


def _number(value: object) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and is_number(value):
        return Decimal(value.replace(",", "."))
    return None
