"""The plan of one case: which articles, which clauses, and why each is there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, TypeVar

from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.french.typography import typeset
from convgen.kinds.found import DECLARABLE
from convgen.kinds.long_text import LongText
from convgen.language.evaluation import truth, value_of
from convgen.language.expressions import Expression, Literal, Read, parts_of
from convgen.library.clause import Clause
from convgen.library.programme import ClauseUse, Programme, SectionKind, SectionSpec
from convgen.library.store import Library
from convgen.model.absent import Absent, Gap
from convgen.negotiation.changes import Change, Changes
from convgen.negotiation.own_texts import Placement, absent_text, read_own
from convgen.yaml.text_place import TextPlace

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PlannedClause:
    """A clause that this act takes, with what the plan gives it.

    `condition` is the text of the `si` that let it in; `gap` the label of the gap that
    this condition rests on (the clause then stays, marked). `reason` is why a case has
    negotiated it; `missing` stands in place of a text of the case that cannot be used; `paths`
    are those of the case that its parameters stand for.
    """

    clause: Clause
    parameters: Mapping[str, Any]
    condition: str = ""
    gap: str = ""
    reason: str = ""
    missing: Absent | None = None
    paths: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PlannedSection:
    """A part of the act; `gap` is the label of the gap that its condition rests on."""

    spec: SectionSpec
    clauses: tuple[PlannedClause, ...]
    block: PlannedClause | None = None
    gap: str = ""

    @property
    def all_clauses(self) -> tuple[PlannedClause, ...]:
        """Every clause of the section, that of the signature's block last."""
        return (*self.clauses, *([self.block] if self.block else []))


@dataclass(frozen=True, slots=True)
class Plan:
    """What an act is made of, in order."""

    programme: Programme
    sections: tuple[PlannedSection, ...]
    changes: tuple[Change, ...] = ()


def make_plan(
    library: Library, programme: Programme, lookup: Callable[[str], object], changes: Changes
) -> tuple[Plan, list[Diagnostic]]:
    """Choose the sections and clauses of an act, and tell what the case cannot answer.

    `lookup` gives the value of a dotted path, or raises ValueError, in French; `changes` are
    the case's own. The programme is without fault (`faults_of_programme`).
    """
    planner = _Planner(library, programme, lookup, changes)
    plan = Plan(programme, planner.sections(), tuple(changes.all))
    return plan, [*changes.faults, *planner.faults, *changes.unmet()]


def questions_of(plan: Plan) -> frozenset[str]:
    """The paths that let in what an act has: a value that commands a clause is said by it."""
    taken = {clause.clause.name for section in plan.sections for clause in section.clauses}
    asked = [section.spec.condition for section in plan.sections]
    asked += [use.condition for _, use in plan.programme.uses() if use.clause in taken]
    return frozenset(path.path for one in asked if one is not None for path in parts_of(one, Read))


@dataclass(slots=True)
class _Planner:
    library: Library
    programme: Programme
    lookup: Callable[[str], object]
    changes: Changes
    faults: list[Diagnostic] = field(default_factory=list)

    def sections(self) -> tuple[PlannedSection, ...]:
        return tuple(self._sections())

    def _sections(self) -> Iterator[PlannedSection]:
        for spec in self.programme.sections:
            section = self._section(spec)
            if section is not None:
                yield section
            for change in self.changes.added_after(spec.key):
                yield self._added(change)

    def _section(self, spec: SectionSpec) -> PlannedSection | None:
        kept, gap = self._holds(spec.condition, spec.places.get("si", spec.span))
        if not kept:
            return None
        clauses = [clause for use in spec.clauses for clause in self._clauses(use)]
        clauses += [_taken(change) for change in self.changes.added_in(spec.key)]
        if spec.text is not None:
            clauses += self._joined(spec, spec.text)
        block = self._clause(spec.block) if spec.block else None
        if not (clauses or block) and (spec.text is not None or self.changes.take_from(spec)):
            return None
        return PlannedSection(spec, tuple(clauses), block, gap)

    def _added(self, change: Change) -> PlannedSection:
        """The article that a case adds."""
        title = typeset(change.title)
        spec = SectionSpec(SectionKind.ARTICLE, change.target, change.span, title)
        return PlannedSection(spec, (_taken(change),))

    def _joined(self, spec: SectionSpec, path: Read) -> Iterator[PlannedClause]:
        """The text of an annex: none when the case, which may, leaves it out."""
        span = spec.places.get("texte", spec.span)
        value = self._asked(partial(value_of, path), span)
        if isinstance(value, Absent):
            text = absent_text(path.path, value, span)
        elif isinstance(value, LongText):
            use = ClauseUse(path.path, span)
            where = Placement(self.programme, use, spec.kind, more=self.changes.articles)
            text = read_own(value.path.name, value.text, TextPlace(value.path), where)
        else:
            return
        self.faults += text.faults
        yield PlannedClause(text.clause, {}, missing=text.missing)

    def _clauses(self, use: ClauseUse) -> Iterator[PlannedClause]:
        """The clause, if it holds and stays, and those that the case puts after it."""
        planned = self._clause(use)
        if planned is not None:
            yield planned
        if planned is not None or self.changes.removed(use.clause):
            yield from (_taken(change) for change in self.changes.added_in(use.clause))

    def _clause(self, use: ClauseUse) -> PlannedClause | None:
        kept, gap = self._holds(use.condition, use.places.get("si", use.span))
        if not kept:
            return None
        change = self.changes.to(use.clause)
        if change is not None and change.text is None:
            return None
        clause, _ = self.library.clause(use.clause, use.span)
        if clause is None:
            raise ConvgenError(f"la clause « {use.clause} » n’a pas été contrôlée")
        parameters = {
            name: self._given(given, clause.parameters[name], use.places.get(name, use.span))
            for name, given in use.parameters.items()
        }
        paths = {n: g.path for n, g in use.parameters.items() if isinstance(g, Read)}
        planned = PlannedClause(clause, parameters, use.condition_text, gap, paths=paths)
        if change is None or change.text is None:
            return planned
        clause, missing, _ = change.text
        return replace(planned, clause=clause, missing=missing, reason=change.reason)

    def _given(self, given: Read | Literal, wanted: str, span: Span) -> object:
        """What the plan gives a clause; a literal is of the type that the clause declares."""
        if isinstance(given, Literal):
            return DECLARABLE[wanted].read(given.text)
        return self._asked(partial(value_of, given), span)

    def _asked(self, question: Callable[[Callable[[str], object]], T], span: Span) -> T | None:
        """The answer of the case, or None and a fault at the place of the question."""
        try:
            return question(self.lookup)
        except ValueError as error:
            way_out = "testez la valeur dans une clause, pour chaque partie"
            self.faults.append(Diagnostic(Code.ABSENT_VALUE, str(error), span, way_out))
            return None

    def _holds(self, condition: Expression | None, span: Span) -> tuple[bool, str]:
        """Does the condition let in? An absence does; a gap is named."""
        answer = True if condition is None else self._asked(partial(truth, condition), span)
        if isinstance(answer, Absent):
            return True, answer.label if isinstance(answer, Gap) else ""
        return bool(answer), ""


def _taken(change: Change) -> PlannedClause:
    """The clause that a case adds."""
    assert change.text is not None
    clause, missing, _ = change.text
    return PlannedClause(clause, {}, reason=change.reason, missing=missing)
