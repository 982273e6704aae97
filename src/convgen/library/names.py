"""Every name that a clause writes, held against the scope of a programme."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

from jinja2 import nodes

from convgen.library.program import Instructions, Loop, Read, Refer
from convgen.library.scope import LOOP, Kind, Scope, UnknownName


@dataclass(frozen=True, slots=True)
class NameFault:
    """A name that leads nowhere, or a loop over what is no list; lines from 1 in the body."""

    line: int
    name: str
    message: str
    help: str


def unknown_names(program: Instructions, scope: Scope) -> Iterator[NameFault]:
    """Every name of a clause that the scope does not know."""
    for part in program:
        yield from _names(part, scope)


def references_of(program: Any) -> Iterator[Refer]:
    """Every `renvoi` of a clause."""
    if isinstance(program, Refer):
        yield program
    elif isinstance(program, tuple):
        for part in program:
            yield from references_of(part)


def _names(part: Any, scope: Scope) -> Iterator[NameFault]:
    match part:
        case Loop():
            yield from _loop(part, scope)
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
    yield from unknown_names(
        loop.body, scope.within(**{loop.variable: kind.item(), "loop": LOOP})
    )


def _resolved(read: Read, scope: Scope) -> Generator[NameFault, None, Kind | None]:
    found = scope.resolve(read.path)
    if isinstance(found, UnknownName):
        yield NameFault(read.line, read.path, found.message, found.help)
        return None
    return found


def dotted(node: nodes.Node) -> str:
    """The path that a chain of Jinja attributes writes."""
    if isinstance(node, nodes.Getattr):
        return f"{dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "?"
