"""A house style changed in a word processor shows in the next act, with nothing else changed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING

import docx
import pytest
from docx.shared import Cm, RGBColor

from convgen.model.state import State
from convgen.pipeline import Assembled, assemble_case, fill_case
from convgen.word.charte.inspect import inspect_template
from tests.acts.desk import CHOISY, Desk
from tests.support.office import run_basic, validate

if TYPE_CHECKING:
    from docx.document import Document

TEMPLATE = "templates/convention.docx"
# Open, change, save: what a jurist does in LibreOffice.
MACRO = """
Sub Main(source, target)
  Dim options(0) As New com.sun.star.beans.PropertyValue
  options(0).Name = "Hidden"
  options(0).Value = True
  act = StarDesktop.loadComponentFromURL(source, "_blank", 0, options())
  styles = act.StyleFamilies.getByName("ParagraphStyles")
{change}
  options(0).Name = "FilterName"
  options(0).Value = "MS Word 2007 XML"
  act.storeToURL(target, options())
  act.close(True)
End Sub
"""
LOOKS = """
  styles.getByName("Standard").CharFontName = "Liberation Serif"
  styles.getByName("Heading 2").CharColor = RGB(140, 20, 60)

  pages = act.StyleFamilies.getByName("PageStyles")
  For i = 0 To pages.Count - 1
    pages.getByIndex(i).LeftMargin = 3500
    pages.getByIndex(i).RightMargin = 2000
  Next

  words = act.createReplaceDescriptor()
  words.SearchString = "Référence :"
  words.ReplaceString = "Dossier suivi sous le numéro"
  act.replaceAll(words)
"""
LABEL = """
  lists = act.StyleFamilies.getByName("NumberingStyles")
  list = lists.getByName(styles.getByName("Heading 2").NumberingStyleName)
  rules = list.NumberingRules
  level = rules.getByIndex(0)
  For i = 0 To UBound(level)
    If level(i).Name = "ListFormat" Then level(i).Value = "ART. %1%"
  Next
  rules.replaceByIndex(0, level)
  list.NumberingRules = rules
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk.at(tmp_path / "bibliotheque")
    made.complete()
    made.add(CHOISY, "reference: CONV-2025-17\n")
    return made


def restyle(desk: Desk, change: str) -> Path:
    """Change the house style of the desk in LibreOffice; give it back, found sound."""
    template, saved = desk.file(TEMPLATE), desk.file("enregistre.docx")
    run_basic(MACRO.format(change=change), template, saved)
    saved.replace(template)
    assert inspect_template(template) == []
    return template


def assembled(desk: Desk) -> Assembled:
    act = assemble_case(desk.file(CHOISY), State.FINAL)
    assert act.can_be_written(State.FINAL), act.diagnostics
    return act


def written(desk: Desk) -> Path:
    filled = fill_case(assembled(desk))
    assert filled.data is not None, filled.diagnostics
    path = desk.file("acte.docx")
    path.write_bytes(filled.data)
    return path


def opened(desk: Desk) -> Document:
    return docx.Document(io.BytesIO(written(desk).read_bytes()))


def lines(act: Document) -> list[str]:
    """Every paragraph of the act, then every cell of its tables."""
    cells = (cell.text for table in act.tables for row in table.rows for cell in row.cells)
    return [*(paragraph.text for paragraph in act.paragraphs), *cells]


def headers(act: Document) -> list[str]:
    (section,) = act.sections
    parts = section.first_page_header, section.header
    return [paragraph.text for part in parts for paragraph in part.paragraphs if paragraph.text]


@pytest.mark.soffice
@pytest.mark.validator
def test_looks_changed_in_libreoffice_show_in_the_next_act(desk: Desk) -> None:
    tree, before = assembled(desk).document, opened(desk)
    template = restyle(desk, LOOKS)
    after = opened(desk)

    assert assembled(desk).document == tree
    assert lines(after) == lines(before)
    article = next(paragraph.style for paragraph in after.paragraphs if paragraph.text == "Objet")
    assert article is not None
    assert article.font.color.rgb == RGBColor(140, 20, 60)
    assert after.styles["Normal"].font.name == "Liberation Serif"
    (section,) = after.sections
    assert section.left_margin == pytest.approx(Cm(3.5), rel=0.001)
    assert section.right_margin == pytest.approx(Cm(2), rel=0.001)
    reference, title = "Dossier suivi sous le numéro CONV-2025-17", headers(before)[1]
    assert headers(after) == [reference, title, reference]
    assert validate([template, written(desk)]) == {}


@pytest.mark.soffice
@pytest.mark.validator
def test_a_label_changed_in_libreoffice_shows_in_numbers_and_references(desk: Desk) -> None:
    before = lines(opened(desk))
    template = restyle(desk, LABEL)

    tree = assembled(desk).document
    assert tree is not None
    numbers = [s.heading.number for s in tree.sections if s.heading and s.heading.number]
    assert numbers == [f"ART. {n}" for n in range(1, len(numbers) + 1)]
    assert lines(opened(desk)) == [line.replace("l’Article\u00a0", "l’ART. ") for line in before]
    assert any("l’ART. " in line for line in lines(opened(desk)))
    assert validate([template, written(desk)]) == {}
