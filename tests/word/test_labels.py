"""The labels of numbers are those of the house style, and those that a reader of it prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from convgen.model.document import BlockKind
from convgen.word.door import Template, fill, load_template, read_back
from tests.support.office import pdf_text, to_pdf
from tests.word.conftest import HOUSE_STYLE
from tests.word.editing import rewrite, text_of
from tests.word.numbered import NUMBERING, labels, numbered, relabelled
from tests.word.specimens import K, block, reference, small

HOUSE = HOUSE_STYLE.read_bytes()
HOUSE_LABELS = [
    *("Titre\u00a0I", "Article\u00a01", "1.1.", "1.1.1.", "1.1.2.", "1.2.", "1.2.1."),
    *("Article\u00a02", "1°", "2°", "a)", "b)", "i)", "3°", "a)", "1°", "2°"),
    *("Titre\u00a0II", "Article\u00a03", "3.1.", "–", "•", "–", "Annexe\u00a01", "Annexe\u00a02"),
]
DECIMAL = '"decimal"/><w:pStyle w:val="Heading2"/>'
ROMAN = (DECIMAL, DECIMAL.replace("decimal", "upperRoman"))
ROMAN_LABELS = {"Article\u00a01": "Article\u00a0I", "Article\u00a03": "Article\u00a0III"}
LETTERS = '"lowerLetter"/><w:pStyle w:val="Point2"/>'
SUB_ARTICLE = '<w:pStyle w:val="Heading3"/>'
START = '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="{}"/>'
# What a house style changes, and what some of its labels become.
VARIANTS: dict[str, tuple[list[tuple[str, str]], dict[str, str]]] = {
    "dash": (
        [('"%1.%2."', '"%1-%2"'), ('"%1.%2.%3."', '"%1-%2-%3"')],
        {"1.1.": "1-1", "1.2.1.": "1-2-1", "3.1.": "3-1"},
    ),
    "words": (
        [("Article\u00a0%1", "ART. %1"), ("Annexe\u00a0%1", "ANNEXE %1 :")],
        {"Article\u00a03": "ART. 3", "3.1.": "3.1.", "Annexe\u00a02": "ANNEXE 2 :"},
    ),
    "roman": ([ROMAN], {**ROMAN_LABELS, "3.1.": "III.1."}),
    "legal": (
        [ROMAN, (SUB_ARTICLE, SUB_ARTICLE + "<w:isLgl/>")],
        {**ROMAN_LABELS, "3.1.": "3.1.", "1.2.1.": "I.2.1."},
    ),
    "no restart": (
        [(SUB_ARTICLE, '<w:lvlRestart w:val="0"/>' + SUB_ARTICLE)],
        {"1.1.": "1.1.", "1.2.": "1.2.", "3.1.": "3.3."},
    ),
    "letters": ([(LETTERS, LETTERS.replace("lower", "upper"))], {"a)": "A)", "i)": "i)"}),
    "zero": (
        [(DECIMAL, DECIMAL.replace("decimal", "decimalZero"))],
        {"Article\u00a01": "Article\u00a001"},
    ),
    "bullet": ([('"•"', '"▪"')], {"•": "▪"}),
    "start": (
        [
            (START.format("Point"), START.format("Point").replace('"1"', '"4"')),
            (START.format("Heading2"), START.format("Heading2").replace('"1"', '"6"')),
        ],
        {"1°": "4°", "3°": "6°", "Article\u00a01": "Article\u00a06", "3.1.": "8.1."},
    ),
}


def loaded(folder: Path, data: bytes) -> Template:
    path = folder / "modele.docx"
    path.write_bytes(data)
    template, faults = load_template(path)
    assert template is not None, faults
    return template


def test_the_house_style_says_its_labels(template: Template) -> None:
    assert labels(template) == HOUSE_LABELS


@pytest.mark.parametrize("name", VARIANTS)
def test_a_house_style_changes_its_labels(tmp_path: Path, name: str) -> None:
    changes, expected = VARIANTS[name]
    found = labels(loaded(tmp_path, relabelled(HOUSE, *changes)))
    pairs = set(zip(HOUSE_LABELS, found, strict=True))
    for before, after in expected.items():
        assert {new for old, new in pairs if old == before} == {after}


def test_labels_are_the_same_from_the_cache(tmp_path: Path, own_cache: Path) -> None:
    data = relabelled(HOUSE, *VARIANTS["legal"][0], *VARIANTS["start"][0][:1])
    first = loaded(tmp_path, data).labels
    assert list(own_cache.rglob("*.json"))
    load_template.__globals__["_template"].cache_clear()
    assert loaded(tmp_path, data).labels == first


def test_each_list_starts_where_the_house_style_says(tmp_path: Path) -> None:
    template = loaded(tmp_path, relabelled(HOUSE, *VARIANTS["start"][0]))
    numbering = text_of(fill(template, numbered(template)), NUMBERING)
    restarts = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    assert numbering.count(restarts) == 2


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("ART. %1", r" REF cible \r \h "),
        ("%1.", r" REF cible \r \h "),
        ("Article\u00a0%1 –", r' HYPERLINK \l "cible" '),
        ("Article\u00a0%1 :", r' HYPERLINK \l "cible" '),
    ],
)
def test_a_reference_follows_its_target_where_word_would_print_the_same(
    tmp_path: Path, label: str, field: str
) -> None:
    template = loaded(tmp_path, relabelled(HOUSE, ("Article\u00a0%1", label)))
    document = small(
        block(K.ARTICLE, "Objet", anchor="cible"), block(K.PARAGRAPH, reference("x", "cible"))
    )
    data = fill(template, document)
    assert f">{field}</w:instrText>" in text_of(data)
    assert read_back(data, document, template.styles) == []


SYMBOL = 'w:ascii="Symbol" w:hAnsi="Symbol"'


@pytest.mark.parametrize(
    ("changes", "bullet"),
    [
        ([('"–"', '"\uf0b7"'), ('w:ascii="Arial" w:hAnsi="Arial"', SYMBOL)], "•"),
        ([('"–"', '"·"'), ('w:ascii="Arial" w:hAnsi="Arial"', SYMBOL)], "•"),
        ([('"–"', '"\uf0a7"')], "•"),
        ([('"–"', '"o"'), ('w:ascii="Arial"', 'w:ascii="Courier New"')], "o"),
    ],
)
def test_a_bullet_reads_without_its_font(
    tmp_path: Path, changes: list[tuple[str, str]], bullet: str
) -> None:
    template = loaded(tmp_path, relabelled(HOUSE, *changes))
    assert template.labels.first(template.labels.places[BlockKind.BULLET, 0]) == bullet


def test_a_list_may_have_a_style_of_its_own(tmp_path: Path) -> None:
    """Word then keeps the levels in another definition, which it finds by that style."""
    style = '<w:style w:type="numbering" w:styleId="Points"><w:name w:val="Points"/></w:style>'
    data = rewrite(
        HOUSE, "word/styles.xml", lambda xml: xml.replace("</w:styles>", style + "</w:styles>")
    )
    link = (
        '<w:abstractNum w:abstractNumId="9"><w:numStyleLink w:val="Points"/></w:abstractNum><w:num '
    )
    data = relabelled(
        data,
        ('<w:tmpl w:val="40C3B2A1"/>', '<w:tmpl w:val="40C3B2A1"/><w:styleLink w:val="Points"/>'),
        ("<w:num ", link),
        (
            '<w:num w:numId="4"><w:abstractNumId w:val="3"/>',
            '<w:num w:numId="4"><w:abstractNumId w:val="9"/>',
        ),
    )
    assert labels(loaded(tmp_path, data)) == HOUSE_LABELS


@pytest.mark.soffice
def test_libreoffice_prints_the_labels_that_convgen_tells(tmp_path: Path) -> None:
    files, documents = [], []
    for name, (changes, _) in VARIANTS.items():
        if name in ("legal", "no restart"):  # which Word knows, LibreOffice 7.4 does not
            continue
        template = loaded(tmp_path, relabelled(HOUSE, *changes))
        document = numbered(template)
        data = fill(template, document)
        assert read_back(data, document, template.styles) == []
        files.append(tmp_path / f"{name}.docx")
        files[-1].write_bytes(data)
        documents.append(document)
    for document, pdf in zip(documents, to_pdf(files, tmp_path), strict=True):
        printed = re.findall(r"^ *(\S.*?) +(mot-\d+)$", pdf_text(pdf), re.MULTILINE)
        blocks = [block for block in document.all_blocks() if block.number]
        told = [(block.number.replace("\u00a0", " "), block.text) for block in blocks]
        assert [(re.sub(" +", " ", label), word) for label, word in printed] == told, pdf.name
