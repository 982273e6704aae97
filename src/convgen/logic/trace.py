"""An act read in order, whatever the case: what each clause does there, and when."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from convgen.language.expressions import (
    Apply,
    Choose,
    Expression,
    Fulfil,
    Literal,
    Read,
    Refer,
    parts_of,
)
from convgen.language.filters.base import Worth
from convgen.language.filters.found import FILTERS
from convgen.language.instructions import Branch, Instructions, Loop, Open, Print, Row
from convgen.language.scope import WORDS
from convgen.library.clause import Clause
from convgen.library.programme import ClauseUse, Programme, SectionKind, SectionSpec
from convgen.library.store import Library
from convgen.logic.decisions import decisions_of
from convgen.logic.domains import ELEMENT, Domains
from convgen.logic.formula import FALSE, TRUE, Formula, both, constant, either, no
from convgen.logic.translation import (
    Bindings,
    Bound,
    condition_formula,
    formula_of,
    needs_both,
    presence_formula,
)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that a clause does when `when` holds; lines count from 1 in its body."""

    when: Formula
    spec: SectionSpec
    use: ClauseUse
    clause: Clause
    line: int


@dataclass(frozen=True, slots=True)
class DecisionEvent(Event):
    """A test is made, a list gone through: the decision of that rank in the clause."""

    rank: int
    holds: Formula


@dataclass(frozen=True, slots=True)
class PrintEvent(Event):
    """A value is printed, which must be there."""

    name: str
    needs: Formula


@dataclass(frozen=True, slots=True)
class ReferenceEvent(Event):
    """Another article, or an annex, is referred to."""

    target: str


@dataclass(frozen=True, slots=True)
class TermEvent(Event):
    """A defined term, or a party's designation, is written: `name` in the clause."""

    name: str
    term: str
    defines: bool


@dataclass(frozen=True, slots=True)
class LegalPointEvent(Event):
    """What the law asks for is said."""

    point: str


@dataclass(frozen=True, slots=True)
class BlockEvent(Event):
    """A block is begun."""


def section_holds(spec: SectionSpec, names: Bindings) -> Formula:
    """When a line of the plan makes a section of the act."""
    asked = condition_formula(spec.condition, names)
    if spec.text is None or spec.clauses or spec.block:
        return asked
    return both(asked, names.present(spec.text.path))


@dataclass(frozen=True, slots=True)
class Trace:
    """The acts of a programme, read in order whatever the case.

    `unread` are the lines of its plan that name a clause which is not there, or cannot be read:
    it has no event.
    """

    programme: Programme
    domains: Domains
    events: tuple[Event, ...]
    unread: tuple[SectionSpec, ...]

    @property
    def names(self) -> Bindings:
        """What a condition of the plan may name."""
        return Bindings(self.domains, {})


def trace_acts(library: Library, programme: Programme) -> Trace:
    """Every event of the acts of a programme, in reading order.

    A loop on `parties` is read once for each role, any other one once for each turn that differs.
    """
    domains = Domains(programme)
    names = Bindings(domains, {})
    events: list[Event] = []
    for text in programme.headlines:  # which precede any definition
        said = _Reader(programme, *_of_headline(text), text).program(text.program, TRUE, names)
        events += (one for one in said if not isinstance(one, TermEvent))
    unread: list[SectionSpec] = []
    for spec, use in programme.uses():
        clause, _ = library.clause(use.clause, use.span)
        if clause is None:
            unread.append(spec)
            continue
        when = both(section_holds(spec, names), condition_formula(use.condition, names))
        reader = _Reader(programme, spec, use, clause)
        for own in own_names(programme, spec, use):
            events += reader.program(clause.program, when, names.within(own))
    return Trace(programme, domains, tuple(events), tuple(unread))


def _of_headline(text: Clause) -> tuple[SectionSpec, ClauseUse]:
    """The title or the summary, as a line of the plan would call it."""
    span = text.place(1)
    return SectionSpec(SectionKind.PREAMBLE, text.name, span), ClauseUse(text.name, span)


def own_names(
    programme: Programme, spec: SectionSpec, use: ClauseUse
) -> Iterator[Mapping[str, Bound]]:
    """What the names that a use gives its clause stand for; one party after another in a block."""
    given = {
        name: given if isinstance(given, Literal) else given.path
        for name, given in use.parameters.items()
    }
    if use is not spec.block:
        yield given
        return
    for role in programme.roles:
        yield {**given, "partie": role}


Turn = Mapping[str, Formula]
"""What `loop` says in one turn."""


def _turns(loop: Loop, items: str, domains: Domains) -> Iterator[tuple[Formula, Turn]]:
    """When each turn of a loop is taken: the first, one between, the last.

    One is enough where the text neither asks which it is, nor defines a term.
    """
    read = [read.path for read in parts_of(loop.body, Read)]
    if not any(path.startswith("loop.") or path.endswith(".definition") for path in read):
        yield TRUE, {}
        return
    one, two = domains.counts(items, "1"), domains.counts(items, "2")
    yield TRUE, _said(TRUE, one)
    yield no(either(one, two)), _said(FALSE, FALSE)
    yield no(one), _said(FALSE, TRUE)


def _said(first: Formula, last: Formula) -> Turn:
    return {"loop.first": first, "loop.last": last}


class _Reader:
    """Reads one use of a clause."""

    def __init__(
        self, programme: Programme, spec: SectionSpec, use: ClauseUse, clause: Clause
    ) -> None:
        self.programme = programme
        self.spec, self.use, self.clause = spec, use, clause
        self.decisions = {id(d.node): d for d in decisions_of(clause.program)}

    def program(self, program: Instructions, when: Formula, names: Bindings) -> Iterator[Event]:
        for step in program:
            match step:
                case Open() | Row():
                    yield BlockEvent(when, self.spec, self.use, self.clause, 1)
                case Print(expression, line):
                    yield from self._printed(expression, line, when, names)
                case Branch():
                    yield from self._branch(step, when, names)
                case Loop():
                    yield from self._loop(step, when, names)

    def _branch(self, branch: Branch, when: Formula, names: Bindings) -> Iterator[Event]:
        holds = formula_of(branch.test, names)
        yield self._decision(branch, when, holds)
        yield from self._chosen(branch.test, when, names)
        yield from self.program(branch.body, both(when, holds), names)
        yield from self.program(branch.other, both(when, no(holds)), names)

    def _loop(self, loop: Loop, when: Formula, names: Bindings) -> Iterator[Event]:
        given = names.given(loop.items.path)
        roles = tuple(self.programme.roles) if given == "parties" else (str(given),)
        if roles[0] in self.programme.roles:
            yield self._decision(loop, when, TRUE)
            yield from self._each_role(loop, roles, when, names)
            return
        holds = names.present(loop.items.path)
        yield self._decision(loop, when, holds)
        if isinstance(given, str):
            own: dict[str, Bound] = {loop.variable: f"{given}{ELEMENT}", "loop": given}
            for taken, turn in _turns(loop, given, names.domains):
                inner = names.within(own, turn)
                yield from self.program(loop.body, both(when, holds, taken), inner)

    def _each_role(
        self, loop: Loop, roles: tuple[str, ...], when: Formula, names: Bindings
    ) -> Iterator[Event]:
        alone = not any(self.programme.roles[role].plural for role in roles)
        for rank, role in enumerate(roles):
            turn = _said(constant(rank == 0), constant(rank == len(roles) - 1)) if alone else {}
            own: dict[str, Bound] = {loop.variable: role, "loop": role}
            inner = names.within(own, turn)
            yield from self.program(loop.body, when, inner)

    def _printed(
        self, expression: Expression, line: int, when: Formula, names: Bindings
    ) -> Iterator[Event]:
        match expression:
            case Refer(target):
                yield ReferenceEvent(when, self.spec, self.use, self.clause, line, target)
            case Fulfil(point):
                yield LegalPointEvent(when, self.spec, self.use, self.clause, line, point)
            case Choose(test, first, second):
                holds = formula_of(test, names)
                yield self._decision(expression, when, holds)
                yield from self._chosen(test, when, names)
                yield from self._printed(first, line, both(when, holds), names)
                yield from self._printed(second, line, both(when, no(holds)), names)
            case Read(path):
                yield from self._read(path, line, when, names)
            case Apply(name, Read(path), _) if FILTERS[name].worth is Worth.UNSURE:
                needs = presence_formula(expression, names)
                yield PrintEvent(when, self.spec, self.use, self.clause, line, path, needs)
            case Apply(name, operand, argument):
                yield from self._printed(operand, line, when, names)
                if needs_both(name) and argument is not None:
                    yield from self._printed(argument, line, when, names)
                else:
                    yield from self._chosen(argument, when, names)

    def _chosen(self, expression: object, when: Formula, names: Bindings) -> Iterator[Event]:
        """The choices that stand inside a test or an argument, where nothing is printed."""
        for choice in parts_of(expression, Choose):
            yield self._decision(choice, when, formula_of(choice.test, names))

    def _read(self, path: str, line: int, when: Formula, names: Bindings) -> Iterator[Event]:
        given = names.given(path)
        first, _, form = given.partition(".") if isinstance(given, str) else ("", "", "")
        if first in self.programme.words and form in {"", *WORDS}:
            defines = form == "definition"
            yield TermEvent(when, self.spec, self.use, self.clause, line, path, first, defines)
            return
        if given == "parties":
            for role in self.programme.roles:
                yield TermEvent(when, self.spec, self.use, self.clause, line, path, role, False)
            return
        needs = names.present(path)
        yield PrintEvent(when, self.spec, self.use, self.clause, line, path, needs)

    def _decision(self, node: Branch | Loop | Choose, when: Formula, holds: Formula) -> Event:
        decision = self.decisions[id(node)]
        return DecisionEvent(
            when, self.spec, self.use, self.clause, decision.line, decision.rank, holds
        )
