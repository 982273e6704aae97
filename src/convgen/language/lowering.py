"""A parsed clause becomes a program: Markdown read, control tags turned to instructions.

Each run of output nodes is read as Markdown with a placeholder for each value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from jinja2 import nodes

from convgen.french.typography import typeset
from convgen.language.instructions import (
    Apply,
    Both,
    Branch,
    Choose,
    Compare,
    Either,
    Expression,
    Fulfil,
    Instruction,
    Instructions,
    Literal,
    Loop,
    Not,
    Open,
    Print,
    Read,
    Refer,
    Text,
    Words,
    has_filter,
)
from convgen.language.markup import MarkupError, mark_up
from convgen.model.document import BlockKind

_FIRST, _LAST = 0xE000, 0xF8FF  # private-use characters: refused in clauses, so free for us
_PLACEHOLDER = re.compile(f"([{chr(_FIRST)}-{chr(_LAST)}])")


def lower(template: nodes.Template) -> Instructions:
    """Return the program of a clause whose syntax is allowed.

    Raise MarkupError, with a line of the clause's body.
    """
    return _body(template.body)


def _body(body: list[nodes.Node]) -> Instructions:
    lowered: list[Instruction] = []
    for node in body:
        match node:
            case nodes.Output():
                lowered += _output(node)
            case nodes.If():
                lowered.append(_branch(node))
            case nodes.For():
                items = Read(_dotted(node.iter), node.lineno)
                lowered.append(Loop(_dotted(node.target), items, _body(node.body)))
    return tuple(lowered)


def _branch(node: nodes.If) -> Branch:
    other: Instructions = _body(node.else_)
    for branch in reversed(node.elif_):
        other = (Branch(_expression(branch.test), _body(branch.body), other),)
    return Branch(_expression(node.test), _body(node.body), other)


def _output(node: nodes.Output) -> list[Instruction]:
    values: list[nodes.Expr] = []
    text = ""
    for part in node.nodes:
        if isinstance(part, nodes.TemplateData):
            text += part.data
        else:
            text += chr(min(_FIRST + len(values), _LAST))
            values.append(part)
    try:
        instructions = mark_up(text)
    except MarkupError as error:
        raise MarkupError(str(error), node.lineno - 1 + error.line) from error
    marks = "".join(part.text for part in instructions if isinstance(part, Text))
    if [ord(mark) - _FIRST for mark in _PLACEHOLDER.findall(marks)] != list(range(len(values))):
        raise MarkupError("une valeur disparaît dans la mise en forme", node.lineno - 1)
    made: list[Instruction] = []
    for instruction in _merged(instructions):
        if isinstance(instruction, Text):
            made += _with_values(instruction, values)
        else:
            made.append(instruction)
    return _boxes_first(made)


def _boxes_first(instructions: list[Instruction]) -> list[Instruction]:
    """A box or a figure opens a paragraph, its own even without a blank line. Raise MarkupError."""
    for index, instruction in enumerate(instructions):
        for name, (wrong, alone) in _OPENING.items():
            if not (isinstance(instruction, Print) and has_filter(name, instruction.expression)):
                continue
            opened = instructions[index - 1]
            followed = isinstance(next(iter(instructions[index + 1 :]), None), Text | Print)
            misplaced = not isinstance(opened, Open) or opened.kind != BlockKind.PARAGRAPH
            if misplaced or (alone and followed):
                raise MarkupError(wrong, instruction.line - 1)
            assert isinstance(opened, Open)
            instructions[index - 1] = opened._replace(soft=False)
    return instructions


# Filters that make a paragraph what it is: why one is misplaced, whether it stands alone.
_OPENING = {
    "case": ("une case se place en tête d’alinéa", False),
    "figure": ("une image est seule dans son alinéa", True),
}


def _merged(instructions: list[Instruction]) -> Iterator[Instruction]:
    """Static texts of one look that follow each other are one."""
    pending: Text | None = None
    for instruction in instructions:
        if isinstance(instruction, Text) and pending and instruction[1:] == pending[1:]:
            pending = pending._replace(text=pending.text + instruction.text)
            continue
        if pending:
            yield pending
        pending = instruction if isinstance(instruction, Text) else None
        if pending is None:
            yield instruction
    if pending:
        yield pending


def _with_values(text: Text, values: list[nodes.Expr]) -> Iterator[Instruction]:
    for index, piece in enumerate(_PLACEHOLDER.split(text.text)):
        if index % 2:
            value = values[ord(piece) - _FIRST]
            yield Print(_printed(value), value.lineno, text.bold, text.italic)
        elif piece:
            yield Text(piece, text.bold, text.italic)


def _printed(node: nodes.Node) -> Expression:
    """An expression as it is printed: its own texts are static text, set like the clause's."""
    match node:
        case nodes.Const():
            return Words(typeset(chr(_FIRST) + str(node.value))[1:])
        case nodes.CondExpr():
            other = node.expr2 if node.expr2 is not None else nodes.Const("")
            return Choose(_expression(node.test), _printed(node.expr1), _printed(other))
    return _expression(node)


def _expression(node: nodes.Node) -> Expression:  # noqa: PLR0911 - one a kind
    match node:
        case nodes.Const():
            return Literal(str(node.value))
        case nodes.Compare():
            operand = node.ops[0]
            return Compare(
                _expression(node.expr), _expression(operand.expr), equal=operand.op == "eq"
            )
        case nodes.And():
            return Both(_expression(node.left), _expression(node.right))
        case nodes.Or():
            return Either(_expression(node.left), _expression(node.right))
        case nodes.Not():
            return Not(_expression(node.node))
        case nodes.Filter():
            argument = _expression(node.args[0]) if node.args else None
            operand_node = node.node
            assert operand_node is not None
            return Apply(node.name, _printed(operand_node), argument)
        case nodes.CondExpr():
            return _printed(node)
        case nodes.Call():
            made = Refer if _dotted(node.node) == "renvoi" else Fulfil
            return made(str(node.args[0].as_const()), node.lineno)
    return Read(_dotted(node), node.lineno)


def _dotted(node: nodes.Node) -> str:
    """The path that a chain of Jinja attributes writes."""
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "?"
