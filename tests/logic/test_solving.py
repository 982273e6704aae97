"""The search against every case there is, and formulas that keep their truth."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.logic import solving
from convgen.logic.formula import (
    FALSE,
    TRUE,
    All,
    Formula,
    Is,
    No,
    Some,
    atoms_of,
    both,
    constant,
    either,
    knowing,
    no,
)
from convgen.logic.solving import TooManyCasesError, counter_example, solve
from tests.logic.worlds import World, holds

NAMES, VALUES = ("a", "b", "c", "d"), ("1", "2", "3")
RAW: st.SearchStrategy[Formula] = st.recursive(
    st.one_of(
        st.builds(Is, st.sampled_from(NAMES), st.sampled_from(VALUES)),
        st.sampled_from([TRUE, FALSE]),
    ),
    lambda inner: st.one_of(
        inner.map(No),
        st.lists(inner, max_size=3).map(lambda parts: All(tuple(parts))),
        st.lists(inner, max_size=3).map(lambda parts: Some(tuple(parts))),
    ),
    max_leaves=8,
)


def simplified(formula: Formula) -> Formula:
    """The formula as `both`, `either` and `no` would have made it."""
    return knowing(formula, "", "")


SIMPLIFIED = RAW.map(simplified)
MANY = settings(deadline=None, derandomize=True)


@dataclass(frozen=True)
class Table:
    """Bounds written out: `imposed` gives the laws that each variable is under."""

    domains: Mapping[str, tuple[str, ...]]
    imposed: Mapping[str, tuple[Formula, ...]] = field(default_factory=dict)

    def values(self, variable: str, compared: tuple[str, ...]) -> tuple[str, ...]:
        return self.domains[variable]

    def laws(self, variable: str) -> tuple[Formula, ...]:
        return self.imposed.get(variable, ())

    def worlds(self) -> Iterator[World]:
        """Every case that no law forbids."""
        laws = [law for under in self.imposed.values() for law in under]
        for values in product(*self.domains.values()):
            world = dict(zip(self.domains, values, strict=True))
            if all(holds(law, world) for law in laws):
                yield world


TABLES = st.fixed_dictionaries(
    {name: st.lists(st.sampled_from(VALUES), min_size=1, unique=True).map(tuple) for name in NAMES}
).map(Table)
WORLDS = st.fixed_dictionaries({name: st.sampled_from(VALUES) for name in NAMES})


@st.composite
def tables_with_laws(draw: st.DrawFn) -> Table:
    """Laws that bear on what is asked, through other laws too: each is under all its variables."""
    table = draw(TABLES)
    laws = draw(st.lists(SIMPLIFIED, max_size=3))
    imposed = {
        name: tuple(law for law in laws if name in {atom.variable for atom in atoms_of(law)})
        for name in NAMES
    }
    return Table(table.domains, imposed)


@MANY
@given(SIMPLIFIED, TABLES)
def test_a_solution_is_found_when_there_is_one(formula: Formula, table: Table) -> None:
    found = solve(formula, table)
    assert (found is not None) is any(holds(formula, world) for world in table.worlds())
    for name, value in (found or {}).items():
        assert value in table.domains[name]
    if found is not None:  # whatever the variables that it leaves out are worth
        assert all(holds(formula, {**world, **found}) for world in table.worlds())


@MANY
@given(SIMPLIFIED, tables_with_laws())
def test_laws_hold_in_every_solution(formula: Formula, table: Table) -> None:
    worlds = list(table.worlds())
    found = solve(formula, table)
    asked = {atom.variable for atom in atoms_of(formula)}
    if any(holds(formula, world) for world in worlds):
        assert found is not None
    if found is not None and worlds:  # laws on other variables alone may forbid everything
        assert set(found) <= asked
        agreeing = [world for world in worlds if found.items() <= world.items()]
        assert any(holds(formula, world) for world in agreeing)


@MANY
@given(SIMPLIFIED, SIMPLIFIED, TABLES)
def test_a_counter_example_is_one(premise: Formula, conclusion: Formula, table: Table) -> None:
    found = counter_example(premise, conclusion, table)
    broken = [w for w in table.worlds() if holds(premise, w) and not holds(conclusion, w)]
    assert (found is None) is (not broken)
    if found is not None:
        assert any(found.items() <= world.items() for world in broken)


@MANY
@given(st.lists(RAW, max_size=4), WORLDS)
def test_formulas_keep_their_truth(parts: list[Formula], world: World) -> None:
    truths = [holds(part, world) for part in parts]
    assert holds(both(*parts), world) is all(truths)
    assert holds(either(*parts), world) is any(truths)
    for part, truth in zip(parts, truths, strict=True):
        assert holds(no(part), world) is not truth


@MANY
@given(RAW, WORLDS, st.sampled_from(NAMES))
def test_what_is_known_is_no_longer_asked(formula: Formula, world: World, name: str) -> None:
    left = knowing(formula, name, world[name])
    assert holds(left, world) is holds(formula, world)
    assert name not in {atom.variable for atom in atoms_of(left)}


@MANY
@given(RAW, WORLDS)
def test_a_formula_known_whole_is_true_or_false(formula: Formula, world: World) -> None:
    for name, value in world.items():
        formula = knowing(formula, name, value)
    assert formula in (TRUE, FALSE)


def test_formulas_are_simplified() -> None:
    a, b = Is("a", "1"), Is("b", "1")
    assert no(no(a)) == a
    assert (no(TRUE), no(FALSE)) == (FALSE, TRUE)
    assert both() == constant(True)
    assert either() == constant(False)
    assert both(a, TRUE, a) == a
    assert either(a, FALSE, a) == a
    assert both(a, both(b, a)) == All((a, b))
    assert either(a, FALSE, either(b)) == Some((a, b))
    assert both(a, FALSE) == FALSE
    assert either(a, TRUE) == TRUE


def test_what_does_not_matter_is_left_out() -> None:
    table = Table(dict.fromkeys(NAMES, VALUES), {"a": (either(no(Is("a", "1")), Is("b", "2")),)})
    assert solve(Is("a", "1"), table) == {"a": "1"}
    assert solve(either(Is("a", "1"), Is("c", "3")), table) == {"a": "1"}
    assert solve(both(Is("a", "1"), no(Is("b", "2"))), table) is None
    assert solve(TRUE, table) == {}


def test_a_law_brings_those_of_what_it_speaks_of() -> None:
    def implies(one: str, other: str) -> Formula:
        return either(no(Is(one, "1")), Is(other, "1"))

    laws = {"a": (implies("a", "b"),), "b": (implies("b", "c"),), "c": (no(Is("c", "1")),)}
    assert solve(Is("a", "1"), Table(dict.fromkeys(NAMES, VALUES), laws)) is None


def test_too_many_cases_are_not_tried_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(solving, "MOST_STEPS", 100)
    holes = ("1", "2", "3", "4")
    table = Table({str(pigeon): holes for pigeon in range(5)})
    apart = both(
        *(
            no(both(Is(str(one), hole), Is(str(other), hole)))
            for one in range(5)
            for other in range(one)
            for hole in holes
        )
    )
    with pytest.raises(TooManyCasesError):
        solve(apart, table)
