"""Every fault of a library, at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from convgen.faults.diagnostic import Diagnostic, Span, in_file_order
from convgen.language.pasted import pasted_marks
from convgen.library.consistency import faults_of_programme
from convgen.library.store import Library
from convgen.lint.branches import one_way_tests
from convgen.lint.designations import typed_articles, typed_designations
from convgen.lint.headers import Review, faults_of_header
from convgen.lint.held import broken_promises
from convgen.lint.legal_points import unsaid_points
from convgen.lint.library_format import faults_of_format
from convgen.lint.sentences import repeated_sentences
from convgen.lint.sound_text import faults_of_text
from convgen.lint.unfinished import unfinished_sentences
from convgen.lint.usage import unused_clauses, unused_fields
from convgen.lint.word_templates import faults_of_word_templates
from convgen.logic.forks import forks_of
from convgen.logic.trace import trace_acts


def faults_of_library(library: Library, review: Review | None = None) -> list[Diagnostic]:
    """Every fault of the programmes, the clauses and the Word templates of a library, told once.

    In the order of their files. The age of reviews is judged when `review` says how old they may
    be.
    """
    return told_once(every_fault(library, review))


def every_fault(library: Library, review: Review | None = None) -> list[Diagnostic]:
    """The same, each fault as many times as uses show it: to be filtered, then told once."""
    return in_file_order([*_faults(library, review), *faults_of_word_templates(library)])


def told_once(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """What several uses of a clause show at one place is told once."""
    first: dict[tuple[Span, str, str], Diagnostic] = {}
    for fault in faults:
        shown_by_a_use = bool(fault.notes)
        first.setdefault((fault.span, fault.code, "" if shown_by_a_use else fault.message), fault)
    return list(first.values())


def _faults(library: Library, review: Review | None) -> Iterator[Diagnostic]:
    if (nothing := library.without_programmes()) is not None:
        yield nothing
        return
    programmes, unreadable = library.programmes()
    clauses, unread = library.clauses()
    yield from (*unreadable, *unread, *faults_of_format(library, clauses))
    readings = [trace_acts(library, programme) for programme in programmes]
    for programme, reading in zip(programmes, readings, strict=True):
        yield from faults_of_programme(library, programme)
        yield from broken_promises(reading)
        yield from unsaid_points(library, reading)
        yield from typed_designations(library, programme)
        yield from typed_articles(library, programme)
        yield from unused_fields(library, reading)
    yield from repeated_sentences(clauses)
    if not unreadable:  # a plan that cannot be read may name any clause, and answer any test
        yield from one_way_tests(forks_of(readings))
        yield from unused_clauses(clauses, programmes)
    for clause in clauses:
        yield from faults_of_header(clause, review)
        yield from unfinished_sentences(clause)
        yield from faults_of_text(clause)
        yield from pasted_marks(clause.body, clause.file, clause.first_line)
