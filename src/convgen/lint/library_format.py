"""A library of an older format: what it still writes in the old way, and how it becomes ours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from convgen.faults.diagnostic import Code, Diagnostic, Edit, Severity, Span
from convgen.language.places import shifted, stretch_in
from convgen.language.synonyms import Synonym, synonyms_of_condition, synonyms_of_text
from convgen.library.clause import Clause
from convgen.library.format import CURRENT, read_format
from convgen.library.store import Library
from convgen.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from convgen.yaml.source import read_source

_COVERAGE = "couverture.yaml"  # its conditions are those of clauses and plans, word for word
_CONDITIONS = {"si", "condition"}


class _OldWord(NamedTuple):
    """A word of another language, and the edit that makes it ours."""

    written: str
    edit: Edit


def faults_of_format(library: Library, clauses: Iterable[Clause]) -> Iterator[Diagnostic]:
    """An older format, told once with all that brings it up to date; else each old word."""
    found = read_format(library.root)
    yield from found.faults
    words = [*_of_clauses(clauses), *_of_files(library)]
    if found.number < CURRENT:
        yield Diagnostic(
            Code.FORMAT,
            f"cette bibliothèque est au format {found.number} ; le format {CURRENT} écrit les "
            "conditions en français",
            found.edit.span,
            f"lancez « convgen check --fix », qui la met au format {CURRENT}, ou d’abord --diff",
            Severity.WARNING,
            mend=(found.edit, *(word.edit for word in words)),
        )
        return
    for word in words:
        yield Diagnostic(
            Code.OLD_WORD,
            f"« {word.written} » est d’une autre langue : une condition écrit « {word.edit.text} »",
            word.edit.span,
            "corrigez ce mot, ou lancez « convgen check --fix »",
            Severity.WARNING,
            mend=(word.edit,),
        )


def _of_clauses(clauses: Iterable[Clause]) -> Iterator[_OldWord]:
    for clause in clauses:
        for synonym in synonyms_of_text(clause.body):
            yield _old_word(clause.body, synonym, Span(clause.file, clause.first_line))


def _of_files(library: Library) -> Iterator[_OldWord]:
    programmes = (
        library.root / "templates" / name / "programme.yaml" for name in library.programme_names()
    )
    for file in (*programmes, library.root / _COVERAGE):
        if file.is_file() and library.holds(file):
            yield from _of_file(file)


def _of_file(file: Path) -> Iterator[_OldWord]:
    source, _ = read_source(file)
    if source is None:
        return
    lines = source.text.split("\n")
    for key, node in _scalars("", source.root):
        raw, start = _written(node, lines)
        found = synonyms_of_condition if key in _CONDITIONS and "{" not in raw else synonyms_of_text
        yield from (_old_word(raw, synonym, start) for synonym in found(raw))


def _scalars(key: str, node: Node) -> Iterator[tuple[str, ScalarNode]]:
    match node:
        case ScalarNode(text) if text:
            yield key, node
        case MappingNode(entries):
            for name, entry in entries.items():
                yield from _scalars(name, entry.node)
        case SequenceNode(items):
            for item in items:
                yield from _scalars(key, item)


def _written(node: ScalarNode, lines: list[str]) -> tuple[str, Span]:
    """A value as the file has it, without its quotation marks, and where it starts.

    Empty where its own marks, escaped, would be taken for those of a text.
    """
    span = node.span
    rows = lines[span.line - 1 : span.end_line]
    rows[-1] = rows[-1][: span.end_column - 1]
    raw = "\n".join(rows)[span.column - 1 :]
    if raw[:1] not in {'"', "'"}:
        return raw, span
    inside = raw[1:-1]
    escaped = raw[0] in inside or "\\" in inside
    return ("" if escaped else inside), Span(span.file, span.line, span.column + 1)


def _old_word(text: str, synonym: Synonym, start: Span) -> _OldWord:
    """A word, in a text that starts at a place of its file."""
    span = stretch_in(text, start.file, start.line, synonym.start, synonym.end)
    if span.line == start.line:
        span = shifted(span, start.column)
    return _OldWord(text[synonym.start : synonym.end], Edit(span, synonym.ours))
