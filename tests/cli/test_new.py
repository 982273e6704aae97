"""new and schema: what they print, and where; the rest is in tests/authoring."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.test_calls import IMPORTED, python
from tests.library.shelf import PROGRAMME, Shelf

if TYPE_CHECKING:
    from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("desk")


def test_a_case_is_made_then_checked(run: Run) -> None:
    ran = run("new", "essai")
    assert (ran.code, ran.err) == (0, "")
    Path("cases/nouvelle.yaml").write_text(ran.out, encoding="utf-8")
    checked = run("check", "cases/nouvelle.yaml", "--output-format", "json")
    assert checked.code == 1
    assert {fault["code"] for fault in json.loads(checked.out)} == {"CG101"}
    assert run("render", "cases/nouvelle.yaml", "--etat", "brouillon").code == 0


def test_a_case_is_made_in_a_file_and_never_replaces_one(run: Run) -> None:
    ran = run("new", "essai", "-o", "cases/nouvelle.yaml")
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    made = Path("cases/nouvelle.yaml").read_text("utf-8")
    assert made == run("new", "essai").out
    Path("cases/nouvelle.yaml").write_text("remplie\n", encoding="utf-8")
    ran = run("new", "essai", "-o", "cases/nouvelle.yaml")
    assert ran.code == 1
    assert "ce fichier existe déjà" in ran.err
    assert "--force" not in ran.err
    assert Path("cases/nouvelle.yaml").read_text("utf-8") == "remplie\n"
    assert run("new", "esai", "-o", "cases/nouvelle.yaml").code == 1
    assert Path("cases/nouvelle.yaml").read_text("utf-8") == "remplie\n"


def test_a_schema_is_json(run: Run) -> None:
    ran = run("schema", "essai")
    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["title"] == "Fiche « essai »"
    assert "\\u" not in ran.out.replace("\\u0301", "")  # but for the combining accent


@pytest.mark.parametrize("command", ["new", "schema"])
def test_a_process_prints_the_same(run: Run, command: str) -> None:
    """The bytes of a real pipe are UTF-8, as the files that they are to become."""
    made = subprocess.run(
        [sys.executable, "-m", "convgen", command, "essai"], capture_output=True, check=True
    )
    assert made.stderr == b""
    assert made.stdout.decode("utf-8") == run(command, "essai").out


@pytest.mark.parametrize("command", ["new", "schema"])
@pytest.mark.parametrize(
    ("name", "way_out"),
    [
        ("esai", "vouliez-vous dire « essai » ?"),
        ("subvention", "programmes de cette bibliothèque : essai"),
    ],
)
def test_an_unknown_programme(run: Run, command: str, name: str, way_out: str) -> None:
    ran = run(command, name)
    assert (ran.code, ran.out) == (1, "")
    assert f"erreur[CG106] : programme inconnu : « {name} »" in ran.err
    assert way_out in ran.err
    assert "--> templates" in ran.err


@pytest.mark.parametrize("command", ["new", "schema"])
def test_a_faulty_programme(run: Run, desk: Shelf, command: str) -> None:
    desk.edit(PROGRAMME, ("exige: [terme]", "exige: [termes]"), ("type: nombre", "type: nombres"))
    ran = run(command, "essai")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.count("erreur[CG202]") == 2
    assert f"--> {PROGRAMME}" in ran.err


@pytest.mark.parametrize("command", [["new", "essai"], ["schema", "essai"], ["list", "clauses"]])
def test_another_library(
    run: Run,
    desk: Shelf,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: list[str],
) -> None:
    here = run(*command).out
    (tmp_path / "ailleurs").mkdir()
    monkeypatch.chdir(tmp_path / "ailleurs")
    assert run(*command, "--library", desk.root).out == here
    ran = run(*command, "--library", ".")
    assert (ran.code, ran.out) == (1, "")
    assert "erreur[CG201]" in ran.err


@pytest.mark.parametrize(
    ("arguments", "never"),
    [
        (["new", "--help"], {"jinja2", "ruamel", "docxtpl", "lxml"}),
        (["list", "--help"], {"jinja2", "ruamel", "docxtpl", "lxml"}),
        (["new", "essai"], {"docxtpl", "docx", "lxml", "PIL", "rich"}),
        (["schema", "essai"], {"docxtpl", "docx", "lxml", "PIL", "rich"}),
        (["list", "clauses"], {"docxtpl", "docx", "lxml", "PIL", "rich"}),
    ],
)
def test_what_is_not_needed_is_not_imported(arguments: list[str], never: set[str]) -> None:
    ran = python("-c", IMPORTED.replace("heavy & set", "set"), *arguments)
    assert ran.returncode == 0, ran.stderr
    assert not never & set(ran.stderr.splitlines()[-1].split())
