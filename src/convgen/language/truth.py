"""Three truths: true, false, and a gap, which is neither; and when two values are equal."""

from __future__ import annotations

from decimal import Decimal

from convgen.kinds.base.comparison import is_number
from convgen.kinds.found import BY_TYPE
from convgen.model.absent import Absent

Truth = bool | Absent


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
    """What a value is compared by, which its kind tells."""
    kind = BY_TYPE.get(type(value))
    return value if kind is None else kind.comparison.worth(value)


def _number(value: object) -> Decimal | None:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str) and is_number(value):
        return Decimal(value.replace(",", "."))
    return None
