"""One cache of compiled clauses and templates for a whole session, its workers included."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

_VARIABLE = "XDG_CACHE_HOME"


@pytest.fixture(scope="session", autouse=True)
def shared_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """What one test has compiled, the others take: an entry is named by all that made it."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "cache"
    before = os.environ.get(_VARIABLE)
    os.environ[_VARIABLE] = str(folder)
    yield folder
    if before is None:
        del os.environ[_VARIABLE]
    else:
        os.environ[_VARIABLE] = before


@pytest.fixture(autouse=True)
def no_action(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a GitHub action, faults are told as annotations: what a test expects is for reading."""
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)


@pytest.fixture
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, for what a test says of the cache itself."""
    monkeypatch.setenv(_VARIABLE, str(tmp_path / "cache"))
    return tmp_path / "cache"
