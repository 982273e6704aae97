"""Every fault of a library, at once."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.diagnostics import Diagnostic, Span, in_file_order
from convgen.library.clause import Clause
from convgen.library.consistency import faults_of_programme
from convgen.library.programme import Programme
from convgen.library.store import Library
from convgen.lint.branches import one_way_tests
from convgen.lint.designations import typed_designations
from convgen.lint.headers import Review, faults_of_header
from convgen.lint.held import broken_promises
from convgen.lint.sentences import repeated_sentences
from convgen.lint.usage import unused_clauses, unused_fields
from convgen.lint.word_templates import faults_of_word_templates


def faults_of_library(library: Library, review: Review | None = None) -> list[Diagnostic]:
    """Every fault of the programmes, the clauses and the Word templates of a library.

    In the order of their files, one a place and a code. The age of reviews is judged when
    `review` says how old they may be.
    """
    faults = in_file_order([*_faults(library, review), *faults_of_word_templates(library)])
    first: dict[tuple[Span, str, str], Diagnostic] = {}
    for fault in faults:
        whole_file = fault.span == Span(fault.span.file)
        first.setdefault((fault.span, fault.code, fault.message if whole_file else ""), fault)
    return list(first.values())


def _faults(library: Library, review: Review | None) -> Iterator[Diagnostic]:
    programmes: list[Programme] = []
    every_one_read = True
    for name in library.programme_names():
        programme, faults = library.programme(name, Span(library.root / "templates"))
        yield from faults
        if programme is None:
            every_one_read = False
        else:
            programmes.append(programme)
    for programme in programmes:
        yield from faults_of_programme(library, programme)
        yield from broken_promises(library, programme)
        yield from typed_designations(library, programme)
        yield from unused_fields(library, programme)
    yield from one_way_tests(library, programmes)
    yield from repeated_sentences(library)  # tells each clause that cannot be read
    if every_one_read:
        yield from unused_clauses(library, programmes)
    for clause in _clauses(library):
        yield from faults_of_header(clause, review)


def _clauses(library: Library) -> Iterator[Clause]:
    for name in library.clause_names():
        clause, _ = library.clause(name, Span(library.root))
        if clause is not None:
            yield clause
