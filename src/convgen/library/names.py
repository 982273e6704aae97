"""Every name that a clause writes, held against the scope of a programme."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from jinja2 import nodes

from convgen.library.scope import LOOP, Kind, Scope, UnknownName


@dataclass(frozen=True, slots=True)
class NameFault:
    """A name that leads nowhere, or a loop over what is no list; lines from 1 in the body."""

    line: int
    name: str
    message: str
    help: str


def unknown_names(template: nodes.Template, scope: Scope) -> Iterator[NameFault]:
    """Every name of a parsed clause that the scope does not know."""
    yield from _all(template.body, scope)


def references_of(template: nodes.Template) -> Iterator[tuple[str, int]]:
    """The targets of `renvoi` in a clause, each with its line in the body."""
    for call in template.find_all(nodes.Call):
        target = call.args[0]
        if isinstance(target, nodes.Const):
            yield str(target.value), call.lineno


def _all(items: list[nodes.Node], scope: Scope) -> Iterator[NameFault]:
    for item in items:
        yield from _names(item, scope)


def _names(node: nodes.Node, scope: Scope) -> Iterator[NameFault]:
    match node:
        case nodes.For():
            kind = yield from _resolved(node.iter, scope)
            if kind is not None and not kind.many:
                path = dotted(node.iter)
                yield NameFault(
                    node.lineno, path, f"« {path} » n’est pas une liste", "retirez la boucle"
                )
            item = kind.item() if kind is not None else None
            target = node.target.name if isinstance(node.target, nodes.Name) else ""
            if item is not None and target:
                yield from _all(node.body, scope.within(**{target: item, "loop": LOOP}))
        case nodes.Name() | nodes.Getattr():
            yield from _resolved(node, scope)
        case nodes.Call():
            for argument in node.args:
                yield from _names(argument, scope)
        case _:
            yield from _all(list(node.iter_child_nodes()), scope)


def _resolved(node: nodes.Node, scope: Scope) -> Generator[NameFault, None, Kind | None]:
    path = dotted(node)
    found = scope.resolve(path)
    if isinstance(found, UnknownName):
        yield NameFault(node.lineno, path, found.message, found.help)
        return None
    return found


def dotted(node: nodes.Node) -> str:
    """The path that a chain of attributes writes."""
    if isinstance(node, nodes.Getattr):
        return f"{dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "?"
