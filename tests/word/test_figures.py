"""Images: the very bytes, where they belong, with the words that stand for them."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Cm, Emu
from lxml import etree

from convgen.errors import ConvgenError
from convgen.kinds.picture import Picture
from convgen.model.document import Document
from convgen.word.charte import kept as cache
from convgen.word.door import Template, fill, load_template, read_back
from convgen.word.opc import archive
from convgen.word.opc.package import W
from convgen.word.writing.figures import extent
from tests.word.conftest import HOUSE_STYLE
from tests.word.editing import MAIN, add, parts_of, replace, rewrite, text_of, zipped
from tests.word.specimens import K, block, every_kind, figure, gap, picture, small

RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
PNG, JPEG = picture(), picture(200, 150, "jpeg", "teal")
TEXT_WIDTH = 9070  # twips, of the house style


def drawings(data: bytes) -> list[etree._Element]:
    return list(etree.fromstring(parts_of(data)[MAIN]).iter(qn("wp:docPr")))


def media(data: bytes) -> dict[str, bytes]:
    return {name: part for name, part in parts_of(data).items() if "/media/" in name}


@pytest.mark.parametrize("shown", [PNG, JPEG], ids=lambda shown: shown.format)
def test_an_image_is_found_again_by_python_docx(template: Template, shown: Picture) -> None:
    opened = docx.Document(io.BytesIO(fill(template, small(figure("Le logo", shown)))))
    (shape,) = opened.inline_shapes
    blip = shape._inline.graphic.graphicData.pic.blipFill.blip
    image = opened.part.related_parts[blip.embed]
    assert image.blob == shown.data
    assert image.content_type == f"image/{shown.format}"
    assert (shape.width, shape.height) == (shown.width * 9525, shown.height * 9525)


@pytest.mark.parametrize(
    ("size", "shown"),
    [
        ((96, 48), (Cm(2.54), Cm(1.27))),
        ((1, 1), (9525, 9525)),
        ((4000, 400), (TEXT_WIDTH * 635, TEXT_WIDTH * 635 // 10)),
        ((1000, 500), (Cm(12), Cm(6))),
        ((100, 5000), (43200, Cm(6))),
        ((1, 100_000), (21, Cm(6))),
        ((1_000_000, 1), (TEXT_WIDTH * 635, 5)),
        ((100_000_000, 1), (TEXT_WIDTH * 635, 1)),
    ],
)
def test_an_image_holds_in_the_page_in_its_proportions(
    size: tuple[int, int], shown: tuple[Emu, Emu]
) -> None:
    assert extent(Picture(Path("x.png"), b"", "png", *size), TEXT_WIDTH) == shown


def test_an_image_used_twice_is_one_part(template: Template) -> None:
    data = fill(template, small(figure("a"), figure("b", JPEG), figure("c")))
    assert media(data) == {"word/media/figure1.png": PNG.data, "word/media/figure2.jpeg": JPEG.data}
    assert [drawing.get("descr") for drawing in drawings(data)] == ["a", "b", "c"]
    assert text_of(data, RELATIONS).count("/image") == 2


def test_the_same_images_give_the_same_bytes(template: Template) -> None:
    document = small(figure("a"), figure("b", JPEG), figure("c"))
    assert fill(template, document) == fill(template, document)


def test_without_an_image_the_parts_are_those_of_the_template(template: Template) -> None:
    data = fill(template, small(block(K.PARAGRAPH, "x")))
    house = HOUSE_STYLE.read_bytes()
    assert parts_of(data)[RELATIONS] == parts_of(house)[RELATIONS]
    assert "image" not in text_of(data, TYPES)
    assert media(data) == {}


DESCRIPTIONS = [
    "A <SARL> & Fils \"l'un\" 'é’ {{ 7*7 }} {%p for %}",
    '"/><w:p/>',
    "&quot; &#60; &amp;",
    "ligne 1\nligne 2\r\net\tun taquet",
    "",
    "  espaces  ",
    "👩🏽‍💻 « été »\u202f!",
    "\\1 %s {0} {width} $x",
]


@pytest.mark.parametrize("words", DESCRIPTIONS)
def test_any_description_comes_out_as_it_went_in(template: Template, words: str) -> None:
    document = small(figure(words))
    data = fill(template, document)
    assert [drawing.get("descr") for drawing in drawings(data)] == [words]
    assert read_back(data, document, template.styles) == []


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\ufffe", "\ud800"])
def test_a_description_that_xml_forbids_is_refused(template: Template, character: str) -> None:
    with pytest.raises(ConvgenError):
        fill(template, small(figure(f"a{character}b")))


def test_a_figure_says_on_which_gap_it_rests(template: Template) -> None:
    document = small(figure("Logo", PNG, gap("[selon : partenaire] ")))
    data = fill(template, document)
    assert "[selon : partenaire]" in text_of(data)
    assert read_back(data, document, template.styles) == []


LOGO = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing"><wp:docPr id="1" name="Logo"/></wp:inline></w:drawing></w:r></w:p>'
)


def test_nothing_of_a_template_with_images_of_its_own_is_lost(tmp_path: Path) -> None:
    """A header with a logo, a part and a relation already named as convgen would."""
    path, house = tmp_path / "modele.docx", HOUSE_STYLE.read_bytes()
    relation = (
        '<Relationship Id="figure2" Target="media/Figure1.png" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
    )
    house = replace(house, "</Relationships>", relation + "</Relationships>", RELATIONS)
    house = replace(house, "</w:p></w:hdr>", LOGO + "</w:hdr>", "word/header2.xml")
    house = rewrite(house, TYPES, lambda x: x.replace("<Override", PNG_DEFAULT + "<Override", 1))
    path.write_bytes(add(house, "word/media/Figure1.png", b"\x89PNG"))
    template, faults = load_template(path)
    assert template is not None, faults
    assert cache.load(path.read_bytes()) == template.compiled
    document = small(figure("Logo"), figure("Photographie", JPEG))
    data = fill(template, document)
    assert media(data) == {
        "word/media/Figure1.png": b"\x89PNG",
        "word/media/figure3.png": PNG.data,
        "word/media/figure4.jpeg": JPEG.data,
    }
    assert [drawing.get("id") for drawing in drawings(data)] == ["2", "3"]
    assert read_back(data, document, template.styles) == []


PNG_DEFAULT = '<Default Extension="png" ContentType="image/png"/>'


def test_images_may_weigh_more_than_a_template(
    template: Template, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MAX_ARCHIVE", 100_000)
    monkeypatch.setattr(archive, "MAX_TOTAL", 200_000)
    noise = random.Random(0)
    heavy = [Picture(Path("x"), noise.randbytes(100_000), "png", 9, 9) for _ in range(3)]
    document = small(*(figure("x", shown) for shown in heavy))
    data = fill(template, document)
    assert read_back(data, document, template.styles) == []
    assert "dépasse" in read_back(data, small(), template.styles)[0]


# What the file read back would not say of the tree.

DOCUMENT = small(
    figure("Logo de la Ville"),
    block(K.PARAGRAPH, "entre les deux"),
    figure("Photographie", JPEG),
    block(K.PARAGRAPH, "après"),
)
DRAWN = W + "drawing"


def told(template: Template, data: bytes, document: Document = DOCUMENT) -> list[str]:
    return read_back(data, document, template.styles)


def changed(data: bytes, change: Callable[[list[etree._Element]], None]) -> bytes:
    parts = parts_of(data)
    root = etree.fromstring(parts[MAIN])
    change(list(root.iter(W + "p")))
    return zipped(parts | {MAIN: etree.tostring(root)})


def run_of(paragraph: etree._Element) -> etree._Element:
    return next(run for run in paragraph.iter(W + "r") if run.find(DRAWN) is not None)


def test_a_faithful_file_has_no_difference(template: Template) -> None:
    assert told(template, fill(template, DOCUMENT)) == []


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("Logo de la Ville", "Logo de la ville", MAIN),
        ('r:embed="figure1"', 'r:embed="figure2"', MAIN),
        ('r:embed="figure1"', 'r:link="figure1"', MAIN),
        ('r:embed="figure1"', 'r:embed="figure9"', MAIN),
        ("media/figure1.png", "media/figure2.jpeg", RELATIONS),
        ("relationships/image", "relationships/theme", RELATIONS),
    ],
)
def test_another_image_or_description_is_noticed(
    template: Template, old: str, new: str, part: str
) -> None:
    (fault,) = told(template, replace(fill(template, DOCUMENT), old, new, part))
    assert "Paragraphe 1, image : attendu « Logo de la Ville (" in fault


def test_another_byte_is_noticed(template: Template) -> None:
    data = fill(template, DOCUMENT)
    spoilt = PNG.data[:-1] + b"\0"
    parts = parts_of(data) | {"word/media/figure1.png": spoilt}
    assert len(told(template, zipped(parts))) == 1


def test_an_image_that_is_gone_moved_or_repeated_is_noticed(template: Template) -> None:
    data = fill(template, DOCUMENT)

    def remove(paragraphs: list[etree._Element]) -> None:
        paragraphs[0].remove(run_of(paragraphs[0]))

    def move(paragraphs: list[etree._Element]) -> None:
        paragraphs[1].append(run_of(paragraphs[0]))

    def repeat(paragraphs: list[etree._Element]) -> None:
        paragraphs[3].append(etree.fromstring(etree.tostring(run_of(paragraphs[0]))))

    def exchange(paragraphs: list[etree._Element]) -> None:
        first, second = run_of(paragraphs[0]), run_of(paragraphs[2])
        paragraphs[0].append(second)
        paragraphs[2].append(first)

    for change, count in ((remove, 1), (move, 2), (repeat, 1), (exchange, 2)):
        assert len(told(template, changed(data, change))) == count


def test_an_image_of_another_make_is_noticed(template: Template) -> None:
    def paint(paragraphs: list[etree._Element]) -> None:
        etree.SubElement(etree.SubElement(paragraphs[1], W + "r"), W + "pict")

    assert len(told(template, changed(fill(template, DOCUMENT), paint))) == 1


def test_figures_stand_in_their_style_among_every_other_kind(template: Template) -> None:
    opened = docx.Document(io.BytesIO(fill(template, every_kind())))
    names = [p.style.name for p in opened.paragraphs if p.style]
    assert names[-6:] == ["Intertitre", "Intertitre 2", "Paragraphe", "Figure", "Figure", "Figure"]
