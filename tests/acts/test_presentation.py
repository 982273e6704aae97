"""The points that a jurist looks at first, on the Word files ready to sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from docx.styles.style import ParagraphStyle
from lxml import etree

from convgen.model.document import BlockKind
from tests.acts.desk import CHOISY, Desk
from tests.acts.presented import ARTICLES, FULL_NAMES, OPENINGS, TERMS, TITLES
from tests.acts.reading import Act, W, index, paragraphs, plain, signature_table
from tests.acts.table import ACTS, READY_TO_SIGN, Version

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

each_act = pytest.mark.parametrize("version", READY_TO_SIGN, ids=str)
each_version = pytest.mark.parametrize("version", ACTS, ids=str)


def in_style(act: Act, name: str) -> list[str]:
    return [p.text for p in paragraphs(act.word) if p.style is not None and p.style.name == name]


def style_names(paragraph: Paragraph) -> Iterator[ParagraphStyle]:
    style = paragraph.style
    while isinstance(style, ParagraphStyle):
        yield style
        style = style.base_style


def is_numbered_by_word(paragraph: Paragraph) -> bool:
    elements = [paragraph._p, *(style.element for style in style_names(paragraph))]
    return any(element.find(f"{W}pPr/{W}numPr") is not None for element in elements)


@each_act
def test_01_the_title_is_that_of_the_deliberation(
    acts: dict[Version, Act], version: Version
) -> None:
    act = acts[version]
    assert [plain(text) for text in in_style(act, "Title")] == [TITLES[version]]
    assert act.word_lines[0] == TITLES[version]
    assert plain(act.word.core_properties.title) == TITLES[version]


@each_act
def test_02_reference_and_page_stand_on_every_page(desk: Desk, version: Version) -> None:
    desk.complete()
    desk.add(version.case, "reference: CONV-2025-17\n")
    act = desk.act(version.case)
    (section,) = act.word.sections
    assert section.different_first_page_header_footer
    for header in section.header, section.first_page_header:
        assert "CONV-2025-17" in "".join(p.text for p in header.paragraphs)
    for footer in section.footer, section.first_page_footer:
        xml = etree.tostring(footer._element, encoding="unicode")
        assert [word.strip() for word in re.findall(r"<w:instrText[^>]*>([^<]+)<", xml)] == [
            "PAGE",
            "NUMPAGES",
        ]
        assert re.fullmatch(r"Page \d+ sur \d+", "".join(p.text for p in footer.paragraphs).strip())


@each_act
def test_10_the_act_has_no_recital_out_of_place(acts: dict[Version, Act], version: Version) -> None:
    lines = acts[version].word_lines
    recitals = [n for n, line in enumerate(lines) if line.startswith(("Vu ", "Considérant"))]
    assert bool(recitals) is (OPENINGS.get(version) == "Visas")
    agreed = index(acts[version], "Il est convenu ce qui suit :")
    assert recitals == list(range(agreed - len(recitals), agreed))


@each_act
def test_11_the_preamble_then_the_agreement_then_the_articles(
    acts: dict[Version, Act], version: Version
) -> None:
    act = acts[version]
    opening = OPENINGS.get(version, "Préambule")
    preamble, agreed = index(act, opening), index(act, "Il est convenu ce qui suit :")
    assert index(act, "ci-après ensemble") < preamble < agreed
    first = next(block for block in act.document.all_blocks() if block.kind is BlockKind.ARTICLE)
    assert plain(f"{first.number} {first.text}") == ARTICLES[version][0]
    kinds = (BlockKind.PART, BlockKind.ARTICLE)
    headings = [b.text for b in act.document.all_blocks() if b.kind in kinds]
    assert act.word_lines[agreed + 1] == headings[0]
    assert in_style(act, "Section") == ["Entre les soussignés", opening]


@each_act
def test_12_one_way_to_write_an_article_one_dash(
    acts: dict[Version, Act], version: Version
) -> None:
    blocks = list(acts[version].document.all_blocks())
    labels = [plain(b.number) for b in blocks if b.kind is BlockKind.ARTICLE]
    count = int(ARTICLES[version][1].split()[1])
    assert labels == [f"Article {n}" for n in range(1, count + 1)]
    dashes = {(b.level, b.number) for b in blocks if b.kind is BlockKind.BULLET}
    assert {(0, "–")} <= dashes <= {(0, "–"), (1, "•")}


@each_version
def test_13_the_object_comes_first_the_disputes_last(
    acts: dict[Version, Act], version: Version
) -> None:
    articles = [text for _, text in acts[version].headings() if text.startswith("Article")]
    known = {reference.table: ends for reference, ends in ARTICLES.items()}
    assert (articles[0], articles[-1]) == known[version.table]


@each_act
def test_14_word_itself_numbers(acts: dict[Version, Act], version: Version) -> None:
    act = acts[version]
    numbered = {BlockKind.ARTICLE, BlockKind.SUB_ARTICLE, BlockKind.POINT, BlockKind.BULLET}
    numbered |= {BlockKind.ANNEX, BlockKind.PART}
    wanted = [b.text for b in act.document.all_blocks() if b.kind in numbered]
    headings = version.table.headings
    lines = [line for heading in headings for line in version.lines_of(heading.key)]
    counted = sum(heading.text != heading.without_number for heading in headings)
    assert len(wanted) == counted + sum(line.text != line.without_number for line in lines)
    found = [p for p in paragraphs(act.word) if is_numbered_by_word(p)]
    assert [p.text for p in found] == wanted
    typed = re.compile(r"(article|titre) \d|\(?\d+(\.\d+)*[.)°]|\(?[a-z]\)|[ivx]+\)|[-–—•*]", re.I)
    cells = {
        p.text for t in act.word.tables for row in t.rows for c in row.cells for p in c.paragraphs
    }
    loose = [p.text for p in paragraphs(act.word) if typed.match(p.text) and p.text not in cells]
    assert loose == []


@each_act
def test_14_each_reference_is_a_field_towards_its_target(
    acts: dict[Version, Act], version: Version
) -> None:
    act = acts[version]
    xml = act.part("word/document.xml")
    bookmarks = set(re.findall(r'w:name="([^"]+)"', xml))
    targets = re.findall(r" REF (\S+) \\r", xml)
    assert set(targets) <= bookmarks
    assert len(targets) == len(re.findall(r"[lL]’(?:Article|Annexe) \d", plain(act.text)))


@pytest.mark.parametrize(
    ("version", "term"),
    [
        pytest.param(version, term, id=f"{version}-{term}")
        for version in TERMS
        for term in TERMS[version]
    ],
)
def test_15_a_term_is_defined_once_before_its_first_use(
    acts: dict[Version, Act], version: Version, term: str
) -> None:
    text = plain(acts[version].word_text)
    assert text.count(f"« {term} »") == 1
    noun = re.split(r"[ ’]", term, maxsplit=1)[1]
    first = re.search(rf"(?:la|le|les|des|du|aux?|à la|l’) ?{noun}\b", text, re.I)
    assert first is not None
    before = text[: text.index(f"« {term} »")]
    before = re.sub(FULL_NAMES, "", before, flags=re.MULTILINE)
    assert not re.search(rf"\b(?:[Ll][ae]s?|[Dd]u|[Dd]es|[Aa]ux?) {noun}\b|[Ll]’{noun}\b", before)


BREAKABLE = {
    "before a double sign": r".{9} [;:!?»%€].{0,5}",
    "after a quotation mark": r".{9}« .{5}",
    "none before a double sign": r".{5}[^\s][;:!?»].{5}",
    "in a number": r"\d \d{3}\b",
    "before a unit": r"\d (?:ans?|mois|jours?|heures|équivalent)\b",
    "before a month": r"\d (?:janvier|juillet|octobre|novembre|décembre)\b",
    "in a citation": r"\b(?:n°|L\.|R\.) \d",
}


@each_act
@pytest.mark.parametrize("where", BREAKABLE)
def test_16_french_spaces_never_break(
    acts: dict[Version, Act], version: Version, where: str
) -> None:
    text = re.sub(r"https?://\S+", "", acts[version].word_text)
    assert re.findall(BREAKABLE[where], text) == []


@each_version
def test_16_apostrophes_and_quotation_marks_are_french(
    acts: dict[Version, Act], version: Version
) -> None:
    assert not re.search("['\"“”]", acts[version].word_text)


@each_version
def test_16_capitals_have_their_accents(acts: dict[Version, Act], version: Version) -> None:
    bare = r"\b(?:Etat|Etape|Etablissement|Ecole|Etre|Execution|Echeance)\b|(?:^|[.»] )A [a-zé]"
    text = plain(acts[version].word_text)
    assert re.findall(bare, text, re.MULTILINE) == []
    assert re.search(r"^À |\. À ", text, re.MULTILINE)


def test_17_each_amount_is_in_figures_and_in_words(final: Act, grant: Act) -> None:
    assert not re.search(r"€|\beuros?\b", final.word_text)
    amounts = re.findall(r"[\d\s]+€ \([a-z -]+ euros\)", plain(grant.word_text))
    assert len(amounts) == grant.word_text.count("€") == 2


@each_act
def test_18_dates_are_in_words(acts: dict[Version, Act], version: Version) -> None:
    text = plain(acts[version].word_text).replace("| Domaine fonctionnel | 0112-12-02", "")
    assert not re.search(r"\d/\d{1,2}/\d|\d{4}-\d{2}-\d{2}", text)


def test_18_the_first_of_a_month_is_an_ordinal(desk: Desk, grant: Act) -> None:
    desk.complete()
    desk.edit(CHOISY, ("      date: 19/11/2025", "      date: 01/11/2025"))
    assert any("conseil municipal du 1er novembre 2025" in t for t in desk.act().word_lines)
    assert any("départementale du 1er juillet 2021" in t for t in grant.word_lines)


def test_19_and_20_an_act_without_annex_names_none(final: Act) -> None:
    assert BlockKind.ANNEX not in {block.kind for block in final.document.all_blocks()}
    assert re.findall(r"\w+ \w*annex\w*", plain(final.word_text), re.I) == ["non annexé"]


def test_19_and_20_the_annexes_are_listed_as_a_part_of_the_act_and_ranked(grant: Act) -> None:
    annexes = [plain(b.number) for b in grant.document.all_blocks() if b.kind is BlockKind.ANNEX]
    first = index(grant, "Les annexes suivantes font partie intégrante de la présente convention :")
    listed = grant.word_lines[first + 1 : first + 3]
    assert [line.split(",")[0] for line in listed] == [f"l’{label}" for label in annexes]
    assert grant.word_lines[first + 3] == (
        "En cas de contradiction, les articles de la présente convention prévalent sur ses "
        "annexes. Les annexes prévalent entre elles dans l’ordre de leur énumération."
    )


@each_act
def test_21_as_many_copies_as_parties(acts: dict[Version, Act], version: Version) -> None:
    act = acts[version]
    (cells,) = (b.rows[0] for b in act.document.all_blocks() if b.kind is BlockKind.SIGNATURES)
    assert len(cells) == 2
    copies = [line for line in act.word_lines if "originaux" in line]
    assert len(copies) == 1
    assert re.fullmatch(r"Fait (à .+, )?en deux exemplaires originaux\.", copies[0])


@each_act
def test_22_the_signatures_are_neither_cut_nor_alone(
    acts: dict[Version, Act], version: Version
) -> None:
    found = signature_table(acts[version])._tbl
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in found.iter(W + "tr"))
    last = found.getprevious()
    assert last is not None
    for node in last, last.getprevious():
        assert node is not None
        assert node.find(f"{W}pPr/{W}keepNext") is not None


@each_act
def test_25_nothing_of_the_making_is_left(acts: dict[Version, Act], version: Version) -> None:
    act = acts[version]
    xml = act.part("word/document.xml")
    assert not re.search(r"<w:(highlight|ins|del|moveFrom|moveTo|comment\w*|sdt)\b", xml)
    names = act.part_names()
    assert not [name for name in names if re.search("comment|media|people|embed|custom", name)]
    properties = act.word.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert "{{" not in act.word_text
    assert "{%" not in act.word_text


@each_act
def test_25_no_mention_without_legal_effect(acts: dict[Version, Act], version: Version) -> None:
    assert not re.search(r"lu et approuvé|parapher?", acts[version].word_text, re.I)
