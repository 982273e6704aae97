"""What a library declares and no act can use: clauses, fields, defined terms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from convgen.faults.diagnostic import Code, Diagnostic, Severity, Span
from convgen.language.expressions import Read, parts_of
from convgen.language.instructions import Loop
from convgen.library.clause import Clause
from convgen.library.mentions import is_mention
from convgen.library.programme import Programme
from convgen.library.store import Library
from convgen.logic.trace import Trace, own_names
from convgen.logic.translation import Bindings
from convgen.model.case_model import FieldSpec
from convgen.yaml.nodes import MappingNode, locate
from convgen.yaml.source import read_source


def unused_clauses(
    clauses: Iterable[Clause], programmes: Iterable[Programme]
) -> Iterator[Diagnostic]:
    """Each clause that no plan names."""
    named = {use.clause for programme in programmes for _, use in programme.uses()}
    for clause in clauses:
        if clause.name not in named and not is_mention(clause.name):
            yield Diagnostic(
                Code.CLAUSE_UNUSED,
                f"aucun plan ne nomme la clause « {clause.name} »",
                Span(clause.file),
                "nommez-la dans un plan, ou supprimez ce fichier",
                Severity.WARNING,
            )


def unused_fields(library: Library, reading: Trace) -> Iterator[Diagnostic]:
    """Each field and each term that a programme declares and that none of its acts reads."""
    programme = reading.programme
    if reading.unread:
        return  # they may read anything
    alternatives = (path for group in programme.one_of for path in group)
    read = {*_paths(library, reading), *alternatives}  # one may be there only to be chosen
    source, _ = read_source(programme.file)
    root = source.root if source is not None else MappingNode({}, Span(programme.file), flow=False)
    for loc, label in _never_read(programme.fields, "", ("champs",), read):
        place = locate(root, loc).key_span or Span(programme.file)
        message = f"aucune clause du programme ne lit « {label} »"
        yield _unused(message, place, "retirez ce champ, ou écrivez sa valeur dans une clause")
    words = {path.partition(".")[0] for path in read}
    for key, designation in programme.terms.items():
        if key not in words:
            place = locate(root, ("termes", key)).key_span or Span(programme.file)
            message = f"aucune clause du programme n’emploie « {designation.nominative} »"
            yield _unused(message, place, "retirez ce terme, ou employez-le")


def _unused(message: str, place: Span, way_out: str) -> Diagnostic:
    return Diagnostic(Code.FIELD_UNUSED, message, place, way_out, Severity.WARNING)


def _never_read(
    specs: Iterable[FieldSpec], above: str, loc: tuple[str, ...], read: set[str]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The fields that no path reads: a group alone when none of its parts is read."""
    for spec in specs:
        path, here = f"{above}{spec.name}", (*loc, spec.name)
        if not any(one == path or one.startswith(f"{path}.") for one in read):
            yield here, path
        else:
            inner = (*here, "liste_de" if spec.many else "champs")
            yield from _never_read(spec.fields, f"{path}.", inner, read)


def _paths(library: Library, reading: Trace) -> Iterator[str]:
    """Every path of the case that the acts of a programme read, elements as their list."""
    programme = reading.programme
    for text in programme.headlines:
        yield from _read(text.program, reading.names)
    for spec in programme.sections:
        if spec.condition is not None:
            yield from (path.path for path in parts_of(spec.condition, Read))
        if spec.text is not None:
            yield spec.text.path
    for spec, use in programme.uses():
        if use.condition is not None:
            yield from (path.path for path in parts_of(use.condition, Read))
        clause, _ = library.clause(use.clause, use.span)
        if clause is None:
            continue
        for own in own_names(programme, spec, use):
            yield from _read(clause.program, reading.names.within(own))


def _read(part: Any, names: Bindings) -> Iterator[str]:
    match part:
        case Loop(variable, items, body):
            given = names.given(items.path)
            yield from _read(items, names)
            yield from _read(body, names.within({variable: given}))
        case Read(path):
            given = names.given(path)
            if isinstance(given, str):
                yield given
        case tuple():
            for inner in part:
                yield from _read(inner, names)
