"""Expressions, read: the one language of `si`, of `{% if %}`, and of what stands in braces.

    experimentation = "redaction" et non (montant ou versements)
    "volets" if contexte.volets | compte != 1 else "volet"

French words first (et, ou, non, =, « »), their English synonyms mean the same (and, or, not, ==,
straight quotation marks), in plans and in clauses alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from convgen.faults.diagnostic import suggestion
from convgen.language.expressions import (
    Apply,
    Both,
    Choose,
    Compare,
    Either,
    Expression,
    Fulfil,
    Literal,
    Not,
    Read,
    Refer,
)
from convgen.language.filters.found import FILTERS
from convgen.language.lexeme_reader import AND, COMPARISONS, NO_TESTS, NOT, OR, LexemeReader
from convgen.language.lexing import MAX_CHAIN, MAX_DEPTH, TOO_MUCH, ExpressionError, Lexeme, lexemes
from convgen.model.personal_data import EVERY_POINT

_CONSTANTS = frozenset({"none", "true", "false", "None", "True", "False"})
_RESERVED: Final = frozenset({*AND, *OR, *NOT, "if", "else", "is", "in"})
_WORDS: Final = frozenset({"oui", "non"})
FUNCTIONS: Final = frozenset({"renvoi", "exigence"})
_COMPARE_TO = "comparez à un texte entre guillemets ou à un nombre"


def parse_condition(text: str) -> Expression:
    """Read a condition, alone in its text. Raise ExpressionError."""
    parser = Parser(text, lexemes(text))
    condition = parser.either()
    parser.finish()
    return condition


def parse_parameter(text: str) -> Read | Literal:
    """Read what the plan gives a clause: a path, or a literal. Raise ExpressionError."""
    parser = Parser(text, lexemes(text))
    lexeme, after = parser.take(), parser.next
    if after.kind != "end":
        message = f"« {after.text} » n’est pas attendu ici : un seul nom, ou un texte fixe"
        raise ExpressionError(message, after.start, end=after.end)
    if lexeme.kind in {"text", "number"}:
        return Literal(_bare(lexeme.text))
    if lexeme.kind == "word" and lexeme.text not in _RESERVED:
        return Read(lexeme.text)
    message = "un nom ou un texte fixe est attendu ici"
    raise ExpressionError(message, lexeme.start, end=lexeme.end)


class Parser(LexemeReader):
    """Reads expressions."""

    # Expressions

    def printed(self) -> Expression:
        """What braces hold: `renvoi("…")` or `exigence("…")` alone, or a value."""
        if self.next.kind == "word" and self.next.text in FUNCTIONS and self._is_called():
            return self._call()
        return self.choice()

    def choice(self) -> Expression:
        """`first if test else second`; without `else`, nothing."""
        first = self.either()
        if not self.sees("if"):
            return first
        self.take()
        test = self.either()
        if not self.sees("else"):
            return Choose(test, first, Literal(""))
        self.take()
        return Choose(test, first, self.choice())

    def either(self) -> Expression:
        """`a ou b`."""
        left = self.both()
        for _ in self._links(OR):
            left = Either(left, self.both())
        return left

    def both(self) -> Expression:
        """`a et b`."""
        left = self.unary()
        for _ in self._links(AND):
            left = Both(left, self.unary())
        return left

    def _links(self, words: frozenset[str]) -> Iterator[None]:
        """Each « et », or « ou », of a chain, which has an end."""
        for _ in range(MAX_CHAIN):
            if not self.sees(*words):
                return
            self.take()
            yield
        place = self.next
        raise ExpressionError(
            TOO_MUCH, place.start, "faites-en plusieurs conditions", place.end, foreign=True
        )

    def unary(self) -> Expression:
        """`non a`, or a comparison."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            place = self.lexemes[self.at - 1].start
            raise ExpressionError(TOO_MUCH, place, "faites-en plusieurs conditions", foreign=True)
        if self.sees(*NOT):
            self.take()
            operand: Expression = Not(self.unary())
        else:
            operand = self.comparison()
        self.depth -= 1
        return operand

    def comparison(self) -> Expression:
        """`chemin = "texte"`, or a value."""
        left = self.filtered()
        if self.sees(*NO_TESTS):
            raise self.no_test(self.next, left)
        if not self.sees(*COMPARISONS):
            return left
        sign = COMPARISONS[self.take().text]
        return Compare(left, self._compared_to(), sign)

    def _compared_to(self) -> Expression:
        lexeme = self.take()
        if lexeme.kind in {"text", "number"} or lexeme.text in _WORDS:
            return Literal(_bare(lexeme.text))
        if lexeme.kind == "word" and lexeme.text not in _RESERVED:
            self.at -= 1
            return self.filtered()
        raise ExpressionError(_COMPARE_TO, lexeme.start, end=lexeme.end)

    def filtered(self) -> Expression:
        """A value, and the filters that follow it."""
        value = self.operand()
        while self.sees("|"):
            self.take()
            value = self._filter(value)
        return value

    def operand(self) -> Expression:
        """A path, a text, a number, or what stands between parentheses."""
        lexeme = self.take()
        if lexeme.text == "(" and lexeme.kind == "sign":
            inner = self.choice()
            closing = self.take()
            if closing.text != ")":
                message = "parenthèse non fermée"
                raise ExpressionError(message, closing.start, "fermez-la : « ) »", closing.end)
            return inner
        if lexeme.kind == "text":
            return Literal(_bare(lexeme.text))
        if lexeme.kind == "number":
            return self._number(lexeme)
        return self._path(lexeme)

    def _number(self, lexeme: Lexeme) -> Expression:
        if lexeme.text.startswith("-"):
            message = "une expression n’a pas de signe devant un nombre"
            raise ExpressionError(message, lexeme.start, "retirez-le", lexeme.end, foreign=True)
        return Literal(lexeme.text)

    def _path(self, lexeme: Lexeme) -> Expression:
        text, start, end = lexeme.text, lexeme.start, lexeme.end
        if lexeme.kind != "word" or text in _RESERVED:
            raise ExpressionError("le nom d’une valeur est attendu ici", start, end=end)
        hidden = next((name for name in text.split(".") if name.startswith("_")), None)
        if hidden is not None:
            message = f"nom interdit : « {hidden} »"
            raise ExpressionError(message, start, "retirez ce nom", end, foreign=True)
        if text in _CONSTANTS:
            message = f"constante interdite : « {text} »"
            raise ExpressionError(message, start, "comparez à oui ou à non", end, foreign=True)
        if self.sees("(") and self.next.start == end and self.in_clause:
            raise self._call_refused(lexeme)
        return Read(text, self._line_of(start))

    def _line_of(self, start: int) -> int:
        return self.line + self.text.count("\n", self.lexemes[0].start, start)

    # Calls and filters

    def _is_called(self) -> bool:
        return self.lexemes[self.at + 1].text == "("

    def _call_refused(self, lexeme: Lexeme) -> ExpressionError:
        name = lexeme.text.rpartition(".")[2]
        if lexeme.text in FUNCTIONS:
            message = "un renvoi ou une exigence se met seul dans ses accolades"
            way_out = "mettez la condition autour, sur ses lignes : {% if … %}"
        else:
            message = f"appel interdit : « {name} »"
            way_out = 'une clause n’appelle que renvoi("…") et exigence("…")'
        start = lexeme.end - len(name)
        return ExpressionError(message, start, way_out, lexeme.end, foreign=True)

    def _call(self) -> Expression:
        """`renvoi("…")` or `exigence("…")`."""
        name = self.take()
        self.take()
        target, closing = self.next, self.lexemes[min(self.at + 1, len(self.lexemes) - 1)]
        if target.kind != "text" or target.text[0] == "«" or closing.text != ")":
            message = f"« {name.text} » veut un nom entre guillemets droits"
            raise ExpressionError(message, name.start, f'{name.text}("…")', name.end, foreign=True)
        self.at += 2
        if self.next.kind != "end":
            raise self._call_refused(name)
        text, line = _bare(target.text), self._line_of(name.start)
        if name.text == "renvoi":
            return Refer(text, line)
        if text not in EVERY_POINT:
            otherwise = f"au choix : {', '.join(sorted(EVERY_POINT))}"
            way_out = suggestion(text, EVERY_POINT, otherwise)
            message = f"exigence inconnue : « {text} »"
            place = target.start + 1
            raise ExpressionError(message, place, way_out, place + len(text), foreign=True)
        return Fulfil(text, line)

    def _filter(self, operand: Expression) -> Expression:
        lexeme = self.take()
        known = FILTERS.get(lexeme.text) if lexeme.kind == "word" else None
        if known is None:
            message = f"filtre inconnu : « {lexeme.text} »"
            raise self._wrong(lexeme, message, f"filtres permis : {', '.join(sorted(FILTERS))}")
        given = self.sees("(")
        argument = self._argument(lexeme) if given else None
        if given is not (known.argument is not None):
            wanted = "une valeur" if known.argument else "aucune valeur"
            way_out = f"écrivez « {known.name}(…) »" if known.argument else "retirez-la"
            message = f"« {known.name} » veut {wanted} entre parenthèses"
            raise self._wrong(lexeme, message, way_out)
        if known.on_a_path and not isinstance(operand, Read):
            message, way_out = f"« {known.name} » suit un chemin", f"chemin | {known.name}"
            raise self._wrong(lexeme, message, way_out)
        if known.argument is not None and not known.argument.written.admits(argument):
            message = f"« {known.name} » veut {known.argument.wanted}"
            raise self._wrong(lexeme, message, known.argument.example)
        return Apply(known.name, operand, argument)

    def _argument(self, name: Lexeme) -> Expression:
        self.take()
        named = self.next.kind == "word" and self.lexemes[self.at + 1].text == "="
        argument: Expression = Read("") if named else self.choice()
        if named or not self.sees(")"):
            message = f"« {name.text} » prend une seule valeur, sans nom"
            raise self._wrong(name, message, f"écrivez « {name.text}(…) »")
        self.take()
        return argument

    def _wrong(self, lexeme: Lexeme, message: str, way_out: str) -> ExpressionError:
        return ExpressionError(message, lexeme.start, way_out, lexeme.end, foreign=True)


def _bare(text: str) -> str:
    """A literal without its quotation marks, nor the spaces that « » want inside."""
    if text[:1] in {'"', "'"}:
        return text[1:-1]
    return text[1:-1].strip("\u00a0\u202f ") if text[:1] == "«" else text
