"""What an expression is worth, for the values of a case: the one evaluator."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from convgen.language.expressions import (
    DIFFERENT,
    Apply,
    Both,
    Choose,
    Compare,
    Either,
    Expression,
    Literal,
    Not,
    Passage,
    Read,
    Words,
)
from convgen.language.filters.found import FILTERS
from convgen.language.printing import Static
from convgen.language.truth import Truth, conjunction, disjunction, same, truth_of
from convgen.model.absent import Absent

Lookup = Callable[[str], Any]
"""The value of a dotted path, None when the case has none."""


def value_of(expression: Expression, lookup: Lookup) -> Any:  # noqa: PLR0911 - one a kind
    """What an expression is worth; an absence goes through every operation."""
    if isinstance(expression, Read):
        return lookup(expression.path)
    match expression:
        case Words(text):
            return Static(text)
        case Literal(text):
            return text
        case Apply(name, operand, argument):
            given = value_of(argument, lookup) if argument is not None else None
            return FILTERS[name].apply(value_of(operand, lookup), given)
        case Choose(test, first, second):
            answer = truth(test, lookup)
            chosen = first if answer else second
            return answer if isinstance(answer, Absent) else value_of(chosen, lookup)
        case Compare(left, right, sign):
            return _compared(value_of(left, lookup), value_of(right, lookup), sign)
        case Both(left, right):
            return conjunction(truth(left, lookup), truth(right, lookup))
        case Either(left, right):
            return disjunction(truth(left, lookup), truth(right, lookup))
        case Not(operand):
            answer = truth(operand, lookup)
            return answer if isinstance(answer, Absent) else not answer
        case Passage(note, then) if then is not None:
            note()
            return value_of(then, lookup)
    raise TypeError(f"no value for {type(expression).__name__}")


def truth(expression: Expression, lookup: Lookup) -> Truth:
    """Does a condition hold? What rests on a gap is that gap: neither true nor false."""
    return truth_of(value_of(expression, lookup))


def _compared(left: object, right: object, sign: str) -> Truth:
    gap = next((side for side in (left, right) if isinstance(side, Absent)), None)
    return gap if gap is not None else same(left, right) is (sign != DIFFERENT)
