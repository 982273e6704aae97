"""The texts that convgen writes by itself: one line each, of names that it gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.language.expressions import filters_of, parts_of
from convgen.language.filters.found import EXCLUSIVE
from convgen.language.instructions import Loop, Open, Row
from convgen.language.names import references_of, unknown_names
from convgen.library.clause import Clause
from convgen.library.mentions import SCOPES, is_mention
from convgen.model.document import BlockKind


def faults_of_mentions(clauses: Iterable[Clause]) -> Iterator[Diagnostic]:
    """Names that a mention is not given, and what would not stand in a sentence."""
    for clause in clauses:
        if not is_mention(clause.name):
            continue
        scope = SCOPES[clause.name.partition("/")[2]]
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
