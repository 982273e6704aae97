"""The list of faults in the documentation names tests, codes and acts that exist."""

from __future__ import annotations

import re

import pytest

from convgen.faults.diagnostic import Code
from tests.acts.desk import ROOT

TEXT = (ROOT / "docs/defauts.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("| ") and not line.startswith(("| dans l'original", "| erreur |"))
]
SOURCES = "\n".join(
    file.read_text("utf-8")
    for folder in ("acts", "dossier", "joining", "pipeline", "rules")
    for file in (ROOT / "tests" / folder).glob("test_*.py")
)


@pytest.mark.parametrize("row", ROWS, ids=[row[0][:50] for row in ROWS])
def test_each_fault_has_its_prevention_and_its_tests(row: list[str]) -> None:
    fault, prevented, tests = row
    assert fault
    assert "par construction" in prevented or "CG" in prevented
    names = re.findall(r"`(test_\w+)`", tests)
    assert names
    assert [name for name in names if f"def {name}(" not in SOURCES] == []


def test_each_code_exists() -> None:
    assert set(re.findall(r"CG\d{3}", TEXT)) <= {code.value for code in Code}


# The faults that the notes of each act tell, one a line of theirs.
def test_each_act_has_all_its_faults() -> None:
    sections = re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]
    counts = [sum(line.startswith("| ") for line in section.splitlines()) for section in sections]
    assert [count - 1 for count in counts] == [10, 4, 4, 7, 4, 5, 15]
