"""A party or a defined term is written by its variable: typed, it would not follow the plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from convgen.faults.diagnostic import Code, Diagnostic, Note, Severity, Span
from convgen.french.designation import Designation
from convgen.library.clause import Clause
from convgen.library.programme import Programme
from convgen.library.store import Library
from convgen.lint.written import stretch, written_words

_APOSTROPHES = "['’]"
_OFFICES = re.compile(rf"représentant\s+de\s+l{_APOSTROPHES}État", re.IGNORECASE)
"""What the law names so, whoever the parties are (CGCT, art. L. 2131-1, read on 2026-11-22)."""


_GOES_ON = rf"\s(?:des\s|(?:de\s|du\s|d{_APOSTROPHES})?[A-ZÀÂÉÈÊÎÔÛÇ])"
"""After the same words, what makes another name of them: « la Ville de Paris »."""


class Typed(NamedTuple):
    """The designations of a programme: how they are found, which variable writes each form."""

    pattern: re.Pattern[str]
    variables: Mapping[str, str]


def typed_designations(library: Library, programme: Programme) -> Iterator[Diagnostic]:
    """Each designation of a party or of a term that a clause of the programme types."""
    sought = _sought(programme.words)
    for _, use in programme.uses():
        clause, _ = library.clause(use.clause, use.span)
        if clause is not None:
            yield from _found(clause, sought, programme, use.span)


_BEFORE = re.compile(
    rf"\b(?P<words>de\s+la|de\s+l{_APOSTROPHES}|du|des|de|à\s+la|à\s+l{_APOSTROPHES}|au|aux|à"
    rf"|le|la|les|l{_APOSTROPHES})\s*\**{{{{\s*(?P<name>\w+)\s*}}}}",
    re.IGNORECASE,
)
_OF = frozenset({"de", "du", "des"})
_TO = frozenset({"à", "au", "aux"})


def typed_articles(library: Library, programme: Programme) -> Iterator[Diagnostic]:
    """Each article or preposition typed before a designation, which comes with its own."""
    for _, use in programme.uses():
        clause, _ = library.clause(use.clause, use.span)
        if clause is not None:
            yield from articles_typed_in(
                clause, programme, Note("la clause est appelée ici", use.span)
            )


def articles_typed_in(clause: Clause, programme: Programme, *notes: Note) -> Iterator[Diagnostic]:
    """The same, in one clause or in a text of a case."""
    parties = {name for name, kind in clause.parameters.items() if kind == "partie"}
    for found in _BEFORE.finditer(clause.body):
        name, words = found["name"], " ".join(found["words"].split())
        if name not in {*programme.words, *parties}:
            continue
        first = words.partition(" ")[0].casefold()
        form = ".de" if first in _OF else ".a" if first in _TO else ""
        yield Diagnostic(
            Code.DESIGNATION_TYPED,
            f"« {words} » est de trop : « {name} » s’imprime avec son article",
            stretch(clause, *found.span()),
            f"écrivez {{{{ {name}{form} }}}}",
            Severity.WARNING,
            notes,
        )


def _sought(designations: Mapping[str, Designation]) -> Typed:
    forms = [
        (words, variable)
        for key, one in designations.items()
        for words, variable in ((one.nominative, key), (one.de, f"{key}.de"), (one.a, f"{key}.a"))
    ]
    forms.sort(key=lambda form: len(form[0]), reverse=True)  # « le Ministère » is in a longer one
    pattern = "|".join(_loose(words) for words, _ in forms)
    variables = {_folded(words): variable for words, variable in forms}
    return Typed(re.compile(rf"(?<!\w)(?:{pattern})(?![\w-])(?!{_GOES_ON})"), variables)


def _loose(words: str) -> str:
    """Words on one line or two, with any apostrophe, with a capital or not."""
    first, rest = words[0], re.split(r"[ \u00a0\u202f]+", words[1:])
    spaced = r"\s+".join(re.escape(word) for word in rest)
    return f"[{first.lower()}{first.upper()}]{re.sub(_APOSTROPHES, _APOSTROPHES, spaced)}"


def _folded(words: str) -> str:
    return " ".join(re.sub(_APOSTROPHES, "’", words).split()).casefold()


def _found(clause: Clause, sought: Typed, programme: Programme, call: Span) -> Iterator[Diagnostic]:
    text = written_words(clause)
    offices = [office.span() for office in _OFFICES.finditer(text)]
    for found in sought.pattern.finditer(text):
        if any(start <= found.start() and found.end() <= end for start, end in offices):
            continue
        words = " ".join(found[0].split())
        yield Diagnostic(
            Code.DESIGNATION_TYPED,
            f"« {words} » est une désignation du programme « {programme.name} »",
            stretch(clause, *found.span()),
            f"écrivez {{{{ {sought.variables[_folded(words)]} }}}} : elle suivra le programme",
            Severity.WARNING,
            (Note("la clause est appelée ici", call),),
        )
