"""Every filter, found in the files of this folder: nothing else lists them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

from convgen.language.filters.base import Filter

_OTHERS = {"__init__", "base", "found"}


def _found() -> Iterator[Filter]:
    for name in sorted({file.stem for file in Path(__file__).parent.glob("*.py")} - _OTHERS):
        module = import_module(f"{__package__}.{name}")
        yield from (found for found in vars(module).values() if isinstance(found, Filter))


FILTERS: Final[Mapping[str, Filter]] = {one.name: one for one in _found()}
EXCLUSIVE: Final = frozenset(name for name, one in FILTERS.items() if one.opening is not None)
"""Filters that make a paragraph what it is: no title nor signature has them."""
