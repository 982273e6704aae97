"""A command, an option: someone runs it, someone tells what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
import typer

from convgen.cli import commands
from convgen.cli.main import app
from convgen.neighbours import names_in
from tests.acts.desk import ROOT

DOCS = "\n".join(
    file.read_text("utf-8") for file in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
)
TESTS = "\n".join(file.read_text("utf-8") for file in (ROOT / "tests/cli").glob("test_*.py"))


def _all(name: str, command: Any) -> Iterator[tuple[str, Any]]:
    yield name, command
    for below, one in getattr(command, "commands", {}).items():
        yield from _all(f"{name} {below}", one)


COMMANDS = dict(_all("convgen", typer.main.get_command(app)))


@pytest.mark.parametrize("name", names_in(str(commands.__file__)))
def test_each_command_is_run_by_a_test(name: str) -> None:
    assert re.search(rf'"{name}"', TESTS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_each_command_and_option_is_documented(name: str) -> None:
    assert name in DOCS
    options = {one for param in COMMANDS[name].params for one in param.opts if one[:2] == "--"}
    assert {one for one in options - {"--version"} if one not in DOCS} == set()
