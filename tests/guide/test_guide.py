"""The guide, followed to the letter: its files written, its commands run, their output read."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from PIL import Image

from tests.guide.blocks import Step, commands_of, patched, pattern_of, steps_of

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/guide.md"
_LASTING = "convgen watch"  # until Ctrl-C: it is interrupted once it has written


def run(command: str, folder: Path) -> str:
    """What a command prints, both streams as a terminal shows them."""
    environment = {k: v for k, v in os.environ.items() if k != "CONVGEN_LIBRARY"}
    environment["PATH"] = f"{Path(sys.executable).parent}:{environment['PATH']}"
    shown = ""
    with subprocess.Popen(
        ["bash", "-c", f"exec {command}" if command.startswith(_LASTING) else command],
        cwd=folder,
        env=environment | {"COLUMNS": "200"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    ) as process:
        for line in process.stdout or ():
            shown += line
            if command.startswith(_LASTING) and line.startswith("écrit : "):
                process.send_signal(signal.SIGINT)
    failed = process.returncode != 0 and not command.startswith(_LASTING)
    assert not failed or "convgen check" in command, f"{command}\n{shown}"
    return shown.replace("\u00a0", " ").replace("\u202f", " ")


def follow(step: Step, folder: Path) -> None:
    """Do what one step says."""
    file = folder / step.file
    file.parent.mkdir(parents=True, exist_ok=True)
    match step.verb:
        case "fichier":
            file.write_text(step.text, encoding="utf-8")
        case "ajouter":
            file.write_text(file.read_text("utf-8") + step.text, encoding="utf-8")
        case "modifier":
            file.write_text(patched(file.read_text("utf-8"), step.text), encoding="utf-8")
        case "image":
            Image.new("RGB", (200, 80), "navy").save(file)
        case "charte":
            shutil.copy(ROOT / "templates/convention.docx", file)
            style = docx.Document(str(file))
            style.styles["Normal"].font.size = Pt(9)
            style.save(str(file))
        case "console":
            for command, lines in commands_of(step.text):
                printed = run(command, folder)
                told = f"line {step.line}: {command}\n{printed}"
                assert pattern_of(lines).fullmatch(printed), told
        case _:
            pytest.fail(f"line {step.line}: {step.verb}?")


def test_the_guide_is_followed_to_the_letter(tmp_path: Path) -> None:
    folder = tmp_path / "dossier"
    folder.mkdir()
    for step in steps_of(GUIDE.read_text("utf-8")):
        follow(step, folder)
    texts = [paragraph.text for paragraph in docx.Document(str(folder / "fiche.docx")).paragraphs]
    assert "Assurance" in texts
    assert any("35 heures par semaine" in text.replace("\u00a0", " ") for text in texts)
    style = docx.Document(str(folder / "pret/cases/pret-materiel/barnums.docx")).styles["Normal"]
    assert style.font.size == Pt(9)


def test_a_guide_that_lies_is_caught(tmp_path: Path) -> None:
    """The runner itself: an output that is not what the guide says."""
    with pytest.raises(AssertionError):
        follow(Step(1, "console", "", "$ echo un\ndeux\n"), tmp_path)
    with pytest.raises(AssertionError):
        follow(Step(1, "console", "", "$ false\n"), tmp_path)
    follow(Step(1, "console", "", "$ printf 'un\\ndeux\\ntrois 3\\n'\n…\ntrois …\n"), tmp_path)
