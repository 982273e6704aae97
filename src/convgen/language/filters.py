"""The filters of clauses: what a type alone cannot say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from convgen.french import agreement, durations, numbers
from convgen.french.designation import Designation
from convgen.french.elision import at, elide_de
from convgen.french.identifiers import rib_figures
from convgen.french.refusal import refusal
from convgen.kinds.amount import Amount
from convgen.kinds.duration import Duration
from convgen.kinds.iban import Iban
from convgen.kinds.percentage import Percentage
from convgen.kinds.picture import Picture
from convgen.language.printing import After, Box, Range, Static
from convgen.model.absent import Absent
from convgen.model.document import Figure
from convgen.model.shape import shape_of


def in_words(value: Any, _argument: object) -> object:
    """`lettres`: a number, a duration or an amount in words."""
    match value:
        case Duration():
            return durations.duration_words(value.count, value.unit)
        case Amount():
            return numbers.amount_words(value.euros)
        case int() | Decimal():
            whole = int(value)
            if whole != value:
                raise refusal("« {n} » a des décimales : il ne s’écrit pas en lettres ici", n=value)
            return numbers.cardinal(whole)
    return value


def agree_with(word: Any, party: Any) -> object:
    """`accord(partie)`: « tenu » agreed with a party or a term; a value stays a value."""
    forms = getattr(party, "forms", None)
    text = word.text if isinstance(word, Static) else word
    if not isinstance(text, str) or not isinstance(forms, Designation):
        return word
    agreed = agreement.agree(text, forms.gender, plural=forms.plural)
    return Static(agreed) if isinstance(word, Static) else agreed


def size(items: Any, _argument: object) -> object:
    """`compte`: how many there are."""
    return len(items) if isinstance(items, tuple) else items


def up_to(least: Any, most: Any) -> object:
    """`jusqu_a(max)`: « 2 à 3 mois », « 50 à 60 % »; the least alone if there is no most."""
    if most is None or most is least or most == least or isinstance(least, Absent):
        return least
    if isinstance(least, Duration) and isinstance(most, Duration) and least.unit == most.unit:
        low = numbers.decimal_figures(Decimal(least.count))
        return f"{low} à {durations.duration_figures(most.count, most.unit)}"
    if isinstance(least, Percentage) and isinstance(most, Percentage):
        low = numbers.decimal_figures(least.value)
        return f"{low} à {numbers.percentage(most.value)}"
    return Range(least, most)


def renewed(span: Any, times: Any) -> object:
    """`renouvelee(nombre)`: how long something lasts, renewed so many times for as long."""
    if not isinstance(span, Duration) or not isinstance(times, int):
        return times if isinstance(span, Duration) else span
    return Duration(span.count * (times + 1), span.unit)


def total(items: Any, _argument: object) -> object:
    """`total`: the sum of the amounts of a list, or of the one amount that each element holds."""
    if not isinstance(items, tuple):
        return items
    amounts = [amount for item in items if (amount := _amount_in(item)) is not None]
    absent = next((amount for amount in amounts if not isinstance(amount, Amount)), None)
    return Amount(sum((a.euros for a in amounts), Decimal(0))) if absent is None else absent


def _amount_in(item: Any) -> Any:
    """An amount, that of a group, or what stands for its absence."""
    if not isinstance(item, BaseModel):
        return item
    return getattr(item, _amount_of(type(item)))


@cache
def _amount_of(group: type[BaseModel]) -> str:
    """The name of the amount of a group, which has one."""
    shapes = ((name, shape_of(info.annotation)) for name, info in group.model_fields.items())
    return next(name for name, shape in shapes if shape.type is Amount)


def plus(amount: Any, more: Any) -> object:
    """`plus(autre)`: an amount with another one, or with those of a list; none adds nothing."""
    added = total(more, None)
    if added is None or not isinstance(amount, Amount):
        return amount
    return Amount(amount.euros + added.euros) if isinstance(added, Amount) else added


def times(amount: Any, count: Any) -> object:
    """`fois(nombre)`: an amount, or a number, so many times over."""
    if not isinstance(count, int):
        return count if isinstance(amount, Amount | int | Decimal) else amount
    if isinstance(amount, Amount):
        return Amount(amount.euros * count)
    return amount * count if isinstance(amount, int | Decimal) else amount


def box(choice: Any, option: object) -> object:
    """`case("option")`: the box of one option, ticked if the case takes it."""
    return Box(choice, str(option))


def of_place(name: Any, _argument: object) -> object:
    """`de`: « de Paris », « d’Amiens », « du Havre »."""
    if isinstance(name, Static):
        return Static(elide_de(name.text))
    return elide_de(name) if isinstance(name, str) else name


def at_place(name: Any, _argument: object) -> object:
    """`a`: « à Paris », « au Havre », « aux Abymes »."""
    if isinstance(name, Static):
        return Static(at(name.text))
    return at(name) if isinstance(name, str) else After("à ", name)


def rib(account: Any, _argument: object) -> object:
    """`rib`: the RIB that a French IBAN holds, nothing for a foreign one."""
    return rib_figures(account) or None if isinstance(account, Iban) else account


def figure(picture: Any, description: Any) -> object:
    """`figure(description)`: an image, and the words that stand for it."""
    if not isinstance(picture, Picture):
        return picture
    if description is None or isinstance(description, Absent):
        return description
    return Figure(picture, str(description))


FILTERS: Mapping[str, Callable[[Any, Any], object]] = {
    "lettres": in_words,
    "accord": agree_with,
    "compte": size,
    "jusqu_a": up_to,
    "renouvelee": renewed,
    "case": box,
    "de": of_place,
    "a": at_place,
    "rib": rib,
    "figure": figure,
    "total": total,
    "fois": times,
    "plus": plus,
}
WITH_ARGUMENT = frozenset({"accord", "jusqu_a", "renouvelee", "case", "figure", "fois", "plus"})
