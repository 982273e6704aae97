"""Each code has a page, whose example gives what it says, and whose mended one gives nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from convgen.faults.catalogue import FAMILIES, PAGES, all_pages, page_of
from convgen.faults.diagnostic import Code
from tests.faults.document import DOCUMENT, as_document
from tests.faults.replay import SECTIONS, WIDTH, Leaf
from tests.lint.test_fixtures import ENGLISH

CODES = list(Code)


def leaf(code: Code) -> Leaf:
    return Leaf(page_of(code))


def test_each_code_has_a_page_and_each_page_a_code() -> None:
    assert sorted(file.stem for file in PAGES.iterdir()) == sorted(CODES)
    assert {code[:3] for code in CODES} == {*FAMILIES}


@pytest.mark.parametrize("code", CODES)
def test_a_page_has_its_sections_and_fits_a_terminal(code: Code) -> None:
    page = leaf(code)
    assert tuple(page.sections) == ("", *SECTIONS)
    assert all(text.strip() for text in page.sections.values())
    assert not page.page.title.endswith((".", ":"))
    assert len(f"{code}  {page.page.title}") <= WIDTH
    for block in re.findall(r"^```.*?^```$", page.page.text, re.DOTALL | re.MULTILINE):
        assert max(map(len, block.split("\n"))) <= WIDTH, block


@pytest.mark.parametrize("code", CODES)
def test_the_example_gives_what_its_page_says(code: Code, tmp_path: Path) -> None:
    page = leaf(code)
    found = page.replayed("Exemple", tmp_path)
    assert not found.differences
    assert code in {fault.code for fault in found.faults}
    assert page.message == found.message, "refresh with « make pages »"


@pytest.mark.parametrize("code", CODES)
def test_the_mended_example_gives_nothing(code: Code, tmp_path: Path) -> None:
    assert leaf(code).replayed("Corrigé", tmp_path).faults == []


@pytest.mark.parametrize("code", CODES)
def test_a_page_is_in_french(code: Code) -> None:
    prose = re.sub(r"^```.*?^```$|`[^`]*`|«[^»]*»", "", page_of(code).text, flags=re.S | re.M)
    assert not ENGLISH.search(prose)


def test_titles_are_all_different() -> None:
    titles = [page.title for page in all_pages()]
    assert len({*titles}) == len(titles)


def test_the_document_is_made_of_the_pages() -> None:
    assert DOCUMENT.read_text("utf-8") == as_document(), "refresh with « make pages »"


def test_the_document_links_to_its_own_headings() -> None:
    text = as_document()
    anchors = {
        re.sub(r"[^\w\s-]", "", heading.lower()).replace(" ", "-")
        for heading in re.findall(r"^## (CG.+)$", text, re.MULTILINE)
    }
    assert len(anchors) == len(CODES)
    assert {*re.findall(r"\]\(#([^)]+)\)", text)} == anchors
