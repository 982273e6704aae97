"""The body of a clause: its expressions read, its tags parsed by Jinja and judged, all lowered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from convgen.faults.diagnostic import Code, Diagnostic, Edit, Span
from convgen.language.expressions import filters_of
from convgen.language.filters.found import EXCLUSIVE
from convgen.language.instructions import Branch, Instructions, Loop, Open, Row, Table
from convgen.language.lowering import RefusedLine, lower
from convgen.language.names import references_of
from convgen.language.places import place_in, stretch_in
from convgen.language.tags import TagFault, Tagged, forbidden_tags, read_tags


@cache
def _grammar() -> Environment:
    """Jinja as a parser only: nothing is ever rendered by it."""
    return Environment(  # noqa: S701 - see above
        trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True
    )


def compile_body(body: str, file: Path, first_line: int) -> tuple[Instructions, list[Diagnostic]]:
    """The program of a body that starts at `first_line` of `file`, and all its faults.

    There is no program when an expression or a tag cannot be read; one is there, for its names,
    when lines alone are refused.
    """
    body = _TRAILING.sub("", body)  # blanks that nobody sees, after a tag, are no line of text
    if body.count("\n") > _MOST_LINES:
        place = place_in(body, file, first_line, _MOST_LINES)
        message, way_out = "ce texte a plus de 20 000 lignes", "faites-en plusieurs"
        return (), [Diagnostic(Code.CLAUSE_SYNTAX, message, place, way_out)]
    tagged = read_tags(body)
    faults = [_misread(fault, body, file, first_line) for fault in tagged.faults]
    faults += _unfinished(body, file, first_line)
    syntax, unread = _parsed(tagged, body, file, first_line)
    stray = [] if unread else list(_stray_tags(body, file, first_line))
    faults += [*unread, *stray]
    if syntax is None or stray:  # which lines stand in which branch is not known
        return (), faults
    program, refused = lower(syntax, tagged.expressions)
    faults += [_misshapen(line, body, file, first_line) for line in refused]
    if not faults and not any(isinstance(part, _WRITES) for part in program):
        place = place_in(body, file, first_line, 1)
        faults = [Diagnostic(Code.CLAUSE_SYNTAX, "ce texte est vide", place, "écrivez-le")]
    return () if tagged.faults else program, faults


def _parsed(
    tagged: Tagged, body: str, file: Path, first_line: int
) -> tuple[nodes.Template | None, list[Diagnostic]]:
    """The tags of a body as Jinja reads them, when they are allowed; or their faults."""
    try:
        syntax = _grammar().parse(tagged.source, filename=str(file))
    except TemplateSyntaxError as error:  # what a misread tag has spoilt is told already
        return None, [] if tagged.faults else [_unreadable(error, body, file, first_line)]
    except RecursionError:
        span = Span(file, first_line, 1, first_line, 2)
        message, way_out = "ce texte est trop imbriqué", "simplifiez-le"
        return None, [Diagnostic(Code.CLAUSE_SYNTAX, message, span, way_out)]
    faults = [
        Diagnostic(
            Code.CLAUSE_FORBIDDEN,
            fault.message,
            place_in(body, file, first_line, fault.line),
            fault.help,
        )
        for fault in forbidden_tags(syntax)
    ]
    return None if faults else syntax, faults


_MOST_LINES = 20_000  # read in a second or so
_TRAILING = re.compile(r"[^\S\n]+$", re.MULTILINE)
_WRITES = Open | Table | Row | Branch | Loop


def _misshapen(refused: RefusedLine, body: str, file: Path, first_line: int) -> Diagnostic:
    """The fault of a line that has no form, or whose words would be lost."""
    (message, way_out), start, end, mended = refused.why
    place = place_in(body, file, first_line, refused.line)
    mend: tuple[Edit, ...] = ()
    if mended:
        stretch = replace(place, column=start + 1, end_column=end + 1)
        mend = (Edit(stretch, mended),)
    told = f"mise en forme : {message}"
    return Diagnostic(Code.CLAUSE_SYNTAX, told, place, way_out, mend=mend)


_EXPRESSION = (
    'une expression : chemin, "texte", et, ou, non, = et !=, « valeur | filtre », '
    "« a if condition else b »"
)
_CLOSE = "vérifiez que chaque accolade et chaque « {% if %} » ou « {% for %} » se ferme"


def _misread(fault: TagFault, body: str, file: Path, first_line: int) -> Diagnostic:
    """The fault of an expression, at its column."""
    error = fault.error
    place = stretch_in(body, file, first_line, fault.start, min(fault.end, len(body) + 1))
    if error.foreign:
        way_out = error.help or _EXPRESSION
        return Diagnostic(Code.CLAUSE_FORBIDDEN, str(error), place, way_out)
    message = f"ce texte ne peut pas se lire : {error}"
    way_out = error.help or (_CLOSE if error.open else _EXPRESSION)
    return Diagnostic(Code.CLAUSE_SYNTAX, message, place, way_out)


def compile_title(text: str, file: Path, first_line: int) -> tuple[Instructions, list[Diagnostic]]:
    """The program of a title: one paragraph, without box nor reference; or its faults."""
    program, faults = compile_body(text, file, first_line)
    opened = [part for part in program if isinstance(part, Open | Row | Branch | Loop)]
    plain = len(opened) == 1 and isinstance(opened[0], Open) and opened[0].kind == "paragraphe"
    special = not EXCLUSIVE.isdisjoint(filters_of(program))
    if not faults and (not plain or special or any(references_of(program))):
        message = "un titre tient en un alinéa, sans liste, case, image, renvoi ni balise"
        place = place_in(text, file, first_line, 1)
        faults = [Diagnostic(Code.CLAUSE_SYNTAX, message, place, "simplifiez-le")]
    return program, faults


# What Jinja's own words tell, and ours for it; its words may change, so the last one is enough.
_EXPLAINED = (
    (re.compile(r"[Uu]nexpected end of template"), "une balise reste ouverte à la fin"),
    (re.compile(r"unknown tag '(end\w+|else|elif)'"), "« {} » ne ferme ou ne suit aucune balise"),
    (re.compile(r"unknown tag '(\w+)'"), "balise inconnue : « {} »"),
    (re.compile(r"(?:unexpected|got) '([^']+)'"), "« {} » n’est pas attendu ici"),
    (re.compile(r""), "l’accolade ouverte ici ne se comprend pas"),
)


def _unreadable(error: TemplateSyntaxError, body: str, file: Path, first_line: int) -> Diagnostic:
    found = ((pattern.search(error.message or ""), words) for pattern, words in _EXPLAINED)
    why = next(words.format(*match.groups()) for match, words in found if match)
    return Diagnostic(
        Code.CLAUSE_SYNTAX,
        f"ce texte ne peut pas se lire : {why}",
        place_in(body, file, first_line, error.lineno),
        _CLOSE,
    )


_TAG = re.compile(r"\{%\s*(\w+)\b[^{}]*(?<![-+])%\}")
_TAGS = frozenset({"if", "elif", "else", "endif", "for", "endfor"})
_GLUE = re.compile(r"\{\{[-+]|[-+]\}\}")


# What a model leaves to fill.
_UNFINISHED = re.compile(
    r"\[[^\[\]]*\b(?:compléter|définir|préciser)\b[^\[\]]*\]|\.{4,}|……|_{4,}|\bX{3,}\b",
    re.IGNORECASE,
)


def _unfinished(body: str, file: Path, first_line: int) -> Iterator[Diagnostic]:
    """Lines that a model has left to fill."""
    for number, line in enumerate(body.split("\n"), 1):
        if _UNFINISHED.search(line):
            message = "ce passage reste à compléter"
            way_out = "écrivez-le, ou prenez-en la valeur dans la fiche"
            place = place_in(body, file, first_line, number)
            yield Diagnostic(Code.CLAUSE_SYNTAX, message, place, way_out)


def _ends_with_a_comment(line: str) -> bool:
    before, opening, comment = line.rpartition("{#")
    closed = comment.endswith("#}") and "{" not in comment and comment.count("}") == 1
    return bool(opening and closed and before.strip() and not before.rstrip().endswith("{"))


def _stray_tags(body: str, file: Path, first_line: int) -> Iterator[Diagnostic]:
    """Control tags that do not stand alone on their line, and what glues lines together."""
    for number, line in enumerate(body.split("\n"), 1):
        tag = _TAG.fullmatch(line.strip())
        if "{%" in line and tag is None:
            message = "une balise {% … %} est seule sur sa ligne, sans « - » ni « + »"
            way_out = "mettez-la sur une ligne à elle, sans rien d’autre"
        elif tag is not None and tag[1] not in _TAGS:
            message = f"balise interdite : « {tag[1]} »"
            way_out = "les balises permises sont if, elif, else, endif, for et endfor"
        elif _ends_with_a_comment(line):
            message = "un commentaire en fin de ligne colle la ligne suivante à celle-ci"
            way_out = "mettez-le sur une ligne à lui : {# … #}"
        elif _GLUE.search(line):
            message, way_out = "une valeur s’écrit sans « - » ni « + »", "écrivez « {{ chemin }} »"
        else:
            continue
        place = place_in(body, file, first_line, number)
        yield Diagnostic(Code.CLAUSE_SYNTAX, message, place, way_out)
