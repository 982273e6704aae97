"""A YAML file, read once: its text, its values, their places, and every fault found on the way."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path

from convgen.faults.diagnostic import Code, Diagnostic, Edit, Span, in_file_order
from convgen.yaml.decoding import DecodedText, read_text, without_forbidden
from convgen.yaml.events import Failure, parse_events
from convgen.yaml.nodes import MappingNode, ScalarNode
from convgen.yaml.traps import (
    directive,
    nameless_key,
    put_quotes,
    quote_value,
    second_document,
)

_NO_VALUE_HERE = "mapping values are not allowed in this context"
_STUCK_COLON = re.compile(r"\s*(?:- +)*[^\W\d][\w-]*:([^ :/])")
_CLOSING = {"[": "]", "{": "}"}
_ALIGN = "alignez cette ligne, avec des espaces, sur celles du même niveau"


@dataclass(frozen=True, slots=True)
class Source:
    """The text of a YAML file (line ends made « \\n ») and what it says."""

    file: Path
    text: str
    root: MappingNode


def read_source(path: Path) -> tuple[Source | None, list[Diagnostic]]:
    """Read the YAML file at `path`; None when it cannot be read to its end."""
    return source_of(read_text(path), path)


def source_of(read: DecodedText, file: Path) -> tuple[Source | None, list[Diagnostic]]:
    """What `read_source` makes of a file once its text is there."""
    if read.text is None:
        return None, list(read.diagnostics)
    source, diagnostics = parse_source(read.text, file)
    return source, in_file_order([*read.diagnostics, *diagnostics])


def parse_source(
    text: str, file: Path, first_line: int = 1
) -> tuple[Source | None, list[Diagnostic]]:
    """Read YAML text found in `file` from its line `first_line` on (a front matter, say).

    The source is None when the text has no end, no beginning, or is no mapping; any other fault
    leaves one, with diagnostics.
    """
    text, diagnostics = without_forbidden(text, file, first_line)
    parsed = parse_events(text, file, first_line)
    diagnostics += parsed.diagnostics
    if parsed.failure is not None:
        why = _Explanation(parsed.failure, text.split("\n"), file, first_line).diagnostic()
        others = [d for d in diagnostics if not _within(d.span, why.span)]
        return None, in_file_order([*others, why])
    if isinstance(parsed.root, MappingNode):
        return Source(file, text, parsed.root), in_file_order(diagnostics)
    if not diagnostics:
        diagnostics.append(_no_mapping(parsed.root, Span(file, first_line, 1, first_line, 1)))
    return None, in_file_order(diagnostics)


def _no_mapping(root: object, start: Span) -> Diagnostic:
    if root is None or (isinstance(root, ScalarNode) and root.text is None):
        return Diagnostic(
            Code.EMPTY, "le fichier est vide", start, "écrivez-y des lignes « clé: valeur »"
        )
    message = "le fichier doit être fait de lignes « clé: valeur »"
    span = root.span if isinstance(root, ScalarNode) else start
    return Diagnostic(Code.SYNTAX, message, span, "commencez par une clé suivie de « : »")


def _within(inner: Span, outer: Span) -> bool:
    start = (outer.line, outer.column) <= (inner.line, inner.column)
    return start and (inner.end_line, inner.end_column) <= (outer.end_line, outer.end_column)


class _Explanation:
    """Says in French why the parser stopped, from what stands in the text where it did."""

    def __init__(self, failure: Failure, lines: list[str], file: Path, first_line: int) -> None:
        self._failure, self._lines = failure, lines
        self._file, self._first_line = file, first_line
        self._here = self._span(failure.line, failure.column)
        self._context = self._span(failure.context_line, failure.context_column)

    def diagnostic(self) -> Diagnostic:
        """The one diagnostic of this failure."""
        situations = (
            self._directive,
            self._tab,
            self._missing_colon,
            self._inner_colon,
            self._quotation_marks,
            self._brackets,
            self._reserved_sign,
            self._text_after_value,
            self._stuck_colon_above,
            self._misplaced_sign,
        )
        found = (situation() for situation in situations)
        unknown = _syntax("la structure du fichier ne se comprend plus ici", self._here, _ALIGN)
        return next((diagnostic for diagnostic in found if diagnostic), unknown)

    def _directive(self) -> Diagnostic | None:
        if self._sign(self._context) != "%" or self._context.column > 1:
            return None
        return directive(self._to_end_of_line(self._context))

    def _tab(self) -> Diagnostic | None:
        if self._sign(self._here) != "\t":
            return None
        return _syntax(
            "tabulation dans le retrait de la ligne", self._here, "remplacez-la par des espaces"
        )

    def _missing_colon(self) -> Diagnostic | None:
        last = self._failure.last
        if self._failure.problem == "could not find expected ':'":
            start = self._context
        elif self._failure.problem == _NO_VALUE_HERE and last and last.span.line < self._here.line:
            start = last.span
        else:
            return None
        stuck = _STUCK_COLON.match(self._line(start))
        if stuck is not None:
            return _stuck_colon(Span(self._file, start.line, stuck.end()), stuck.group(1))
        if not self._opens_line(start):
            message = "cette ligne est trop en retrait : la clé du dessus a déjà une valeur"
            return _syntax(message, self._whole_line(self._here), _ALIGN)
        message = "cette ligne n’a pas de « : »"
        advice = "écrivez « clé: valeur », ou mettez-la en retrait si elle continue la précédente"
        return _syntax(message, self._to_end_of_line(start), advice)

    def _inner_colon(self) -> Diagnostic | None:
        last, message = self._failure.last, "« : » à l’intérieur d’une valeur"
        if last is None or self._sign(self._here) != ":":
            return None
        if self._failure.problem == _NO_VALUE_HERE:
            return self._quote(message, last.span)
        bracket = self._failure.bracket
        if bracket is not None and bracket.line == last.span.line == self._here.line:
            return Diagnostic(Code.YAML_TRAP, message, last.span, put_quotes())
        return None

    def _quotation_marks(self) -> Diagnostic | None:
        mark = self._sign(self._context)
        if mark not in {'"', "'"} or "quoted scalar" not in self._failure.context:
            return None
        if self._failure.problem.startswith("found unexpected"):
            return _never_closed(mark, self._context)
        advice = "doublez la barre « \\ », ou entourez la valeur d’apostrophes droites « ' »"
        return _syntax("« \\ » mal employé entre guillemets doubles", self._here, advice)

    def _brackets(self) -> Diagnostic | None:
        bracket = self._failure.bracket
        if bracket is None or not self._failure.context.startswith("while parsing a flow"):
            return None
        opening, sign = self._sign(bracket), self._sign(self._here)
        if not sign or bracket.line != self._here.line:
            return _never_closed(opening, bracket)
        if "node content" in self._failure.problem:
            return _syntax(f"signe « {sign} » inattendu", self._here, put_quotes())
        message = f"il manque « , » ou « {_CLOSING.get(opening, opening)} »"
        return _syntax(message, self._here, f"complétez, ou {put_quotes()}")

    def _reserved_sign(self) -> Diagnostic | None:
        sign = self._sign(self._context)
        if sign == "-" and self._failure.problem.startswith("block sequence"):
            trap = self._quote("une liste ne peut pas commencer ici", self._context)
            advice = f"allez à la ligne avant « - » ou, si c’est du texte, {trap.help}"
            return _syntax(trap.message, trap.span, advice)
        reserved = ",]}" if self._failure.context == "while parsing a block node" else "%@`*&!|>?"
        if not sign or sign not in reserved or self._failure.context.endswith("mapping"):
            return None
        return self._quote(f"une valeur ne peut pas commencer par « {sign} »", self._context)

    def _text_after_value(self) -> Diagnostic | None:
        last = self._failure.last
        if last is None or last.span.end_line != self._here.line:
            return None
        opening = self._sign(last.span)
        if not opening or opening not in "\"'[{*!&" or _is_empty(last.span):
            return None
        if last.span.line < self._here.line:
            return _never_closed(opening, last.span)
        closing = _CLOSING.get(opening, opening)
        if opening in "*!&":
            return self._quote(f"une valeur ne peut pas commencer par « {opening} »", last.span)
        return self._quote(f"du texte suit « {closing} », qui ferme la valeur", last.span)

    def _stuck_colon_above(self) -> Diagnostic | None:
        """`nature:commune` opens a group: YAML takes it for a text, and the next key for stray."""
        last = self._failure.last
        if last is None or last.span.line >= self._here.line or not self._opens_line(last.span):
            return None
        stuck = _STUCK_COLON.match(self._line(last.span))
        if stuck is None:
            return None
        return _stuck_colon(Span(self._file, last.span.line, stuck.end()), stuck.group(1))

    def _misplaced_sign(self) -> Diagnostic | None:
        sign, problem = self._sign(self._here), self._failure.problem
        if "document start" in problem:
            return second_document(self._to_end_of_line(self._here))
        if sign == ":":
            return nameless_key(self._here)
        if sign and sign in "]}":
            return _syntax(
                f"« {sign} » ne ferme rien", self._here, f"retirez-le, ou {put_quotes()}"
            )
        if not self._opens_line(self._here):
            return None
        if sign == "-":
            return _syntax("« - » n’est pas à sa place", self._whole_line(self._here), _ALIGN)
        return _syntax("retrait incohérent", self._whole_line(self._here), _ALIGN)

    def _quote(self, message: str, place: Span) -> Diagnostic:
        if self._failure.bracket is not None or self._opens_line(place):
            return Diagnostic(Code.YAML_TRAP, message, self._to_end_of_line(place), put_quotes())
        return quote_value(message, self._line(place), place)

    def _line(self, place: Span) -> str:
        return self._lines[place.line - self._first_line]

    def _sign(self, place: Span) -> str:
        return self._line(place)[place.column - 1 : place.column]

    def _opens_line(self, place: Span) -> bool:
        return not self._line(place)[: place.column - 1].strip()

    def _span(self, line: int, column: int) -> Span:
        if line >= len(self._lines):  # the parser's own end of text, after the last line
            line, column = len(self._lines) - 1, len(self._lines[-1])
        line += self._first_line
        return Span(self._file, line, column + 1, line, column + 2)

    def _to_end_of_line(self, place: Span) -> Span:
        end = max(len(self._line(place).rstrip()), place.column)
        return Span(self._file, place.line, place.column, place.line, end + 1)

    def _whole_line(self, place: Span) -> Span:
        line = self._line(place)
        column = len(line) - len(line.lstrip()) + 1
        return self._to_end_of_line(Span(self._file, place.line, column))


def _syntax(message: str, span: Span, advice: str) -> Diagnostic:
    return Diagnostic(Code.SYNTAX, message, span, advice)


def _stuck_colon(place: Span, after: str) -> Diagnostic:
    span = Span(place.file, place.line, place.column - 1, place.line, place.column)
    if after.isspace():
        advice = "remplacez-la par une espace ordinaire"
        fault = _syntax("l’espace qui suit « : » est insécable", span, advice)
        edit = Edit(replace(span, column=span.column + 1, end_column=span.end_column + 1), " ")
    else:
        fault = _syntax("il manque une espace après « : »", span, "écrivez « clé: valeur »")
        edit = Edit(replace(span, column=span.end_column), " ")
    return replace(fault, mend=(edit,))


def _is_empty(span: Span) -> bool:
    return (span.line, span.column) == (span.end_line, span.end_column)


def _never_closed(opening: str, place: Span) -> Diagnostic:
    names = {"[": "crochet « [ » jamais fermé", "{": "accolade « { » jamais fermée"}
    message = names.get(opening, f"guillemet « {opening} » jamais fermé")
    span = Span(place.file, place.line, place.column, place.line, place.column + 1)
    return _syntax(
        message, span, f"ajoutez « {_CLOSING.get(opening, opening)} » à la fin de la valeur"
    )
