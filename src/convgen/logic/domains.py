"""What each path of a programme's cases may be, and what holds between them in any case."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from convgen.language.scope import PartySymbol, Symbol, TextSymbol, UnknownName, part_of
from convgen.library.programme import Programme
from convgen.logic.formula import (
    ABSENT,
    FALSE,
    OTHER,
    Formula,
    Is,
    both,
    either,
    no,
)
from convgen.model.calls import NATURE, Call, calls_for
from convgen.model.party import NATURES, Party, party_model
from convgen.model.shape import Shape
from convgen.model.state import SIGNING

ELEMENT = "[]"
"""After a list: any one of its elements (`cas_usage[].intitule`)."""
FREE = "?"
"""Before a question that no declaration answers: it may be true or false."""
_COMMON = {own: f"signature.{common}" for own, common in SIGNING.items()}
_LEFT_OPEN = frozenset(_COMMON.values())


class Step(NamedTuple):
    """A path, from its start to one of its segments: what stands there, and if it may not."""

    path: str
    kind: Symbol | UnknownName
    optional: bool


class Domains:
    """The values of the paths of one programme."""

    def __init__(self, programme: Programme) -> None:
        self._scope = programme.scope
        self._case = Shape(programme.model())  # where each path of `un_de` may be left out
        self._roles = programme.roles
        self._natures = programme.natures
        self._steps: dict[str, tuple[Step, ...]] = {}
        self._one_of = tuple(self._exactly_one(paths) for paths in programme.one_of)

    # What holds of a path

    def present(self, path: str) -> Formula:
        """The path leads to a value."""
        return both(*(no(Is(step.path, ABSENT)) for step in self.steps(path) if step.optional))

    def true(self, path: str) -> Formula:
        """A test on the path holds."""
        leaf = self.kind(path)
        if isinstance(leaf, Shape) and leaf.type is bool and not leaf.many:
            return both(self.present(path), Is(path, "oui"))
        return self.present(path)

    def equal(self, path: str, text: str) -> Formula:
        """The value of the path is what a literal says."""
        value = _compared(self.kind(path), text)
        return FALSE if value in {ABSENT, OTHER} else both(self.present(path), Is(path, value))

    def blank(self, path: str) -> Formula:
        """The act has a line to fill by hand in place of the value."""
        role, _, part = path.partition(".")
        if role in self._roles and part in _COMMON:
            return both(Is(path, ABSENT), Is(_COMMON[part], ABSENT))
        return Is(path, ABSENT) if path in _LEFT_OPEN else FALSE

    def counts(self, path: str, text: str) -> Formula:
        """The list has that number of elements."""
        number = _number(text)
        never = number in {"", "0"}  # an empty list is a list left out
        return FALSE if never else both(self.present(path), Is(path, number))

    def kind(self, path: str) -> Symbol | UnknownName:
        """What the path leads to."""
        return self.steps(path)[-1].kind

    def steps(self, path: str) -> tuple[Step, ...]:
        """Every segment of a path."""
        if path not in self._steps:
            self._steps[path] = tuple(self._walk(path))
        return self._steps[path]

    # The bounds of a search

    def values(self, variable: str, compared: tuple[str, ...]) -> tuple[str, ...]:
        """Every value of a variable that makes a difference."""
        if variable.startswith(FREE):
            return ("oui", "non")
        step = self.steps(variable)[-1]
        leaf = step.kind
        role, _, part = variable.partition(".")
        if part == NATURE and role in self._natures:
            return self._natures[role]
        absent = (ABSENT,) if step.optional or self.blank(variable) != FALSE else ()
        if isinstance(leaf, Shape) and leaf.kind is not None and leaf.kind.values and not leaf.many:
            return (*leaf.kind.values, *absent)
        named = [value for value in compared if value not in {ABSENT, OTHER}]
        return (OTHER, *absent, *named)

    def laws(self, variable: str) -> tuple[Formula, ...]:
        """What the programme and the natures of parties impose."""
        role, _, rest = variable.partition(".")
        imposed = [law for paths, law in self._one_of if variable in paths]
        if role in self._roles and rest in _by_nature():
            by_nature = (Is(f"{role}.nature", nature) for nature in _by_nature()[rest])
            imposed.append(either(no(either(*by_nature)), no(Is(variable, ABSENT))))
        calling = [*map(self._calls, calls_for(variable))]
        if calling:
            imposed.append(either(no(either(*calling)), no(Is(variable, ABSENT))))
        return tuple(imposed)

    def _calls(self, call: Call) -> Formula:
        """What the programme may say that makes a path compulsory."""
        if call.when == NATURE:
            return either(*(Is(f"{role}.{NATURE}", call.value) for role in self._roles))
        if call.value:
            return Is(call.when, call.value)
        known = not isinstance(self.kind(call.when), UnknownName)
        return self.present(call.when) if known else FALSE

    def _exactly_one(self, paths: tuple[str, ...]) -> tuple[frozenset[str], Formula]:
        """One of the alternatives of `un_de`, and no other."""
        there = [self.present(path) for path in paths]
        ways = [both(one, *(no(other) for other in there if other is not one)) for one in there]
        names = {step.path for path in paths for step in self.steps(path) if step.optional}
        return frozenset(names), either(*ways)

    def _walk(self, path: str) -> Iterator[Step]:
        first, *rest = path.split(".")
        kind, optional = self._first(first)
        yield Step(first, kind, optional)
        for segment in rest:
            first = f"{first}.{segment}"
            name = segment.removesuffix(ELEMENT)
            child = None if isinstance(kind, UnknownName) else part_of(kind, name)
            if child is None:
                kind, optional = UnknownName(path, segment, ()), False
            elif segment.endswith(ELEMENT):
                kind, optional = child.item(), False
            else:
                kind, optional = child, _may_be_left_out(kind, name, child)
            yield Step(first, kind, optional and first not in _LEFT_OPEN)

    def _first(self, segment: str) -> tuple[Symbol | UnknownName, bool]:
        name = segment.removesuffix(ELEMENT)
        known = self._scope.resolve(name)
        if isinstance(known, UnknownName):
            return known, False
        kind = self._case.child(name) if isinstance(known, Shape) else known
        assert kind is not None
        if segment.endswith(ELEMENT):
            return kind.item(), False
        optional = isinstance(kind, Shape) and kind.optional and name != "signature"
        return kind, optional


def _compared(kind: Symbol | UnknownName, text: str) -> str:
    """A text as a value of that kind would be, empty when none can be it."""
    if isinstance(kind, TextSymbol):
        return ABSENT if kind.forms else text
    if not isinstance(kind, Shape) or kind.many:
        return ABSENT
    if kind.kind is None or not kind.kind.comparison.comparable:
        return ABSENT
    return _number(text) if kind.kind.comparison.numeric else text


def _may_be_left_out(owner: Symbol | UnknownName, name: str, child: Symbol) -> bool:
    if isinstance(owner, PartySymbol):
        return name in _by_nature() or (name not in _COMMON and _never_required(name))
    return isinstance(child, Shape) and child.optional


@cache
def _by_nature() -> dict[str, tuple[str, ...]]:
    """The parts of a party that some natures must have and others may leave out."""
    found = {
        name: tuple(n for n in NATURES if party_model(n).model_fields[name].is_required())
        for name in Party.model_fields
    }
    return {name: natures for name, natures in found.items() if 0 < len(natures) < len(NATURES)}


def _never_required(name: str) -> bool:
    return name in Party.model_fields and not any(
        party_model(nature).model_fields[name].is_required() for nature in NATURES
    )


def _number(text: str) -> str:
    """A number as it is told from others, empty for another text."""
    value = text.replace(",", ".")
    return f"{Decimal(value).normalize():f}" if value.replace(".", "", 1).isdecimal() else ""
