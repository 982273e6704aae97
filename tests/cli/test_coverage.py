"""`convgen coverage`: exit codes, streams, what is kept; the library of this project."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from convgen import pipeline
from convgen.faults.diagnostic import Code, Diagnostic
from convgen.library.store import Library
from convgen.model.state import State
from tests.library.shelf import CLAUSE, Shelf
from tests.support.office import validate

if TYPE_CHECKING:
    from tests.cli.conftest import Run

ROOT = Path(__file__).parents[2]
NEVER = "Un.\n{% if projet.nombre == 417 %}\nDeux.\n{% endif %}\n"


def test_a_covered_library(run: Run) -> None:
    ran = run("coverage")
    assert (ran.code, ran.err) == (0, f"bibliothèque : {Path.cwd()}\n")
    assert "objet/projet : écrite" in ran.out
    assert re.search(r"^6 branches prises, sur 6 \(100 %\)$", ran.out, re.MULTILINE)


def test_a_branch_that_is_missed(run: Run, desk: Shelf) -> None:
    desk.body(NEVER)
    ran = run("coverage")
    assert ran.code == 1
    assert re.search(r"^     9  jamais vraie, fausse \d+  ", ran.out, re.MULTILINE)
    assert "erreur[CG224]" in ran.err
    assert f"--> {CLAUSE}:9:1" in ran.err
    assert max(map(len, ran.out.splitlines())) <= 80


def test_json_is_whole_and_alone(run: Run, desk: Shelf) -> None:
    desk.body(NEVER)
    ran = run("coverage", "--output-format", "json")
    assert (ran.code, ran.err) == (1, f"bibliothèque : {Path.cwd()}\n")
    data = json.loads(ran.out)
    assert data["branches"] - data["taken"] == 1
    (branch,) = [b for o in data["owners"] for b in o["branches"] if b["state"] != "taken"]
    assert (branch["file"], branch["line"], branch["state"]) == (CLAUSE, 9, "never_true")
    assert [fault["code"] for fault in data["faults"]] == ["CG224"]


def test_a_fault_of_the_library_is_told_alone(run: Run, desk: Shelf) -> None:
    desk.body("{{ projet.nmo }}\n")
    ran = run("coverage")
    assert (ran.code, ran.out) == (1, "")
    assert "CG207" in ran.err


def test_cases_and_acts_are_kept_in_a_new_folder(run: Run, desk: Shelf) -> None:
    assert run("coverage", "--garder", "actes").code == 0
    cases, acts = sorted(Path("actes/essai").glob("*.yaml")), list(Path("actes").rglob("*.docx"))
    assert len(cases) == len(acts) > 100
    ran = run("coverage", "--garder", "actes")
    assert ran.code == 2
    assert "donnez un dossier nouveau, ou vide" in ran.err
    assert sorted(Path("actes/essai").glob("*.yaml")) == cases


def test_a_wrong_call(run: Run) -> None:
    ran = run("coverage", "--output-format", "xml")
    assert ran.code == 2
    assert "au choix : table, json" in ran.err


SAMPLED = ("complete", "minimale", "textes-hostiles", "textes-longs")


@pytest.mark.validator
def test_the_library_of_this_project_is_covered(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every branch; every act read back by the command, a sample of them by the validator.

    No case that it makes up has a fault nor a warning; a complete one gives more than one act says.
    """
    told: dict[Path, list[Diagnostic]] = {}

    def noted(file: Path, state: State, library: Library) -> pipeline.Assembled:
        act = assemble_case(file, state, library)
        if file.is_relative_to(tmp_path / "actes"):
            told[file] = [d for d in act.diagnostics if d.code is not Code.LOST_VALUE]
        return act

    assemble_case = pipeline.assemble_case
    monkeypatch.setattr(pipeline, "assemble_case", noted)
    ran = run("coverage", "--library", ROOT, "--garder", tmp_path / "actes")
    assert len(told) > 1000
    assert {file: faults for file, faults in told.items() if faults} == {}
    assert (ran.code, ran.err) == (0, f"bibliothèque : {ROOT}\n")
    assert "(100 %)" in ran.out
    acts = sorted((tmp_path / "actes").rglob("*.docx"))
    assert len(acts) > 250
    for act in acts:
        with zipfile.ZipFile(act) as file:
            assert file.testzip() is None
    named = [act for act in acts if act.stem in SAMPLED]
    sample = {*named, *acts[::40]}
    programmes = list((ROOT / "templates").glob("*/programme.yaml"))
    assert len(named) == len(programmes) * len(SAMPLED)
    assert validate(sorted(sample)) == {}
