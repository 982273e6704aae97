"""Whole files: those that are right, and those that say where they are wrong."""

import re
from pathlib import Path

import pytest

from convgen.yaml.source import read_source

FOLDER = Path(__file__).parent / "examples"
EXPECTED = re.compile(r"# erreur: (CG\d{3})")


def files(kind: str) -> list[Path]:
    return sorted((FOLDER / kind).glob("*.yaml"))


@pytest.mark.parametrize("path", files("positive"), ids=lambda p: p.stem)
def test_a_right_file_is_read_without_a_word(path: Path) -> None:
    source, diagnostics = read_source(path)
    assert diagnostics == []
    assert source is not None


@pytest.mark.parametrize("path", files("negative"), ids=lambda p: p.stem)
def test_each_fault_is_told_at_its_line(path: Path) -> None:
    expected = [
        (number, code)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        for code in EXPECTED.findall(line)
    ]
    _, diagnostics = read_source(path)
    assert [(d.span.line, d.code.value) for d in diagnostics] == expected
    assert all(d.message and d.help for d in diagnostics)
