from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from lxml import etree

from convgen.word.door import Template, fill, read_back
from convgen.word.opc.package import W
from tests.word.editing import MAIN, add, parts_of, replace, rewrite, zipped
from tests.word.specimens import every_kind

DOCUMENT = every_kind()


@pytest.fixture
def data(template: Template) -> bytes:
    return fill(template, DOCUMENT)


def edited(data: bytes, change: Callable[[list[etree._Element]], None]) -> bytes:
    parts = parts_of(data)
    root = etree.fromstring(parts[MAIN])
    body = root.find(W + "body")
    assert body is not None
    change(list(body))
    return zipped(parts | {MAIN: etree.tostring(root)})


def test_a_faithful_file_has_no_difference(template: Template, data: bytes) -> None:
    assert read_back(data, DOCUMENT, template.styles) == []
    assert read_back(data, DOCUMENT) == []


BLOCKS = 36


@pytest.mark.parametrize("index", range(BLOCKS))
def test_a_dropped_block_is_noticed(template: Template, data: bytes, index: int) -> None:
    def drop(blocks: list[etree._Element]) -> None:
        assert len(blocks) == BLOCKS + 1  # the last one is the page setup
        parent = blocks[index].getparent()
        assert parent is not None
        parent.remove(blocks[index])

    assert read_back(edited(data, drop), DOCUMENT, template.styles)
    assert read_back(edited(data, drop), DOCUMENT)


@pytest.mark.parametrize("index", range(1, BLOCKS))
def test_two_blocks_that_change_places_are_noticed(
    template: Template, data: bytes, index: int
) -> None:
    def swap(blocks: list[etree._Element]) -> None:
        blocks[index].addnext(blocks[index - 1])

    assert read_back(edited(data, swap), DOCUMENT, template.styles)


@pytest.mark.parametrize("index", range(BLOCKS))
def test_an_added_block_is_noticed(template: Template, data: bytes, index: int) -> None:
    def repeat(blocks: list[etree._Element]) -> None:
        blocks[index].addnext(etree.fromstring(etree.tostring(blocks[index])))

    assert read_back(edited(data, repeat), DOCUMENT, template.styles)


def test_every_altered_text_is_noticed(template: Template, data: bytes) -> None:
    xml = parts_of(data)[MAIN].decode()
    texts = list(re.finditer(r"<w:t[^>]*>([^<]+)</w:t>", xml))
    assert len(texts) > 40
    for match in texts:
        changed = xml[: match.start(1)] + "Z" + xml[match.end(1) :]
        faults = read_back(
            zipped(parts_of(data) | {MAIN: changed.encode()}), DOCUMENT, template.styles
        )
        assert len(faults) == 1
        assert re.match(r"Paragraphe \d+", faults[0])


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('<w:pStyle w:val="Comparution"/>', '<w:pStyle w:val="Paragraphe"/>', "style"),
        ('<w:numId w:val="7"/>', '<w:numId w:val="6"/>', "numérotation"),
        ('<w:ilvl w:val="2"/><w:numId w:val="6"/>', '<w:ilvl w:val="2"/>', "numérotation"),
        ('<w:numId w:val="7"/>', '<w:numId w:val="99"/>', "La liste 99"),
        ('w:name="_annexe', 'w:name="_annex', "signet"),
        ("REF _article_2", "REF _article_9", "renvoi"),
        ("REF _article_2", "XREF _article_2", "renvoi"),
        ("<w:tab/>", "", "texte"),
        ("☒", "☐", "texte"),
    ],
)
def test_what_is_not_text_is_compared_too(
    template: Template, data: bytes, old: str, new: str, told: str
) -> None:
    faults = read_back(replace(data, old, new), DOCUMENT, template.styles)
    assert any(told in fault for fault in faults), faults


def test_one_style_for_each_kind_even_without_the_template(data: bytes) -> None:
    old, new = '<w:pStyle w:val="Puce"/>', '<w:pStyle w:val="Point"/>'
    assert read_back(replace(data, old, new), DOCUMENT) == []  # the only bullet of its level
    old, new = '<w:pStyle w:val="Point"/>', '<w:pStyle w:val="Puce"/>'
    assert read_back(replace(data, old, new), DOCUMENT) != []


def test_a_cell_that_leaves_its_row_is_noticed(template: Template, data: bytes) -> None:
    moved = rewrite(data, MAIN, lambda xml: xml.replace("</w:tr><w:tr>", "", 1))
    assert read_back(moved, DOCUMENT, template.styles)


def test_title_and_reference_are_looked_for_around_the_text(
    template: Template, data: bytes
) -> None:
    for part, told in (("word/header1.xml", "Le titre"), ("docProps/core.xml", "Propriétés")):
        changed = replace(data, "Convention d’essai", "Autre", part)
        assert [f for f in read_back(changed, DOCUMENT, template.styles) if told in f]
    changed = replace(data, "2026-017", "2026-018", "word/header1.xml")
    changed = replace(changed, "2026-017", "2026-018", "word/header2.xml")
    assert any("La référence" in f for f in read_back(changed, DOCUMENT, template.styles))


def test_the_status_is_looked_for_in_the_properties(template: Template, data: bytes) -> None:
    changed = replace(
        data, "<cp:contentStatus>Brouillon", "<cp:contentStatus>Final", "docProps/core.xml"
    )
    lost = replace(data, "<cp:contentStatus>Brouillon</cp:contentStatus>", "", "docProps/core.xml")
    for other, found in ((changed, "Final"), (lost, "")):
        (told,) = read_back(other, DOCUMENT, template.styles)
        assert told.endswith(f"état du document : attendu « Brouillon », trouvé « {found} ».")


def test_bookmarks_are_closed_once_each(template: Template, data: bytes) -> None:
    unclosed = rewrite(data, MAIN, lambda x: re.sub(r"<w:bookmarkEnd [^>]*/>", "", x, count=1))
    assert any("signet" in fault for fault in read_back(unclosed, DOCUMENT, template.styles))


@pytest.mark.parametrize("broken", [b"", b"PK\3\4", b"\0" * 100])
def test_a_broken_file_is_a_difference(broken: bytes) -> None:
    assert read_back(broken, DOCUMENT) == [
        "Le fichier écrit ne se relit pas : ce n’est pas une archive zip lisible."
    ]


def test_a_file_with_a_dtd_is_a_difference(data: bytes) -> None:
    xml = b'<!DOCTYPE d [<!ENTITY x "y">]><d>&x;</d>'
    assert "DTD" in read_back(add(data, MAIN, xml), DOCUMENT)[0]
