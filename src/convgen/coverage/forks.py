"""Every place where an act may go one way or another, and which ways are open to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from convgen.diagnostics import Span
from convgen.library.clause import Clause
from convgen.library.programme import ClauseUse, Programme, SectionSpec
from convgen.library.store import Library
from convgen.lint.branches import BOTH_WAYS, Answers, ways_of
from convgen.logic.decisions import decisions_of
from convgen.logic.domains import Domains
from convgen.logic.formula import TRUE, Formula
from convgen.logic.meaning import Names, meaning
from convgen.logic.moments import Deciding, moments_of, section_holds
from convgen.logic.solving import TooManyCasesError

Key = tuple[str, int]  # owner, rank: see Fork
REACHED = -1
"""The rank of the clause itself: it is written, or not."""


@dataclass(frozen=True, slots=True)
class Fork:
    """A test, a loop, or the clause itself.

    `owner` is the name of a clause, or of a programme for its plan and its title; `rank` is that
    of the decision in it. `ways` are the answers that some case may give.
    """

    owner: str
    rank: int
    place: Span
    written: str
    ways: Answers

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
    clause: Clause
    ways: dict[int, Answers] = field(default_factory=dict)


def forks_of(library: Library, programmes: Iterable[Programme]) -> list[Fork]:
    """Every fork of the plans and clauses of some programmes."""
    known: dict[str, _Known] = {}
    forks: list[Fork] = []
    for programme in programmes:
        domains = Domains(programme)
        forks += _of_plan(programme, domains)
        for moment in moments_of(library, programme, domains):
            owner = owner_of(moment.clause, programme)
            ways = known.setdefault(owner, _Known(moment.clause)).ways
            if isinstance(moment, Deciding) and ways.get(moment.rank) != BOTH_WAYS:
                ways[moment.rank] = ways.get(moment.rank, frozenset()) | _open(moment, domains)
    for owner, one in sorted(known.items()):
        forks += _of_clause(owner, one)
    return forks


def owner_of(clause: Clause, programme: Programme) -> str:
    """Whose forks those of a clause are: the title of a programme belongs to it."""
    return title_of(programme) if clause is programme.title else clause.name


def title_of(programme: Programme) -> str:
    """The owner of what the title of a programme decides."""
    return f"{programme.name} (titre)"


def _open(asked: Deciding | Asked, domains: Domains) -> Answers:
    """The ways that some case may take; both where there are too many cases to tell."""
    try:
        return ways_of(asked.when, asked.holds, domains)
    except TooManyCasesError:
        return BOTH_WAYS


def _of_clause(owner: str, one: _Known) -> Iterator[Fork]:
    yield Fork(owner, REACHED, one.clause.place(1), "", frozenset({True}))
    for decision in decisions_of(one.clause.program):
        ways = one.ways.get(decision.rank, frozenset())
        place = one.clause.place(decision.line)
        yield Fork(owner, decision.rank, place, decision.written(one.clause), ways)


def _of_plan(programme: Programme, domains: Domains) -> Iterator[Fork]:
    for asked in conditions_of(programme, domains):
        ways = _open(asked, domains)
        yield Fork(*asked.key, *_shown(asked), ways)


def _shown(asked: Asked) -> tuple[Span, str]:
    of = asked.use or asked.spec
    joined = asked.use is None and asked.spec.text is not None
    text = asked.spec.text.name if joined and asked.spec.text else ""
    written = of.condition_text or text
    return of.places.get("si" if of.condition else "texte", of.span), written


def conditions_of(programme: Programme, domains: Domains) -> list[Asked]:
    """Every condition of a plan, in order; an annex that may have no text is one too."""
    names = Names(domains, {})
    found: list[Asked] = []
    owner = f"{programme.name} (plan)"
    for spec in programme.sections:
        here = section_holds(spec, names)
        if here != TRUE:
            found.append(Asked((owner, len(found)), TRUE, here, spec))
        for use in (*spec.clauses, *([spec.block] if spec.block else [])):
            if use.condition is not None:
                holds = meaning(use.condition, names)
                found.append(Asked((owner, len(found)), here, holds, spec, use))
    return found
