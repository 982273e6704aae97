"""The words of an expression, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_WORDS, MAX_CHAIN, MAX_DEPTH = 2_000, 100, 20  # of one expression
TOO_MUCH = "expression trop longue, ou trop imbriquée"
_MOST_DIGITS = 24


class ExpressionError(ValueError):
    """A text that is no expression; `start` and `end` count from 0 in it. Messages are French.

    `foreign` says that it is written in another language than ours, rather than unfinished;
    `open` that the text ends where more is awaited.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - all of what is known of it
        self,
        message: str,
        start: int,
        help_: str = "",
        end: int = 0,
        foreign: bool = False,
        open_: bool = False,
    ) -> None:
        super().__init__(message)
        self.start, self.end, self.help = start, max(end, start + 1), help_
        self.foreign, self.open = foreign, open_


class Lexeme(NamedTuple):
    """A word of an expression: `kind` is text, number, word, sign or end."""

    kind: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Where the next one may start."""
        return self.start + len(self.text)


_BLANKS = re.compile(r"\s*")
_LEXEME = re.compile(
    r"(?P<text>\"[^\"]*\"|'[^']*'|«[^»]*»)"
    r"|(?P<decimal>-?[0-9]+\.[0-9]+)"
    r"|(?P<number>-?[0-9]+(?:,[0-9]+)?(?!\w))"
    r"|(?P<sign>&&|\|\||<>|=>|!=|==|<=|>=|\*\*|//|[=<>()|,!&+*/%~\[\]{}:-])"
    r"|(?P<word>[^\W\d]\w*(?:\.[^\W\d]\w*)*)"
)
_CALCULATES = ("+", "-", "*", "/", "%", "**", "//")
_NO_CALCULATION = (
    "une expression ne calcule pas",
    "des filtres calculent : « montant | plus(autre) », « montant | fois(nombre) », "
    "« liste | total » ; tout autre résultat est une valeur de la fiche, déclarée dans « champs »",
)
_FOREIGN: dict[str, tuple[str, str]] = {
    **dict.fromkeys(_CALCULATES, _NO_CALCULATION),
    **dict.fromkeys(("&&", "&"), ("« et » joint deux conditions", "écrivez « et »")),
    "||": ("« ou » joint deux conditions", "écrivez « ou »"),
    "!": ("« non » nie une condition", "écrivez « non »"),
    **dict.fromkeys(("<>", "=>"), ("« = » et « != » comparent", "écrivez « != » ou « = »")),
    **dict.fromkeys("[]{}", ("une valeur se nomme par un chemin", "écrivez « groupe.valeur »")),
    "~": ("deux textes se suivent sans signe", "écrivez-les l’un après l’autre"),
    ":": ("ce signe n’a pas de sens ici", "retirez-le"),
}
_QUOTES = "“”„‟‘’‚"
_UNCLOSED = "signe inattendu : ce guillemet ne se ferme pas"


def lexemes(text: str, start: int = 0, closing: str = "") -> list[Lexeme]:
    """The words of `text` from `start` to `closing` (« }} », « %} ») or its end, an « end » last.

    Raise ExpressionError for a sign of no use here, or too many words.
    """
    found = list(_split(text, start, closing))
    if len(found) > MAX_WORDS + 1:
        first = found[MAX_WORDS]
        raise ExpressionError(
            TOO_MUCH,
            first.start,
            "faites-en plusieurs conditions",
            foreign=first.text not in {"(", ")"},
        )
    return found


def _split(text: str, start: int, closing: str) -> Iterator[Lexeme]:
    position = _skip_blanks(text, start)
    while position < len(text):
        if closing and _closes(text, position, closing):
            yield Lexeme("end", "", position)
            return
        match = _LEXEME.match(text, position)
        if match is None or match.lastgroup is None:
            raise _unexpected(text, position)
        lexeme = Lexeme(match.lastgroup, match[0], position)
        _refuse(lexeme, text)
        yield lexeme
        position = _skip_blanks(text, match.end())
    if closing:
        raise ExpressionError("une balise reste ouverte à la fin", len(text), open_=True)
    yield Lexeme("end", "", len(text))


def _closes(text: str, position: int, closing: str) -> bool:
    marked = text[position : position + 1] in {"-", "+"}
    return text.startswith(closing, position + marked)


def _skip_blanks(text: str, position: int) -> int:
    blanks = _BLANKS.match(text, position)
    return blanks.end() if blanks else position


def _refuse(lexeme: Lexeme, text: str) -> None:
    """Raise for what belongs to other languages."""
    start, end = lexeme.start, lexeme.end
    if lexeme.kind == "decimal":
        message = f"« {lexeme.text} » : les décimales suivent une virgule"
        raise ExpressionError(message, start, "écrivez 12,5", end, foreign=True)
    if lexeme.kind == "text" and "\\" in lexeme.text:
        way_out = "retirez la barre oblique « \\ »"
        raise ExpressionError("caractère interdit dans un texte", start, way_out, end, foreign=True)
    if lexeme.kind == "number" and len(lexeme.text) > _MOST_DIGITS:
        raise ExpressionError(TOO_MUCH, start, "écrivez un nombre plus court", start + 1)
    if lexeme.text == "}" and text[start : start + 2] != "}}":
        message = "« } » n’est pas attendu ici"
        raise ExpressionError(message, start, "une valeur se ferme par « }} »", end)
    if lexeme.kind == "sign" and lexeme.text in _FOREIGN:
        why, way_out = _FOREIGN[lexeme.text]
        message = f"construction interdite, signe inattendu : « {lexeme.text} » ; {why}"
        raise ExpressionError(message, start, way_out, end, foreign=True)


def _unexpected(text: str, position: int) -> ExpressionError:
    sign = text[position]
    if sign == "." and position and (text[position - 1].isalnum() or text[position - 1] == "_"):
        if text[position + 1 : position + 2].isdigit():
            message = "signe inattendu : un élément d’une liste ne se prend pas par son rang"
            return ExpressionError(message, position, "écrivez une boucle", foreign=True)
        return ExpressionError("un nom manque après le point", position, "écrivez-le")
    if sign in "\"'«":
        return ExpressionError(
            _UNCLOSED, position, f"fermez-le : {sign}…{'»' if sign == '«' else sign}"
        )
    if sign in "€%":
        way_out = "mettez des guillemets autour de la valeur"
        return ExpressionError(f"signe inattendu : « {sign} »", position, way_out)
    if sign in _QUOTES:
        message = f"signe inattendu : « {sign} »"
        return ExpressionError(message, position, 'mettez des guillemets droits, "…", ou « … »')
    return ExpressionError(f"signe inattendu : « {sign} »", position)
