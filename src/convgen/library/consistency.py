"""A programme held against its clauses: what can be said without any case."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.diagnostics import Code, Diagnostic, Note, Span
from convgen.library.clause import Clause
from convgen.library.conditions import Condition, Literal, paths_of
from convgen.library.names import references_of, unknown_names
from convgen.library.programme import ClauseUse, Programme
from convgen.library.scope import Kind, PartyKind, Scope, UnknownName, Words
from convgen.library.store import Library


def faults_of_programme(library: Library, programme: Programme) -> tuple[Diagnostic, ...]:
    """Every fault of a programme and of the clauses that it names; found once, then kept."""
    if programme.name not in library.checked:
        library.checked[programme.name] = tuple(_faults(library, programme))
    return library.checked[programme.name]


def _faults(library: Library, programme: Programme) -> Iterator[Diagnostic]:
    title = programme.title
    for fault in unknown_names(title.program, programme.scope):
        place = title.place(fault.line, fault.name)
        yield Diagnostic(Code.UNKNOWN_VARIABLE, fault.message, place, fault.help)
    for spec in programme.sections:
        if spec.condition is not None:
            yield from _unknown_paths(spec.condition, spec.span, programme.scope)
        for use in spec.clauses:
            yield from _faults_of_use(library, programme, use, programme.scope)
        if spec.block is not None:
            scope = programme.scope.within(partie=PartyKind())
            yield from _faults_of_use(library, programme, spec.block, scope)


def _unknown_paths(
    expression: Condition | Literal, span: Span, scope: Scope
) -> Iterator[Diagnostic]:
    for path in paths_of(expression):
        found = scope.resolve(path.name)
        if isinstance(found, UnknownName):
            yield Diagnostic(Code.UNKNOWN_VARIABLE, found.message, span, found.help)


def _faults_of_use(
    library: Library, programme: Programme, use: ClauseUse, scope: Scope
) -> Iterator[Diagnostic]:
    for expression in (use.condition, *use.parameters.values()):
        if expression is not None:
            yield from _unknown_paths(expression, use.span, scope)
    clause, faults = library.clause(use.clause, use.span)
    yield from faults
    if clause is None:
        return
    yield from _parameters(use, clause)
    yield from _names(use, clause, scope)
    yield from _references(use, clause, programme)


def _parameters(use: ClauseUse, clause: Clause) -> Iterator[Diagnostic]:
    for name in sorted(set(clause.parameters) ^ set(use.parameters)):
        missing = name in clause.parameters
        wrong = f"attend le paramètre « {name} »" if missing else f"n’a pas de paramètre « {name} »"
        yield Diagnostic(
            Code.PARAMETER,
            f"la clause « {clause.name} » {wrong}",
            use.span,
            f"écrivez « {name}: chemin »" if missing else "retirez-le",
        )


def _names(use: ClauseUse, clause: Clause, scope: Scope) -> Iterator[Diagnostic]:
    parameters = {name: _parameter_kind(use, name, scope) for name in clause.parameters}
    note = Note("la clause est appelée ici", use.span)
    for fault in unknown_names(clause.program, scope.within(**parameters)):
        place = clause.place(fault.line, fault.name)
        yield Diagnostic(Code.UNKNOWN_VARIABLE, fault.message, place, fault.help, notes=(note,))


def _parameter_kind(use: ClauseUse, name: str, scope: Scope) -> Kind:
    given = use.parameters.get(name)
    if given is None or isinstance(given, Literal):
        return Words()
    found = scope.resolve(given.name)
    return Words() if isinstance(found, UnknownName) else found


def _references(use: ClauseUse, clause: Clause, programme: Programme) -> Iterator[Diagnostic]:
    """References to an article or an annex that the plan does not have at all."""
    for target, line in references_of(clause.program):
        if programme.section(target) is None:
            yield Diagnostic(
                Code.UNKNOWN_REFERENCE,
                f"la clause « {clause.name} » renvoie à l’article « {target} », "
                f"que le plan de « {programme.name} » n’a pas",
                clause.place(line, target),
                f"ajoutez « article: {target} » au plan, ou retirez le renvoi",
                notes=(Note("la clause est appelée ici", use.span),),
            )
