"""Every kind of value, found by its file: nothing else lists them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from convgen.kinds.base.kind import Kind
from convgen.neighbours import modules_in

KINDS: Final[tuple[Kind[Any], ...]] = tuple(
    module.KIND for module in modules_in(str(__package__), __file__)
)
DECLARABLE: Final[Mapping[str, Kind[Any]]] = {
    kind.name: kind for kind in sorted(KINDS, key=lambda kind: kind.name) if kind.name
}
"""The kinds that a programme may give to a field, by name."""
BY_TYPE: Final[Mapping[type, Kind[Any]]] = {kind.type: kind for kind in reversed(KINDS)}
"""A kind for each type of value; those of one type print and compare alike."""
