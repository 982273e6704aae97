"""What no text may do, be it a clause or a case's own: delays without start, lists without end."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from convgen.faults.diagnostic import Code, Diagnostic, Severity
from convgen.library.clause import Clause
from convgen.lint.law_references import stale_references
from convgen.lint.written import stretch, written_words
from convgen.yaml.text_place import TextPlace


def faults_of_text(clause: Clause) -> tuple[Diagnostic, ...]:
    """The faults that the words of a text show by themselves."""
    return _judged(clause.body, clause.file, clause.first_line, clause.origin)


@lru_cache(maxsize=256)
def _judged(
    body: str, file: Path, first_line: int, origin: TextPlace | None
) -> tuple[Diagnostic, ...]:
    """A cohort joins one text to all its cases: it is judged once."""
    text = Clause("", file, "", "", first_line, body, (), origin=origin)
    return (*stale_references(text), *_delays(text), *_lists(text))


_UNIT = r"(?:heures?|jours?|semaines?|mois|ans?|années?)"
_SMALL = (
    "une? deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize "
    "vingt trente quarante cinquante soixante"
)
_COUNT = rf"(?:\d+(?:\s*\([^()]{{1,30}}\))?|(?:{'|'.join(_SMALL.split())})(?:[-\s]\w+)?)"
_VALUE = r"{{[^{}\n]{1,120}}}"
_DELAY = re.compile(
    rf"\b(?:(?:délai|préavis)\s+(?:maximal\s+|maximum\s+)?(?:de\s+|d['’])(?:{_VALUE}|{_COUNT}\s+{_UNIT}\b)"
    rf"|(?:sous|dans\s+les)\s+{_COUNT}\s+{_UNIT}\b)",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"à\s+(?:compter|partir|dater)|du\s+1er|au\s+plus\s+tard"
    r"|\b(?:après|depuis|dès|suit|suivent|suiv\w+|avant|précéd\w+|lorsqu\w*|court|passé|prévue?s?|fixée?s?)\b",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"\s+(?:de\s+l[a'’]|de\s+s(?:a|on|es)\b|du\b|des\b)", re.IGNORECASE)
"""« dans les deux mois de la notification »: the start comes next."""
_STOPS = re.compile(r"(?<!\bart)(?<!\b[LRDA])[.;:!?](?=\s|$)|\n\s*\n")
_COMMENT = re.compile(r"{#[^{}]*#}")


def _delays(clause: Clause) -> Iterator[Diagnostic]:
    """A delay says from when it runs, in its own sentence (of twenty checks, the eleventh)."""
    words = written_words(clause)
    body = _COMMENT.sub(lambda comment: re.sub(r"[^\n]", " ", comment[0]), clause.body)
    stops = [stop.end() for stop in _STOPS.finditer(words)]
    for delay in _DELAY.finditer(body):
        rank = bisect_right(stops, delay.start())
        start = stops[rank - 1] if rank else 0
        rank = bisect_right(stops, delay.end())
        end = stops[rank] if rank < len(stops) else len(words)
        if _STARTS.search(words, start, end) or _OF_WHAT.match(words, delay.end()):
            continue
        yield _warning(
            Code.DELAY,
            f"ce délai n’a pas de point de départ : « {' '.join(delay[0].split())} »",
            clause,
            delay.span(),
            "dites-le dans la même phrase : « à compter de… », « après… »",
        )


_ITEM = re.compile(r"[ ]*(?:-|\d+\.)[ ]+\S")
_ASIDE = re.compile(r"\s*(?:{%.*%}\s*|{#.*#}\s*)?|(?:et|ou)\b.*")
_VISA = re.compile(r"[ ]*-[ ]+Vu\b")


def _lists(clause: Clause) -> Iterator[Diagnostic]:
    """A list ends with a full stop: what ends with a semicolon announces more."""
    offset, last, inside = 0, (0, 0), False
    for line in (*clause.body.split("\n"), "##"):
        goes_on = inside and line.startswith(" ")
        if _ITEM.match(line) or goes_on:
            last, inside = (offset, offset + len(line)), True
        elif not _ASIDE.fullmatch(line):
            item = clause.body[slice(*last)].rstrip()
            if inside and item.endswith(";") and not _VISA.match(item):
                message = "la liste s’arrête sur un point-virgule"
                way_out = "finissez-la par un point, ou écrivez l’élément qui manque"
                yield _warning(Code.LIST_END, message, clause, last, way_out)
            inside = False
        offset += len(line) + 1


def _warning(
    code: Code, message: str, clause: Clause, place: tuple[int, int], way_out: str
) -> Diagnostic:
    return Diagnostic(code, message, stretch(clause, *place), way_out, Severity.WARNING)
