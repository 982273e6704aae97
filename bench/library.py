"""Checking a whole library, beside reading it.

read      every programme, clause and Word template, from the cache of compiled ones
compile   the same with an empty cache, as after an edit of each
check     every fault, reading included
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.clock import interleaved
from convgen.library.store import Library
from convgen.lint.library import faults_of_library
from convgen.word.door import load_template

ROUNDS = 20


def measure_library(root: Path) -> dict[str, float]:
    """The medians, in milliseconds, and the ratios of `check` to both ways to read."""
    assert faults_of_library(Library(root)) == [], "the library has faults"
    tasks: dict[str, Callable[[], object]] = {
        "read": lambda: _read(root),
        "compile": lambda: _compile(root),
        "check": lambda: faults_of_library(Library(root)),
    }
    costs = {name: cost.wall * 1000 for name, cost in interleaved(tasks, ROUNDS).items()}
    return {
        "clauses": sum(1 for _ in Library(root).clause_names()),
        **{f"{name}_ms": cost for name, cost in costs.items()},
        "check_vs_read": costs["check"] / costs["read"],
        "check_vs_compile": costs["check"] / costs["compile"],
    }


def _read(root: Path) -> None:
    library = Library(root)
    programmes, faults = library.programmes()
    _, unread = library.clauses()
    assert not [*faults, *unread]
    for programme in programmes:
        load_template(library.word_template(programme.name))


def _compile(root: Path) -> None:
    with tempfile.TemporaryDirectory() as folder, _cache_in(folder):
        _read(root)


@contextmanager
def _cache_in(folder: str) -> Iterator[None]:
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = folder
    try:
        yield
    finally:
        os.environ.pop("XDG_CACHE_HOME")
        if before is not None:
            os.environ["XDG_CACHE_HOME"] = before
