"""A compiled clause is carried out with the values of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from convgen.assembly.block_writer import Scribe
from convgen.assembly.context import read_path
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
    Text,
)
from convgen.language.printing import AbsentValueError, write
from convgen.library.clause import Clause
from convgen.model.absent import Gap
from convgen.model.document import Provenance


@dataclass(frozen=True, slots=True)
class Turn:
    """`loop` inside a loop; `index` counts from 1."""

    first: bool
    last: bool
    index: int


def evaluate(
    clause: Clause,
    names: Mapping[str, Any],
    origin: Provenance,
    paths: Mapping[str, str] | None = None,
) -> tuple[Scribe, Diagnostic | None]:
    """What a clause says of a case, or the fault that stopped it, at its line.

    `paths` are those of the case that the clause knows under names of its own.
    """
    evaluator = _Evaluator(dict(names), Scribe(origin), paths or {})
    try:
        evaluator.run(clause.program)
    except AbsentValueError:
        fault = Diagnostic(
            Code.ABSENT_VALUE,
            "la clause imprime une valeur facultative que la fiche n’a pas",
            clause.place(evaluator.line),
            "éprouvez la valeur avec « {% if … %} » avant de l’imprimer",
        )
        return evaluator.scribe, fault
    except ValueError as error:
        fault = Diagnostic(
            Code.INVALID_VALUE,
            f"la clause ne peut pas écrire cette valeur : {error}",
            clause.place(evaluator.line),
            "corrigez la valeur dans la fiche, ou imprimez-la sans filtre",
        )
        return evaluator.scribe, fault
    evaluator.scribe.close()
    return evaluator.scribe, None


class _Evaluator:
    def __init__(self, names: dict[str, Any], scribe: Scribe, paths: Mapping[str, str]) -> None:
        self.names = names
        self.paths = paths
        self.scribe = scribe
        self.line = 1  # of the value being printed

    def run(self, program: Instructions) -> None:
        scribe = self.scribe
        for step in program:
            if isinstance(step, Text):
                scribe.text(*step)
            elif isinstance(step, Print):
                expression, self.line, scribe.bold, scribe.italic = step
                self._print(expression)
            elif isinstance(step, Open):
                scribe.open(step)
            elif isinstance(step, Break):
                scribe.blank_line()
            else:
                self._structure(step)

    def _structure(self, step: Instruction) -> None:
        match step:
            case Branch(test, body, other):
                self._branch(test, body, other)
            case Loop():
                self._loop(step)
            case Row():
                self.scribe.row()
            case Cell():
                self.scribe.cell()
            case Passage(note):
                note()

    def _print(self, expression: Expression) -> None:
        if isinstance(expression, Refer):
            self.scribe.refer(expression.target, expression.line)
        elif isinstance(expression, Fulfil):
            self.scribe.fulfil(expression.point)
        else:
            write(value_of(expression, self._read), self.scribe)

    def _branch(self, test: Expression, body: Instructions, other: Instructions) -> None:
        """A test that rests on a gap holds; its branch is marked, unless it prints the gap."""
        answer = truth(test, self._read)
        shown = isinstance(test, Read)
        self.scribe.begin_branch(answer.label if isinstance(answer, Gap) and not shown else "")
        self.run(body if answer else other)
        self.scribe.end_branch()

    def _loop(self, loop: Loop) -> None:
        outer, paths = self.names, self.paths
        self.paths = {**paths, loop.variable: self._path(loop.items.path)}
        items = tuple(self._read(loop.items.path) or ())
        for index, item in enumerate(items):
            turn = Turn(index == 0, index == len(items) - 1, index + 1)
            self.names = {**outer, loop.variable: item, "loop": turn}
            self.run(loop.body)
        self.names, self.paths = outer, paths

    def _read(self, path: str) -> Any:
        self.scribe.reads.add(self._path(path))
        return read_path(self.names, path)

    def _path(self, path: str) -> str:
        """A path as the case has it."""
        first, dot, rest = path.partition(".")
        return f"{self.paths.get(first, first)}{dot}{rest}"
