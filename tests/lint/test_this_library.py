"""The library of this project: sound, and every fault put in it is told where it shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.library.store import Library
from convgen.lint.library import faults_of_library
from tests.acts.desk import ROOT, Desk


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Desk.at(tmp_path / "bibliotheque").root


def test_it_has_no_fault() -> None:
    assert faults_of_library(Library(ROOT)) == []


@pytest.mark.parametrize(
    ("programme", "group", "field"),
    [
        ("engagement-programme", "dispositif", "nom"),
        ("engagement-programme", "cas", "part_max"),
        ("engagement-programme", "resiliation", "mise_en_demeure"),
        ("subvention-poste", "poste", "intitule"),
        ("subvention-poste", "tiers.agence", "sigle"),
    ],
)
def test_a_field_renamed_is_told_in_each_clause_that_names_it(
    root: Path, programme: str, group: str, field: str
) -> None:
    file = root / "templates" / programme / "programme.yaml"
    text = file.read_text("utf-8")
    before = re.search(rf"(?<![\w.]){field}(?=: {{type)", text)
    assert before is not None
    file.unlink()  # a link to what other tests read
    file.write_text(f"{text[: before.start()]}{field}_autre{text[before.end() :]}", "utf-8")
    naming = re.compile(rf"(?<![\w.]){re.escape(group)}\.{field}\b")
    written = [
        (source, number)
        for source in sorted([*root.glob("clauses/*/*.md"), file])
        for number, line in enumerate(source.read_text("utf-8").splitlines(), 1)
        if naming.search(line)
    ]
    assert written
    assert [*dict.fromkeys(_unknown(faults_of_library(Library(root))))] == written


def _unknown(faults: list[Diagnostic]) -> list[tuple[Path, int]]:
    return sorted(
        (fault.span.file, fault.span.line)
        for fault in faults
        if fault.code is Code.UNKNOWN_VARIABLE
    )
