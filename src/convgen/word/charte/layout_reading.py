"""A part of a Word template, as docxtpl has made Jinja of it, becomes a layout, or is refused.

The inspection reads the template as Word shows it and explains each fault to the jurist;
this stands behind it, on what Jinja has really understood. Nothing of a template is run.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from convgen.word.charte.layout import Layout
from convgen.word.vocabulary import BLOCK, BLOCKS, GENRE, GENRES, ROOT_SLOTS, TABLE, TEXT

KEEP_NEXT, NUMBERING = "solidaire", "numero"  # slots that the compilation adds by itself
_BLOCK_SLOTS = frozenset({TEXT, TABLE, KEEP_NEXT, NUMBERING})


class ForbiddenTemplateError(ValueError):
    """A template that asks for more than the fixed slots. The message is French."""


@cache
def _grammar() -> Environment:
    """Jinja as a parser only."""
    return Environment(keep_trailing_newline=True)  # noqa: S701 - nothing is rendered


def lay_out(source: str) -> Layout:
    """Turn a part, as docxtpl has made Jinja of it, into a layout.

    Raises ForbiddenTemplateError.
    """
    try:
        body = _grammar().parse(source).body
    except TemplateSyntaxError as error:
        message = f"une balise ne se lit pas, à la ligne {error.lineno}"
        raise ForbiddenTemplateError(message) from error
    return list(_pieces(body, in_loop=False))


def _pieces(body: Sequence[nodes.Node], *, in_loop: bool) -> Iterator[Any]:
    for node in body:
        match node:
            case nodes.Output():
                for part in node.nodes:
                    yield _output(part, in_loop=in_loop)
            case nodes.If(elif_=[], else_=[], test=nodes.Name(name=name)) if name in ROOT_SLOTS:
                yield ["si", name, list(_pieces(node.body, in_loop=in_loop))]
            case nodes.If(else_=[]) if in_loop:
                yield ["genre", _by_genre(node)]
            case nodes.For(
                target=nodes.Name(name=target),
                iter=nodes.Name(name=items),
                else_=[],
                test=None,
                recursive=False,
            ) if not in_loop and (target, items) == (BLOCK, BLOCKS):
                yield ["blocs", list(_pieces(node.body, in_loop=True))]
            case _:
                raise _forbidden(node)


def _output(part: nodes.Expr, *, in_loop: bool) -> Any:
    match part:
        case nodes.TemplateData(data=text):
            return text
        case nodes.Name(name=name) if name in ROOT_SLOTS:
            return ["slot", name]
        case nodes.Getattr(node=nodes.Name(name="bloc"), attr=slot) if (
            in_loop and slot in _BLOCK_SLOTS
        ):
            return ["bloc", slot]
    raise _forbidden(part)


def _by_genre(chain: nodes.If) -> dict[str, Layout]:
    layouts: dict[str, Layout] = {}
    for branch in (chain, *chain.elif_):
        match branch.test:
            case nodes.Compare(
                expr=nodes.Getattr(node=nodes.Name(name="bloc"), attr=attribute),
                ops=[nodes.Operand(op="eq", expr=nodes.Const(value=genre))],
            ) if attribute == GENRE and genre in GENRES:
                layouts.setdefault(genre, list(_pieces(branch.body, in_loop=True)))
            case _:
                raise _forbidden(branch.test)
    return layouts


def _forbidden(node: nodes.Node) -> ForbiddenTemplateError:
    message = f"une balise demande ce que convgen n’exécute pas, à la ligne {node.lineno}"
    return ForbiddenTemplateError(message)
