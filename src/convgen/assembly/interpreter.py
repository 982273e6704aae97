"""A compiled clause is carried out with the values of a case."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from convgen.assembly.block_writer import MOST_PIECES, BlockWriter, TooMuchTextError
from convgen.assembly.context import PartyView, SharedRoleError, each_of, read_path
from convgen.faults.diagnostic import Code, Diagnostic
from convgen.language.evaluation import truth, value_of
from convgen.language.expressions import Expression, Fulfil, Passage, Read, Refer
from convgen.language.instructions import (
    Branch,
    Break,
    Cell,
    Instruction,
    Instructions,
    Loop,
    Open,
    Print,
    Row,
    Table,
    Text,
)
from convgen.language.printing import AbsentValueError, write
from convgen.library.clause import Clause
from convgen.model.absent import Gap
from convgen.model.deliberation import Visa
from convgen.model.document import BlockKind, Provenance, RunKind

Mentions = Callable[[str], Clause]
"""The mention of a name, as `Library.mention` gives it."""


@dataclass(frozen=True, slots=True)
class Turn:
    """`loop` inside a loop; `index` counts from 1."""

    first: bool
    last: bool
    index: int


def evaluate(  # noqa: PLR0913, PLR0917 - all that a clause is carried out with
    clause: Clause,
    names: Mapping[str, Any],
    origin: Provenance,
    paths: Mapping[str, str] | None = None,
    mention: Mentions | None = None,
    room: int = MOST_PIECES,
) -> tuple[BlockWriter, Diagnostic | None]:
    """What a clause says of a case, or the fault that stopped it, at its line.

    `paths` are those of the case that the clause knows under names of its own; `mention` gives
    the texts that a value takes to be written, a visa; `room` is for what it may write.
    """
    evaluator = _Evaluator(dict(names), BlockWriter(origin, room), paths or {}, mention)
    try:
        evaluator.run(clause.program)
    except AbsentValueError:
        code = Code.ABSENT_VALUE
        message = "ce texte imprime une valeur facultative que la fiche n’a pas"
        way_out = "éprouvez la valeur avec « {% if … %} » avant de l’imprimer"
    except TooMuchTextError as error:
        code, message = Code.TOO_MUCH_TEXT, str(error)
        way_out = "une boucle parcourt de trop longues listes : réduisez-les, ou retirez-la"
        evaluator.writer.line = evaluator.loop or evaluator.writer.line
        evaluator.writer.blocks = []
    except ValueError as error:
        code = Code.INVALID_VALUE
        message = f"ce texte ne peut pas écrire cette valeur : {error}"
        way_out = _way_out(error)
    else:
        evaluator.writer.close()
        evaluator.writer.cite = None
        return evaluator.writer, None
    place = clause.place(evaluator.writer.line)
    return evaluator.writer, Diagnostic(code, message, place, way_out)


def _way_out(error: ValueError) -> str:
    """What to write for a value that cannot be written: it, or the clause, is wrong."""
    if isinstance(error, SharedRoleError):
        loop = f"{{% for x in {error.role} %}} {{{{ x.{error.part} }}}} {{% endfor %}}"
        return f"écrivez une boucle, chaque balise sur sa ligne : {loop}"
    return "corrigez la valeur dans la fiche, ou imprimez-la sans filtre"


def said(mention: Clause, names: Mapping[str, Any]) -> str | None:
    """The words of a mention on one line; None when something is missing in it."""
    evaluator = _Evaluator(dict(names), BlockWriter(Provenance()), {})
    evaluator.writer.open(Open(BlockKind.PARAGRAPH))
    evaluator.inline(mention.program)
    evaluator.writer.close()
    (block,) = evaluator.writer.blocks
    if not block.runs or any(run.kind is RunKind.GAP for run in block.runs):
        return None
    return block.text


class _Evaluator:
    def __init__(
        self,
        names: dict[str, Any],
        writer: BlockWriter,
        paths: Mapping[str, str],
        mention: Mentions | None = None,
    ) -> None:
        self.names = names
        self.paths = paths  # of the case, by name: those of a list for its elements
        self.places = paths  # the same, each element told apart
        self.writer = writer
        self.mention = mention
        self.sentence = False  # what is run goes on with the one being written
        self.begun = False
        self.outermost, self.loop = names, 0  # the line of the loop being gone through
        writer.cite = self._cite

    def run(self, program: Instructions) -> None:
        writer = self.writer
        writer.spend(len(program))
        for step in program:
            if isinstance(step, Text):
                writer.text(*step)
            elif isinstance(step, Print):
                expression, writer.line, writer.bold, writer.italic = step
                self._print(expression)
            elif isinstance(step, Open):
                self._open(step)
            elif isinstance(step, Break):
                if not self.sentence:
                    writer.blank_line()
            else:
                self._structure(step)

    def _open(self, block: Open) -> None:
        """Start a block, but inside a sentence, where each line goes on after a space."""
        if not self.sentence:
            self.writer.open(block)
        elif self.begun:
            self.writer.static(" ")
        self.begun = True

    def inline(self, program: Instructions) -> None:
        """Write a mention where the sentence stands."""
        self.sentence, self.begun = True, False
        self.run(program)
        self.sentence = False

    def _cite(self, visa: Visa) -> None:
        """A visa, in the words of the library."""
        assert self.mention is not None
        around = self.names, self.paths, self.places
        line, place = self.writer.line, self.writer.path
        self.names, self.paths = {"visa": visa}, {"visa": re.sub(r"\[\d+\]", "", place)}
        self.places = {"visa": place}
        self.inline(self.mention("visa").program)
        self.names, self.paths, self.places = around
        self.writer.line = line

    def _structure(self, step: Instruction) -> None:
        match step:
            case Branch(test, body, other):
                self._branch(test, body, other)
            case Loop():
                self._loop(step)
            case Table(columns):
                self.writer.table(columns)
            case Row():
                self.writer.row()
            case Cell():
                self.writer.cell()
            case Passage(note):
                note()

    def _print(self, expression: Expression) -> None:
        if isinstance(expression, Refer):
            self.writer.refer(expression.target, expression.line)
        elif isinstance(expression, Fulfil):
            self.writer.fulfil(expression.point)
        else:
            write(value_of(expression, self._read), self.writer)

    def _branch(self, test: Expression, body: Instructions, other: Instructions) -> None:
        """A test that rests on a gap holds; its branch is marked, unless it prints the gap."""
        answer = truth(test, self._read)
        shown = isinstance(test, Read)
        self.writer.begin_branch(answer.label if isinstance(answer, Gap) and not shown else "")
        self.run(body if answer else other)
        self.writer.end_branch()

    def _loop(self, loop: Loop) -> None:
        outer, paths, places = self.names, self.paths, self.places
        self.loop = self.loop or loop.items.line
        first, dot, rest = loop.items.path.partition(".")
        self.paths = {**paths, loop.variable: f"{paths.get(first, first)}{dot}{rest}"}
        items = each_of(self._read(loop.items.path))
        place = self.writer.path
        for index, item in enumerate(items):
            turn = Turn(index == 0, index == len(items) - 1, index + 1)
            self.names = {**outer, loop.variable: item, "loop": turn}
            self.places = {**places, loop.variable: f"{place}[{index + 1}]"}
            self.run(loop.body)
        self.names, self.paths, self.places = outer, paths, places
        self.loop = 0 if outer is self.outermost else self.loop

    def _read(self, path: str) -> Any:
        first, dot, rest = path.partition(".")
        self.writer.reads.add(f"{self.paths.get(first, first)}{dot}{rest}")
        self.writer.path = f"{self._place(first)}{dot}{rest}"
        return read_path(self.names, path)

    def _place(self, name: str) -> str:
        """Where the case writes what a name stands for."""
        value = self.names.get(name)
        return value.place if isinstance(value, PartyView) else self.places.get(name, name)
