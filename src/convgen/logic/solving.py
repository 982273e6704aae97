"""Values for which a formula holds, if there are any."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from convgen.logic.formula import FALSE, TRUE, Formula, atoms_of, both, knowing, no

Values = Mapping[str, str]  # of variables; those that do not matter are left out
MOST_STEPS = 2_000
"""Values tried before giving up: a condition of a real programme needs a few dozen."""


class TooManyCasesError(Exception):
    """A formula has too many cases to be decided."""


class Bounds(Protocol):
    """What the variables of a formula may be."""

    def values(self, variable: str, compared: tuple[str, ...]) -> tuple[str, ...]:
        """The values of a variable; `compared` are those that a formula names."""

    def laws(self, variable: str) -> tuple[Formula, ...]:
        """What holds in any case between a variable and others."""


def solve(formula: Formula, bounds: Bounds) -> Values | None:
    """Values of its variables for which a formula holds, or None when there are none.

    Raise TooManyCasesError.
    """
    asked = {atom.variable for atom in atoms_of(formula)}
    whole = _with_laws(formula, bounds)
    compared: dict[str, dict[str, None]] = {}
    for atom in atoms_of(whole):
        compared.setdefault(atom.variable, {})[atom.value] = None
    domains = {name: bounds.values(name, tuple(values)) for name, values in compared.items()}
    found = _Search(domains).search(whole)
    return None if found is None else {name: v for name, v in found.items() if name in asked}


def counter_example(premise: Formula, conclusion: Formula, bounds: Bounds) -> Values | None:
    """Values for which the premise holds and the conclusion does not; None if it follows.

    Raise TooManyCasesError.
    """
    return solve(both(premise, no(conclusion)), bounds)


def _with_laws(formula: Formula, bounds: Bounds) -> Formula:
    """The formula and every law on its variables, on those of these laws, and so on."""
    laws: dict[Formula, None] = {}
    pending, seen = [formula], set[str]()
    while pending:
        for variable in {atom.variable for atom in atoms_of(pending.pop())} - seen:
            seen.add(variable)
            fresh = [law for law in bounds.laws(variable) if law not in laws]
            laws.update(dict.fromkeys(fresh))
            pending += fresh
    return both(formula, *laws)


class _Search:
    def __init__(self, domains: Mapping[str, tuple[str, ...]]) -> None:
        self.domains = domains
        self.steps = 0

    def search(self, formula: Formula) -> dict[str, str] | None:
        """Try each value of the first variable left, then of the next."""
        if formula == FALSE:
            return None
        if formula == TRUE:
            return {}
        variable = next(atoms_of(formula)).variable
        for value in self.domains[variable]:
            self.steps += 1
            if self.steps > MOST_STEPS:
                raise TooManyCasesError
            found = self.search(knowing(formula, variable, value))
            if found is not None:
                return {variable: value, **found}
        return None
