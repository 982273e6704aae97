"""What no text may do, be it a clause or a case's own: delays without start, lists without end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convgen.diagnostics import Code, Diagnostic, Severity
from convgen.library.clause import Clause
from convgen.lint.references import stale_references
from convgen.lint.written import stretch, written_words


def faults_of_text(clause: Clause) -> Iterator[Diagnostic]:
    """The faults that the words of a text show by themselves."""
    yield from stale_references(clause)
    yield from _delays(clause)
    yield from _lists(clause)


_UNIT = r"(?:heures?|jours?|semaines?|mois|ans?|années?)"
_COUNT = r"[\w-]+(?:\s\w+)?"
_DELAY = re.compile(
    rf"\b(?:délai\s+(?:maximal\s+|maximum\s+)?(?:de\s+|d['’])(?:{{{{[^}}]*}}}}|{_COUNT}\s+{_UNIT}\b)"
    rf"|(?:sous|dans\s+les)\s+{_COUNT}\s+{_UNIT}\b)",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"à\s+(?:compter|partir|dater)|\b(?:après|depuis|dès|suiv\w+|avant|précéd\w+)\b", re.IGNORECASE
)
_STOPS = re.compile(r"[.;:!?](?=\s|$)|\n\s*\n")


def _delays(clause: Clause) -> Iterator[Diagnostic]:
    """A delay says from when it runs, in its own sentence (of twenty checks, the eleventh)."""
    words = written_words(clause)
    stops = [stop.end() for stop in _STOPS.finditer(words)]
    for delay in _DELAY.finditer(clause.body):
        start = max((stop for stop in stops if stop <= delay.start()), default=0)
        end = min((stop for stop in stops if stop > delay.end()), default=len(words))
        if not _STARTS.search(words, start, end):
            yield _warning(
                Code.DELAY,
                f"ce délai n’a pas de point de départ : « {' '.join(delay[0].split())} »",
                clause,
                delay.span(),
                "dites-le dans la même phrase : « à compter de… », « après… »",
            )


_ITEM = re.compile(r"[ ]*(?:-|\d+\.)[ ]+\S")
_ASIDE = re.compile(r"\s*(?:{%.*%}\s*|{#.*#}\s*)?")


def _lists(clause: Clause) -> Iterator[Diagnostic]:
    """A list ends with a full stop: what ends with a semicolon announces more."""
    offset, last, inside = 0, (0, 0), False
    for line in (*clause.body.split("\n"), "##"):
        goes_on = inside and line.startswith(" ")
        if _ITEM.match(line) or goes_on:
            last, inside = (offset, offset + len(line)), True
        elif not _ASIDE.fullmatch(line):
            if inside and clause.body[slice(*last)].rstrip().endswith(";"):
                message = "la liste s’arrête sur un point-virgule"
                way_out = "finissez-la par un point, ou écrivez l’élément qui manque"
                yield _warning(Code.LIST_END, message, clause, last, way_out)
            inside = False
        offset += len(line) + 1


def _warning(
    code: Code, message: str, clause: Clause, place: tuple[int, int], way_out: str
) -> Diagnostic:
    return Diagnostic(code, message, stretch(clause, *place), way_out, Severity.WARNING)
