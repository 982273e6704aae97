"""A clause file becomes a Clause, or the list of its faults."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any, NamedTuple

from convgen import cache
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.language.instructions import Instructions, program_from_json, to_json
from convgen.language.places import shifted
from convgen.library.clause import Clause
from convgen.yaml.decoding import read_text
from convgen.yaml.nodes import Entry
from convgen.yaml.text_place import TextPlace

_FRONT_MATTER = re.compile(r"---[ ]*\n(?P<header>.*?\n)---[ ]*(?:\n|\Z)", re.DOTALL)
_ROOM = "clauses"


def read_clause(name: str, file: Path) -> tuple[Clause | None, list[Diagnostic]]:
    """Read and check one clause file, variables aside. None when it cannot be used."""
    read = read_text(file)
    if read.text is None or read.diagnostics:
        return None, list(read.diagnostics)
    match = _FRONT_MATTER.match(read.text)
    if match is None:
        return None, [_no_header(file)]
    key = cache.key_of(read.text.encode())
    first_line, body = match[0].count("\n") + 1, read.text[match.end() :]
    known = _from_cache(key)
    if known is not None:
        return Clause(
            name, file, known.version, known.title, first_line, body, known.program,
            known.parameters, known.reviewed, known.usage,
        ), []  # fmt: skip
    return _compiled(name, file, match["header"], first_line, body, key)


def header_of(clause: Clause) -> Mapping[str, Entry]:
    """The header of a clause of the library, key by key, read again for its places."""
    from convgen.library.clause_header import header_entries  # noqa: PLC0415 - slow, and rare

    match = _FRONT_MATTER.match(read_text(clause.file).text or "")
    return header_entries(match["header"], clause.file) if match else {}


def inline_clause(name: str, text: str, span: Span) -> tuple[Clause | None, list[Diagnostic]]:
    """A one-line text with values, such as a title, written in a YAML file at `span`."""
    key = cache.key_of(b"titre\0" + text.encode())
    known = _from_cache(key)
    marks = span.end_column - span.column - len(text)  # the quotation marks around it, if any
    column = span.column + marks // 2 if span.end_line == span.line and marks in (0, 2) else 1
    if known is not None:
        program = known.program
    else:
        from convgen.language.compilation import compile_title  # noqa: PLC0415 - slow, and kept

        program, faults = compile_title(text, span.file, span.line)
        if faults:
            return None, [fault.moved(partial(shifted, first_column=column)) for fault in faults]
        cache.store(_ROOM, key, ["", name, {}, "", "", to_json(program)])
    clause = Clause(name, span.file, "", name, span.line, text, program, first_column=column)
    return clause, []


def own_clause(
    name: str, text: str, place: TextPlace, parameters: Mapping[str, str]
) -> tuple[Clause | None, list[Diagnostic]]:
    """A text that a case brings itself, read like the body of a clause.

    `parameters` are those of the clause that it replaces. With faults of its lines alone, it is
    there all the same, for its names.
    """
    key = cache.key_of(b"texte\0" + text.encode())
    known = _from_cache(key)
    program: Instructions = known.program if known is not None else ()
    faults: list[Diagnostic] = []
    if known is None:
        from convgen.language.compilation import compile_body  # noqa: PLC0415 - slow, and kept

        program, faults = compile_body(text, place.file, place.line)
        if not faults:
            cache.store(_ROOM, key, ["", name, {}, "", "", to_json(program)])
    clause = Clause(name, place.file, "", name, place.line, text, program, parameters, origin=place)
    return clause if program else None, [place.of(fault) for fault in faults]


def _compiled(  # noqa: PLR0913, PLR0917 - what is known of the file so far
    name: str, file: Path, header_text: str, first_line: int, body: str, key: str
) -> tuple[Clause | None, list[Diagnostic]]:
    from convgen.language.compilation import compile_body  # noqa: PLC0415
    from convgen.library.clause_header import read_header  # noqa: PLC0415 - slow, and kept

    header, diagnostics = read_header(header_text, file)
    program, faults = compile_body(body, file, first_line)
    diagnostics += faults
    if header is None or diagnostics:
        return None, diagnostics
    kept = [header.version, header.title, dict(header.parameters), header.reviewed, header.usage]
    cache.store(_ROOM, key, [*kept, to_json(program)])
    clause = Clause(
        name, file, header.version, header.title, first_line, body, program,
        header.parameters, header.reviewed, header.usage,
    )  # fmt: skip
    return clause, []


class _Kept(NamedTuple):
    """What is kept of a clause: what its header says, what its body is compiled to."""

    version: str
    title: str
    parameters: dict[str, str]
    reviewed: str
    usage: str
    program: Instructions


def _from_cache(key: str) -> _Kept | None:
    """What was compiled before; a cohort joins one text to all its cases."""
    try:
        return _loaded(cache.path_of(_ROOM, key))
    except LookupError:
        return None


@lru_cache(maxsize=1024)
def _loaded(entry: Path) -> _Kept:
    """An entry, read once a process. Raises LookupError for what is not there: yet."""
    found = cache.load(_ROOM, entry.stem, _typed)
    if found is None:
        raise LookupError
    return found


def _typed(data: Any) -> _Kept:
    """An entry, typed. Raises ValueError, TypeError or KeyError for anything else."""
    version, title, parameters, reviewed, usage, program = data
    texts = (version, title, reviewed, usage, *parameters, *parameters.values())
    if not all(isinstance(text, str) for text in texts):
        raise TypeError("not the header of a clause")
    return _Kept(version, title, parameters, reviewed, usage, program_from_json(program))


def _no_header(file: Path) -> Diagnostic:
    return Diagnostic(
        Code.CLAUSE_HEADER,
        "la clause n’a pas d’en-tête",
        Span(file, 1, 1, 1, 2),
        "commencez le fichier par « --- », les champs version, intitule, emploi, relue_le, "
        "puis « --- »",
    )
