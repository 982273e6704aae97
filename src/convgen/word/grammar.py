"""What a Word template may say, held to on the Jinja tree: nothing that could run away.

The inspection reads the template as Word shows it and explains each fault to the jurist;
this check stands behind it, on what Jinja has really understood, cached or not.
"""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import nodes

from convgen.word.vocabulary import BLOCK, BLOCKS, GENRE, GENRES, ROOT_SLOTS, TABLE, TEXT

KEEP_NEXT, NUMBERING = "solidaire", "numero"  # slots that the compilation adds by itself
_BLOCK_OUTPUTS = frozenset({TEXT, TABLE, KEEP_NEXT, NUMBERING})


class ForbiddenTemplateError(ValueError):
    """A template that asks for more than the fixed slots. The message is French."""


def require_fixed_slots(tree: nodes.Template) -> None:
    """Raise ForbiddenTemplateError unless the tree only loops over blocks and prints slots."""
    for node in tree.body:
        if isinstance(node, nodes.For):
            _check_loop(node)
        else:
            _check_body([node], in_loop=False)


def _check_body(body: Iterable[nodes.Node], *, in_loop: bool) -> None:
    for node in body:
        match node:
            case nodes.Output():
                _check_output(node, in_loop=in_loop)
            case nodes.If():
                _check_if(node, in_loop=in_loop)
            case _:
                raise _forbidden(node)


def _check_output(node: nodes.Output, *, in_loop: bool) -> None:
    for part in node.nodes:
        match part:
            case nodes.TemplateData():
                pass
            case nodes.Name(name=name) if name in ROOT_SLOTS:
                pass
            case nodes.Getattr(node=nodes.Name(name="bloc"), attr=attribute) if (
                in_loop and attribute in _BLOCK_OUTPUTS
            ):
                pass
            case _:
                raise _forbidden(part)


def _check_if(node: nodes.If, *, in_loop: bool) -> None:
    for branch in (node, *node.elif_):
        match branch.test:
            case nodes.Name(name=name) if name in ROOT_SLOTS:
                pass
            case nodes.Compare(
                expr=nodes.Getattr(node=nodes.Name(name="bloc"), attr=attribute),
                ops=[nodes.Operand(op="eq", expr=nodes.Const(value=genre))],
            ) if in_loop and attribute == GENRE and genre in GENRES:
                pass
            case _:
                raise _forbidden(branch.test)
        _check_body(branch.body, in_loop=in_loop)
    if node.else_:
        raise _forbidden(node.else_[0])


def _check_loop(node: nodes.For) -> None:
    match node:
        case nodes.For(
            target=nodes.Name(name=target),
            iter=nodes.Name(name=source),
            else_=[],
            test=None,
            recursive=False,
        ) if target == BLOCK and source == BLOCKS:
            _check_body(node.body, in_loop=True)
        case _:
            raise _forbidden(node)


def _forbidden(node: nodes.Node) -> ForbiddenTemplateError:
    return ForbiddenTemplateError(
        f"le modèle contient une instruction que convgen n’exécute pas ({type(node).__name__})"
    )
