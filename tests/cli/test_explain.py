"""`convgen explain`: the page of each code, and the list of all."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys

import pytest

from convgen.faults.catalogue import FAMILIES, all_pages, page_of
from convgen.faults.diagnostic import Code
from tests.cli.conftest import Run

ESCAPES = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def test_a_pipe_gets_the_page_as_it_is_written(run: Run) -> None:
    ran = run("explain", "CG102")
    assert (ran.code, ran.out) == (0, page_of(Code.INVALID_VALUE).markdown)
    assert "<!--" not in ran.out


@pytest.mark.parametrize("written", ["102", "cg102", " CG102 "])
def test_a_code_is_found_as_it_is_typed(run: Run, written: str) -> None:
    assert run("explain", written).out == page_of(Code.INVALID_VALUE).markdown


def test_alone_it_lists_every_code_by_family(run: Run) -> None:
    told = run("explain").out
    assert [line.split()[0] for line in told.split("\n") if line.startswith("  CG")] == [*Code]
    assert all(f"{name}\n" in told for name in FAMILIES.values())
    assert all(f"  {page.code}  {page.title}\n" in told for page in all_pages())


@pytest.mark.parametrize("written", ["CG999", "faute", "", "CG"])
def test_an_unknown_code_is_a_wrong_call(run: Run, written: str) -> None:
    ran = run("explain", written)
    assert ran.code == 2
    assert "code inconnu" in ran.err


@pytest.mark.parametrize("code", ["CG102", "CG207", "CG402"])
def test_a_terminal_gets_it_laid_out_in_its_width(code: str) -> None:
    told = in_a_terminal("explain", code)
    plain = ESCAPES.sub("", told)
    assert told != plain
    assert "##" not in plain
    assert max(map(len, plain.splitlines())) <= 80
    for block in re.findall(r"^```\w*\n(.*?)^```$", page_of(Code(code)).text, re.S | re.M):
        for line in block.splitlines():
            assert line.rstrip() in plain


def in_a_terminal(*arguments: str) -> str:
    """What the command prints in a terminal of eighty columns."""
    reader, terminal = pty.openpty()
    environment = {**os.environ, "COLUMNS": "80", "TERM": "xterm-256color", "NO_COLOR": ""}
    command = [sys.executable, "-m", "convgen", *arguments]
    with subprocess.Popen(command, stdout=terminal, env=environment):
        os.close(terminal)
        told = b""
        try:
            while chunk := os.read(reader, 65536):
                told += chunk
        except OSError:  # the end of a terminal
            pass
    os.close(reader)
    return told.decode().replace("\r\n", "\n")
