"""Texts that a case brings itself: read like clauses, held against the programme's names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import NamedTuple

from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.language.pasted import pasted_marks
from convgen.library.clause import Clause
from convgen.library.clause_reading import own_clause
from convgen.library.consistency import faults_of_clause, misplaced
from convgen.library.programme import ClauseUse, Programme, SectionKind
from convgen.model.absent import Absent, Gap
from convgen.yaml.text_place import TextPlace


class OwnText(NamedTuple):
    """A text as the plan takes it; `missing` stands in the act when it cannot be used."""

    clause: Clause
    missing: Absent | None = None
    faults: Sequence[Diagnostic] = ()


class Placement(NamedTuple):
    """Where a text comes in: the use of the clause that it replaces, or one of its own.

    `block` says that it is in the signature's; `more` are the articles that the case adds to
    the plan, `parameters` those of the clause replaced, by type.
    """

    programme: Programme
    use: ClauseUse
    kind: SectionKind
    block: bool = False
    more: Sequence[str] = ()
    parameters: Mapping[str, str] = MappingProxyType({})


def absent_text(name: str, absence: Absent, span: Span) -> OwnText:
    """Take note of a text that is not there."""
    return OwnText(Clause(name, span.file, "", name, span.line, "", ()), absence)


def read_own(name: str, text: str, place: TextPlace, where: Placement) -> OwnText:
    """Read a text: with any error, it is a gap of the act."""
    clause, faults = own_clause(name, text, place, where.parameters)
    faults += [] if clause is None else _faults(clause, where)
    told = [*map(place.of, pasted_marks(text, place.file, place.line)), *faults]
    if clause is None or faults:
        span = place.whole or Span(place.file, place.line, place.column, place.line, place.column)
        return absent_text(name, Gap(name), span)._replace(faults=told)
    return OwnText(clause, faults=told)


def take_clause(clause: Clause, where: Placement) -> OwnText:
    """Take a clause of the library that a case calls there: with any fault, it is a gap."""
    given = {k: v for k, v in where.use.parameters.items() if k in clause.parameters}
    faults = list(_faults(clause, where._replace(use=replace(where.use, parameters=given))))
    if set(clause.parameters) - set(given):
        way_out = "écrivez plutôt un « texte » : une fiche ne donne pas de paramètre"
        faults = [replace(fault, help=way_out) for fault in faults if fault.code == Code.PARAMETER]
    if faults:
        return absent_text(clause.name, Gap(clause.name), where.use.span)._replace(faults=faults)
    return OwnText(clause)


def _faults(clause: Clause, where: Placement) -> Iterator[Diagnostic]:
    programme, use, kind, block, more, _ = where
    yield from faults_of_clause(programme, use, clause, programme.scope_in(block=block), more)
    yield from misplaced(clause, kind, use.span, block=block)
