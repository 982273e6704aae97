"""Each page is followed to the letter, in a copy of the checkout: what it adds works."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.acts.desk import ROOT
from tests.guide.blocks import Step, commands_of, patched, pattern_of, steps_of

PAGES = tuple(sorted((ROOT / "docs/ajouter").glob("*.md")))
_LEFT = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "build", "__pycache__")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of this one, with the same tools."""
    folder = tmp_path / "convgen"
    shutil.copytree(ROOT, folder, ignore=_LEFT)
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


def run(command: str, folder: Path) -> str:
    """What a command prints, both streams as a terminal shows them."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "COV", "CONVGEN"))}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=kept | {"PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1", "COLUMNS": "200"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}"
    return done.stdout


def follow(step: Step, folder: Path) -> None:
    """Do what one step says."""
    file = folder / step.file
    match step.verb:
        case "fichier":
            file.parent.mkdir(exist_ok=True)
            assert not file.exists(), f"line {step.line}: {step.file} is there already"
            file.write_text(step.text, encoding="utf-8")
        case "modifier":
            file.write_text(patched(file.read_text("utf-8"), step.text), encoding="utf-8")
        case "ajouter":
            file.write_text(file.read_text("utf-8") + step.text, encoding="utf-8")
        case "console":
            for command, lines in commands_of(step.text):
                printed = run(command, folder)
                assert pattern_of(lines).fullmatch(printed), f"{command}\n{printed}"
        case _:
            pytest.fail(f"line {step.line}: {step.verb}?")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_followed_to_the_letter(page: Path, checkout: Path) -> None:
    steps = list(steps_of(page.read_text("utf-8")))
    assert {"fichier", "console"} <= {step.verb for step in steps}
    for step in steps:
        follow(step, checkout)
    made = [step.file for step in steps if step.file.endswith(".py") and step.file[:5] != "build"]
    run(f".venv/bin/ruff format --check -q {' '.join(made)}", checkout)
    run(f".venv/bin/ruff check -q {' '.join(made)}", checkout)
