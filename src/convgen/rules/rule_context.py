"""What a rule is, and what it is given: a typed case, and where it says what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pydantic import BaseModel

from convgen.faults.diagnostic import Code, Diagnostic, Severity, Span
from convgen.french.designation import Designation
from convgen.model.convention import Convention
from convgen.model.party import Party

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class HeldRole:
    """A party, its designation, and its place in the case."""

    party: Party
    designation: Designation
    loc: Loc


@dataclass(frozen=True)
class RuleContext:
    """A case to judge. `place` gives the key of a path, or the nearest thing that stands.

    `natures` are those that a party of a role may have, where not all.
    """

    case: Convention
    designations: Mapping[str, Designation]
    place: Callable[..., Span]
    natures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def parties(self) -> Iterator[HeldRole]:
        """Every party that is not itself a gap."""
        for role, held in self.case.roles().items():
            for index, party in enumerate(held):
                if isinstance(party, Party):
                    yield HeldRole(party, self.designations[role], ("parties", role, index))

    @cached_property
    def values(self) -> tuple[tuple[Loc, object], ...]:
        """Every group and every value of the case with its place, a group before its own."""
        return tuple(_values((), self.case))

    def warning(self, code: Code, message: str, loc: Loc, way_out: str) -> Diagnostic:
        """A warning at a place of the case."""
        return Diagnostic(code, message, self.place(*loc), way_out, Severity.WARNING)

    def error(self, code: Code, message: str, loc: Loc, way_out: str) -> Diagnostic:
        """An error at a place of the case."""
        return Diagnostic(code, message, self.place(*loc), way_out)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule between values of a case: `check` yields the faults, and passes gaps over."""

    check: Callable[[RuleContext], Iterator[Diagnostic]]


def rule(check: Callable[[RuleContext], Iterator[Diagnostic]]) -> Rule:
    """Make a rule of a function: it is found by that, in any file of this folder."""
    return Rule(check)


def _values(loc: Loc, value: object) -> Iterator[tuple[Loc, object]]:
    yield loc, value
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _values((*loc, name), getattr(value, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values((*loc, index), item)
