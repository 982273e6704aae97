"""Rules on pairs of fields: the least and the most of something."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from pydantic import BaseModel

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.kinds.found import BY_TYPE
from convgen.rules.rule_context import RuleContext, rule

_LEAST, _MOST = "_min", "_max"
_PERIOD = ("debut", "fin")


@rule
def ranges_in_order(context: RuleContext) -> Iterator[Diagnostic]:
    """Wherever a group has `x_min` and `x_max`, the second is not below the first."""
    for loc, group in context.values:
        for name, most_name in _ranges(type(group)) if isinstance(group, BaseModel) else ():
            least, most = _size(getattr(group, name)), _size(getattr(group, most_name))
            if least is not None and most is not None and most < least:
                yield context.error(
                    Code.RANGE,
                    f"« {most_name} » est {_WRONG.get(most_name, 'au-dessous de')} « {name} »",
                    (*loc, most_name),
                    "corrigez l’une des deux valeurs",
                )


_WRONG = {"fin": "avant"}


def _ranges(group: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The pairs of fields of a group that make a range, or a period."""
    names = group.model_fields
    pairs = ((name, name.removesuffix(_LEAST) + _MOST) for name in names if name.endswith(_LEAST))
    return tuple(pair for pair in (*pairs, _PERIOD) if {*pair} <= {*names})


def _size(value: object) -> Decimal | None:
    """What a value is compared by, None where it makes no range."""
    kind = BY_TYPE.get(type(value))
    return None if kind is None or kind.order is None else kind.order(value)
