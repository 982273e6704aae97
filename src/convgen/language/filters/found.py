"""Every filter, found in the files of this folder: nothing else lists them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from convgen.language.filters.base import Filter
from convgen.neighbours import modules_in

_FOUND = (
    found
    for module in modules_in(str(__package__), __file__, but={"base"})
    for found in vars(module).values()
    if isinstance(found, Filter)
)
FILTERS: Final[Mapping[str, Filter]] = {one.name: one for one in _FOUND}
EXCLUSIVE: Final = frozenset(name for name, one in FILTERS.items() if one.opening is not None)
"""Filters that make a paragraph what it is: no title nor signature has them."""
