"""What stands where a value is not known: a gap, or a blank to fill by hand."""

from __future__ import annotations

from collections.abc import Iterator


class Absent:
    """A value that is not there, named.

    It stands for the whole value: reading an attribute gives the same absence, going
    through it gives it once, and a test on it holds, so that what rests on it stays.
    `path` is its place in the case, `raw` what was typed there if that is no value.
    """

    __slots__ = ("label", "path", "raw")

    def __init__(self, label: str, path: tuple[str | int, ...] = (), raw: str = "") -> None:
        self.label = label
        self.path = path
        self.raw = raw

    def __getattr__(self, name: str) -> Absent:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __iter__(self) -> Iterator[Absent]:
        yield self

    def __bool__(self) -> bool:
        return True

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.label!r})"


class Gap(Absent):
    """A required value that is missing or invalid: a fault of the case."""

    __slots__ = ()


class Blank(Absent):
    """A value left open on purpose, to be written by hand on the act: never a fault."""

    __slots__ = ()
