"""A compiled clause is carried out with the values of a case."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from convgen.assembly.block_writer import Scribe
from convgen.assembly.context import read_path
from convgen.faults.diagnostic import Code, Diagnostic
from convgen.language import instructions as p
from convgen.language.filters import FILTERS
from convgen.language.printing import AbsentValueError, Static, write
from convgen.language.truth import Truth, conjunction, disjunction, same, truth_of
from convgen.library.clause import Clause
from convgen.model.absent import Absent, Gap
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

    def run(self, program: p.Instructions) -> None:
        scribe = self.scribe
        for step in program:
            if isinstance(step, p.Text):
                scribe.text(*step)
            elif isinstance(step, p.Print):
                expression, self.line, scribe.bold, scribe.italic = step
                self._print(expression)
            elif isinstance(step, p.Open):
                scribe.open(step)
            elif isinstance(step, p.Break):
                scribe.blank_line()
            else:
                self._structure(step)

    def _structure(self, step: p.Instruction) -> None:
        match step:
            case p.Branch(test, body, other):
                self._branch(test, body, other)
            case p.Loop():
                self._loop(step)
            case p.Row():
                self.scribe.row()
            case p.Cell():
                self.scribe.cell()
            case p.Passage(note):
                note()

    def _print(self, expression: p.Expression) -> None:
        if isinstance(expression, p.Refer):
            self.scribe.refer(expression.target, expression.line)
        elif isinstance(expression, p.Fulfil):
            self.scribe.fulfil(expression.point)
        else:
            write(self.value(expression), self.scribe)

    def _branch(self, test: p.Expression, body: p.Instructions, other: p.Instructions) -> None:
        """A test that rests on a gap holds; its branch is marked, unless it prints the gap."""
        truth = self._truth(test)
        shown = isinstance(test, p.Read)
        self.scribe.begin_branch(truth.label if isinstance(truth, Gap) and not shown else "")
        self.run(body if truth else other)
        self.scribe.end_branch()

    def _loop(self, loop: p.Loop) -> None:
        outer, paths = self.names, self.paths
        self.paths = {**paths, loop.variable: self._path(loop.items.path)}
        items = tuple(self._read(loop.items.path) or ())
        for index, item in enumerate(items):
            turn = Turn(index == 0, index == len(items) - 1, index + 1)
            self.names = {**outer, loop.variable: item, "loop": turn}
            self.run(loop.body)
        self.names, self.paths = outer, paths

    def value(self, expression: p.Expression) -> Any:  # noqa: PLR0911 - one a kind
        """What an expression is worth; an absence goes through every operation."""
        if isinstance(expression, p.Read):
            return self._read(expression.path)
        match expression:
            case p.Words(text):
                return Static(text)
            case p.Literal(text):
                return text
            case p.Apply(name, operand, argument):
                given = self.value(argument) if argument is not None else None
                return FILTERS[name](self.value(operand), given)
            case p.Choose(test, first, second):
                truth = self._truth(test)
                chosen = first if truth else second
                return truth if isinstance(truth, Absent) else self.value(chosen)
            case p.Compare(left, right, equal):
                return _compared(self.value(left), self.value(right), equal)
            case p.Both(left, right):
                return conjunction(self._truth(left), self._truth(right))
            case p.Either(left, right):
                return disjunction(self._truth(left), self._truth(right))
            case p.Not(operand):
                truth = self._truth(operand)
                return truth if isinstance(truth, Absent) else not truth
            case p.Passage(note, then) if then is not None:
                note()
                return self.value(then)
        raise TypeError(f"no value for {type(expression).__name__}")

    def _truth(self, expression: p.Expression) -> Truth:
        return truth_of(self.value(expression))

    def _read(self, path: str) -> Any:
        self.scribe.reads.add(self._path(path))
        return read_path(self.names, path)

    def _path(self, path: str) -> str:
        """A path as the case has it."""
        first, dot, rest = path.partition(".")
        return f"{self.paths.get(first, first)}{dot}{rest}"


def _compared(left: object, right: object, equal: bool) -> Truth:
    gap = next((side for side in (left, right) if isinstance(side, Absent)), None)
    return gap if gap is not None else same(left, right) is equal
