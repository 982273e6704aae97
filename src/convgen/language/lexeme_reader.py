"""The words of an expression, gone by one after the other."""

from __future__ import annotations

from typing import Final

from convgen.language.expressions import DIFFERENT, EQUAL, Expression, Read, parts_of
from convgen.language.lexing import ExpressionError, Lexeme

SYNONYMS: Final = {"and": "et", "or": "ou", "not": "non", "==": "="}
"""Words of conditions that other languages write, and ours for them."""


def _words(ours: str) -> frozenset[str]:
    return frozenset({ours, *(word for word, one in SYNONYMS.items() if one == ours)})


AND, OR, NOT = _words("et"), _words("ou"), _words("non")
COMPARISONS: Final = {**dict.fromkeys(_words("="), EQUAL), "!=": DIFFERENT}
ORDERS: Final = frozenset({"<", "<=", ">", ">="})
NO_TESTS: Final = ORDERS | {"is", "in"}
"""What other languages test by, and ours does not."""


class LexemeReader:
    """Reads lexemes one after the other.

    `line` is that of the first one; `in_clause` says that `renvoi("…")` has a meaning there.
    """

    def __init__(
        self, text: str, found: list[Lexeme], line: int = 1, *, in_clause: bool = False
    ) -> None:
        self.text, self.lexemes, self.line = text, found, line
        self.in_clause = in_clause
        self.at = self.depth = 0

    @property
    def next(self) -> Lexeme:
        """The word to come."""
        return self.lexemes[self.at]

    def sees(self, *words: str) -> bool:
        """Is the word to come one of these, and no text?"""
        return self.next.kind in {"word", "sign"} and self.next.text in words

    def take(self) -> Lexeme:
        """The word to come, gone by."""
        lexeme = self.next
        if lexeme.kind == "end":
            message = f"{'l’expression' if self.in_clause else 'la condition'} s’arrête trop tôt"
            raise ExpressionError(message, lexeme.start)
        self.at += 1
        return lexeme

    def finish(self) -> int:
        """Where the expression ends, which nothing more may follow."""
        lexeme = self.next
        if lexeme.kind != "end":
            raise self._stray(lexeme)
        return lexeme.start

    def _stray(self, lexeme: Lexeme) -> ExpressionError:
        word = lexeme.text
        if word in NO_TESTS:
            return self.no_test(lexeme)
        message = f"« {word} » n’est pas attendu ici : « et » ou « ou » l’est"
        if word.casefold() in AND | OR:
            way_out = f"écrivez « {word.casefold()} », en minuscules"
        elif self.at and self.lexemes[self.at - 1].kind == "number":
            way_out = "mettez des guillemets autour de la valeur"
        else:
            way_out = ""
        foreign = word in COMPARISONS or word in {",", "="}
        return ExpressionError(message, lexeme.start, way_out, lexeme.end, foreign)

    @staticmethod
    def no_test(lexeme: Lexeme, left: Expression | None = None) -> ExpressionError:
        """What tests nothing, after a value: what does, of this value."""
        word, value = lexeme.text, next(parts_of(left, Read), None)
        message = f"« {word} » n’éprouve rien ici"
        if word in ORDERS:
            message = f"construction interdite, signe inattendu : « {word} »"
        alone = f"« {value.path} »" if value is not None else "un nom"
        way_out = (
            f"{alone} seul éprouve que la valeur est là ; seuls = et != comparent, "
            "à un texte entre guillemets ou à un nombre"
        )
        return ExpressionError(message, lexeme.start, way_out, lexeme.end, foreign=True)
