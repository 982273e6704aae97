"""A parsed clause becomes a program: its lines read, control tags turned to instructions.

Each run of output nodes is read line by line, with a placeholder for each value; what stands
open (a list, a table) goes through the tags.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from jinja2 import nodes

from convgen.french.typography import typeset
from convgen.language.block_reading import StretchReader
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
from convgen.language.line_forms import Refused
from convgen.language.markup_refusals import TOO_MANY_VALUES
from convgen.language.standing import Standing, merged
from convgen.language.tags import Held, rank_of
from convgen.model.document import BlockKind

_FIRST, _LAST = 0xE000, 0xF8FF  # private-use characters: refused in clauses, so free for us
_MOST_VALUES = _LAST - _FIRST + 1
_PLACEHOLDER = re.compile(f"([{chr(_FIRST)}-{chr(_LAST)}])")


class RefusedLine(NamedTuple):
    """A line of the body, from 1, and why it is refused."""

    line: int
    why: Refused


def lower(
    template: nodes.Template, expressions: Sequence[Held]
) -> tuple[Instructions, list[RefusedLine]]:
    """The program of a clause whose tags are allowed, its expressions already read.

    And the lines that are refused, from 1 in the clause's body: the program is then not sure.
    """
    lowering = _Lowering(expressions)
    program, _ = lowering.body(template.body, Standing())
    refused = lowering.reader.refusals.items()
    return _with_lists(program, lowering.reader.number_of), [
        RefusedLine(line, why) for (line, _), why in refused
    ]


class _Lowering:
    def __init__(self, expressions: Sequence[Held]) -> None:
        self.expressions = expressions
        self.reader = StretchReader()

    def body(self, body: list[nodes.Node], standing: Standing) -> tuple[Instructions, Standing]:
        lowered: list[Instruction] = []
        for node in body:
            match node:
                case nodes.Output():
                    made, standing = self._output(node, standing)
                    lowered += made
                case nodes.If():
                    branch, standing = self._branch(node, standing)
                    lowered.append(branch)
                case nodes.For():
                    loop, standing = self._loop(node, standing)
                    lowered.append(loop)
        return tuple(lowered), standing

    def _branch(self, node: nodes.If, before: Standing) -> tuple[Branch, Standing]:
        tests = [node, *node.elif_]
        bodies = [self.body(branch.body, before) for branch in tests]
        other, after = self.body(node.else_, before)
        textual = (
            [*(way for _, way in bodies), after]
            if node.else_
            else [before, *(way for _, way in bodies)]
        )
        for branch, (body, _) in reversed(list(zip(tests, bodies, strict=True))):
            lowered = Branch(self._held(branch.test).expression, body, other)
            other = (lowered,)
        return lowered, merged(before, textual, self.reader.joined)

    def _loop(self, node: nodes.For, before: Standing) -> tuple[Loop, Standing]:
        """A loop, read as its first turn, then as a later one: what stands open differs."""
        held = self._held(node.iter)
        items = held.expression
        assert isinstance(items, Read)
        _, first = self.body(node.body, before)
        between = merged(before, [before, first], self.reader.joined)
        body, last = self.body(node.body, between)
        return Loop(held.variable, items, body), merged(before, [before, last], self.reader.joined)

    def _held(self, node: nodes.Node) -> Held:
        """The expression that a placeholder of the source stands for."""
        assert isinstance(node, nodes.Name)
        return self.expressions[rank_of(node.name)]

    def _output(self, node: nodes.Output, standing: Standing) -> tuple[list[Instruction], Standing]:
        values: list[Held] = []
        lines: list[tuple[int, str]] = [(node.lineno, "")]
        for part in node.nodes:
            number, text = lines.pop()
            if isinstance(part, nodes.TemplateData):
                own, *others = part.data.split("\n")
                lines.append((number if text else part.lineno, text + own))
                lines += [(part.lineno + more, line) for more, line in enumerate(others, 1)]
            else:
                lines.append((number if text else part.lineno, text + _placeholder(len(values))))
                values.append(self._held(part))
        if not lines[-1][1]:  # what follows the last line break
            lines.pop()
        if len(values) > _MOST_VALUES:
            self.reader.refuse(node.lineno, Refused(TOO_MANY_VALUES))
            return [], standing
        instructions, standing = self.reader.read(lines, standing)
        made: list[Instruction] = []
        for instruction in _merged(instructions):
            if isinstance(instruction, Text):
                made += _with_values(instruction, values)
            else:
                made.append(instruction)
        self._set_openings(made)
        return made, standing

    def _set_openings(self, instructions: list[Instruction]) -> None:
        """A box or a figure opens a paragraph, its own even without a blank line."""
        for index, instruction in enumerate(instructions):
            if not isinstance(instruction, Print):
                continue
            for name in filters_of(instruction.expression):
                opening = FILTERS[name].opening
                if opening is None:
                    continue
                opened = instructions[index - 1] if index else None
                followed = isinstance(next(iter(instructions[index + 1 :]), None), Text | Print)
                if (
                    not isinstance(opened, Open)
                    or opened.kind != BlockKind.PARAGRAPH
                    or (opening.alone and followed)
                ):
                    self.reader.refuse(instruction.line, Refused(opening.misplaced), alone=True)
                else:
                    instructions[index - 1] = opened._replace(soft=False)


def _with_lists(program: Instructions, number_of: Callable[[int], int]) -> Instructions:
    """The same program, each point in the list that it has once all is read."""
    made: list[Instruction] = []
    for step in program:
        match step:
            case Open(list=one) if one:
                made.append(step._replace(list=number_of(one)))
            case Branch(test, body, other):
                made.append(
                    Branch(test, _with_lists(body, number_of), _with_lists(other, number_of))
                )
            case Loop(variable, items, body):
                made.append(Loop(variable, items, _with_lists(body, number_of)))
            case _:
                made.append(step)
    return tuple(made)


def _placeholder(rank: int) -> str:
    return chr(min(_FIRST + rank, _LAST))


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
