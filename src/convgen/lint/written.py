"""The words that a clause itself writes, and where: what its tags hold is set aside."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from convgen.faults.diagnostic import Span
from convgen.library.clause import Clause

_TAG = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)


def written_words(clause: Clause) -> str:
    """The body of a clause, each sign of its tags made a space: places are those of the body."""
    return _without_tags(clause.body)


@lru_cache(maxsize=8)
def _without_tags(body: str) -> str:
    return _TAG.sub(lambda tag: re.sub(r"[^\n]", " ", tag[0]), body)


def stretch(clause: Clause, start: int, end: int) -> Span:
    """The place, in its file, of a stretch of the body of a clause."""
    found = Span(clause.file, *_place(clause, start), *_place(clause, end))
    return found if clause.origin is None else clause.origin.within(found)


def _place(clause: Clause, offset: int) -> tuple[int, int]:
    starts = _line_starts(clause.body)
    line = bisect_right(starts, offset)
    return clause.first_line + line - 1, offset - starts[line - 1] + 1


@lru_cache(maxsize=8)
def _line_starts(body: str) -> list[int]:
    """Where each line of a body starts; the first at 0."""
    return [0, *(found.end() for found in re.finditer("\n", body))]
