"""What stands in a folder of code is found there: no list names it a second time."""

from __future__ import annotations

from collections.abc import Container, Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType


def names_in(file: str, but: Container[str] = ()) -> list[str]:
    """The modules in the folder of `file` (a `__file__`), itself aside, in alphabetical order."""
    own = {"__init__", Path(file).stem}
    found = {path.stem for path in Path(file).parent.glob("*.py")} - own
    return sorted(name for name in found if name not in but)


def modules_in(package: str, file: str, but: Container[str] = ()) -> Iterator[ModuleType]:
    """The same, imported; `package` is that of `file` (a `__package__`)."""
    return (import_module(f"{package}.{name}") for name in names_in(file, but))
