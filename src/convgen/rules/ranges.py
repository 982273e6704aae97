"""Rules on pairs of fields: the least and the most of something."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from functools import cache

from pydantic import BaseModel

from convgen.diagnostics import Code, Diagnostic
from convgen.model.scalars import Amount, Duration, Month, Percentage
from convgen.rules.subject import Subject

_LEAST, _MOST = "_min", "_max"
_PERIOD = ("debut", "fin")


def ranges_in_order(subject: Subject) -> Iterator[Diagnostic]:
    """Wherever a group has `x_min` and `x_max`, the second is not below the first."""
    for loc, group in subject.values():
        for name, most_name in _ranges(type(group)) if isinstance(group, BaseModel) else ():
            least, most = _size(getattr(group, name)), _size(getattr(group, most_name))
            if least is not None and most is not None and most < least:
                yield subject.refuse(
                    Code.RANGE,
                    f"« {most_name} » est {_WRONG.get(most_name, 'au-dessous de')} « {name} »",
                    (*loc, most_name),
                    "corrigez l’une des deux valeurs",
                )


_WRONG = {"fin": "avant"}


@cache
def _ranges(group: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The pairs of fields of a group that make a range, or a period."""
    names = group.model_fields
    pairs = ((name, name.removesuffix(_LEAST) + _MOST) for name in names if name.endswith(_LEAST))
    return tuple(pair for pair in (*pairs, _PERIOD) if {*pair} <= {*names})


def _size(value: object) -> Decimal | None:  # noqa: PLR0911 - one a kind
    match value:
        case Duration():
            return Decimal(value.days)
        case Percentage():
            return value.value
        case Amount():
            return value.euros
        case Month():
            return Decimal(value.year * 12 + value.month)
        case date():
            return Decimal(value.toordinal())
        case int() | Decimal():
            return Decimal(value)
    return None
