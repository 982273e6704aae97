"""A small library with a Word template, and the command run in this process."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from convgen.cli.main import main
from tests.library.fixtures import shelf
from tests.library.shelf import CASE, Shelf

__all__ = ["shelf"]
ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Ran:
    """What a command left: its exit code, and both streams."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture
def desk(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> Shelf:
    """The library, where one stands."""
    shutil.copy(ROOT / "templates/convention.docx", shelf.root / "templates/convention.docx")
    monkeypatch.chdir(shelf.root)
    monkeypatch.setenv("COLUMNS", "100")
    return shelf


@pytest.fixture
def run(desk: Shelf, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run convgen with some arguments."""

    def call(*arguments: str | Path) -> Ran:
        monkeypatch.setattr("sys.argv", ["convgen", *map(str, arguments)])
        with pytest.raises(SystemExit) as stopped:
            main()
        streams = capsys.readouterr()
        assert isinstance(stopped.value.code, int)
        return Ran(stopped.value.code, streams.out, streams.err)

    return call


@pytest.fixture
def broken(desk: Shelf) -> Shelf:
    """A case without its term."""
    desk.edit(CASE, ("terme: 31/12/2026", "terme:"))
    return desk
