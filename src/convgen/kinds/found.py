"""Every kind of value, found by its file: nothing else lists them."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, Final

from convgen.kinds.base.kind import Kind

_OTHERS = {"__init__", "found"}


def _found() -> tuple[Kind[Any], ...]:
    names = sorted({file.stem for file in Path(__file__).parent.glob("*.py")} - _OTHERS)
    return tuple(import_module(f"{__package__}.{name}").KIND for name in names)


KINDS: Final = _found()
DECLARABLE: Final[Mapping[str, Kind[Any]]] = {
    kind.name: kind for kind in sorted(KINDS, key=lambda kind: kind.name) if kind.name
}
"""The kinds that a programme may give to a field, by name."""
BY_TYPE: Final[Mapping[type, Kind[Any]]] = {kind.type: kind for kind in reversed(KINDS)}
"""A kind for each type of value; those of one type print and compare alike."""
