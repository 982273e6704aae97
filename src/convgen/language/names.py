"""Every name that a clause writes, held against the scope of a programme."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from typing import Any

from convgen.kinds.base.comparison import never
from convgen.kinds.long_text import LongText
from convgen.kinds.paragraphs import Paragraphs
from convgen.kinds.picture import Picture
from convgen.language.expressions import (
    Apply,
    Choose,
    Compare,
    Expression,
    Literal,
    Read,
    Refer,
    parts_of,
)
from convgen.language.filters.base import ANYTHING, can_be_printed
from convgen.language.filters.found import FILTERS
from convgen.language.instructions import Instructions, Loop, Open, Print, Text
from convgen.language.scope import LOOP, PartySymbol, Scope, Symbol, TextSymbol, UnknownName
from convgen.model.document import BlockKind
from convgen.model.shape import Shape


@dataclass(frozen=True, slots=True)
class NameFault:
    """A name that leads nowhere, or is used as what it is not; lines from 1 in the body."""

    line: int
    name: str
    message: str
    help: str


def unknown_names(program: Instructions | Expression, scope: Scope) -> Iterator[NameFault]:
    """Every name of a clause, or of a condition, that the scope does not know or that misleads."""
    yield from _names(program, scope)


def references_of(program: Instructions) -> Iterator[Refer]:
    """Every `renvoi` of a clause."""
    return parts_of(program, Refer)


def _names(part: Any, scope: Scope) -> Iterator[NameFault]:
    match part:
        case Loop():
            yield from _loop(part, scope)
        case Apply():
            yield from _applied(part, scope)
            if part.name == "case":
                yield from _options(part.operand, part.argument, scope)
        case Compare(left, right):
            yield from _names(left, scope)
            yield from _compared(right, scope)
            yield from _options(left, right, scope)
            yield from _options(right, left, scope)
        case Read():
            yield from _resolved(part, scope)
        case tuple():
            body = type(part) is tuple  # and no instruction
            for index, inner in enumerate(part):
                if body and isinstance(inner, Print):
                    alone = _alone(part, index) and not scope.line
                    yield from _printed(inner.expression, scope, alone=alone)
                else:
                    yield from _names(inner, scope)


def _alone(body: Instructions, index: int) -> bool:
    """Is a value all that its paragraph holds?"""
    opened, after = body[index - 1] if index else None, next(iter(body[index + 1 :]), None)
    fresh = isinstance(opened, Open) and opened.kind == BlockKind.PARAGRAPH
    return fresh and not isinstance(after, Text | Print)


def _compared(right: Expression, scope: Scope) -> Iterator[NameFault]:
    """What a value is compared with: a name that leads nowhere is a text without its marks."""
    for fault in _names(right, scope):
        if isinstance(right, Read):
            way_out = f'pour comparer à un texte, mettez des guillemets : "{right.path}"'
            yield replace(fault, help=way_out)
        else:
            yield fault


def _loop(loop: Loop, scope: Scope) -> Iterator[NameFault]:
    kind = yield from _resolved(loop.items, scope)
    if kind is None:
        return
    if not kind.many and not isinstance(kind, PartySymbol):  # a role, held by one or several
        path = loop.items.path
        message = f"« {path} » n’est pas une liste"
        yield NameFault(loop.items.line, path, message, "retirez la boucle")
    if loop.variable in scope.names:
        message = f"« {loop.variable} » est déjà pris"
        yield NameFault(loop.items.line, loop.variable, message, "changez de nom dans la boucle")
    yield from unknown_names(loop.body, scope.within(**{loop.variable: kind.item(), "loop": LOOP}))


def _printed(expression: Any, scope: Scope, *, alone: bool = False) -> Iterator[NameFault]:
    match expression:
        case Read(path, line):
            kind = yield from _resolved(expression, scope)
            if kind is not None and not can_be_printed(kind):
                yield NameFault(line, path, *_unprintable(kind, path))
            elif _has_paragraphs(kind) and not (alone and kind is not None and not kind.many):
                yield _misplaced(expression)
        case Choose(test, first, second):
            yield from _names(test, scope)
            yield from _printed(first, scope)
            yield from _printed(second, scope)
        case _:
            yield from _names(expression, scope)


def _has_paragraphs(kind: Symbol | None) -> bool:
    return isinstance(kind, Shape) and kind.type is Paragraphs


def _misplaced(read: Read) -> NameFault:
    """A text of several paragraphs that is printed elsewhere than alone in the place of one."""
    message = f"« {read.path} » a plusieurs alinéas : il ne s’imprime que seul"
    way_out = "mettez-le entre deux lignes vides, hors de toute liste, tableau ou titre"
    return NameFault(read.line, read.path, message, way_out)


def _unprintable(kind: Symbol, path: str) -> tuple[str, str]:
    """Why a value cannot be printed as it is, and the way out."""
    held = kind.type if isinstance(kind, Shape) else None
    if held is Picture:
        return f"« {path} » est une image", f"écrivez {{{{ {path} | figure(…) }}}}"
    if held is LongText:
        return f"« {path} » est un texte joint", f"faites-en une annexe du plan : « texte: {path} »"
    way_out = f"imprimez l’une de ses parties : {', '.join(kind.fields)}"
    return f"« {path} » ne s’imprime pas : c’est un groupe", way_out


def _applied(apply: Apply, scope: Scope) -> Iterator[NameFault]:
    """A filter on what it is not made for would say nothing, or say it wrong."""
    known = FILTERS[apply.name]
    of_argument = known.argument.takes if known.argument is not None else None
    for part, takes in ((apply.operand, known.takes), (apply.argument, of_argument or ANYTHING)):
        if not isinstance(part, Read):
            yield from _printed(part, scope)
        symbol = symbol_of(part, scope)
        if isinstance(symbol, UnknownName) and isinstance(part, Read):
            yield NameFault(part.line, part.path, symbol.message, symbol.help)
        elif isinstance(part, Read) and isinstance(symbol, Shape) and _has_paragraphs(symbol):
            yield _misplaced(part)
        elif symbol is not None and not isinstance(symbol, UnknownName) and not takes.fits(symbol):
            read = next(parts_of(part, Read))
            wrong = takes.wrong.format(_told(part))
            yield NameFault(read.line, read.path, wrong, f"retirez le filtre « {apply.name} »")


def symbol_of(expression: object, scope: Scope) -> Symbol | UnknownName | None:
    """What a path stands for, filters included; None for what is no path, or cannot be told."""
    match expression:
        case Read(path):
            return scope.resolve(path)
        case Apply(name, operand):
            symbol = symbol_of(operand, scope)
            if symbol is None or isinstance(symbol, UnknownName):
                return symbol
            return FILTERS[name].gives(symbol)
    return None


def _told(expression: object) -> str:
    match expression:
        case Read(path):
            return path
        case Apply(name, operand):
            return f"{_told(operand)} | {name}"
    return "…"


def _options(read: Any, literal: Any, scope: Scope) -> Iterator[NameFault]:
    """A choice compared with what it can never be would always say no."""
    if isinstance(read, Read) and isinstance(literal, Literal):
        fault = never_equal(scope.resolve(read.path), read.path, literal.text)
        if fault is not None:
            yield NameFault(read.line, literal.text, *fault)


def never_equal(symbol: object, path: str, text: str) -> tuple[str, str] | None:
    """Why a value can never be what a text says, and the way out; None when it can."""
    if isinstance(symbol, UnknownName | TextSymbol):
        return None
    kind = symbol.kind if isinstance(symbol, Shape) and not symbol.many else None
    return never(path) if kind is None else kind.comparison.refuses(path, text)


def _resolved(read: Read, scope: Scope) -> Generator[NameFault, None, Symbol | None]:
    found = scope.resolve(read.path)
    if isinstance(found, UnknownName):
        yield NameFault(read.line, read.path, found.message, found.help)
        return None
    return found
