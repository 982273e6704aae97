from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import etree

from convgen.errors import ConvgenError
from convgen.model.document import Block, RunKind
from convgen.word.door import Template, fill, read_back
from convgen.word.opc.package import W
from tests.word.editing import parts_of, text_of
from tests.word.specimens import (
    K,
    article,
    blank,
    block,
    cell,
    every_kind,
    gap,
    line,
    points,
    reference,
    row,
    signatures,
    small,
    table,
    text,
    value,
)

HOSTILE = [
    "A <SARL> & Fils {{ 7*7 }} **x** ]]> 'é’",
    "- un tiret",
    "# un titre",
    "{%p for %}",
    "{{r x}} {{p bloc.tableau }} {% raw %} {# rien #}",
    "</w:t></w:r></w:p><w:p/>",
    "&amp; &lt; &#60; &nbsp;",
    "anticonstitutionnellement" * 40,
    "  deux espaces  au   milieu et à la fin  ",
    " ",
    "👩🏽‍💻 🇫🇷 été e\u0301te\u0301",
    "avant\taprès\tencore",
    "ligne 1\nligne 2",
    "« 12\u202f500,00\u00a0€ »",
    "peut\u2011être",
    "césu\u00adre",
    "\\1 \\g<0> %s {0} $x",
    "Œuvre\u2028séparateur",
    "fin]]",
]


def paragraphs(data: bytes) -> list[etree._Element]:
    return list(etree.fromstring(parts_of(data)["word/document.xml"]).iter(W + "p"))


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("kind", [RunKind.TEXT, RunKind.VALUE, RunKind.GAP])
def test_any_text_comes_out_as_it_went_in(template: Template, words: str, kind: RunKind) -> None:
    run = text(words)._replace(kind=kind)
    document = small(block(K.PARAGRAPH, run), table(row(cell(line(run))), row(cell(line(run)))))
    data = fill(template, document)
    as_python_docx_reads = words.replace("\u00ad", "").replace("\u2011", "-")
    assert docx.Document(io.BytesIO(data)).paragraphs[0].text == as_python_docx_reads
    assert read_back(data, document, template.styles) == []


@pytest.mark.parametrize("words", HOSTILE)
def test_any_title_and_reference_come_out(template: Template, words: str) -> None:
    document = small(block(K.TITLE, words), title=words, reference=words, banner=words)
    data = fill(template, document)
    assert read_back(data, document, template.styles) == []
    assert docx.Document(io.BytesIO(data)).core_properties.title == re.sub(r"[\t\n]", " ", words)


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\f", "\ufffe", "\ud800"])
def test_a_character_that_xml_forbids_is_refused(template: Template, character: str) -> None:
    for document in (
        small(block(K.PARAGRAPH, f"a{character}b")),
        small(title=character),
        small(reference=character),
    ):
        with pytest.raises(ConvgenError):
            fill(template, document)


def test_the_same_document_gives_the_same_bytes(template: Template) -> None:
    assert fill(template, every_kind()) == fill(template, every_kind())


def test_nothing_in_the_zip_comes_from_the_clock(template: Template) -> None:
    with zipfile.ZipFile(io.BytesIO(fill(template, every_kind()))) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_python_docx_opens_it(template: Template) -> None:
    opened = docx.Document(io.BytesIO(fill(template, every_kind())))
    styles = [p.style.name for p in opened.paragraphs if p.style]
    assert styles[:4] == ["Bandeau", "Title", "Section", "Comparution"]
    assert [t.style.name for t in opened.tables if t.style] == [
        "Tableau de la convention",
        "Tableau des signatures",
    ]


def test_properties_name_no_author(template: Template) -> None:
    properties = docx.Document(io.BytesIO(fill(template, every_kind()))).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.title == "Convention d’essai"
    assert properties.language == "fr-FR"
    assert properties.created == properties.modified


def test_the_banner_shows_only_in_a_draft(template: Template) -> None:
    assert "Bandeau" not in text_of(fill(template, small(block(K.PARAGRAPH, "x"))))
    assert "Bandeau" in text_of(fill(template, small(block(K.PARAGRAPH, "x"), banner="Brouillon")))


def test_the_reference_shows_only_when_there_is_one(template: Template) -> None:
    document = small(block(K.PARAGRAPH, "x"))
    assert "Référence" not in text_of(fill(template, document), "word/header1.xml")
    document = small(block(K.PARAGRAPH, "x"), reference="A & B")
    for header in "word/header1.xml", "word/header2.xml":
        assert "Référence : A &amp; B" in text_of(fill(template, document), header)


def test_each_list_of_the_tree_is_a_list_of_word_that_restarts(template: Template) -> None:
    data = fill(template, small(*points(1, "a", "b"), *points(2, "c"), *points(1, "d", level=1)))
    listed = re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d+)"', text_of(data))
    assert listed == [("0", "6"), ("0", "6"), ("0", "7"), ("1", "6")]
    numbering = text_of(data, "word/numbering.xml")
    assert re.findall(r'<w:num w:numId="(\d+)"', numbering) == ["1", "2", "3", "4", "5", "6", "7"]
    assert numbering.count('<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>') == 2


def test_a_reference_is_a_live_field_towards_a_bookmark(template: Template) -> None:
    data = fill(template, small(block(K.ARTICLE, "x", anchor="Été n° 1"), title="t"))
    name = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="([^"]+)"', text_of(data))[0]
    assert re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,39}", name)
    data = fill(template, small(block(K.PARAGRAPH, reference("Article 1", "Été n° 1"))))
    assert f" REF {name} \\r \\h " in text_of(data)


def test_anchors_that_look_alike_keep_their_own_bookmark(template: Template) -> None:
    anchors = ["objet", "Objet", "objet-", "objet_", "ob jet", "o" * 60, "o" * 61, "1"]
    data = fill(template, small(*(block(K.ARTICLE, a, anchor=a) for a in anchors)))
    names = re.findall(r'w:name="([^"]+)"', text_of(data))
    assert len({name.casefold() for name in names}) == len(anchors)


def test_looks_are_styles_never_direct_formatting(template: Template) -> None:
    xml = text_of(fill(template, every_kind()))
    assert not re.search(r"<w:(b|i|u|sz|color|highlight|shd|jc|spacing|ind|rFonts)\b", xml)


def test_bold_does_not_undo_a_bold_heading(template: Template) -> None:
    xml = text_of(fill(template, small(block(K.ARTICLE, text("Objet", bold=True)))))
    assert "Gras" not in xml


def test_a_gap_stays_a_gap_and_a_blank_a_rule(template: Template) -> None:
    document = small(
        block(K.PARAGRAPH, gap("[à compléter]")._replace(bold=True), blank(), blank("......"))
    )
    xml = text_of(fill(template, document))
    assert '<w:rStyle w:val="Lacune"/></w:rPr><w:t xml:space="preserve">[à compléter]' in xml
    assert xml.count('<w:rStyle w:val="ARemplir"/>') == 2
    assert "________" in xml


def test_boxes_are_ticked_unticked_or_undecided(template: Template) -> None:
    choices = [Block(K.CHOICE, line("x"), checked=state) for state in (True, False, None)]
    xml = text_of(fill(template, small(*choices)))
    assert re.findall("[☒☐]", xml) == ["☒", "☐", "☐"]
    assert xml.count('<w:rStyle w:val="Lacune"/>') == 1


def test_the_table_head_is_repeated_and_no_row_is_cut(template: Template) -> None:
    data = fill(template, small(table(row("A", "B"), row("1"), row("2", "3"))))
    xml = text_of(data)
    assert xml.count("<w:tblHeader/>") == 1
    assert xml.count("<w:cantSplit/>") == 3
    assert [len(r) for r in docx.Document(io.BytesIO(data)).tables[0]._tbl.tr_lst] == [3, 3, 3]


def test_columns_stand_as_the_tree_says(template: Template) -> None:
    cells = replace(table(row("A", "B", "C"), row("1", "2", "3")), columns="gdc")
    document = small(cells)
    data = fill(template, document)
    rows = docx.Document(io.BytesIO(data)).tables[0].rows
    sides = [[cell.paragraphs[0].alignment for cell in one.cells] for one in rows]
    assert sides == [[None, WD_ALIGN_PARAGRAPH.RIGHT, WD_ALIGN_PARAGRAPH.CENTER]] * 2
    assert read_back(data, document) == []
    other = small(replace(cells, columns="ggc"))
    assert [told.partition(" :")[0] for told in read_back(data, other)] == [
        "Paragraphe 2 (tableau 1, ligne 1, colonne 2), côté",
        "Paragraphe 5 (tableau 1, ligne 2, colonne 2), côté",
    ]


def test_a_row_taller_than_half_a_page_may_be_cut(template: Template) -> None:
    tall = small(table(row("A", "B"), row("1", "mot " * 1500), row("2", "mot " * 30)))
    xml = text_of(fill(template, tall))
    assert [("cantSplit" in one) for one in xml.split("<w:tr>")[1:]] == [True, False, True]


def test_a_table_without_cells_leaves_nothing(template: Template) -> None:
    document = small(block(K.PARAGRAPH, "x"), Block(K.TABLE), Block(K.SIGNATURES))
    data = fill(template, document)
    assert "<w:tbl>" not in text_of(data)
    assert read_back(data, document) == []


def test_the_signatures_hold_to_what_stands_before(template: Template) -> None:
    document = small(
        block(K.PARAGRAPH, "un"),
        block(K.PARAGRAPH, "deux"),
        block(K.FORMULA, "Fait à Paris"),
        signatures(*(cell(f"Pour {name}") for name in "ABC"), abreast=2),
    )
    kept = [p.find(f"{W}pPr/{W}keepNext") is not None for p in paragraphs(fill(template, document))]
    # three signatories two by two: the fourth cell is empty
    assert kept == [False, True, True, *[True] * 2, *[False] * 2, False]


@pytest.mark.parametrize(("rows", "kept"), [(3, [True, True, False]), (9, [False] * 9)])
def test_a_short_table_stays_on_one_page(template: Template, rows: int, kept: list[bool]) -> None:
    table = Block(K.TABLE, rows=tuple((cell(f"ligne {n}"),) for n in range(rows)))
    data = fill(template, small(table, block(K.PARAGRAPH, "suite")))
    lines = [p for p in paragraphs(data) if "".join(map(str, p.itertext())).startswith("ligne")]
    assert [p.find(f"{W}pPr/{W}keepNext") is not None for p in lines] == kept


def test_a_paragraph_that_announces_a_list_stays_with_it(template: Template) -> None:
    data = fill(template, small(block(K.PARAGRAPH, "Il s’agit :"), *points(1, "a")))
    assert paragraphs(data)[0].find(f"{W}pPr/{W}keepNext") is not None
    assert paragraphs(data)[1].find(f"{W}pPr/{W}keepNext") is None


def test_every_kind_and_level_has_its_own_style(template: Template) -> None:
    names = [
        p.style.name
        for p in docx.Document(io.BytesIO(fill(template, every_kind()))).paragraphs
        if p.style
    ]
    for name in ("heading 1", "heading 2", "heading 3", "heading 4", "Annexe", "Formule", "Choix"):
        assert name in [n.lower() if n.startswith("Head") else n for n in names]
    for name in ("Point", "Point 2", "Point 3", "Puce", "Puce 2", "Puce 3"):
        assert name in names


def test_an_article_may_have_no_heading(template: Template) -> None:
    document = small(
        Block(K.ARTICLE, (), anchor="a"),
        block(K.PARAGRAPH, reference("Article 1", "a"), value("x")),
    )
    assert read_back(fill(template, document), document, template.styles) == []


def test_an_annex_may_number_its_own_articles(template: Template) -> None:
    document = small(
        *article(1, "Objet").all_blocks(),
        block(K.ANNEX, "Règlement"),
        block(K.ARTICLE, "Règle", list_id=1),
        block(K.SUB_ARTICLE, "Détail", list_id=1),
    )
    data = fill(template, document)
    assert re.findall(r'<w:ilvl w:val="(\d)"/><w:numId w:val="(\d+)"', text_of(data)) == [
        ("0", "6"),
        ("1", "6"),
    ]
    assert read_back(data, document, template.styles) == []
