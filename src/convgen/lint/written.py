"""The words that a clause itself writes, and where: what its tags hold is set aside."""

from __future__ import annotations

import re

from convgen.diagnostics import Span
from convgen.library.clause import Clause

_TAG = re.compile(r"{{.*?}}|{%.*?%}|{#.*?#}", re.DOTALL)


def written_words(clause: Clause) -> str:
    """The body of a clause, each sign of its tags made a space: places are those of the body."""
    return _TAG.sub(lambda tag: re.sub(r"[^\n]", " ", tag[0]), clause.body)


def stretch(clause: Clause, start: int, end: int) -> Span:
    """The place, in its file, of a stretch of the body of a clause."""
    return Span(clause.file, *_place(clause, start), *_place(clause, end))


def _place(clause: Clause, offset: int) -> tuple[int, int]:
    before = clause.body[:offset]
    return clause.first_line + before.count("\n"), offset - before.rfind("\n")
