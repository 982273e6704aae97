"""What the header of a clause promises: sources for the law that it cites, a recent review."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from convgen.faults.diagnostic import Code, Diagnostic, Severity, Span
from convgen.language.expressions import Read, parts_of
from convgen.library.clause import Clause
from convgen.library.clause_reading import header_of
from convgen.lint.written import stretch, written_words
from convgen.yaml.nodes import Entry, MappingNode, SequenceNode

_LAW = re.compile(
    r"\b(?:(?:articles?|art\.)\s(?-i:[LRDA])\.?\s?\*?\s?[0-9]"
    r"|(?:loi|décret|ordonnance|arrêté)\s(?:n\s?[°ºᵒ]|no\s?[0-9]|du\s[0-9])"
    r"|(?:règlement|directive)\s\((?:UE|CE)\)"
    r"|code\s(?:général|civil|pénal|des|du|de\sla|de\sl(?=['’]))\b)",
    re.IGNORECASE,
)
_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Review:
    """How old the last review of a clause may be, in months, on a given day."""

    most_months: int
    today: date


def faults_of_header(clause: Clause, review: Review | None) -> Iterator[Diagnostic]:
    """A source that is missing, a parameter never read, a review too old."""
    entries = header_of(clause)
    yield from _sources(clause, entries)
    yield from _parameters(clause, entries)
    if review is not None and "relue_le" in entries:
        yield from _reviewed(clause, entries["relue_le"].node.span, review)


def _sources(clause: Clause, entries: Mapping[str, Entry]) -> Iterator[Diagnostic]:
    given = entries.get("sources")
    cited = _LAW.search(written_words(clause))
    if given is None:
        place = Span(clause.file, 1, 1, 1, 4)
        way_out = "ajoutez « sources : », ou « sources: [] » si elle n’en a pas"
        yield _warning(Code.SOURCE_MISSING, "la clause ne dit pas ses sources", place, way_out)
    elif cited is not None and not _has_items(given):
        yield _warning(
            Code.SOURCE_MISSING,
            "la clause cite un texte, mais n’a pas de source",
            stretch(clause, *cited.span()),
            "dites dans « sources » où ce texte a été lu, et quand",
        )


def _has_items(entry: Entry) -> bool:
    return isinstance(entry.node, SequenceNode) and bool(entry.node.items)


def _parameters(clause: Clause, entries: Mapping[str, Entry]) -> Iterator[Diagnostic]:
    given = entries.get("parametres")
    if given is None or not isinstance(given.node, MappingNode):
        return
    read = {one.path.partition(".")[0] for one in parts_of(clause.program, Read)}
    for name, entry in given.node.entries.items():
        if name not in read:
            message = f"la clause ne lit jamais son paramètre « {name} »"
            way_out = "retirez-le ici, et dans les plans"
            yield _warning(Code.PARAMETER_UNREAD, message, entry.key_span, way_out)


def _reviewed(clause: Clause, place: Span, review: Review) -> Iterator[Diagnostic]:
    reviewed, today = date.fromisoformat(clause.reviewed), review.today
    month = reviewed.year * _MONTHS + reviewed.month + review.most_months
    if reviewed > today:
        message, way_out = "cette relecture est à venir", "corrigez la date"
        yield _warning(Code.REVIEW_TOO_OLD, message, place, way_out)
    elif (today.year * _MONTHS + today.month, today.day) > (month, reviewed.day):
        message = f"la dernière relecture de la clause a plus de {review.most_months} mois"
        way_out = "relisez-la, et datez cette relecture"
        yield _warning(Code.REVIEW_TOO_OLD, message, place, way_out)


def _warning(code: Code, message: str, place: Span, way_out: str) -> Diagnostic:
    return Diagnostic(code, message, place, way_out, Severity.WARNING)
