"""Every name that a clause writes, held against the scope of a programme."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from convgen.kinds.amount import Amount
from convgen.kinds.base.comparison import never
from convgen.kinds.choice import Choice
from convgen.kinds.duration import Duration
from convgen.kinds.iban import Iban
from convgen.kinds.long_text import LongText
from convgen.kinds.picture import Picture
from convgen.language.instructions import (
    Apply,
    Choose,
    Compare,
    Instructions,
    Literal,
    Loop,
    Print,
    Read,
    Refer,
    parts_of,
)
from convgen.language.printing import can_be_written
from convgen.language.scope import LOOP, TERM, Kind, PartyKind, Scope, UnknownName, Words
from convgen.model.shape import Shape


@dataclass(frozen=True, slots=True)
class NameFault:
    """A name that leads nowhere, or is used as what it is not; lines from 1 in the body."""

    line: int
    name: str
    message: str
    help: str


def unknown_names(program: Instructions, scope: Scope) -> Iterator[NameFault]:
    """Every name of a clause that the scope does not know."""
    for part in program:
        yield from _names(part, scope)


def references_of(program: Instructions) -> Iterator[Refer]:
    """Every `renvoi` of a clause."""
    return parts_of(program, Refer)


def _names(part: Any, scope: Scope) -> Iterator[NameFault]:
    match part:
        case Loop():
            yield from _loop(part, scope)
        case Print():
            yield from _printed(part.expression, scope)
        case Apply():
            yield from _applied(part, scope)
            if part.name == "case":
                yield from _options(part.operand, part.argument, scope)
        case Compare(left, right):
            yield from _names(left, scope)
            yield from _names(right, scope)
            yield from _options(left, right, scope)
            yield from _options(right, left, scope)
        case Read():
            yield from _resolved(part, scope)
        case tuple():
            for inner in part:
                yield from _names(inner, scope)


def _loop(loop: Loop, scope: Scope) -> Iterator[NameFault]:
    kind = yield from _resolved(loop.items, scope)
    if kind is None:
        return
    if not kind.many:
        path = loop.items.path
        message = f"« {path} » n’est pas une liste"
        yield NameFault(loop.items.line, path, message, "retirez la boucle")
    if loop.variable in scope.names:
        message = f"« {loop.variable} » est déjà pris"
        yield NameFault(loop.items.line, loop.variable, message, "changez de nom dans la boucle")
    yield from unknown_names(loop.body, scope.within(**{loop.variable: kind.item(), "loop": LOOP}))


def _printed(expression: Any, scope: Scope) -> Iterator[NameFault]:
    match expression:
        case Read():
            kind = yield from _resolved(expression, scope)
            if kind is not None and not _can_be_written(kind):
                yield NameFault(
                    expression.line, expression.path, *_unprintable(kind, expression.path)
                )
        case Choose(test, first, second):
            yield from _names(test, scope)
            yield from _printed(first, scope)
            yield from _printed(second, scope)
        case _:
            yield from _names(expression, scope)


def _unprintable(kind: Kind, path: str) -> tuple[str, str]:
    """Why a value cannot be printed as it is, and the way out."""
    held = kind.type if isinstance(kind, Shape) else None
    if held is Picture:
        return f"« {path} » est une image", f"écrivez {{{{ {path} | figure(…) }}}}"
    if held is LongText:
        return f"« {path} » est un texte joint", f"faites-en une annexe du plan : « texte: {path} »"
    way_out = f"imprimez l’une de ses parties : {', '.join(kind.fields)}"
    return f"« {path} » ne s’imprime pas : c’est un groupe", way_out


def _can_be_written(kind: Kind) -> bool:
    if isinstance(kind, Shape):
        return can_be_written(kind.type)
    return kind is not LOOP


def _applied(apply: Apply, scope: Scope) -> Iterator[NameFault]:
    """A filter on what it is not made for would say nothing, or say it wrong."""
    for part, (fits, message) in (
        (apply.operand, _OPERANDS.get(apply.name, _ANYTHING)),
        (apply.argument, _ARGUMENTS.get(apply.name, _ANYTHING)),
    ):
        if not isinstance(part, Read):
            yield from _printed(part, scope)
            continue
        kind = yield from _resolved(part, scope)
        if kind is not None and not fits(kind):
            wrong = message.format(part.path)
            yield NameFault(part.line, part.path, wrong, f"retirez le filtre « {apply.name} »")


def _options(read: Any, literal: Any, scope: Scope) -> Iterator[NameFault]:
    """A choice compared with what it can never be would always say no."""
    if isinstance(read, Read) and isinstance(literal, Literal):
        fault = never_equal(scope.resolve(read.path), read.path, literal.text)
        if fault is not None:
            yield NameFault(read.line, literal.text, *fault)


def never_equal(symbol: object, path: str, text: str) -> tuple[str, str] | None:
    """Why a value can never be what a text says, and the way out; None when it can."""
    if isinstance(symbol, UnknownName | Words):
        return None
    kind = symbol.kind if isinstance(symbol, Shape) and not symbol.many else None
    return never(path) if kind is None else kind.comparison.refuses(path, text)


def _is_a(*types: type[Any]) -> Callable[[Kind], bool]:
    return lambda kind: not isinstance(kind, Shape) or (not kind.many and kind.type in types)


def _has_one_amount(kind: Kind) -> bool:
    """A list of amounts, or of groups that each hold an amount that must be there."""
    amounts = _amounts_of(kind)
    return len(amounts) == 1 and not amounts[0].optional


def _amounts_of(kind: Kind) -> list[Shape]:
    """What the elements of a list hold of amounts."""
    if not isinstance(kind, Shape) or not kind.many:
        return []
    element = kind.item()
    held = [part for name in element.fields if (part := element.child(name)) is not None]
    return [part for part in (held or [element]) if part.type is Amount and not part.many]


def _adds_up(kind: Kind) -> bool:
    """An amount, or a list whose elements may each hold one."""
    return _is_a(Amount)(kind) or len(_amounts_of(kind)) == 1


def _agrees(kind: Kind) -> bool:
    return kind == TERM or (isinstance(kind, PartyKind) and not kind.many)


def _is_text(kind: Kind) -> bool:
    if isinstance(kind, Shape):
        return not kind.many and kind.type is str
    return isinstance(kind, Words) and not kind.fields


def _is_a_name(kind: Kind) -> bool:
    """A text, which « de » may stand before; what has forms of its own has one for that."""
    if isinstance(kind, Shape):
        return not kind.many and (kind.type is Choice or issubclass(kind.type, str))
    return isinstance(kind, Words) and not kind.forms


_Check = tuple[Callable[[Kind], bool], str]
_ANYTHING: _Check = (_can_be_written, "« {} » ne s’imprime pas : c’est un groupe")
_OPERANDS: dict[str, _Check] = {
    "compte": (lambda kind: kind.many, "« {} » n’est pas une liste"),
    "lettres": (_is_a(int, Decimal, Duration, Amount), "« {} » ne s’écrit pas en lettres"),
    "renouvelee": (_is_a(Duration), "« {} » n’est pas une durée"),
    "case": (_is_a(Choice), "« {} » n’est pas un choix"),
    "de": (_is_a_name, "« {} » n’est pas un texte ; une partie ou un terme a sa forme « .de »"),
    "a": (_is_a_name, "« {} » n’est pas un texte ; une partie ou un terme a sa forme « .a »"),
    "rib": (_is_a(Iban), "« {} » n’est pas un IBAN"),
    "figure": (_is_a(Picture), "« {} » n’est pas une image"),
    "total": (_has_one_amount, "les éléments de « {} » n’ont pas un montant, et un seul"),
    "fois": (_is_a(Amount, int, Decimal), "« {} » n’est ni un montant ni un nombre"),
    "plus": (_is_a(Amount), "« {} » n’est pas un montant"),
}
_ARGUMENTS: dict[str, _Check] = {
    "accord": (_agrees, "« {} » n’est ni une partie ni un terme défini"),
    "renouvelee": (_is_a(int), "« {} » n’est pas un nombre entier"),
    "fois": (_is_a(int), "« {} » n’est pas un nombre entier"),
    "figure": (_is_text, "« {} » n’est pas un texte"),
    "plus": (_adds_up, "« {} » n’est ni un montant, ni une liste qui en a un par élément"),
}


def _resolved(read: Read, scope: Scope) -> Generator[NameFault, None, Kind | None]:
    found = scope.resolve(read.path)
    if isinstance(found, UnknownName):
        yield NameFault(read.line, read.path, found.message, found.help)
        return None
    return found
