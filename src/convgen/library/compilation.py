"""The body of a clause is parsed by Jinja, held against the whitelist, and lowered."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from convgen.diagnostics import Code, Diagnostic, Span
from convgen.library.clause import place_in
from convgen.library.lowering import lower
from convgen.library.markup import MarkupError
from convgen.library.program import Instructions
from convgen.library.syntax import forbidden


@cache
def _grammar() -> Environment:
    """Jinja as a parser only: nothing is ever rendered by it."""
    return Environment(  # noqa: S701 - see above
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )


def compile_body(
    body: str, file: Path, first_line: int
) -> tuple[Instructions, list[Diagnostic]]:
    """The program of a body that starts at `first_line` of `file`, or its faults."""
    try:
        syntax = _grammar().parse(body, filename=str(file))
    except TemplateSyntaxError as error:
        return (), [_unreadable(error, body, file, first_line)]
    except RecursionError:
        span = Span(file, first_line, 1, first_line, 2)
        message, way_out = "la clause est trop imbriquée", "simplifiez-la"
        return (), [Diagnostic(Code.CLAUSE_SYNTAX, message, span, way_out)]
    faults = [
        Diagnostic(
            Code.CLAUSE_FORBIDDEN,
            fault.message,
            place_in(body, file, first_line, fault.line, fault.name),
            fault.help,
        )
        for fault in forbidden(syntax)
    ]
    if faults:
        return (), faults
    try:
        return lower(syntax), list(_stray_tags(body, file, first_line))
    except MarkupError as error:
        place = place_in(body, file, first_line, error.line + 1)
        message = f"mise en forme de la clause : {error}"
        way_out = "voir docs/bibliotheque.md, « Une clause »"
        return (), [Diagnostic(Code.CLAUSE_SYNTAX, message, place, way_out)]


def _unreadable(error: TemplateSyntaxError, body: str, file: Path, first_line: int) -> Diagnostic:
    place = place_in(body, file, first_line, error.lineno)
    return Diagnostic(
        Code.CLAUSE_SYNTAX,
        f"Jinja ne peut pas lire la clause (« {error.message} »)",
        place,
        "vérifiez que chaque accolade et chaque « {% if %} » ou « {% for %} » se ferme",
    )


def _stray_tags(body: str, file: Path, first_line: int) -> Iterator[Diagnostic]:
    """Control tags that do not stand alone on their line."""
    for number, line in enumerate(body.split("\n"), 1):
        text = line.strip()
        if "{%" in text and not (
            text.startswith("{%") and text.endswith("%}") and text.count("{%") == 1
        ):
            yield Diagnostic(
                Code.CLAUSE_SYNTAX,
                "une balise {% … %} est seule sur sa ligne",
                place_in(body, file, first_line, number),
                "mettez-la sur une ligne à elle, sans rien d’autre",
            )
