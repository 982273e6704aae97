"""A library whose clauses tell which way each act goes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from convgen.faults.diagnostic import Diagnostic, Span
from convgen.language.expressions import Choose, Expression, Passage
from convgen.language.instructions import Branch, Instructions, Loop
from convgen.library.clause import Clause
from convgen.library.programme import Programme
from convgen.library.store import Library
from convgen.logic.decisions import decisions_of
from convgen.logic.forks import Key, title_of

Way = tuple[Key, bool]
"""A fork, and the answer that an act gives there."""


@dataclass
class ProbedLibrary(Library):
    """The same library; `passed` counts the ways taken since it was last emptied."""

    passed: Counter[Way] = field(default_factory=Counter)
    _probed: dict[str, Clause] = field(default_factory=dict)
    _titled: dict[str, Programme] = field(default_factory=dict)

    def clause(self, name: str, span: Span) -> tuple[Clause | None, list[Diagnostic]]:
        """The clause, probes put in."""
        clause, faults = super().clause(name, span)
        if clause is None:
            return None, faults
        if name not in self._probed:
            self._probed[name] = self._with_probes(clause, name)
        return self._probed[name], faults

    def programme(self, name: str, span: Span) -> tuple[Programme | None, list[Diagnostic]]:
        """The programme, probes put in its title."""
        programme, faults = super().programme(name, span)
        if programme is None:
            return None, faults
        if name not in self._titled:
            title = self._with_probes(programme.title, title_of(programme))
            self._titled[name] = replace(programme, title=title)
        return self._titled[name], faults

    def _with_probes(self, clause: Clause, owner: str) -> Clause:
        prober = _Prober(self.passed, owner, clause.program)
        return replace(clause, program=prober.probed(clause.program))


class _Prober:
    """Puts a probe at each way that a program may go."""

    def __init__(self, passed: Counter[Way], owner: str, program: Instructions) -> None:
        self.passed, self.owner = passed, owner
        self.ranks = {id(decision.node): decision.rank for decision in decisions_of(program)}

    def passage(self, rank: int, way: bool, then: Expression | None = None) -> Passage:
        return Passage(partial(self.passed.update, [((self.owner, rank), way)]), then)

    def probed(self, part: Any) -> Any:
        rank = self.ranks.get(id(part), 0)
        match part:
            case Branch(test, body, other):
                taken = self._body(rank, True, body)
                return Branch(self.probed(test), taken, self._body(rank, False, other))
            case Choose(test, first, second):
                chosen = self.passage(rank, True, self.probed(first))
                otherwise = self.passage(rank, False, self.probed(second))
                return Choose(self.probed(test), chosen, otherwise)
            case Loop(variable, items, body):
                loop = Loop(variable, items, self._body(rank, True, body))
                return Branch(items, (loop,), (self.passage(rank, False),))
            case tuple():
                inner = map(self.probed, part)
                return tuple(inner) if type(part) is tuple else type(part)(*inner)
        return part

    def _body(self, rank: int, way: bool, body: Instructions) -> Instructions:
        return (self.passage(rank, way), *self.probed(body))
