"""The texts that convgen writes by itself, held to what they may say: one line, of given names."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.language.expressions import filters_of, parts_of
from convgen.language.filters.found import EXCLUSIVE
from convgen.language.instructions import Loop, Open, Row
from convgen.language.names import references_of, unknown_names
from convgen.language.scope import Scope
from convgen.library.clause import Clause
from convgen.library.mentions import SCOPES, THEME
from convgen.library.store import Library, packaged, real
from convgen.model.document import BlockKind


def faults_of_mentions(library: Library) -> Iterator[Diagnostic]:
    """What is wrong with the mentions that a library writes anew; those of convgen are sound."""
    if real(library.root) == packaged():
        return
    for name, scope in SCOPES.items():
        file = library.root / "clauses" / THEME / f"{name}.md"
        if not file.is_file():
            continue
        clause, unread = library.clause(f"{THEME}/{name}", Span(file))
        yield from unread
        if clause is not None:
            yield from _faults_of_mention(clause, scope)


def _faults_of_mention(clause: Clause, scope: Scope) -> Iterator[Diagnostic]:
    for fault in unknown_names(clause.program, scope):
        place = clause.place(fault.line, fault.name)
        yield Diagnostic(Code.UNKNOWN_VARIABLE, fault.message, place, fault.help)
    if _is_more_than_a_line(clause):
        message = "une mention s’écrit dans une phrase : un alinéa, rien d’autre"
        way_out = "retirez-en boucles, listes, tableaux, titres, renvois et cases"
        yield Diagnostic(Code.CLAUSE_SYNTAX, message, clause.place(1), way_out)


def _is_more_than_a_line(clause: Clause) -> bool:
    opened = {str(part.kind) for part in parts_of(clause.program, Open)}
    others = any(True for kind in (Row, Loop) for _ in parts_of(clause.program, kind))
    special = not EXCLUSIVE.isdisjoint(filters_of(clause.program))
    return (
        others
        or special
        or any(references_of(clause.program))
        or bool(opened - {BlockKind.PARAGRAPH})
    )
