"""The small language of `si` and of parameters: paths, et / ou / non, a comparison to a literal.

    si: experimentation = "redaction" et non (montant ou versements)

A test that rests on a gap is itself that gap: neither true nor false.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from convgen.language.truth import Truth, conjunction, disjunction, same, truth_of
from convgen.model.absent import Absent

Lookup = Callable[[str], object]
MAX_WORDS, MAX_DEPTH = 200, 20  # of a condition


@dataclass(frozen=True, slots=True)
class Path:
    """A value of the case: `calendrier.duree`."""

    name: str

    def value(self, lookup: Lookup) -> object:
        """The value itself."""
        return lookup(self.name)

    def test(self, lookup: Lookup) -> Truth:
        """Is it there (and, for oui or non, true)?"""
        return truth_of(lookup(self.name))


@dataclass(frozen=True, slots=True)
class Literal:
    """A text or a number written as it is."""

    text: str

    def value(self, lookup: Lookup) -> object:  # noqa: ARG002 - same shape as Path
        """The text."""
        return self.text


@dataclass(frozen=True, slots=True)
class Comparison:
    """`experimentation = "redaction"`, or `!=`."""

    path: Path
    equal: bool
    literal: Literal

    def test(self, lookup: Lookup) -> Truth:
        """Compare keys of choices, yes and no, and numbers as what they are."""
        value = self.path.value(lookup)
        if isinstance(value, Absent):
            return value
        return same(value, self.literal.text) is self.equal


@dataclass(frozen=True, slots=True)
class Not:
    """`non a`."""

    operand: Condition

    def test(self, lookup: Lookup) -> Truth:
        """The contrary; a gap stays a gap."""
        truth = self.operand.test(lookup)
        return truth if isinstance(truth, Absent) else not truth


@dataclass(frozen=True, slots=True)
class Both:
    """`a et b`."""

    left: Condition
    right: Condition

    def test(self, lookup: Lookup) -> Truth:
        """False as soon as one is false, even beside a gap."""
        return conjunction(self.left.test(lookup), self.right.test(lookup))


@dataclass(frozen=True, slots=True)
class Either:
    """`a ou b`."""

    left: Condition
    right: Condition

    def test(self, lookup: Lookup) -> Truth:
        """True as soon as one is true, even beside a gap."""
        return disjunction(self.left.test(lookup), self.right.test(lookup))


Condition = Path | Comparison | Not | Both | Either


class ConditionError(ValueError):
    """The text is not a condition; `column` counts from 0 in it. The message is French."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


_TOKEN = re.compile(
    r"(?P<text>\"[^\"]*\"|«[^»]*»|-?[0-9]+(?:,[0-9]+)?(?!\w))|(?P<sign>!=|==?|[()])"
    r"|(?P<word>[^\W\d]\w*(?:\.[^\W\d]\w*)*)"
)
_BLANKS = re.compile(r"\s*")
_WORDS = frozenset({"et", "ou", "non"})


@dataclass(slots=True)
class _Lexeme:
    kind: str
    text: str
    column: int


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.lexemes = list(self._split())
        self.at = 0
        self.depth = 0
        if len(self.lexemes) > MAX_WORDS:
            raise ConditionError("condition trop longue", self.lexemes[MAX_WORDS].column)

    def _split(self) -> Iterator[_Lexeme]:
        position = _skip_blanks(self.text, 0)
        while position < len(self.text):
            match = _TOKEN.match(self.text, position)
            if match is None or match.lastgroup is None:
                raise ConditionError("signe inattendu dans la condition", position)
            yield _Lexeme(match.lastgroup, match[0], position)
            position = _skip_blanks(self.text, match.end())

    def peek(self) -> str:
        return self.lexemes[self.at].text if self.at < len(self.lexemes) else ""

    def take(self) -> _Lexeme:
        if self.at >= len(self.lexemes):
            raise ConditionError("la condition s’arrête trop tôt", len(self.text))
        self.at += 1
        return self.lexemes[self.at - 1]

    def either(self) -> Condition:
        left = self.both()
        while self.peek() == "ou":
            self.take()
            left = Either(left, self.both())
        return left

    def both(self) -> Condition:
        left = self.unary()
        while self.peek() == "et":
            self.take()
            left = Both(left, self.unary())
        return left

    def unary(self) -> Condition:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise ConditionError("condition trop imbriquée", self.lexemes[self.at - 1].column)
        condition = self.operand()
        self.depth -= 1
        return condition

    def operand(self) -> Condition:
        if self.peek() == "non":
            self.take()
            return Not(self.unary())
        if self.peek() == "(":
            self.take()
            inner = self.either()
            if self.take().text != ")":
                raise ConditionError("parenthèse non fermée", self.lexemes[self.at - 1].column)
            return inner
        return self.comparison()

    def comparison(self) -> Condition:
        path = self.path()
        if self.peek() not in {"=", "==", "!="}:
            return path
        equal = self.take().text != "!="
        lexeme = self.take()
        if lexeme.kind == "text" or lexeme.text in {"oui", "non"}:
            return Comparison(path, equal, Literal(_bare(lexeme.text)))
        raise ConditionError("comparez à un texte entre guillemets ou à un nombre", lexeme.column)

    def path(self) -> Path:
        lexeme = self.take()
        if lexeme.kind != "word" or lexeme.text in _WORDS:
            raise ConditionError("le nom d’une valeur est attendu ici", lexeme.column)
        return Path(lexeme.text)

    def finish(self) -> None:
        if self.at < len(self.lexemes):
            raise ConditionError("« et » ou « ou » est attendu ici", self.lexemes[self.at].column)


def _skip_blanks(text: str, position: int) -> int:
    blanks = _BLANKS.match(text, position)
    return blanks.end() if blanks else position


def _bare(text: str) -> str:
    """A literal without its quotation marks, nor the spaces that « » want inside."""
    if text[:1] == '"':
        return text[1:-1]
    return text[1:-1].strip("\u00a0\u202f ") if text[:1] == "«" else text


def parse_condition(text: str) -> Condition:
    """Read a condition. Raise ConditionError."""
    parser = _Parser(text)
    condition = parser.either()
    parser.finish()
    return condition


def parse_parameter(text: str) -> Path | Literal:
    """Read what the plan gives a clause: a path, or a literal. Raise ConditionError."""
    parser = _Parser(text)
    lexeme = parser.take()
    parser.finish()
    if lexeme.kind == "text":
        return Literal(_bare(lexeme.text))
    if lexeme.kind == "word" and lexeme.text not in _WORDS:
        return Path(lexeme.text)
    raise ConditionError("un chemin ou un texte entre guillemets est attendu ici", lexeme.column)


def comparisons_of(condition: Condition | Literal) -> Iterator[Comparison]:
    """Every comparison of a condition."""
    match condition:
        case Comparison():
            yield condition
        case Not():
            yield from comparisons_of(condition.operand)
        case Both() | Either():
            yield from comparisons_of(condition.left)
            yield from comparisons_of(condition.right)


def paths_of(condition: Condition | Literal) -> Iterator[Path]:
    """Every path that a condition or a parameter names."""
    match condition:
        case Path():
            yield condition
        case Comparison():
            yield condition.path
        case Not():
            yield from paths_of(condition.operand)
        case Both() | Either():
            yield from paths_of(condition.left)
            yield from paths_of(condition.right)
