"""Numbers and references say what the house style prints."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.model.document import RunKind
from tests.library.shelf import PROGRAMME, Shelf
from tests.word.editing import replace
from tests.word.numbered import relabelled

HOUSE = (Path(__file__).parents[2] / "templates/convention.docx").read_bytes()
BODY = """\
Voir {{ renvoi("objet") }}. **{{ renvoi("carte") }}** suit.

## Détail

1. un
   1. deux
"""


@pytest.fixture
def annexed(shelf: Shelf) -> Shelf:
    """An act with an annex, and a clause that refers to it."""
    annex = "  - annexe: carte\n    intitule: Carte\n    clauses: [signature/lieu]\n  - signature"
    shelf.edit(PROGRAMME, ("  - signature: ", f"{annex}: "))
    shelf.body(BODY)
    return shelf


def styled(shelf: Shelf, *changes: tuple[str, str]) -> list[str]:
    """The lines of the article under a house style with other labels."""
    (shelf.root / "templates/convention.docx").write_bytes(relabelled(HOUSE, *changes))
    return shelf.lines()


def headings(shelf: Shelf) -> list[str]:
    document = shelf.act().document
    assert document is not None
    return [s.heading.number for s in document.sections if s.heading and s.heading.number]


def test_without_a_house_style_numbers_are_the_usual_ones(annexed: Shelf) -> None:
    assert annexed.lines() == [
        "Voir l’Article 1. L’Annexe 1 suit.",
        "sous_article 1.1. Détail",
        "point 1° un",
        "point a) deux",
    ]
    assert headings(annexed) == ["Article\u00a01", "Annexe\u00a01"]


def test_numbers_and_references_say_what_the_house_style_prints(annexed: Shelf) -> None:
    lines = styled(
        annexed,
        ("Article\u00a0%1", "ART. %1 –"),
        ("Annexe\u00a0%1", "ANNEXE %1."),
        ('"%1.%2."', '"%1-%2"'),
        ("%1°", "(%1)"),
    )
    assert lines == [
        "Voir l’ART. 1. L’ANNEXE 1 suit.",
        "sous_article 1-1 Détail",
        "point (1) un",
        "point a) deux",
    ]
    assert headings(annexed) == ["ART. 1 –", "ANNEXE 1."]


def test_a_bare_number_is_called_by_its_name(annexed: Shelf) -> None:
    lines = styled(annexed, ("Article\u00a0%1", "%1."), ("Annexe\u00a0%1", "(%1)"))
    assert lines[0] == "Voir l’article 1. L’annexe (1) suit."
    runs = annexed.blocks()[0].runs
    assert [(run.text, run.bold) for run in runs if run.kind is RunKind.REFERENCE] == [
        ("1", False),
        ("(1)", True),
    ]
    assert [run.bold for run in runs if run.text == "annexe "] == [True]


def test_the_programme_s_own_house_style_comes_first(annexed: Shelf) -> None:
    own = annexed.root / "templates/essai/convention.docx"
    own.write_bytes(relabelled(HOUSE, ("Article\u00a0%1", "Art. %1")))
    assert styled(annexed, ("Article\u00a0%1", "ART. %1"))[0].startswith("Voir l’Art. 1.")


def test_a_faulty_house_style_stands_in_the_way_of_nothing_but_the_file(annexed: Shelf) -> None:
    usual = annexed.lines()
    for faulty in (b"", replace(HOUSE, "{{ bandeau }}", "{{ 1 }}")):
        (annexed.root / "templates/convention.docx").write_bytes(faulty)
        assert annexed.lines() == usual
        assert annexed.faults() == []


def test_a_house_style_out_of_the_library_is_not_read(annexed: Shelf, tmp_path: Path) -> None:
    outside = tmp_path / "ailleurs.docx"
    outside.write_bytes(relabelled(HOUSE, ("Article\u00a0%1", "Art. %1")))
    (annexed.root / "templates/convention.docx").symlink_to(outside)
    assert headings(annexed) == ["Article\u00a01", "Annexe\u00a01"]
