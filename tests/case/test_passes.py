"""The passes stand in an order in which each finds what it needs."""

from __future__ import annotations

from itertools import permutations

from convgen.case.passes import NO_VOTE, Fact, Pass
from convgen.joining.linking import joining
from convgen.pipeline import case_passes


def _refuse(*_: object) -> str:
    return "rien à lire"


JOIN = joining(_refuse, lambda _name: None)  # type: ignore[arg-type, return-value]
PASSES = case_passes(JOIN, NO_VOTE)


def holds(passes: tuple[Pass, ...]) -> bool:
    """Does each pass come after those that give what it needs?"""
    known: set[Fact] = set()
    for one in passes:
        if not one.needs <= known:
            return False
        known.add(one.gives)
    return True


def test_each_pass_finds_what_it_needs() -> None:
    assert holds(PASSES)


def test_each_fact_has_a_pass_and_the_last_gives_a_value() -> None:
    assert sorted(one.gives.name for one in PASSES) == sorted(fact.name for fact in Fact)
    assert PASSES[-1].gives is Fact.TYPED
    assert len({one.name for one in PASSES}) == len(PASSES)


def test_no_other_order_would_do() -> None:
    """What a pass needs is said in full: the list could be found again from it."""
    assert [order for order in permutations(PASSES) if holds(order)] == [PASSES]
