"""What stands for a part of a value: the size of a list, the RIB of an account."""

from __future__ import annotations

from typing import Any

from convgen.french.identifiers import rib_figures
from convgen.kinds import integer
from convgen.kinds.iban import Iban
from convgen.language.filters.base import Filter, Worth, a, a_list, text_symbol
from convgen.language.scope import Symbol
from convgen.model.shape import Shape


def _size(items: Any, _argument: object) -> object:
    return len(items) if isinstance(items, tuple) else items


def _a_number(_operand: Symbol) -> Symbol:
    return Shape(int, kind=integer.KIND)


def _rib(account: Any, _argument: object) -> object:
    """Nothing for a foreign account."""
    return rib_figures(account) or None if isinstance(account, Iban) else account


SIZE = Filter(
    name="compte",
    apply=_size,
    takes=a_list("« {} » n’est pas une liste"),
    gives=_a_number,
    on_a_path=True,
    worth=Worth.A_COUNT,
)
RIB = Filter(
    name="rib",
    apply=_rib,
    takes=a("« {} » n’est pas un IBAN", Iban),
    gives=text_symbol,
    on_a_path=True,
    worth=Worth.UNSURE,
)
