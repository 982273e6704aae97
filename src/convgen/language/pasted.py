"""The marks of a list as a word processor copies them, and as a text of ours writes them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from convgen.faults.diagnostic import Code, Diagnostic, Edit, Severity
from convgen.french.openings import indent_of, opening_of
from convgen.language.places import stretch_in

_APART: Final = re.compile(r"\{#.*?#\}|\{\{.*?\}\}", re.DOTALL)  # what is no line of the text


def pasted_marks(body: str, file: Path, first_line: int) -> Iterator[Diagnostic]:
    """One warning for all the marks of a text that are read as ours and written otherwise.

    The body starts at `first_line` of its file and has no line that is refused.
    """
    edits = tuple(
        Edit(stretch_in(body, file, first_line, mark.start, mark.end), mark.ours)
        for mark in _marks(body)
    )
    if not edits:
        return
    count = f" (et {len(edits) - 1} autres)" if len(edits) > 1 else ""
    message = f"cette marque de liste{count} est écrite comme par un traitement de texte"
    way_out = "lancez « convgen check --fix » : « - » et une espace ; l’acte ne change pas"
    place = edits[0].span
    yield Diagnostic(Code.PASTED_MARK, message, place, way_out, Severity.WARNING, mend=edits)


class _Mark(NamedTuple):
    """What opens an item, from 0 in a text, and how we write it."""

    start: int
    end: int
    ours: str


@lru_cache(maxsize=256)  # a cohort joins one text to all its cases
def _marks(body: str) -> tuple[_Mark, ...]:
    """The marks that are written otherwise than ours."""
    found: list[_Mark] = []
    offset = 0
    for line in _APART.sub(lambda found: re.sub(r"[^\n]", "x", found[0]), body).split("\n"):
        words = line.lstrip()
        opening = opening_of(words)
        if opening is not None and words[opening.end :]:
            end = len(line) - len(words) + opening.end
            ours = " " * indent_of(line) + (opening.mark if opening.numbered else "-") + " "
            if line[:end] != ours:
                found.append(_Mark(offset, offset + end, ours))
        offset += len(line) + 1
    return tuple(found)
