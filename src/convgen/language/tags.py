"""The tags of a clause: where expressions stand, what Jinja then reads, and what it may not hold.

Jinja knows tags and text, and not our expressions: each is read here, and a placeholder takes
its place in what Jinja parses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from jinja2 import nodes

from convgen.language.expressions import Expression, Read
from convgen.language.lexing import ExpressionError, lexemes
from convgen.language.parsing import FUNCTIONS, Parser

MAX_LOOP_DEPTH = 2
MAX_DEPTH = 30  # of tags in tags, and of a chain of « elif »
_OPENING = re.compile(r"\{[{%#]")
_TAG = re.compile(r"\{%[-+]?\s*(?P<word>\w+)")
_PLACEHOLDER = "e"
_VALUE, _END_OF_VALUE, _END_OF_TAG = "{{", "}}", "%}"


class Held(NamedTuple):
    """An expression of a clause, its line from 1 in the body; `variable` is that of a loop."""

    expression: Expression
    line: int
    variable: str = ""


class TagFault(NamedTuple):
    """Something that cannot be read; places count from 0 in the body."""

    error: ExpressionError
    start: int
    end: int


@dataclass(slots=True)
class Tagged:
    """A body whose expressions are read: `source` is what Jinja is given in its place."""

    source: str = ""
    expressions: list[Held] = field(default_factory=list)
    faults: list[TagFault] = field(default_factory=list)


def rank_of(name: str) -> int:
    """Which expression a placeholder stands for."""
    return int(name.removeprefix(_PLACEHOLDER))


def read_tags(body: str) -> Tagged:
    """Read every expression of a body, faults aside; lines of the source are those of the body."""
    tagged, position = Tagged(), 0
    pieces: list[str] = []
    while (opening := _OPENING.search(body, position)) is not None:
        pieces.append(body[position : opening.start()])
        written, position = _tag(body, opening.start(), tagged)
        pieces.append(written)
    tagged.source = "".join((*pieces, body[position:]))
    return tagged


def _tag(body: str, start: int, tagged: Tagged) -> tuple[str, int]:
    """What Jinja is given for the tag at `start`, and where it ends in the body."""
    opening = body[start : start + 2]
    if opening == "{#":
        return _whole(body, start, "#}")
    if opening == _VALUE:
        return _read(body, start, _END_OF_VALUE, tagged)
    found = _TAG.match(body, start)
    if found is None or found["word"] not in {"if", "elif", "for"}:
        return _whole(body, start, _END_OF_TAG)
    return _read(body, start, _END_OF_TAG, tagged, found["word"])


def _whole(body: str, start: int, closing: str) -> tuple[str, int]:
    """A tag as it is written: Jinja judges it."""
    end = body.find(closing, start + 2)
    end = len(body) if end < 0 else end + len(closing)
    return body[start:end], end


def _read(body: str, start: int, closing: str, tagged: Tagged, word: str = "") -> tuple[str, int]:
    """Read the expression of a tag, and give Jinja a placeholder on as many lines."""
    head = _TAG.match(body, start) if word else None
    inside = head.end() if head is not None else start + 2 + (body[start + 2 : start + 3] in "-+")
    line = body.count("\n", 0, inside) + 1
    try:
        found = lexemes(body, inside, closing)
        first_line = body.count("\n", 0, found[0].start) + 1
        held, variable, end = _expression(Parser(body, found, first_line, in_clause=True), word)
        tagged.expressions.append(Held(held, first_line, variable))
    except ExpressionError as error:
        tagged.faults.append(TagFault(error, error.start, error.end))
        tagged.expressions.append(Held(Read("?", line), line))
        after = body.find(closing, min(error.start, len(body)))
        if after < 0:
            return "", len(body)
        end = after
    rank = len(tagged.expressions) - 1
    before = body[start:inside]
    loop = f" {_PLACEHOLDER}_ in" if word == "for" else ""
    lines = "\n" * body.count("\n", inside, end)
    mark = body[end : end + 1] if body[end : end + 1] in {"-", "+"} else ""
    written = f"{before}{loop} {_PLACEHOLDER}{rank}{lines} {mark}{closing}"
    return written, end + len(mark) + len(closing)


def _expression(parser: Parser, word: str) -> tuple[Expression, str, int]:
    """The expression of a tag, the variable of a loop, and where it ends."""
    if word == "for":
        return _loop(parser)
    read = parser.printed() if not word else parser.either()
    return read, "", parser.finish()


def _loop(parser: Parser) -> tuple[Expression, str, int]:
    """`variable in chemin`."""
    variable = parser.take()
    if variable.kind != "word" or "." in variable.text or not parser.sees("in"):
        message, way_out = "une boucle nomme une seule variable", "« for x in … »"
        raise ExpressionError(message, variable.start, way_out, variable.end, foreign=True)
    if variable.text in {*FUNCTIONS, "loop"}:
        message = f"« {variable.text} » est déjà pris"
        raise ExpressionError(message, variable.start, "changez de nom", variable.end, foreign=True)
    parser.take()
    place = parser.next
    items = parser.filtered()
    if not isinstance(items, Read) or parser.next.kind != "end":
        way_out = "écrivez « for x in chemin », sans condition ni else"
        raise ExpressionError("boucle interdite", place.start, way_out, place.end, foreign=True)
    return items, variable.text, parser.finish()


# What Jinja reads besides, and clauses have not.

_WRITTEN: dict[type[nodes.Node], str] = {
    **dict.fromkeys((nodes.Assign, nodes.AssignBlock, nodes.With), "affectation"),
    **dict.fromkeys((nodes.Include, nodes.Import, nodes.FromImport), "autre fichier"),
    nodes.Extends: "autre fichier",
    **dict.fromkeys((nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.Block), "bloc"),
}


class ForbiddenTag(NamedTuple):
    """A tag that a clause may not write, at a line of its body."""

    line: int
    message: str
    help: str


def forbidden_tags(template: nodes.Template) -> Iterator[ForbiddenTag]:
    """Every tag of a parsed clause that is not in the language of clauses."""
    for node in template.body:
        yield from _walk(node, 0, 0)


def _walk(node: nodes.Node, loops: int, depth: int) -> Iterator[ForbiddenTag]:
    if not isinstance(node, nodes.Output | nodes.If | nodes.For):
        yield ForbiddenTag(
            node.lineno,
            f"construction interdite ({_WRITTEN.get(type(node), 'balise')})",
            "un texte ne connaît que les chemins, les textes, if, for et les filtres permis",
        )
        return
    if depth > MAX_DEPTH or (isinstance(node, nodes.If) and len(node.elif_) > MAX_DEPTH):
        yield ForbiddenTag(node.lineno, "texte trop imbriqué", "faites-en plusieurs")
        return
    if isinstance(node, nodes.For):
        if loops >= MAX_LOOP_DEPTH:
            yield ForbiddenTag(node.lineno, "boucles trop imbriquées", "deux niveaux au plus")
        if node.else_:
            way_out = "écrivez « for x in chemin », sans condition ni else"
            yield ForbiddenTag(node.lineno, "boucle interdite", way_out)
    loops += isinstance(node, nodes.For)
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Stmt):
            yield from _walk(child, loops, depth + 1)
