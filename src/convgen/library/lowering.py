"""A parsed clause becomes the template that is compiled: Markdown read, values bracketed.

Each run of output nodes is read as Markdown with a placeholder for each value, and
written back as marked text around the same expressions; control tags stay as they are.
"""

from __future__ import annotations

import re

from jinja2 import nodes

from convgen.french.typography import typeset
from convgen.library import tokens as t
from convgen.library.markup import MarkupError, mark_up

_PLACEHOLDER = re.compile(f"([{chr(t.FIRST_PLACEHOLDER)}-{chr(t.LAST_PLACEHOLDER)}])")


def lower(template: nodes.Template) -> nodes.Template:
    """Return the template to compile. Raise MarkupError, with a line of the clause's body."""
    return nodes.Template(_lower_body(template.body), lineno=1)


def _lower_body(body: list[nodes.Node]) -> list[nodes.Node]:
    lowered: list[nodes.Node] = []
    for node in body:
        match node:
            case nodes.Output():
                lowered.append(_lower_output(node))
            case nodes.If():
                lowered.append(_lower_if(node))
            case nodes.For():
                lowered.append(
                    nodes.For(
                        node.target,
                        node.iter,
                        _lower_body(node.body),
                        [],
                        None,
                        False,
                        lineno=node.lineno,
                    )
                )
    return lowered


def _lower_if(node: nodes.If) -> nodes.If:
    body = _lower_body(node.body)
    if not isinstance(node.test, nodes.Name | nodes.Getattr):
        mark = _apply("_marque", _expression(node.test), node.lineno)
        body.insert(0, nodes.Output([mark], lineno=node.lineno))
    return nodes.If(
        _expression(node.test),
        body,
        [_lower_if(branch) for branch in node.elif_],
        _lower_body(node.else_),
        lineno=node.lineno,
    )


def _lower_output(node: nodes.Output) -> nodes.Output:
    values: list[nodes.Expr] = []
    text = ""
    for part in node.nodes:
        if isinstance(part, nodes.TemplateData):
            text += part.data
        else:
            text += chr(t.FIRST_PLACEHOLDER + len(values))
            values.append(part)
    try:
        marked = mark_up(text)
    except MarkupError as error:
        raise MarkupError(str(error), node.lineno - 1 + error.line) from error
    pieces = _PLACEHOLDER.split(marked)
    order = [ord(piece) - t.FIRST_PLACEHOLDER for piece in pieces[1::2]]
    if order != list(range(len(values))):
        raise MarkupError("une valeur disparaît dans la mise en forme", node.lineno - 1)
    parts: list[nodes.Expr] = []
    for index, piece in enumerate(pieces):
        if index % 2:
            parts.append(_printed(values[index // 2]))
        elif piece:
            parts.append(nodes.TemplateData(piece, lineno=node.lineno))
    return nodes.Output(parts, lineno=node.lineno)


def _printed(node: nodes.Expr) -> nodes.Expr:
    """An expression as it is printed: its own texts are static text, set like the clause's."""
    match node:
        case nodes.Const():
            text = typeset(chr(t.FIRST_PLACEHOLDER) + str(node.value))[1:]
            return _apply("_texte", nodes.Const(text, lineno=node.lineno), node.lineno)
        case nodes.CondExpr():
            other = node.expr2 if node.expr2 is not None else nodes.Const("")
            return _apply(
                "_selon", _expression(node.test), node.lineno, _printed(node.expr1), _printed(other)
            )
        case nodes.Call():
            return _with_line(node)
    return _expression(node)


def _expression(node: nodes.Expr) -> nodes.Expr:
    """The same expression, comparisons made to understand choices and gaps."""
    match node:
        case nodes.Compare():
            name = "_egal" if node.ops[0].op == "eq" else "_differe"
            return _apply(name, _expression(node.expr), node.lineno, _expression(node.ops[0].expr))
        case nodes.And() | nodes.Or():
            return type(node)(_expression(node.left), _expression(node.right), lineno=node.lineno)
        case nodes.Not():
            return _apply("_non", _expression(node.node), node.lineno)
        case nodes.Filter():
            args = [_expression(arg) for arg in node.args]
            return _apply(node.name, _expression(node.node), node.lineno, *args)
        case nodes.CondExpr() | nodes.Call():
            return _printed(node)
    return node


def _apply(name: str, node: nodes.Expr, line: int, *args: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(node, name, list(args), [], None, None, lineno=line)


def _with_line(node: nodes.Call) -> nodes.Call:
    """`renvoi("x")` also learns the line it stands on, to report a target that is not there."""
    line = nodes.Const(node.lineno, lineno=node.lineno)
    return nodes.Call(node.node, [*node.args, line], [], None, None, lineno=node.lineno)
