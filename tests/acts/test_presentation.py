"""The twenty-five points that a jurist looks at first, on the Word file ready to sign."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from lxml import etree

from convgen.model.document import BlockKind
from tests.acts.desk import CHOISY, COMMON, Desk
from tests.acts.reading import Act, W, paragraphs, plain
from tests.acts.table import HEADINGS, lines_of

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

TITLE = "Convention d’engagement au titre du programme « ApproprIAtion métropolitaine »"


def index(act: Act, start: str) -> int:
    """Where the only line that starts so stands."""
    (found,) = (i for i, line in enumerate(act.word_lines) if line.startswith(start))
    return found


def in_style(act: Act, name: str) -> list[str]:
    return [p.text for p in paragraphs(act.word) if p.style is not None and p.style.name == name]


def style_names(paragraph: Paragraph) -> Iterator[ParagraphStyle]:
    style = paragraph.style
    while isinstance(style, ParagraphStyle):
        yield style
        style = style.base_style


def signatures(act: Act) -> list[list[str]]:
    """The paragraphs of each signature block."""
    cells = act.word.tables[-1].rows[0].cells
    return [[plain(p.text) for p in cell.paragraphs] for cell in cells]


def is_numbered_by_word(paragraph: Paragraph) -> bool:
    elements = [paragraph._p, *(style.element for style in style_names(paragraph))]
    return any(element.find(f"{W}pPr/{W}numPr") is not None for element in elements)


def test_01_the_title_is_that_of_the_deliberation(final: Act) -> None:
    assert [plain(text) for text in in_style(final, "Title")] == [TITLE]
    assert final.word_lines[0] == TITLE
    assert plain(final.word.core_properties.title) == TITLE


def test_02_reference_and_page_stand_on_every_page(desk: Desk) -> None:
    desk.complete()
    desk.add(CHOISY, "reference: CONV-2025-17\n")
    act = desk.act()
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


def test_03_the_parties_open_the_act(final: Act) -> None:
    assert final.word_lines[1] == "Entre les soussignés"


@pytest.mark.parametrize(
    ("first", "name"), [(2, "Métropole du Grand Paris"), (6, "Ville de Choisy-le-Roi")]
)
def test_04_to_08_each_party_is_presented_in_order(final: Act, first: int, name: str) -> None:
    who, represented, called, side = final.word_lines[first : first + 4]
    assert re.fullmatch(  # 4. legal person, identifier, seat
        rf"{name}, [^,]+, personne morale de droit public, "
        r"dont le siège est situé .+, \d{5} .+, identifiée sous le numéro SIREN \d{3} \d{3} \d{3},",
        who,
    )
    assert re.fullmatch(  # 5. representative, office; 6. act: kind, organ, date
        r"représentée par (Monsieur|Madame) \S+ \S+, \w+ en exercice, ayant reçu habilitation à "
        r"signer la présente convention par délibération (du|de la|de l’).+ du \d+(er)? \w+ \d{4},"
        r".*",
        represented,
    )
    is_first = first == 2
    designation = "la Métropole" if is_first else "le Bénéficiaire"
    assert called == f"ci-après dénommée « {designation} »,"  # 7. agreed with « personne morale »
    assert side == ("d’une part," if is_first else "d’autre part,")  # 8


def test_04_to_09_the_parties_are_presented_by_nothing_else(acts: dict[str, Act]) -> None:
    for act in acts.values():
        starts = [line.split(" ")[0] for line in act.lines("comparution")]
        assert starts[1:5] == ["représentée", "ci-après", "d’une", starts[4]]
        assert starts[5:] == ["représentée", "ci-après", "d’autre", "ci-après"]


SENT, RECEIVED = "      transmise_le: 26/11/2025\n", "      recue_le: 26/11/2025\n"


@pytest.mark.parametrize(
    ("removed", "said"),
    [
        ([RECEIVED], "acte transmis au représentant de l’État le 26 novembre 2025,"),
        ([SENT], "acte reçu par le représentant de l’État le 26 novembre 2025,"),
        ([SENT, RECEIVED], "par délibération du conseil municipal du 19 novembre 2025,"),
    ],
)
def test_06_what_is_known_of_the_transmission_is_said(
    desk: Desk, removed: list[str], said: str
) -> None:
    desk.complete()
    desk.edit(CHOISY, *((line, "") for line in removed))
    assert desk.act().lines("comparution")[5].endswith(said)


@pytest.mark.parametrize(
    ("nature", "words"),
    [
        ("association", "association, personne morale de droit privé,"),
        ("département", "collectivité territoriale, personne morale de droit public,"),
    ],
)
def test_04_the_law_that_governs_a_party_follows_its_nature(
    desk: Desk, nature: str, words: str
) -> None:
    desk.complete()
    desk.edit(CHOISY, ("nature: commune", f"nature: {nature}"))
    assert desk.act().lines("comparution")[4].startswith(f"Ville de Choisy-le-Roi, {words} dont ")


def test_06_the_number_of_the_act_is_printed(desk: Desk) -> None:
    desk.complete()
    organ = "organe: conseil municipal\n"
    desk.edit(CHOISY, (organ, f"{organ}      numero: 25-111\n"))
    assert any("du conseil municipal n° 25-111 du 19 " in line for line in desk.act().word_lines)


def test_06_the_delegation_of_an_organ_is_cited(desk: Desk) -> None:
    desk.complete()
    desk.edit(
        COMMON,
        (
            "      organe: bureau\n",
            "      organe: bureau\n      delegation:\n"
            "        {acte: délibération du conseil métropolitain, numero: 7, date: 09/07/2020}\n",
        ),
    )
    act = desk.act()
    assert any(
        "par délibération du bureau du 14 octobre 2025, sur délégation consentie par délibération "
        "du conseil métropolitain n° 7 du 9 juillet 2020," in line
        for line in act.word_lines
    )
    assert not any("délégation" in fault.message for fault in act.assembled.diagnostics)


def test_09_the_parties_are_defined_together(final: Act) -> None:
    assert final.word_lines[10] == "ci-après ensemble « les Parties »."
    assert "« les Parties »" not in "\n".join(final.word_lines[11:])


def test_10_the_act_has_no_recital_out_of_place(final: Act) -> None:
    assert not [line for line in final.word_lines if line.startswith(("Vu ", "Considérant"))]


def test_11_the_preamble_then_the_agreement_then_the_articles(final: Act) -> None:
    preamble, agreed = index(final, "Préambule"), index(final, "Il est convenu ce qui suit :")
    assert index(final, "ci-après ensemble") < preamble < agreed
    assert final.word_lines[agreed + 1] == "Objet"
    assert in_style(final, "Section") == ["Entre les soussignés", "Préambule"]


def test_12_one_way_to_write_an_article_one_dash(final: Act) -> None:
    blocks = list(final.document.all_blocks())
    labels = [b.number for b in blocks if b.kind is BlockKind.ARTICLE]
    assert labels == [f"Article {n}" for n in range(1, 14)]
    dashes = {(b.level, b.number) for b in blocks if b.kind is BlockKind.BULLET}
    assert dashes == {(0, "–"), (1, "•")}


def test_13_the_object_comes_first_the_disputes_last(acts: dict[str, Act]) -> None:
    for act in acts.values():
        articles = [text for _, text in act.headings() if text.startswith("Article")]
        assert (articles[0], articles[-1]) == ("Article 1 Objet", "Article 13 Litiges")


def test_14_word_itself_numbers(final: Act) -> None:
    numbered = {BlockKind.ARTICLE, BlockKind.SUB_ARTICLE, BlockKind.POINT, BlockKind.BULLET}
    wanted = [b.text for b in final.document.all_blocks() if b.kind in numbered]
    lines = [line for heading in HEADINGS for line in lines_of(heading.key, "R")]
    assert len(wanted) == 13 + sum(line.text != line.without_number for line in lines)
    found = [p for p in paragraphs(final.word) if is_numbered_by_word(p)]
    assert [p.text for p in found] == wanted
    typed = re.compile(r"(article|titre) \d|\(?\d+(\.\d+)*[.)°]|\(?[a-z]\)|[ivx]+\)|[-–—•*]", re.I)
    assert [p.text for p in paragraphs(final.word) if typed.match(p.text)] == []


def test_14_each_reference_is_a_field_towards_its_article(final: Act) -> None:
    xml = final.part("word/document.xml")
    bookmarks = set(re.findall(r'w:name="([^"]+)"', xml))
    targets = re.findall(r" REF (\S+) \\r", xml)
    assert set(targets) <= bookmarks
    assert len(targets) == plain(final.text).count("l’Article ")


@pytest.mark.parametrize(
    "term",
    [
        *["la Métropole", "le Bénéficiaire", "les Parties", "le Programme"],
        *["l’Expérimentation", "le Prestataire", "le Référent"],
    ],
)
def test_15_a_term_is_defined_once_before_its_first_use(final: Act, term: str) -> None:
    text = plain(final.word_text)
    assert text.count(f"« {term} »") == 1
    noun = re.split(r"[ ’]", term)[1]
    first = re.search(rf"(?:la|le|les|des|du|aux?|à la|l’) ?{noun}\b", text, re.I)
    assert first is not None
    before = text[: text.index(f"« {term} »")]
    assert not re.search(rf"\b(?:[Ll][ae]s?|[Dd]u|[Dd]es|[Aa]ux?) {noun}\b|[Ll]’{noun}\b", before)


BREAKABLE = {
    "before a double sign": r".{9} [;:!?»%€].{0,5}",
    "after a quotation mark": r".{9}« .{5}",
    "none before a double sign": r".{5}[^\s][;:!?»].{5}",
    "in a number": r"\d \d{3}\b",
    "before a unit": r"\d (?:mois|jours|janvier|octobre|novembre|décembre)\b",
    "in a citation": r"\b(?:n°|L\.|R\.) \d",
}


@pytest.mark.parametrize("where", BREAKABLE)
def test_16_french_spaces_never_break(final: Act, where: str) -> None:
    assert re.findall(BREAKABLE[where], final.word_text) == []


def test_16_apostrophes_and_quotation_marks_are_french(acts: dict[str, Act]) -> None:
    for act in acts.values():
        assert not re.search("['\"“”]", act.word_text)


def test_16_capitals_have_their_accents(acts: dict[str, Act]) -> None:
    for act in acts.values():
        bare = r"\b(?:Etat|Etape|Etablissement|Ecole|Etre|Execution|Echeance)\b|(?:^|[.»] )A [a-zé]"
        assert re.findall(bare, plain(act.word_text), re.MULTILINE) == []
    assert "À défaut" in acts["R"].word_text
    assert "| Étape |" in acts["R"].word_text


def test_17_the_act_sets_no_price(final: Act) -> None:
    assert not re.search(r"€|\beuros?\b", final.word_text)


def test_18_dates_are_in_words(desk: Desk, final: Act) -> None:
    assert not re.search(r"\d/\d{1,2}/\d|\d{4}-\d{2}-\d{2}", final.word_text)
    desk.complete()
    desk.edit(CHOISY, ("      date: 19/11/2025", "      date: 01/11/2025"))
    assert any("conseil municipal du 1er novembre 2025" in t for t in desk.act().word_lines)


def test_19_and_20_the_act_has_no_annex(final: Act) -> None:
    assert BlockKind.ANNEX not in {block.kind for block in final.document.all_blocks()}
    assert re.findall(r"\w+ \w*annex\w*", plain(final.word_text), re.I) == ["non annexé"]


def test_21_as_many_copies_as_parties(final: Act) -> None:
    (cells,) = (b.rows[0] for b in final.document.all_blocks() if b.kind is BlockKind.SIGNATURES)
    assert len(cells) == 2
    copies = [line for line in final.word_lines if "exemplaire" in line]
    assert len(copies) == 1
    assert copies[0].endswith(", en deux exemplaires originaux.")


def test_22_the_signatures_are_neither_cut_nor_alone(final: Act) -> None:
    body = final.word.element.body
    table = body.findall(qn("w:tbl"))[-1]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in table.iter(W + "tr"))
    before = [e for e in body.iterchildren() if e.tag == W + "p"][-3:-1]
    assert [node.find(f"{W}pPr/{W}keepNext") is not None for node in before] == [True, True]


def test_23_signatories_follow_the_parties_with_the_same_office(final: Act) -> None:
    cells = signatures(final)
    assert [cell[:3] for cell in cells] == [
        ["Pour la Métropole,", "Métropole du Grand Paris", "Monsieur Patrick Ollier, président"],
        ["Pour le Bénéficiaire,", "Ville de Choisy-le-Roi", "Monsieur Tonino Panetta, maire"],
    ]
    heading = "\n".join(final.word_lines[2:10])
    for cell in cells:
        assert f"représentée par {cell[2]} en exercice," in heading
    places = [heading.index(cell[1]) for cell in cells]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("nature", "formula"),
    [
        ("commune", "Pour le maire et par délégation,"),
        ("EPCI", "Pour le président et par délégation,"),
    ],
)
def test_24_a_delegate_signs_as_one(desk: Desk, nature: str, formula: str) -> None:
    desk.complete()
    desk.edit(
        CHOISY,
        ("nature: commune", f"nature: {nature}"),
        (
            "      qualite: maire\n",
            "      qualite: adjointe au maire\n"
            "      delegation: {acte: arrêté, numero: 2025-12, date: 01/02/2025}\n",
        ),
    )
    act = desk.act()
    cells = signatures(act)
    assert "délégation" not in "".join(cells[0])
    assert cells[1][2:4] == [formula, "Monsieur Tonino Panetta, adjointe au maire"]
    assert any(
        "adjointe au maire en exercice, agissant sur délégation consentie par arrêté n° 2025-12 du "
        "1er février 2025, ayant reçu habilitation" in line
        for line in act.word_lines
    )


def test_25_nothing_of_the_making_is_left(final: Act) -> None:
    xml = final.part("word/document.xml")
    assert not re.search(r"<w:(highlight|ins|del|moveFrom|moveTo|comment\w*|sdt)\b", xml)
    names = final.part_names()
    assert not [name for name in names if re.search("comment|media|people|embed|custom", name)]
    properties = final.word.core_properties
    assert (properties.author, properties.last_modified_by, properties.comments) == ("", "", "")
    assert "{{" not in final.word_text
    assert "{%" not in final.word_text


def test_25_no_mention_without_legal_effect(final: Act) -> None:
    assert not re.search(r"lu et approuvé|parapher?", final.word_text, re.I)
