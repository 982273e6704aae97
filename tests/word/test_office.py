"""What Word's own validator and LibreOffice make of the files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from convgen.model.document import Block, Document, Section
from convgen.word.door import Template, fill, load_template
from convgen.word.opc.package import W
from tests.support.office import pdf_page, pdf_text, to_pdf, validate
from tests.word.conftest import HOUSE_STYLE
from tests.word.editing import MAIN, parts_of, zipped
from tests.word.numbered import relabelled
from tests.word.specimens import (
    K,
    article,
    block,
    cell,
    every_kind,
    figure,
    line,
    picture,
    points,
    reference,
    signatures,
    small,
)
from tests.word.test_fill import HOSTILE

if TYPE_CHECKING:
    from PIL import Image

REFERRING = Document(
    "Renvois",
    (
        article(
            1,
            "Alpha",
            block(K.PARAGRAPH, "vers Gamma : ", reference("Article\u00a03", "article-3")),
        ),
        article(
            2,
            "Bêta",
            block(K.SUB_ARTICLE, "Détail", anchor="detail"),
            block(K.PARAGRAPH, "vers Détail : [", reference("2.1", "detail"), "]"),
        ),
        article(
            3,
            "Gamma",
            block(K.PARAGRAPH, "vers Alpha : ", reference("Article\u00a01", "article-1")),
        ),
        Section("annexe", block(K.ANNEX, "Pièce", anchor="annexe"), ()),
        Section(
            "fin",
            None,
            (block(K.PARAGRAPH, "vers la pièce : ", reference("Annexe\u00a01", "annexe")),),
        ),
    ),
)


SHOWING = small(
    figure("Logo", picture(240, 120, colour="navy")),
    figure("Photographie", picture(4000, 200, "jpeg", "red")),
    figure(HOSTILE[0], picture(400, 800, colour="lime")),
    figure("Logo", picture(240, 120, colour="navy")),
)


def written(folder: Path, name: str, data: bytes) -> Path:
    path = folder / f"{name}.docx"
    path.write_bytes(data)
    return path


def printed(folder: Path, data: bytes) -> str:
    pdf = to_pdf([written(folder, "imprime", data)], folder)[0]
    return re.sub(r"[ \u00a0]+", " ", pdf_text(pdf))


@pytest.mark.validator
def test_the_validator_finds_no_fault(template: Template, tmp_path: Path) -> None:
    hostile = small(*(block(K.PARAGRAPH, words) for words in HOSTILE), title=HOSTILE[0])
    files = [
        HOUSE_STYLE,
        written(tmp_path, "kinds", fill(template, every_kind())),
        written(tmp_path, "hostile", fill(template, hostile)),
        written(tmp_path, "renvois", fill(template, REFERRING)),
        written(tmp_path, "images", fill(template, SHOWING)),
    ]
    assert validate(files) == {}


@pytest.mark.validator
def test_the_validator_does_find_faults(template: Template, tmp_path: Path) -> None:
    data = fill(template, small(block(K.PARAGRAPH, "x")))
    broken = zipped(
        {n: c.replace(b"<w:pPr>", b"<w:pPr><w:inconnu/>") for n, c in parts_of(data).items()}
    )
    assert validate([written(tmp_path, "casse", broken)]) != {}


@pytest.mark.soffice
def test_libreoffice_numbers_and_refers_as_written(template: Template, tmp_path: Path) -> None:
    text = printed(tmp_path, fill(template, REFERRING))
    for told in (
        "Article 1 Alpha",
        "vers Gamma : Article 3",
        "vers Détail : [2.1]",
        "Annexe 1 Pièce",
        "vers la pièce : Annexe 1",
    ):
        assert told in text


@pytest.mark.soffice
def test_references_follow_an_article_that_moves(template: Template, tmp_path: Path) -> None:
    parts = parts_of(fill(template, REFERRING))
    root = etree.fromstring(parts[MAIN])
    body = root.find(W + "body")
    assert body is not None
    for paragraph in reversed(list(body)[5:7]):  # Gamma and its paragraph, to the front
        body.insert(0, paragraph)
    text = printed(tmp_path, zipped(parts | {MAIN: etree.tostring(root)}))
    for told in (
        "Article 1 Gamma",
        "vers Alpha : Article 2",
        "Article 2 Alpha",
        "vers Gamma : Article 1",
        "vers Détail : [3.1]",
    ):
        assert told in text


@pytest.mark.soffice
def test_a_reference_leaves_out_the_dash_of_a_label(tmp_path: Path) -> None:
    """A field that asks for the number would print it: « l’Article 3 – »."""
    dashed = relabelled(HOUSE_STYLE.read_bytes(), ("Article\u00a0%1", "Article\u00a0%1 –"))
    template, _ = load_template(written(tmp_path, "modele", dashed))
    assert template is not None
    text = printed(tmp_path, fill(template, REFERRING))
    assert "Article 3 – Gamma" in text
    assert "vers Gamma : Article 3\n" in text
    assert "vers la pièce : Annexe 1\n" in text


@pytest.mark.soffice
def test_images_show_at_their_size(template: Template, tmp_path: Path) -> None:
    pdf = to_pdf([written(tmp_path, "images", fill(template, SHOWING))], tmp_path)[0]
    page = pdf_page(pdf)  # 72 dots an inch: a dot is a point
    text = (11906 - 2 * 1418) / 20
    assert size(page, (255, 0, 0)) == pytest.approx((text, text / 20), abs=2)
    assert size(page, (0, 255, 0)) == pytest.approx((85, 170), abs=2)  # 3 by 6 cm
    across, down = size(page, (0, 0, 128))  # the two logos, and what stands between them
    assert across == pytest.approx(180, abs=2)
    assert down > 90 + 170 + 90


def size(page: Image.Image, colour: tuple[int, int, int]) -> tuple[int, int]:
    """How far the dots of a colour, or nearly, extend across and down."""
    data = page.tobytes()
    dots = zip(data[::3], data[1::3], data[2::3], strict=True)
    places = [divmod(n, page.width) for n, dot in enumerate(dots) if alike(dot, colour)]
    across, down = {x for _, x in places}, {y for y, _ in places}
    return max(across) - min(across) + 1, max(down) - min(down) + 1


def alike(dot: tuple[int, int, int], colour: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 8 for one, other in zip(dot, colour, strict=True))


@pytest.mark.soffice
def test_lists_restart_and_levels_show(template: Template, tmp_path: Path) -> None:
    document = small(
        *points(1, "un", "deux"),
        *points(1, "lettre", level=1),
        *points(1, "romain", level=2),
        *points(1, "trois"),
        *points(2, "encore un"),
        *points(3, "tiret", kind=K.BULLET),
    )
    text = printed(tmp_path, fill(template, document))
    for told in (
        "1° un",
        "2° deux",
        "a) lettre",
        "i) romain",
        "3° trois",
        "1° encore un",
        "– tiret",
    ):
        assert told in text


@pytest.mark.soffice
def test_signatures_never_stand_alone_nor_split(template: Template, tmp_path: Path) -> None:
    """Whatever the height at which they fall, page break included."""
    heights = range(10, 36)
    files = [
        written(tmp_path, f"hauteur-{lines}", fill(template, _signed_after(lines)))
        for lines in heights
    ]
    broken = 0
    for lines, pdf in zip(heights, to_pdf(files, tmp_path), strict=True):
        pages = pdf_text(pdf).split("\f")
        page = next(page for page in pages if "Pour Alpha" in page)
        for told in (f"Ligne {lines - 1}\n", "Fait à Paris", "Nom Alpha", "Nom Delta"):
            assert told in page
        broken += "Ligne 0\n" not in page
    assert 0 < broken < len(heights)


def _signed_after(lines: int) -> Document:
    return small(
        *(block(K.PARAGRAPH, f"Ligne {n}") for n in range(lines)),
        Block(K.FORMULA, line("Fait à Paris")),
        signatures(*(cell(f"Pour {n}", f"Nom {n}") for n in ("Alpha", "Bêta", "Gamma", "Delta"))),
    )


@pytest.mark.soffice
def test_each_page_bears_its_number(template: Template, tmp_path: Path) -> None:
    document = small(
        *(block(K.PARAGRAPH, "x") for _ in range(80)), title="Mon titre", reference="R-7"
    )
    pages = printed(tmp_path, fill(template, document)).split("\f")[:-1]
    assert len(pages) > 1
    for number, page in enumerate(pages, start=1):
        assert f"Page {number} sur {len(pages)}" in page
        assert "Référence : R-7" in page
    assert "Mon titre" in pages[1]
