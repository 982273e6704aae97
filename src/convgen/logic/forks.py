"""Every place where an act may go one way or another, and which ways are open to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from convgen.faults.diagnostic import Span
from convgen.library.clause import Clause
from convgen.library.programme import ClauseUse, Programme, SectionSpec
from convgen.logic.decisions import decisions_of
from convgen.logic.domains import Domains
from convgen.logic.formula import TRUE, Formula, both, no
from convgen.logic.solving import TooManyCasesError, solve
from convgen.logic.trace import DecisionEvent, Trace, section_holds
from convgen.logic.translation import condition_formula

Key = tuple[str, int]  # owner, rank: see Fork
Ways = frozenset[bool]
BOTH_WAYS: Ways = frozenset({True, False})
REACHED = -1
"""The rank of the clause itself: it is written, or not."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A test, a loop, or the clause itself.

    `owner` is the name of a clause, or of a programme for its plan and its title; `rank` is that
    of the decision in it. `ways` are the answers that some case may give: both when there are
    too many cases to tell, which `decided` denies.
    """

    owner: str
    rank: int
    place: Span
    written: str
    ways: Ways
    decided: bool = True
    is_loop: bool = False

    @property
    def key(self) -> Key:
        """What tells it from any other."""
        return self.owner, self.rank


@dataclass(slots=True)
class Asked:
    """A condition of a plan: when it is asked, and what it asks."""

    key: Key
    when: Formula
    holds: Formula
    spec: SectionSpec
    use: ClauseUse | None = None


@dataclass(slots=True)
class _Known:
    """A clause, and what the acts read so far may answer to its decisions, by rank."""

    clause: Clause
    ways: dict[int, Ways] = field(default_factory=dict)
    undecided: set[int] = field(default_factory=set)

    def add(self, event: DecisionEvent, domains: Domains) -> None:
        """Take note of the answers that one use of the clause allows."""
        before = self.ways.get(event.rank, frozenset())
        if before == BOTH_WAYS:
            return
        ways, decided = _open(event, domains)
        self.ways[event.rank] = before | ways
        if not decided:
            self.undecided.add(event.rank)


def forks_of(readings: Iterable[Trace]) -> list[Fork]:
    """Every fork of the plans and clauses of some programmes, a clause of several told once."""
    known: dict[str, _Known] = {}
    forks: list[Fork] = []
    for reading in readings:
        forks += _of_plan(reading)
        for event in reading.events:
            if any(event.clause is text for text in reading.programme.summary.values()):
                continue  # a summary decides nothing
            owner = _owner(event.clause, reading.programme)
            one = known.setdefault(owner, _Known(event.clause))
            if isinstance(event, DecisionEvent):
                one.add(event, reading.domains)
    for owner, one in sorted(known.items()):
        forks += _of_clause(owner, one)
    return forks


def _owner(clause: Clause, programme: Programme) -> str:
    """Whose forks those of a clause are: the title of a programme belongs to it."""
    return title_of(programme) if clause is programme.title else clause.name


def title_of(programme: Programme) -> str:
    """The owner of what the title of a programme decides."""
    return f"{programme.name} (titre)"


def _open(asked: DecisionEvent | Asked, domains: Domains) -> tuple[Ways, bool]:
    """The ways that some case may take, and whether that is sure."""
    formulas = {True: both(asked.when, asked.holds), False: both(asked.when, no(asked.holds))}
    try:
        found = frozenset(way for way, f in formulas.items() if solve(f, domains) is not None)
    except TooManyCasesError:
        return BOTH_WAYS, False
    return found, True


def _of_clause(owner: str, one: _Known) -> Iterator[Fork]:
    yield Fork(owner, REACHED, one.clause.place(1), "", frozenset({True}))
    for decision in decisions_of(one.clause.program):
        yield Fork(
            owner,
            decision.rank,
            one.clause.place(decision.line),
            decision.written(one.clause),
            one.ways.get(decision.rank, frozenset()),
            decision.rank not in one.undecided,
            decision.is_loop,
        )


def _of_plan(reading: Trace) -> Iterator[Fork]:
    for asked in conditions_of(reading):
        yield Fork(*asked.key, *_shown(asked), *_open(asked, reading.domains))


def _shown(asked: Asked) -> tuple[Span, str]:
    """Where the condition stands, or the text that an annex may lack, and its words."""
    of = asked.use or asked.spec
    if of.condition is not None or asked.spec.text is None:
        return of.places.get("si", of.span), of.condition_text
    return of.places.get("texte", of.span), asked.spec.text.path


def conditions_of(reading: Trace) -> list[Asked]:
    """Every condition of a plan, in order; an annex that may have no text is one too."""
    names = reading.names
    found: list[Asked] = []
    owner = f"{reading.programme.name} (plan)"
    for spec in reading.programme.sections:
        here = section_holds(spec, names)
        if here != TRUE or spec.condition is not None:
            found.append(Asked((owner, len(found)), TRUE, here, spec))
        for use in spec.uses:
            if use.condition is not None:
                holds = condition_formula(use.condition, names)
                found.append(Asked((owner, len(found)), here, holds, spec, use))
    return found
