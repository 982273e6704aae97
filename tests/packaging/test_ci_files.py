"""What other repositories take from this one: the steps of the action, the hooks of pre-commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.acts.desk import Desk
from tests.packaging.installed import ROOT

TAKEN = (
    "src", "clauses", "templates", "cases", "convgen.toml", "pyproject.toml", "README.md",
    "LICENSE", ".pre-commit-hooks.yaml",
)  # fmt: skip
CONFIG = """\
repos:
  - repo: {repository}
    rev: v0
    hooks: [{{id: convgen-bibliotheque}}, {{id: convgen-fiches}}]
"""


def read(name: str) -> Any:
    return YAML(typ="safe").load((ROOT / name).read_text("utf-8"))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path / "depot")


def steps() -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = read("action.yml")["runs"]["steps"]
    return found


def step(name: str, desk: Desk, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run one step of the action as a runner does, its inputs in its environment."""
    found = next(one for one in steps() if one.get("name") == name)
    given = {key: one["default"] for key, one in read("action.yml")["inputs"].items()} | inputs
    taken = {
        key: value.strip("${ }").removeprefix("inputs.") for key, value in found["env"].items()
    }
    script = desk.root / ".step.sh"
    script.write_text(found["run"], "utf-8")
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=desk.root,
        env={
            **os.environ,
            **{key: given[value] for key, value in taken.items()},
            "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
            "GITHUB_ACTIONS": "true",
            "GITHUB_WORKSPACE": str(desk.root),
        },
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_sound_library_passes(desk: Desk) -> None:
    ran = step("Contrôler la bibliothèque", desk)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_a_fault_is_shown_on_its_line_and_stops(desk: Desk) -> None:
    desk.add("clauses/objet/subvention-poste.md", "\nJusqu’au {{ therme }}.\n")
    line = desk.file("clauses/objet/subvention-poste.md").read_text("utf-8").count("\n")
    ran = step("Contrôler la bibliothèque", desk, sarif="convgen.sarif")
    assert ran.returncode == 1
    assert f"::error file=clauses/objet/subvention-poste.md,line={line}," in ran.stdout
    assert '"ruleId": "CG207"' in desk.file("convgen.sarif").read_text("utf-8")


def test_the_acts_of_the_cases_are_written(desk: Desk) -> None:
    ran = step(
        "Produire les actes", desk, fiches="cases/a*/*.yaml\ncases/subv*/*.yaml\n", etat="brouillon"
    )
    assert ran.returncode == 0, ran.stderr
    assert {file.name for file in desk.file("actes").iterdir()} == {
        "europia.docx", "alpes-maritimes.docx"
    }  # fmt: skip


def test_a_pattern_that_no_case_answers_stops(desk: Desk) -> None:
    ran = step("Produire les actes", desk, fiches="$(touch piege)\nrien/*.yaml")
    assert ran.returncode == 1
    assert "aucune fiche" in ran.stdout
    assert not desk.file("piege").exists()


def test_what_a_stranger_types_never_enters_a_script() -> None:
    assert all("${{" not in one.get("run", "") for one in steps())


def test_the_example_takes_inputs_that_there_are() -> None:
    (job,) = read("docs/exemples/conventions.yml")["jobs"].values()
    (ours,) = (one for one in job["steps"] if "convgen" in one["uses"])
    assert {*ours["with"]} <= {*read("action.yml")["inputs"]}


def test_the_page_names_every_input_and_every_hook() -> None:
    page = (ROOT / "docs/integration-continue.md").read_text("utf-8")
    assert all(f"| `{name}` |" in page for name in read("action.yml")["inputs"])
    assert all(f"- id: {hook['id']}\n" in page for hook in read(".pre-commit-hooks.yaml"))


def test_pre_commit_installs_and_runs_the_hooks(tmp_path: Path, desk: Desk) -> None:
    if os.environ.get("CONVGEN_REQUIRE_TOOLS") != "1":
        pytest.skip("it installs from the registry")
    repository = tmp_path / "convgen"
    for name in TAKEN:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        repository.mkdir(exist_ok=True)
        copy(ROOT / name, repository / name)
    for folder in (repository, desk.root):
        git("init", "--quiet", cwd=folder)
    desk.write(".pre-commit-config.yaml", CONFIG.format(repository=repository))
    for folder in (repository, desk.root):
        git("add", "--all", cwd=folder)
        git("commit", "--quiet", "-m", "Essai", cwd=folder)
    git("tag", "v0", cwd=repository)
    git("mv", "cases/subvention-poste/alpes-maritimes.yaml", "seule.yaml", cwd=desk.root)
    ran = pre_commit(desk, tmp_path)
    assert "convgen (bibliothèque)" in ran.stdout
    assert ran.stdout.count("Failed") == 1, ran.stdout  # five of the real cases are drafts
    assert "CG101" in ran.stdout


def pre_commit(desk: Desk, home: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pre_commit", "run", "--all-files"]
    environment = {**os.environ, "PRE_COMMIT_HOME": str(home / "pre-commit")}
    return subprocess.run(
        command, cwd=desk.root, env=environment, capture_output=True, text=True, check=False
    )


def git(*arguments: str, cwd: Path) -> None:
    who = ("-c", "user.name=essai", "-c", "user.email=essai@exemple.fr")
    subprocess.run(["git", *who, *arguments], cwd=cwd, check=True, capture_output=True)
