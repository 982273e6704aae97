"""The house style, loaded once."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.word.door import Template, load_template

HOUSE_STYLE = Path(__file__).parents[2] / "templates" / "convention.docx"


@pytest.fixture
def house_style() -> Path:
    return HOUSE_STYLE


@pytest.fixture
def template() -> Template:
    loaded, diagnostics = load_template(HOUSE_STYLE)
    assert diagnostics == []
    assert loaded is not None
    return loaded
