"""What Microsoft's own validator says of our SARIF, on the faults of the real cases."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.acts.desk import ROOT
from tests.support.office import sarif_multitool

# It wants the address of a home page, which convgen has none of yet.
REMARKS = {"SARIF2005"}


@pytest.fixture(scope="module")
def log() -> str:
    """The faults of every real case, as a command prints them."""
    cases = sorted(str(file) for file in (ROOT / "cases").glob("[!_]*/*.yaml"))
    command = [sys.executable, "-m", "convgen", "check", *cases, "--output-format", "sarif"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout


def remarks(text: str, folder: Path) -> set[str]:
    """The rules of the validator that a log breaks."""
    file, told = folder / "convgen.sarif", folder / "told.sarif"
    file.write_text(text, "utf-8")
    subprocess.run(
        [sarif_multitool(), "validate", file, "-o", told], check=True, capture_output=True
    )
    (run,) = json.loads(told.read_text("utf-8-sig"))["runs"]
    return {result["ruleId"] for result in run["results"]}


@pytest.mark.validator
def test_the_validator_has_nothing_to_say(log: str, tmp_path: Path) -> None:
    run: dict[str, Any] = json.loads(log)["runs"][0]
    assert len(run["results"]) > 20
    assert remarks(log, tmp_path) <= REMARKS


@pytest.mark.validator
def test_the_validator_sees_what_is_wrong(log: str, tmp_path: Path) -> None:
    assert not remarks(log.replace('"startLine": ', '"startLine": -'), tmp_path) <= REMARKS
