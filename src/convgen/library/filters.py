"""The filters of clauses: what a type alone cannot say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from convgen.french import agreement, durations, numbers
from convgen.french.designation import Designation
from convgen.french.elision import elide_de
from convgen.library.values import Box, Range, Static
from convgen.model.absent import Absent
from convgen.model.scalars import Amount, Duration, Percentage


def in_words(value: Any, _argument: object) -> object:
    """`lettres`: a number, a duration or an amount in words."""
    match value:
        case Duration():
            return durations.duration_words(value.count, value.unit)
        case Amount():
            return numbers.amount_words(value.euros)
        case int():
            return numbers.cardinal(value)
    return value


def agree_with(word: Any, party: Any) -> object:
    """`accord(partie)`: « tenu » agreed with a party or a term."""
    forms = getattr(party, "forms", None)
    if not isinstance(forms, Designation):
        return Static(str(word))
    return Static(agreement.agree(str(word), forms.gender, plural=forms.plural))


def size(items: Any, _argument: object) -> object:
    """`compte`: how many there are."""
    return items if isinstance(items, Absent) else len(items)


def up_to(least: Any, most: Any) -> object:
    """`jusqu_a(max)`: « 2 à 3 mois », « 50 à 60 % »; the least alone if there is no most."""
    if most is None or most is least or most == least or isinstance(least, Absent):
        return least
    if isinstance(least, Duration) and isinstance(most, Duration) and least.unit == most.unit:
        return f"{least.count} à {durations.duration_figures(most.count, most.unit)}"
    if isinstance(least, Percentage) and isinstance(most, Percentage):
        low = numbers.decimal_figures(least.value)
        return f"{low} à {numbers.percentage(most.value)}"
    return Range(least, most)


def box(choice: Any, option: object) -> object:
    """`case("option")`: the box of one option, ticked if the case takes it."""
    return Box(choice, str(option))


def of_place(name: Any, _argument: object) -> object:
    """`de`: « de Paris », « d’Amiens », « du Havre »."""
    return elide_de(name) if isinstance(name, str) else name


FILTERS: Mapping[str, Callable[[Any, Any], object]] = {
    "lettres": in_words,
    "accord": agree_with,
    "compte": size,
    "jusqu_a": up_to,
    "case": box,
    "de": of_place,
}
WITH_ARGUMENT = frozenset({"accord", "jusqu_a", "case"})
