"""Small libraries, each with the faults that it announces on their lines, and no other."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from convgen.faults.diagnostic import Diagnostic
from convgen.library.store import Library
from convgen.lint.headers import Review
from convgen.lint.library import faults_of_library
from tests.support.small_library import write_library

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.txt"))
REVIEW = Review(most_months=12, today=date(2026, 11, 22))
ENGLISH = re.compile(r"\b(the|is|not|expected|invalid|missing|unknown|error|field|value)\b")

QUOTED = re.compile(r"«[^»]*»")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_each_fault_is_told_at_its_line_and_nothing_else(example: Path, tmp_path: Path) -> None:
    library = write_library(tmp_path, example.read_text("utf-8"))
    faults = faults_of_library(Library(library.root), REVIEW)
    assert not library.differences(faults)
    for fault in faults:
        assert_well_told(fault)


def assert_well_told(fault: Diagnostic) -> None:
    """A fault says what is wrong and what to do, in French, at a place that exists."""
    assert fault.message
    assert fault.help
    own_words = QUOTED.sub("", f"{fault.message} {fault.help}")
    assert not ENGLISH.search(own_words), fault
    for span in (fault.span, *(note.span for note in fault.notes)):
        lines = span.file.read_text("utf-8").split("\n")
        start, end = (span.line, span.column), (span.end_line, span.end_column)
        assert (1, 1) <= start <= end, span
        assert end[0] <= len(lines), span
        assert span.column <= len(lines[span.line - 1]) + 1, span
        assert span.end_column <= len(lines[span.end_line - 1]) + 2, span
