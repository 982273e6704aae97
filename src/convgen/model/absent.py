"""What stands where a value is not known: a gap, or a blank to fill by hand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Protocol


class Parts(Protocol):
    """What is known of a value that is not there."""

    @property
    def optional(self) -> bool:
        """May it be left out?"""

    def child(self, name: str) -> Parts | None:
        """One of its parts."""

    def item(self) -> Parts:
        """One of its elements, if it is a list."""


class Absent:
    """A value that is not there, named.

    It stands for the whole value: reading a part of it gives the same absence (or None,
    for a part that may be left out), going through it gives it once, and a test on it
    holds, so that what rests on it stays. `path` is its place in the case, `raw` what was
    typed there if that is no value, `shape` what should stand there.
    """

    __slots__ = ("label", "path", "raw", "shape")

    def __init__(
        self,
        label: str,
        path: tuple[str | int, ...] = (),
        raw: str = "",
        shape: Parts | None = None,
    ) -> None:
        self.label = label
        self.path = path
        self.raw = raw
        self.shape = shape

    def __getattr__(self, name: str) -> Absent | None:
        if name.startswith("__"):
            raise AttributeError(name)
        part = self.shape.child(name) if self.shape is not None else None
        if part is None:
            return self
        return None if part.optional else type(self)(self.label, self.path, self.raw, part)

    def __iter__(self) -> Iterator[Absent]:
        if self.shape is None:
            yield self
        else:
            yield type(self)(self.label, self.path, self.raw, self.shape.item())

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


def known(value: Any) -> Any:
    """A value as far as it is known: None for what stands for its absence."""
    return None if isinstance(value, Absent) else value
