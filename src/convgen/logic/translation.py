"""What a condition of a plan, or a test of a clause, asks of a case: a formula."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from convgen.language.expressions import (
    EQUAL,
    Apply,
    Both,
    Choose,
    Compare,
    Either,
    Expression,
    Literal,
    Not,
    Read,
    Words,
)
from convgen.language.filters.base import Worth
from convgen.language.filters.found import FILTERS
from convgen.language.names import never_equal
from convgen.language.scope import UnknownName
from convgen.language.truth import same
from convgen.logic.domains import FREE, Domains
from convgen.logic.formula import TRUE, Formula, Is, both, constant, either, no

Bound = str | Literal
"""What a name of a clause stands for: a path of the case, or a literal of the plan."""


@dataclass(frozen=True, slots=True)
class Bindings:
    """The names that a clause has of its own, parameters and loop variables, and their worth.

    `turn` tells « loop.first » and « loop.last » where they are known. A test on a line to fill
    by hand holds, and so does its contrary: `blank_holds` says whether it is asked as such.
    """

    domains: Domains
    own: Mapping[str, Bound]
    turn: Mapping[str, Formula] = field(default_factory=dict)
    blank_holds: bool = True

    def contrary(self) -> Bindings:
        """The same names, in what is denied."""
        return replace(self, blank_holds=not self.blank_holds)

    def within(
        self, own: Mapping[str, Bound], turn: Mapping[str, Formula] | None = None
    ) -> Bindings:
        """The same names, and more."""
        return replace(self, own={**self.own, **own}, turn=turn or {})

    def given(self, path: str) -> Bound:
        """The path as the case has it, or the literal that it is."""
        first, _, rest = path.partition(".")
        given = self.own.get(first, first)
        if isinstance(given, Literal) or not rest:
            return given
        return f"{given}.{rest}"

    def present(self, path: str) -> Formula:
        """The path leads to a value that can be written."""
        given = self.given(path)
        if isinstance(given, Literal) or isinstance(self.domains.kind(given), UnknownName):
            return TRUE  # an unknown name is a fault of its own
        return self.domains.present(given)

    def true(self, path: str) -> Formula:
        """A test on the path holds."""
        given = self.given(path)
        if isinstance(given, Literal):
            return constant(bool(given.text))
        if path.startswith("loop."):
            return self.turn.get(path) or _free(f"{path} ({self.own.get('loop')})")
        if isinstance(self.domains.kind(given), UnknownName):
            return _free(given)
        return self._or_blank(given, self.domains.true(given))

    def equal(self, path: str, text: str) -> Formula:
        """The path has the value that a literal says."""
        given = self.given(path)
        if isinstance(given, Literal):
            return constant(same(given.text, text))
        kind = self.domains.kind(given)
        if isinstance(kind, UnknownName) or never_equal(kind, given, text) is not None:
            return _free(f'{given} == "{text}"')  # a fault, told where it stands
        return self._or_blank(given, self.domains.equal(given, text))

    def _or_blank(self, path: str, found: Formula) -> Formula:
        blank = self.domains.blank(path)
        return either(blank, found) if self.blank_holds else both(no(blank), found)


def _free(question: str) -> Formula:
    return Is(f"{FREE}{question}", "oui")


def condition_formula(condition: Expression | None, names: Bindings) -> Formula:
    """What a condition of a plan asks; nothing where there is none."""
    return TRUE if condition is None else formula_of(condition, names)


def formula_of(expression: Expression, names: Bindings) -> Formula:  # noqa: PLR0911 - one a kind
    """What a condition asks, of a plan or of a clause."""
    match expression:
        case Read(path):
            return names.true(path)
        case Words(text) | Literal(text):
            return constant(bool(text))
        case Compare(left, right, sign):
            equal = sign == EQUAL
            found = _compared(left, right, names if equal else names.contrary())
            return found if equal else no(found)
        case Both(left, right):
            return both(formula_of(left, names), formula_of(right, names))
        case Either(left, right):
            return either(formula_of(left, names), formula_of(right, names))
        case Not(operand):
            return no(formula_of(operand, names.contrary()))
        case Choose(test, first, second):
            maybe, surely = (
                formula_of(test, replace(names, blank_holds=way)) for way in (True, False)
            )
            blank = both(maybe, no(surely), constant(names.blank_holds))
            chosen = both(surely, formula_of(first, names))
            return either(blank, chosen, both(no(maybe), formula_of(second, names)))
        case Apply():
            return presence_formula(expression, names)
    return TRUE


def _compared(left: Any, right: Any, names: Bindings) -> Formula:
    match left, right:
        case Read(path), Literal(text) | Words(text):
            return names.equal(path, text)
        case Literal(text) | Words(text), Read(path):
            return names.equal(path, text)
        case Apply(name, Read(path), _), Literal(text) if FILTERS[name].worth is Worth.A_COUNT:
            given = names.given(path)
            return _free(path) if isinstance(given, Literal) else names.domains.counts(given, text)
        case ((Literal(a) | Words(a)), (Literal(b) | Words(b))):
            return constant(same(a, b))
    return _free(f"{expression_text(left, names)} == {expression_text(right, names)}")


def needs_both(name: str) -> bool:
    """Does a filter write nothing without its argument?"""
    return FILTERS[name].worth is Worth.OF_BOTH


def presence_formula(expression: Expression, names: Bindings) -> Formula:
    """What must hold for an expression to be worth something that can be printed.

    A choice left out would print its boxes, and none of them ticked.
    """
    match expression:
        case Read(path):
            return names.present(path)
        case Apply(name, operand, _) if FILTERS[name].worth is Worth.UNSURE:
            return both(presence_formula(operand, names), _free(expression_text(expression, names)))
        case Apply(name, operand, argument) if needs_both(name) and argument is not None:
            return both(presence_formula(operand, names), presence_formula(argument, names))
        case Apply(_, operand, _):
            return presence_formula(operand, names)
        case Choose(test, first, second):
            asked = formula_of(test, names)
            return both(
                either(no(asked), presence_formula(first, names)),
                either(asked, presence_formula(second, names)),
            )
    return TRUE


def expression_text(expression: Any, names: Bindings) -> str:
    """An expression in short, its names as the case has them."""
    match expression:
        case Read(path):
            given = names.given(path)
            return f'"{given.text}"' if isinstance(given, Literal) else given
        case Apply(name, operand, argument):
            more = "" if argument is None else f"({expression_text(argument, names)})"
            return f"{expression_text(operand, names)} | {name}{more}"
        case Choose(test, first, second):
            chosen, other = expression_text(first, names), expression_text(second, names)
            return f"({chosen} if {expression_text(test, names)} else {other})"
        case Literal(text) | Words(text):
            return f'"{text}"'
    return "…"
