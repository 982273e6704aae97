"""The forms of the lines of a text: each line has one, or is refused.

    (blank)            # nothing           ## Titre           # a heading
    texte              # a paragraph       > d'une part,      # a formula
    - texte            # a dash            | a | b |          # a row
    1. texte           # a number          |---|--:|          # a delimiter

Tags, alone on their lines, are read before (`convgen.language.tags`).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Final, NamedTuple

from convgen.french.openings import BLANK, Opening, indent_of, is_bullet, opening_of
from convgen.language import markup_refusals as no
from convgen.language.markup_refusals import Refusal


class Form(StrEnum):
    """What a line is."""

    BLANK = "ligne vide"
    PARAGRAPH = "alinéa"
    DASH = "tiret"
    NUMBER = "numéro"
    HEADING = "titre"
    ROW = "ligne de tableau"
    DELIMITER = "ligne de tirets"
    FORMULA = "formule"


class Line(NamedTuple):
    """A line read: `text` is what stays of it without its mark; `number` is its line, from 1.

    `level` is the rank of a HEADING; `ranks` are what a NUMBER may count (see `Opening`); `mark`
    is the dash or the number as typed, `start` its column and `end` that of the words, from 0.
    """

    form: Form
    text: str
    number: int
    indent: int = 0
    level: int = 0
    ranks: tuple[tuple[str, int], ...] = ()
    mark: str = ""
    start: int = 0
    end: int = 0


class Refused(NamedTuple):
    """Why a line is of no form, and the stretch of it to replace, from 0, when that mends it."""

    refusal: Refusal
    start: int = 0
    end: int = 0
    mended: str = ""


_HEADING: Final = re.compile(r"(#+)(\s*)(.*)")
_HEADING_END: Final = re.compile(r"\s#+$")
_DELIMITER: Final = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?")
_WORDLESS: Final = re.compile(r"[^\w\ue000-\uf8ff]+")  # no letter, no digit, no value
_BRACKETED: Final = re.compile(r"\[(?:[ xX]?|[0-9]{1,3}|[a-z])\](?:\s|$)")
_QUOTED_CUT: Final = re.compile(rf"(?:[«»“”()\[\]….,;]|{BLANK})+")
_OPENERS: Final = frozenset("\"'’‘“„«‹(*[\\§€$£¡¿_@")
_CLOSERS: Final = frozenset(",.;:!?)]»…%€°’”/")
"""What may open a line that goes on with the one before, and no paragraph."""

_OTHERS: Final = {"#": no.HEADING_INSIDE, ">": no.FORMULA_IN_LIST, "|": no.TABLE_INSIDE}
"""What opens a line of its own, and stands in no item."""


def read_line(number: int, raw: str, *, goes_on: bool = False) -> Line | Refused:
    """Read one line; `goes_on` says that a sentence may be going on from the line before."""
    indent, text = indent_of(raw), raw.strip()
    start = len(raw) - len(raw.lstrip())
    if not text:
        return Line(Form.BLANK, "", number)
    found = _structure(text) or _listed(text, start, goes_on=goes_on)
    if found is None:
        refusal = _sentence(text, goes_on=goes_on)
        found = Refused(refusal) if refusal is not None else Line(Form.PARAGRAPH, text, number)
    if isinstance(found, Refused):
        return found
    if "\t" in found.text:
        return Refused(no.TAB)
    return found._replace(number=number, indent=indent, start=start, end=start + found.end)


def _structure(text: str) -> Line | Refused | None:
    """A heading, a formula, a line of a table; None for another form."""
    if text[0] == "#":
        return _heading(text)
    if text[0] == ">":
        return _formula(text)
    if "|" in text and _DELIMITER.fullmatch(text):
        return Line(Form.DELIMITER, text, 0)
    return Line(Form.ROW, text, 0) if text[0] == "|" else None


def _heading(text: str) -> Line | Refused:
    marks, blank, words = _HEADING.match(text).groups()  # type: ignore[union-attr]
    if not blank and len(marks) < len(text):
        return Refused(no.NO_SPACE)
    if not 2 <= len(marks) <= 3:
        return Refused(no.UNKNOWN_HEADING)
    if not words:
        return Refused(no.NOTHING_AFTER)
    if _HEADING_END.search(words):
        return Refused(no.CLOSED_HEADING)
    return Line(Form.HEADING, words, 0, level=len(marks) - 2)


def _formula(text: str) -> Line | Refused:
    words = text[1:].strip()
    if words.startswith(">"):
        return Refused(no.NESTED_FORMULA)
    if not words:
        return Refused(no.NOTHING_AFTER)
    inside = _structure(words) or _listed(words, 0, goes_on=True)
    if isinstance(inside, Line) and inside.form in {Form.DASH, Form.NUMBER}:
        return Refused(no.LIST_IN_FORMULA)
    if inside is not None:
        return Refused(no.TABLE_INSIDE if "|" in words[:1] else no.HEADING_INSIDE)
    return Line(Form.FORMULA, words, 0)


def _listed(text: str, start: int, *, goes_on: bool) -> Line | Refused | None:
    """A dash or a number, and what is refused of them; None for another form."""
    opening = opening_of(text)
    if opening is None:
        return _glued(text, start, goes_on=goes_on)
    mark, end, ranks, numbered = opening
    words = text[end:]
    if _is_rule(text):
        return Refused(no.RULE)
    if not words:  # « 2026. » may end a sentence
        ends = numbered and goes_on and mark.endswith(".")
        return None if ends else Refused(no.EMPTY_ITEM)
    if numbered and not ranks:
        return Refused(no.other_number(mark))
    again = _again(words, opening, start)
    if again is not None:
        return again
    form = Form.NUMBER if numbered else Form.DASH
    return Line(form, words, 0, ranks=tuple(ranks.items()), mark=mark, end=end)


def _again(words: str, opening: Opening, start: int) -> Refused | None:
    """What follows the mark of an item, when it is no sentence."""
    if words[0] in _OTHERS:
        return Refused(_OTHERS[words[0]])
    if re.match(r"\[[ xX]\](?:\s|$)", words):
        return Refused(no.TICK)
    second = opening_of(words)
    if second is None:
        refusal = _sentence(words, goes_on=False)
        return Refused(refusal) if refusal is not None else None
    alike = second.numbered == opening.numbered and bool(second.ranks) == bool(opening.ranks)
    if alike and second.ranks == opening.ranks:
        first = start + len(opening.mark)
        end = start + opening.end + second.end
        return Refused(no.TWICE, first, end, " ")
    return Refused(no.TWICE)


def _is_rule(text: str) -> bool:
    signs = set(text) - {" ", "\t", "\u00a0"}
    return len(signs) == 1 and len(text) > 2 and not signs.isdisjoint("-*_=–—~+")


def _glued(text: str, start: int, *, goes_on: bool) -> Refused | None:
    """A dash without its blank, or a box between brackets."""
    if _BRACKETED.match(text):
        return Refused(no.TICK if text[1] in " xX]" else no.other_number(text.partition(" ")[0]))
    if not is_bullet(text[0]) or (goes_on and text[0] in _CLOSERS) or text[0] == "*":
        return None
    if text[0] == "+" and text[1:2].isdigit():
        return None
    after = text[1:2]
    if after.isalpha() or "\ue000" <= after <= "\uf8ff":
        return Refused(no.GLUED, start, start + 1, "- ")
    return Refused(no.RULE if _is_rule(text) else no.other_sign(text[0]))


def _sentence(text: str, *, goes_on: bool) -> Refusal | None:
    """Why a line that opens with no mark is no sentence either; None when it is one."""
    if _is_rule(text):
        return no.RULE
    cut = _QUOTED_CUT.fullmatch(text) is not None
    if _WORDLESS.fullmatch(text) and not (goes_on or cut or "\\" in text):
        return no.WORDLESS
    return None if _opens(text, goes_on=goes_on or cut) else no.other_sign(text[0])


def _opens(text: str, *, goes_on: bool) -> bool:
    """May a sentence, or the rest of one, open so?"""
    sign = text[0]
    return (
        sign.isalnum()
        or sign in _OPENERS
        or "\ue000" <= sign <= "\uf8ff"
        or (goes_on and sign in _CLOSERS)
        or text.startswith(("…", "...", "!["))
        or (sign == "+" and text[1:2].isdigit())
    )
