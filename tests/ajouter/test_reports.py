"""What every presentation of faults owes to who reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.faults.diagnostic import Code, Diagnostic, Severity, Span
from convgen.report.format import Screen
from convgen.report.format_names import FORMATS
from convgen.report.reporting import format_named, report
from tests.acts.desk import ROOT

FAULTS = [
    Diagnostic(Code.GAP, "il manque une date", Span(Path("x.yaml"), 41, 7, 41, 9), "écrivez-la"),
    Diagnostic(
        Code.COURT, "un autre tribunal", Span(Path("y.yaml"), 52), severity=Severity.WARNING
    ),
]


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_for_people_is_empty_when_there_is_nothing_to_say(name: str) -> None:
    """A program is told that there is nothing."""
    assert bool(report([], name)) is format_named(name).data


@pytest.mark.parametrize("name", FORMATS)
def test_each_fault_is_told_with_its_code_and_its_place(name: str) -> None:
    told = report(FAULTS, name, Screen(lines_of=lambda _: ()))
    assert not told.endswith("\n")
    for fault in FAULTS:
        place = (fault.span.file.name, str(fault.span.line))
        assert all(words in told for words in (fault.code, fault.message, *place))


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_has_an_example(name: str) -> None:
    tests = (file.read_text("utf-8") for file in (ROOT / "tests/report").glob("test_*.py"))
    text = "\n".join(tests)
    assert f'"{name}")' in text or f"{name.upper()})" in text or f", {name.upper()}," in text
