"""A question of logic that has too many cases is a fault of its own, never a silence."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic, Severity, Span
from convgen.logic.solving import TooManyCasesError


def decided(faults: Iterator[Diagnostic], place: Span) -> Iterator[Diagnostic]:
    """The faults themselves, or that they could not be sought at that place."""
    try:
        yield from faults
    except TooManyCasesError:
        yield too_many_cases(place)


def too_many_cases(place: Span) -> Diagnostic:
    """The fault of conditions that cannot be decided."""
    return Diagnostic(
        Code.TOO_MANY_CASES,
        "les conditions en jeu ici ont trop de cas pour être éprouvées",
        place,
        "simplifiez-les, ou faites deux programmes",
        Severity.WARNING,
    )
