"""The house style, loaded once, with a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.word.door import Template, load_template

HOUSE_STYLE = Path(__file__).parents[2] / "templates" / "convention.docx"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache"


@pytest.fixture
def house_style() -> Path:
    return HOUSE_STYLE


@pytest.fixture
def template() -> Template:
    loaded, diagnostics = load_template(HOUSE_STYLE)
    assert diagnostics == []
    assert loaded is not None
    return loaded
