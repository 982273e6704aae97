"""What a condition of a plan, or a test of a clause, asks of a case: a formula."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from convgen.language import conditions as c
from convgen.language import instructions as p
from convgen.language.names import never_equal
from convgen.language.scope import UnknownName
from convgen.language.truth import same
from convgen.logic.domains import FREE, Domains
from convgen.logic.formula import TRUE, Formula, Is, both, constant, either, no

NEEDING_BOTH = frozenset({"figure", "renouvelee", "fois"})
"""Filters that write nothing without their argument."""
Given = str | c.Literal
"""What a name of a clause stands for: a path of the case, or a literal of the plan."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names that a clause has of its own, parameters and loop variables, and their worth.

    `turn` tells « loop.first » and « loop.last » where they are known. A test on a line to fill
    by hand holds, and so does its contrary: `blank_holds` says whether it is asked as such.
    """

    domains: Domains
    own: Mapping[str, Given]
    turn: Mapping[str, Formula] = field(default_factory=dict)
    blank_holds: bool = True

    def contrary(self) -> Names:
        """The same names, in what is denied."""
        return replace(self, blank_holds=not self.blank_holds)

    def within(self, own: Mapping[str, Given], turn: Mapping[str, Formula] | None = None) -> Names:
        """The same names, and more."""
        return replace(self, own={**self.own, **own}, turn=turn or {})

    def given(self, path: str) -> Given:
        """The path as the case has it, or the literal that it is."""
        first, _, rest = path.partition(".")
        given = self.own.get(first, first)
        if isinstance(given, c.Literal) or not rest:
            return given
        return f"{given}.{rest}"

    def present(self, path: str) -> Formula:
        """The path leads to a value that can be written."""
        given = self.given(path)
        if isinstance(given, c.Literal) or isinstance(self.domains.kind(given), UnknownName):
            return TRUE  # an unknown name is a fault of its own
        return self.domains.present(given)

    def true(self, path: str) -> Formula:
        """A test on the path holds."""
        given = self.given(path)
        if isinstance(given, c.Literal):
            return constant(bool(given.text))
        if path.startswith("loop."):
            return self.turn.get(path) or _free(f"{path} ({self.own.get('loop')})")
        if isinstance(self.domains.kind(given), UnknownName):
            return _free(given)
        return self._or_blank(given, self.domains.true(given))

    def equal(self, path: str, text: str) -> Formula:
        """The path has the value that a literal says."""
        given = self.given(path)
        if isinstance(given, c.Literal):
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


def meaning(condition: c.Condition | None, names: Names) -> Formula:
    """What a condition of a plan asks."""
    match condition:
        case c.Path(name):
            return names.true(name)
        case c.Comparison(path, equal, literal):
            asked = names if equal else names.contrary()
            found = asked.equal(path.name, literal.text)
            return found if equal else no(found)
        case c.Not(operand):
            return no(meaning(operand, names.contrary()))
        case c.Both(left, right):
            return both(meaning(left, names), meaning(right, names))
        case c.Either(left, right):
            return either(meaning(left, names), meaning(right, names))
    return TRUE


def truth(expression: p.Expression, names: Names) -> Formula:  # noqa: PLR0911 - one a kind
    """What a test of a clause asks."""
    match expression:
        case p.Read(path):
            return names.true(path)
        case p.Words(text) | p.Literal(text):
            return constant(bool(text))
        case p.Compare(left, right, equal):
            found = _compared(left, right, names if equal else names.contrary())
            return found if equal else no(found)
        case p.Both(left, right):
            return both(truth(left, names), truth(right, names))
        case p.Either(left, right):
            return either(truth(left, names), truth(right, names))
        case p.Not(operand):
            return no(truth(operand, names.contrary()))
        case p.Choose(test, first, second):
            maybe, surely = (truth(test, replace(names, blank_holds=way)) for way in (True, False))
            blank = both(maybe, no(surely), constant(names.blank_holds))
            chosen = both(surely, truth(first, names))
            return either(blank, chosen, both(no(maybe), truth(second, names)))
        case p.Apply():
            return there(expression, names)
    return TRUE


def _compared(left: Any, right: Any, names: Names) -> Formula:
    match left, right:
        case p.Read(path), p.Literal(text) | p.Words(text):
            return names.equal(path, text)
        case p.Literal(text) | p.Words(text), p.Read(path):
            return names.equal(path, text)
        case p.Apply("compte", p.Read(path), _), p.Literal(text):
            given = names.given(path)
            return (
                _free(path) if isinstance(given, c.Literal) else names.domains.counts(given, text)
            )
        case ((p.Literal(a) | p.Words(a)), (p.Literal(b) | p.Words(b))):
            return constant(same(a, b))
    return _free(f"{told(left, names)} == {told(right, names)}")


def there(expression: p.Expression, names: Names) -> Formula:
    """What must hold for an expression to be worth something that can be printed.

    A choice left out would print its boxes, and none of them ticked.
    """
    match expression:
        case p.Read(path):
            return names.present(path)
        case p.Apply("rib", operand, _):
            return both(there(operand, names), _free(told(expression, names)))
        case p.Apply(name, operand, argument) if name in NEEDING_BOTH and argument is not None:
            return both(there(operand, names), there(argument, names))
        case p.Apply(_, operand, _):
            return there(operand, names)
        case p.Choose(test, first, second):
            asked = truth(test, names)
            return both(either(no(asked), there(first, names)), either(asked, there(second, names)))
    return TRUE


def told(expression: Any, names: Names) -> str:
    """An expression in short, its names as the case has them."""
    match expression:
        case p.Read(path):
            given = names.given(path)
            return f'"{given.text}"' if isinstance(given, c.Literal) else given
        case p.Apply(name, operand, argument):
            more = "" if argument is None else f"({told(argument, names)})"
            return f"{told(operand, names)} | {name}{more}"
        case p.Choose(test, first, second):
            chosen, other = told(first, names), told(second, names)
            return f"({chosen} if {told(test, names)} else {other})"
        case p.Literal(text) | p.Words(text):
            return f'"{text}"'
    return "…"
