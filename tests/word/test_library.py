"""The Word templates of the library: sound, and of one style."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from convgen.word.charte.inspect import inspect_template
from convgen.word.door import fill, load_template, read_back
from tests.support.office import validate
from tests.word.conftest import HOUSE_STYLE
from tests.word.editing import parts_of
from tests.word.numbered import labels
from tests.word.specimens import every_kind

TEMPLATES = sorted(HOUSE_STYLE.parent.rglob("*.docx"))
FUNDED_POST = HOUSE_STYLE.parent / "subvention-poste/convention.docx"
each_template = pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.parent.name)


@each_template
def test_a_template_is_without_fault_and_holds_every_kind(path: Path) -> None:
    assert inspect_template(path) == []
    template, _ = load_template(path)
    assert template is not None
    assert read_back(fill(template, every_kind()), every_kind(), template.styles) == []


@pytest.mark.validator
def test_the_validator_finds_no_fault_in_the_templates() -> None:
    assert HOUSE_STYLE in TEMPLATES
    assert validate(TEMPLATES) == {}


def test_a_funded_post_has_the_house_style_but_for_its_numbers() -> None:
    house, own = parts_of(HOUSE_STYLE.read_bytes()), parts_of(FUNDED_POST.read_bytes())
    assert [name for name in house | own if house.get(name) != own.get(name)] == [
        "word/numbering.xml"
    ]


def test_the_sub_articles_of_a_funded_post_are_written_with_a_dash() -> None:
    own, _ = load_template(FUNDED_POST)
    house, _ = load_template(HOUSE_STYLE)
    assert own is not None
    assert house is not None
    dashed = [re.sub(r"(\d)\.(?=\d)", r"\1-", label).rstrip(".") for label in labels(house)]
    assert labels(own) == dashed
    assert {"1-1", "1-2-1"} <= set(dashed)
