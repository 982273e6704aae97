"""Durations renewed, and ranges: « 2 à 3 mois », « 50 à 60 % »."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from convgen.french import durations, numbers
from convgen.kinds.duration import Duration
from convgen.kinds.percentage import Percentage
from convgen.language.filters.base import Argument, Filter, Worth, Written, a, unprintable
from convgen.language.printing import Range
from convgen.model.absent import Absent


def _up_to(least: Any, most: Any) -> object:
    """The least alone if there is no most."""
    if most is None or most is least or most == least or isinstance(least, Absent):
        return least
    if isinstance(least, Duration) and isinstance(most, Duration) and least.unit == most.unit:
        low = numbers.decimal_figures(Decimal(least.count))
        return f"{low} à {durations.duration_figures(most.count, most.unit)}"
    if isinstance(least, Percentage) and isinstance(most, Percentage):
        low = numbers.decimal_figures(least.value)
        return f"{low} à {numbers.percentage(most.value)}"
    return Range(least, most)


def _renewed(span: Any, times: Any) -> object:
    """How long something lasts, renewed so many times for as long."""
    if not isinstance(span, Duration) or not isinstance(times, int):
        return times if isinstance(span, Duration) else span
    return Duration(span.count * (times + 1), span.unit)


UP_TO = Filter(
    name="jusqu_a",
    apply=_up_to,
    gives=unprintable,
    argument=Argument("le plus grand des deux", "jusqu_a(max)"),
)
RENEWED = Filter(
    name="renouvelee",
    apply=_renewed,
    takes=a("« {} » n’est pas une durée", Duration),
    worth=Worth.OF_BOTH,
    argument=Argument(
        "le chemin d’un nombre entier",
        "renouvelee(nombre)",
        Written.A_PATH,
        a("« {} » n’est pas un nombre entier", int),
    ),
)
