"""What the law wants written: in every act that a programme can make."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.assembly.legal_points import lacking, place_of_points
from convgen.faults.diagnostic import Diagnostic, Span
from convgen.library.store import Library
from convgen.lint.decided import decided
from convgen.logic.formula import Is, both, either
from convgen.logic.solving import Values, counter_example
from convgen.logic.trace import LegalPointEvent, Trace
from convgen.logic.wording import describe
from convgen.model.personal_data import POINTS, QUALIFICATION


def unsaid_points(library: Library, reading: Trace) -> Iterator[Diagnostic]:
    """For each qualification that a case may take, the points that some act would lack."""
    slot, _, _ = QUALIFICATION.partition(".")
    if slot not in reading.programme.model().admitted or reading.unread:
        return
    for qualification in POINTS:
        place = Span(reading.programme.file)
        yield from decided(_lacking(library, reading, qualification), place)


def _lacking(library: Library, reading: Trace, qualification: str) -> Iterator[Diagnostic]:
    when = both(reading.domains.present(QUALIFICATION), Is(QUALIFICATION, qualification))
    missing: dict[str, Values] = {}
    for point in POINTS[qualification]:
        marks = (m for m in reading.events if isinstance(m, LegalPointEvent) and m.point == point)
        found = counter_example(when, either(*(mark.when for mark in marks)), reading.domains)
        if found is not None:
            missing[point] = found
    if missing:
        place = place_of_points(library, reading.programme, missing)
        yield lacking(qualification, missing, place, describe(next(iter(missing.values()))))
