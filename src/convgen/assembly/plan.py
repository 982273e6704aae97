"""The plan of one case: which articles, which clauses, and why each is there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from convgen.diagnostics import Code, Diagnostic, Span
from convgen.errors import ConvgenError
from convgen.library.clause import Clause
from convgen.library.conditions import Condition
from convgen.library.programme import ClauseUse, Programme, SectionKind, SectionSpec
from convgen.library.store import Library
from convgen.model.absent import Absent, Gap

T = TypeVar("T")
_NUMBERED = frozenset({SectionKind.ARTICLE, SectionKind.PART, SectionKind.ANNEX})


@dataclass(frozen=True, slots=True)
class PlannedClause:
    """A clause that this act takes, with what the plan gives it.

    `condition` is the text of the `si` that let it in; `gap` the label of the gap that
    this condition rests on (the clause then stays, marked).
    """

    clause: Clause
    parameters: Mapping[str, Any]
    condition: str = ""
    gap: str = ""


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A part of the act: `number` is that of an article, a part or an annex, 0 for the others."""

    spec: SectionSpec
    clauses: tuple[PlannedClause, ...]
    block: PlannedClause | None = None
    number: int = 0
    gap: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an act is made of, in order."""

    programme: Programme
    sections: tuple[PlannedSection, ...]


def make_plan(
    library: Library, programme: Programme, lookup: Callable[[str], object]
) -> tuple[Plan, list[Diagnostic]]:
    """Choose the sections and clauses of an act, and tell what the case cannot answer.

    `lookup` gives the value of a dotted path, or raises ValueError, in French. The programme
    is without fault (`faults_of_programme`).
    """
    planner = _Planner(library, programme, lookup)
    return Plan(programme, planner.sections()), planner.faults


@dataclass(slots=True)
class _Planner:
    library: Library
    programme: Programme
    lookup: Callable[[str], object]
    faults: list[Diagnostic] = field(default_factory=list)
    numbers: dict[SectionKind, int] = field(default_factory=dict)

    def sections(self) -> tuple[PlannedSection, ...]:
        planned = (self._section(spec) for spec in self.programme.sections)
        return tuple(section for section in planned if section is not None)

    def _section(self, spec: SectionSpec) -> PlannedSection | None:
        kept, gap = self._holds(spec.condition, spec.places.get("si", spec.span))
        if not kept:
            return None
        clauses = tuple(c for use in spec.clauses if (c := self._clause(use)) is not None)
        block = self._clause(spec.block) if spec.block else None
        return PlannedSection(spec, clauses, block, self._next(spec.kind), gap)

    def _next(self, kind: SectionKind) -> int:
        if kind not in _NUMBERED:
            return 0
        self.numbers[kind] = self.numbers.get(kind, 0) + 1
        return self.numbers[kind]

    def _clause(self, use: ClauseUse) -> PlannedClause | None:
        kept, gap = self._holds(use.condition, use.places.get("si", use.span))
        if not kept:
            return None
        clause, _ = self.library.clause(use.clause, use.span)
        if clause is None:
            raise ConvgenError(f"la clause « {use.clause} » n’a pas été contrôlée")
        parameters = {
            name: self._asked(given.value, use.places.get(name, use.span))
            for name, given in use.parameters.items()
        }
        return PlannedClause(clause, parameters, use.condition_text, gap)

    def _asked(self, question: Callable[[Callable[[str], object]], T], span: Span) -> T | None:
        """The answer of the case, or None and a fault at the place of the question."""
        try:
            return question(self.lookup)
        except ValueError as error:
            way_out = "testez la valeur dans une clause, pour chaque partie"
            self.faults.append(Diagnostic(Code.ABSENT_VALUE, str(error), span, way_out))
            return None

    def _holds(self, condition: Condition | None, span: Span) -> tuple[bool, str]:
        """Does the condition let in? An absence does; a gap is named."""
        truth = True if condition is None else self._asked(condition.test, span)
        if isinstance(truth, Absent):
            return True, truth.label if isinstance(truth, Gap) else ""
        return bool(truth), ""
