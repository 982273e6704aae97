"""From a tree to a typed case: a list of passes, each a function that gives a new partial case.

The pipeline writes the list, in order; a test holds that each pass finds what it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from types import MappingProxyType
from typing import Any, NamedTuple

from convgen.case.attachments import CaseFiles
from convgen.case.raw_case import RawCase
from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Diagnostic, Span
from convgen.french.designation import Designation
from convgen.model.convention import Convention
from convgen.yaml.nodes import Loc, MappingNode


class Deduced(NamedTuple):
    """A value that the case does not write, and the path of what tells it, as it is told."""

    path: str
    text: str
    source: str


class Fact(Enum):
    """What is true of a partial case once a pass has gone over it."""

    ONE_ALTERNATIVE = "of the keys that exclude each other, one stands"
    JOINED = "what other cases tell is in the tree"
    VOTED = "what a dossier knows is in the tree"
    REQUIRED = "what its own values call for is compulsory"
    DEDUCED = "what its other values tell is in the tree"
    ADMITTED = "the tree has no slot that the programme leaves out"
    TYPED = "every key is read: it has a value"


class Demands(NamedTuple):
    """What a programme asks of its cases, and what a state lets stay open.

    `model` gives the model of the cases that must have some more paths; `one_of` are groups of
    paths of which a case has exactly one.
    """

    model: Callable[[Sequence[str]], type[Convention]]
    one_of: Sequence[Sequence[str]]
    open_paths: Callable[[Loc], bool]


@dataclass(frozen=True, slots=True)
class PartialCase:
    """A case on its way.

    `required` are the paths that this case must have beside those of its programme; `fallback` is
    the place to show for what the file does not write; `deduced` what other values, or cases, have
    told; `designations` how the initial convention calls the parties of some roles; `left_open` the
    places where its state lets a value be written by hand.
    """

    root: MappingNode
    fallback: Span
    files: CaseFiles
    demands: Demands
    required: tuple[str, ...] = ()
    faults: tuple[Diagnostic, ...] = ()
    deduced: tuple[Deduced, ...] = ()
    designations: Mapping[str, Designation] = field(default_factory=dict)
    left_open: tuple[Loc, ...] = ()
    value: Convention | None = None

    @property
    def model(self) -> type[Convention]:
        """The model that the case is held against, as far as it is known."""
        return self.demands.model(self.required)

    def having(self, faults: Iterable[Diagnostic] = (), **changes: Any) -> PartialCase:
        """The same case with changes, and more faults."""
        return replace(self, faults=(*self.faults, *faults), **changes)


class Pass(NamedTuple):
    """One step: what it does to a case, what must be true before, what is true after."""

    name: str
    run: Callable[[PartialCase], PartialCase]
    gives: Fact
    needs: frozenset[Fact] = frozenset()


NO_VOTE = Pass("stand alone", lambda case: case, Fact.VOTED, frozenset({Fact.JOINED}))
"""In the place of what a dossier knows, for a case that is part of none."""


class TypedCase(NamedTuple):
    """A typed value that always exists, and the faults that left gaps in it."""

    value: Convention
    root: MappingNode
    diagnostics: tuple[Diagnostic, ...]
    deduced: tuple[Deduced, ...] = ()
    designations: Mapping[str, Designation] = MappingProxyType({})
    left_open: tuple[Loc, ...] = ()


def run_passes(passes: Iterable[Pass], case: RawCase, demands: Demands) -> TypedCase:
    """Type a case, pass after pass."""
    partial = PartialCase(case.root, case.fallback, case.files, demands)
    for one in passes:
        partial = one.run(partial)
    if partial.value is None:
        raise ConvgenError("aucune passe ne donne de valeur à la fiche")
    return TypedCase(
        partial.value,
        partial.root,
        partial.faults,
        partial.deduced,
        partial.designations,
        partial.left_open,
    )
