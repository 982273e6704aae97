"""Amounts: what a case never types, for it is computed."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from pydantic import BaseModel

from convgen.kinds import amount as kind_of_amount
from convgen.kinds.amount import Amount
from convgen.language.filters.base import Argument, Filter, Takes, Worth, Written, a
from convgen.language.scope import Symbol
from convgen.model.shape import Shape, shape_of

_AN_AMOUNT = Shape(Amount, kind=kind_of_amount.KIND)


def _an_amount(_operand: Symbol) -> Symbol:
    return _AN_AMOUNT


def _total(items: Any, _argument: object) -> object:
    """The sum of the amounts of a list, or of the one amount that each element holds."""
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


def _plus(amount: Any, more: Any) -> object:
    """An amount with another one, or with those of a list; none adds nothing."""
    added = _total(more, None)
    if added is None or not isinstance(amount, Amount):
        return amount
    return Amount(amount.euros + added.euros) if isinstance(added, Amount) else added


def _times(amount: Any, count: Any) -> object:
    """An amount, or a number, so many times over."""
    if not isinstance(count, int):
        return count if isinstance(amount, Amount | int | Decimal) else amount
    if isinstance(amount, Amount):
        return Amount(amount.euros * count)
    return amount * count if isinstance(amount, int | Decimal) else amount


def _amounts_of(symbol: Symbol) -> list[Shape]:
    """What the elements of a list hold of amounts."""
    if not isinstance(symbol, Shape) or not symbol.many:
        return []
    element = symbol.item()
    held = [part for name in element.fields if (part := element.child(name)) is not None]
    return [part for part in (held or [element]) if part.type is Amount and not part.many]


def _has_one_amount(symbol: Symbol) -> bool:
    """A list of amounts, or of groups that each hold an amount that must be there."""
    amounts = _amounts_of(symbol)
    return len(amounts) == 1 and not amounts[0].optional


def _adds_up(symbol: Symbol) -> bool:
    """An amount, or a list whose elements may each hold one."""
    alone = not isinstance(symbol, Shape) or (not symbol.many and symbol.type is Amount)
    return alone or len(_amounts_of(symbol)) == 1


TOTAL = Filter(
    name="total",
    apply=_total,
    takes=Takes(_has_one_amount, "les éléments de « {} » n’ont pas un montant, et un seul"),
    gives=_an_amount,
    on_a_path=True,
)
PLUS = Filter(
    name="plus",
    apply=_plus,
    takes=a("« {} » n’est pas un montant", Amount),
    gives=_an_amount,
    argument=Argument(
        "le chemin d’un montant, ou d’une liste de montants",
        "plus(montant)",
        Written.A_PATH,
        Takes(_adds_up, "« {} » n’est ni un montant, ni une liste qui en a un par élément"),
    ),
)
TIMES = Filter(
    name="fois",
    apply=_times,
    takes=a("« {} » n’est ni un montant ni un nombre", Amount, int, Decimal),
    worth=Worth.OF_BOTH,
    argument=Argument(
        "le chemin d’un nombre entier",
        "fois(effectif)",
        Written.A_PATH,
        a("« {} » n’est pas un nombre entier", int),
    ),
)
