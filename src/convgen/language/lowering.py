"""A parsed clause becomes a program: Markdown read, control tags turned to instructions.

Each run of output nodes is read as Markdown with a placeholder for each value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from jinja2 import nodes

from convgen.french.typography import typeset
from convgen.language.expressions import (
    Apply,
    Choose,
    Expression,
    Literal,
    Read,
    Words,
    filters_of,
)
from convgen.language.filters.found import FILTERS
from convgen.language.instructions import Branch, Instruction, Instructions, Loop, Open, Print, Text
from convgen.language.markup import mark_up
from convgen.language.markup_refusals import LOST_VALUE, MarkupError
from convgen.language.tags import Held, rank_of
from convgen.model.document import BlockKind

_FIRST, _LAST = 0xE000, 0xF8FF  # private-use characters: refused in clauses, so free for us
_PLACEHOLDER = re.compile(f"([{chr(_FIRST)}-{chr(_LAST)}])")


def lower(template: nodes.Template, expressions: Sequence[Held]) -> Instructions:
    """Return the program of a clause whose tags are allowed, its expressions already read.

    Raise MarkupError, with a line of the clause's body.
    """
    return _Lowering(expressions).body(template.body)


class _Lowering:
    def __init__(self, expressions: Sequence[Held]) -> None:
        self.expressions = expressions

    def body(self, body: list[nodes.Node]) -> Instructions:
        lowered: list[Instruction] = []
        for node in body:
            match node:
                case nodes.Output():
                    lowered += self._output(node)
                case nodes.If():
                    lowered.append(self._branch(node))
                case nodes.For():
                    lowered.append(self._loop(node))
        return tuple(lowered)

    def _branch(self, node: nodes.If) -> Branch:
        other: Instructions = self.body(node.else_)
        for branch in reversed(node.elif_):
            other = (Branch(self._held(branch.test).expression, self.body(branch.body), other),)
        return Branch(self._held(node.test).expression, self.body(node.body), other)

    def _loop(self, node: nodes.For) -> Loop:
        held = self._held(node.iter)
        items = held.expression
        assert isinstance(items, Read)
        return Loop(held.variable, items, self.body(node.body))

    def _held(self, node: nodes.Node) -> Held:
        """The expression that a placeholder of the source stands for."""
        assert isinstance(node, nodes.Name)
        return self.expressions[rank_of(node.name)]

    def _output(self, node: nodes.Output) -> list[Instruction]:
        values: list[Held] = []
        text = ""
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                text += part.data
            else:
                text += chr(min(_FIRST + len(values), _LAST))
                values.append(self._held(part))
        try:
            instructions = mark_up(text)
        except MarkupError as error:
            raise MarkupError(error.refusal, node.lineno - 1 + error.line) from error
        marks = "".join(part.text for part in instructions if isinstance(part, Text))
        if [ord(mark) - _FIRST for mark in _PLACEHOLDER.findall(marks)] != list(range(len(values))):
            raise MarkupError(LOST_VALUE, node.lineno - 1)
        made: list[Instruction] = []
        for instruction in _merged(instructions):
            if isinstance(instruction, Text):
                here = instruction._replace(line=instruction.line + node.lineno)
                made += _with_values(here, values)
            else:
                made.append(instruction)
        return _openings_first(made)


def _openings_first(instructions: list[Instruction]) -> list[Instruction]:
    """A box or a figure opens a paragraph, its own even without a blank line. Raise MarkupError."""
    for index, instruction in enumerate(instructions):
        if not isinstance(instruction, Print):
            continue
        for name in filters_of(instruction.expression):
            opening = FILTERS[name].opening
            if opening is None:
                continue
            opened = instructions[index - 1]
            followed = isinstance(next(iter(instructions[index + 1 :]), None), Text | Print)
            misplaced = not isinstance(opened, Open) or opened.kind != BlockKind.PARAGRAPH
            if misplaced or (opening.alone and followed):
                raise MarkupError(opening.misplaced, instruction.line - 1)
            assert isinstance(opened, Open)
            instructions[index - 1] = opened._replace(soft=False)
    return instructions


def _merged(instructions: list[Instruction]) -> Iterator[Instruction]:
    """Static texts of one look that follow each other are one."""
    pending: Text | None = None
    for instruction in instructions:
        if isinstance(instruction, Text) and pending and instruction[1:3] == pending[1:3]:
            pending = pending._replace(text=pending.text + instruction.text)
            continue
        if pending:
            yield pending
        pending = instruction if isinstance(instruction, Text) else None
        if pending is None:
            yield instruction
    if pending:
        yield pending


def _with_values(text: Text, values: list[Held]) -> Iterator[Instruction]:
    for index, piece in enumerate(_PLACEHOLDER.split(text.text)):
        if index % 2:
            held = values[ord(piece) - _FIRST]
            yield Print(_printed(held.expression), held.line, text.bold, text.italic)
        elif piece:
            yield text._replace(text=piece)


def _printed(expression: Expression) -> Expression:
    """An expression as it is printed: its own texts are static text, set like the clause's."""
    match expression:
        case Literal(text):
            return Words(typeset(chr(_FIRST) + text)[1:])
        case Choose(test, first, second):
            return Choose(test, _printed(first), _printed(second))
        case Apply(name, operand, argument):
            return Apply(name, _printed(operand), argument)
    return expression
