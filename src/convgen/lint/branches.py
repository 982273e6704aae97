"""Tests that no case answers in both ways: one of their branches can never be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from convgen.faults.diagnostic import Code, Diagnostic, Severity
from convgen.lint.decided import too_many_cases
from convgen.logic.forks import REACHED, Fork


def one_way_tests(forks: Iterable[Fork]) -> Iterator[Diagnostic]:
    """Each test whose answer is always the same, in a plan, or in a clause wherever it is used."""
    for fork in forks:
        if not fork.decided:
            yield too_many_cases(fork.place)
        elif fork.rank != REACHED and len(fork.ways) == 1:
            yield from _always(fork, next(iter(fork.ways)))


def _always(fork: Fork, answer: bool) -> Iterator[Diagnostic]:
    """The fault of a test; a list that always has elements is none."""
    if fork.is_loop and answer:
        return
    found, way_out = _WORDS[fork.is_loop, answer]
    message = f"{found} : « {fork.written} »"
    yield Diagnostic(Code.UNREACHABLE_BRANCH, message, fork.place, way_out, Severity.WARNING)


_WORDS = {
    (False, True): ("cette condition est toujours remplie", "retirez-la, avec ce qu’elle écarte"),
    (False, False): (
        "cette condition n’est jamais remplie",
        "retirez-la, avec ce qu’elle annonce",
    ),
    (True, False): ("cette liste est toujours vide ici", "retirez la boucle"),
}
