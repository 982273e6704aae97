"""A programme held against its clauses: what can be said without any case."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from convgen.faults.diagnostic import Code, Diagnostic, Note, Span, suggestion
from convgen.kinds.long_text import LongText
from convgen.language.expressions import Expression, Literal, filters_of, parts_of
from convgen.language.filters.found import EXCLUSIVE
from convgen.language.instructions import Open, Row
from convgen.language.names import references_of, unknown_names
from convgen.language.scope import Scope, Symbol, TextSymbol, UnknownName
from convgen.library.clause import Clause
from convgen.library.held_mentions import faults_of_mentions
from convgen.library.parameters import faults_of_parameters
from convgen.library.programme import ClauseUse, Programme, SectionKind, SectionSpec
from convgen.library.store import Library
from convgen.model.document import BlockKind
from convgen.model.shape import Shape

_WITH_HEADINGS = frozenset({SectionKind.ARTICLE, SectionKind.ANNEX})


def faults_of_programme(library: Library, programme: Programme) -> tuple[Diagnostic, ...]:
    """Every fault of a programme and of the clauses that it names; found once, then kept."""
    if programme.name not in library.checked:
        library.checked[programme.name] = tuple(_faults(library, programme))
    return library.checked[programme.name]


def _faults(library: Library, programme: Programme) -> Iterator[Diagnostic]:
    yield from faults_of_mentions(library)
    for headline in programme.headlines:
        for fault in unknown_names(headline.program, programme.scope.in_a_line()):
            place = headline.place(fault.line, fault.name)
            yield Diagnostic(Code.UNKNOWN_VARIABLE, fault.message, place, fault.help)
    for spec in programme.sections:
        if spec.condition is not None:
            place = spec.places.get("si", spec.span)
            text = spec.condition_text
            yield from _misused_names(spec.condition, text, place, programme.scope)
        yield from _joined_text(spec, programme.scope)
    for spec, use in programme.uses():
        block = use is spec.block
        yield from _faults_of_use(library, programme, use, programme.scope_in(block=block))
        clause, _ = library.clause(use.clause, use.span)
        if clause is not None:
            yield from misplaced(clause, spec.kind, use.span, block=block)


def _misused_names(
    expression: Expression, text: str, place: Span, scope: Scope
) -> Iterator[Diagnostic]:
    """The faults of names in an expression of the plan, whose `text` starts at `place`."""
    for fault in unknown_names(expression, scope):
        start = place.column + max(text.find(fault.name), 0)
        span = Span(place.file, place.line, start, place.line, start + len(fault.name))
        yield Diagnostic(Code.UNKNOWN_VARIABLE, fault.message, span, fault.help)


def _faults_of_use(
    library: Library, programme: Programme, use: ClauseUse, scope: Scope
) -> Iterator[Diagnostic]:
    if use.condition is not None:
        place = use.places.get("si", use.span)
        yield from _misused_names(use.condition, use.condition_text, place, scope)
    for name, given in use.parameters.items():
        yield from _misused_names(given, "", use.places.get(name, use.span), scope)
    clause, faults = library.clause(use.clause, use.span)
    yield from faults
    if clause is not None:
        yield from faults_of_clause(programme, use, clause, scope)


def faults_of_clause(
    programme: Programme, use: ClauseUse, clause: Clause, scope: Scope, more: Sequence[str] = ()
) -> Iterator[Diagnostic]:
    """What is wrong with a clause used there: parameters, names, references.

    `more` are articles that the case adds to the plan.
    """
    yield from faults_of_parameters(use, clause, scope)
    yield from _names(use, clause, scope)
    yield from _references(use, clause, programme, more)


def misplaced(
    clause: Clause, kind: SectionKind, span: Span, *, block: bool
) -> Iterator[Diagnostic]:
    """What a clause holds that cannot stand there: in a section of a kind, or in its `block`.

    Sub-articles follow the number of their article; intertitles are those of annexes; a
    signature is lines of text in a cell, where anything else would be lost.
    """
    kinds = {part.kind for part in parts_of(clause.program, Open)}
    if BlockKind.SUB_ARTICLE in kinds and kind not in _WITH_HEADINGS:
        message = f"{clause.told} a des sous-articles, qui ne vont qu’en article"
        yield Diagnostic(Code.PROGRAMME_FAULT, message, span, "déplacez-la dans un article")
    if BlockKind.INTERTITLE in kinds and kind is not SectionKind.ANNEX:
        message = f"{clause.told} a des intertitres « ### », qui ne vont qu’en annexe"
        yield Diagnostic(Code.PROGRAMME_FAULT, message, span, "écrivez « ## », ou une annexe")
    if block and _is_more_than_lines(clause):
        message = f"{clause.told} est un bloc de signature : des alinéas, rien d’autre"
        way_out = "retirez-en tableaux, listes, titres, cases et images"
        yield Diagnostic(Code.PROGRAMME_FAULT, message, span, way_out)


def _is_more_than_lines(clause: Clause) -> bool:
    opened = {str(part.kind) for part in parts_of(clause.program, Open)}
    rows = any(True for _ in parts_of(clause.program, Row))
    drawn = not EXCLUSIVE.isdisjoint(filters_of(clause.program))
    return rows or drawn or bool(opened - {BlockKind.PARAGRAPH, BlockKind.FORMULA})


def _joined_text(spec: SectionSpec, scope: Scope) -> Iterator[Diagnostic]:
    """The text of an annex is a path to a joined text."""
    if spec.text is None:
        return
    place, path = spec.places.get("texte", spec.span), spec.text.path
    found = scope.resolve(path)
    if isinstance(found, UnknownName):
        yield Diagnostic(Code.UNKNOWN_VARIABLE, found.message, place, found.help)
    elif not isinstance(found, Shape) or found.many or found.type is not LongText:
        message = f"« {path} » n’est pas un texte joint"
        way_out = f"déclarez-le dans « champs » : {path}: {{type: texte_joint, …}}"
        yield Diagnostic(Code.PARAMETER, message, place, way_out)


def _names(use: ClauseUse, clause: Clause, scope: Scope) -> Iterator[Diagnostic]:
    parameters = {name: _parameter_kind(use, name, scope) for name in clause.parameters}
    for fault in unknown_names(clause.program, scope.within(**parameters)):
        place = clause.place(fault.line, fault.name)
        yield Diagnostic(
            Code.UNKNOWN_VARIABLE, fault.message, place, fault.help, notes=_call(use, clause)
        )


def _call(use: ClauseUse, clause: Clause) -> tuple[Note, ...]:
    """Where a clause of the library is called; a text of a case stands there once."""
    return (Note("la clause est appelée ici", use.span),) if clause.origin is None else ()


def _parameter_kind(use: ClauseUse, name: str, scope: Scope) -> Symbol:
    given = use.parameters.get(name)
    if given is None or isinstance(given, Literal):
        return TextSymbol()
    found = scope.resolve(given.path)
    return TextSymbol() if isinstance(found, UnknownName) else found


def _references(
    use: ClauseUse, clause: Clause, programme: Programme, more: Sequence[str]
) -> Iterator[Diagnostic]:
    """References to an article or an annex that the plan does not have at all."""
    for target, line in references_of(clause.program):
        if programme.section(target) is None and target not in more:
            known = [spec.key for spec in programme.sections if spec.can_be_referred_to]
            otherwise = (
                f"ajoutez « article: {target} » au plan, ou retirez le renvoi"
                if clause.origin is None
                else f"au choix : {', '.join((*known, *more))}"
            )
            yield Diagnostic(
                Code.UNKNOWN_REFERENCE,
                f"{clause.told} renvoie à l’article « {target} », "
                f"que le plan de « {programme.name} » n’a pas",
                clause.place(line, target),
                suggestion(target, (*known, *more), otherwise),
                notes=_call(use, clause),
            )
