"""What a clause writes in Markdown, and the blocks that it makes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from convgen.model.document import BlockKind

if TYPE_CHECKING:
    from tests.library.shelf import Shelf

NOM = "{{ projet.nom }}"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("Un alinéa\nsur deux lignes.\n\nUn autre.\n", ["Un alinéa sur deux lignes.", "Un autre."]),
        ("Un alinéa\n   \nUn autre.", ["Un alinéa", "Un autre."]),
        (f"{NOM}\n", ["Jardin"]),
        (f"a {NOM} b\n\n{NOM}{NOM}\n", ["a Jardin b", "JardinJardin"]),
        (f"## De {NOM}\n\nTexte.\n", ["sous_article 1.1. De Jardin", "Texte."]),
        ("## Un\n## Deux\n", ["sous_article 1.1. Un", "sous_article 1.2. Deux"]),
        (f"> d'une {NOM},\n\nSuite\n", ["formule d’une Jardin,", "Suite"]),
        (
            f"- a {NOM}\n  - b {NOM}\n    - c\n- d\n",
            ["puce – a Jardin", "puce • b Jardin", "puce – c", "puce – d"],
        ),
        (
            f"1. a\n   1. b\n      1. c {NOM}\n      2. d\n   2. e\n2. f\n   1. g\n",
            ["point 1° a", "point a) b", "point i) c Jardin", "point ii) d", "point b) e",
             "point 2° f", "point a) g"],
        ),
        ("1. a\n2. b\n\nTexte\n\n1. c\n", ["point 1° a", "point 2° b", "Texte", "point 1° c"]),
        ("1. a\n   - b\n2. c\n", ["point 1° a", "puce • b", "point 2° c"]),
        ("1. a\n- b\n\n1. c\n", ["point 1° a", "puce – b", "point 1° c"]),
        ("- a\n  sur deux lignes\n- b\nTexte\n", ["puce – a sur deux lignes", "puce – b", "Texte"]),
        (
            f"| A | B |\n|---|---|\n| {NOM} | x{NOM}y |\n",
            ["tableau A | B || Jardin | xJardiny"],
        ),
        ("| A | B |\n|---|---|\n| a |\n", ["tableau A | B || a | "]),
        (r"a \*\*b\*\* c", ["a **b** c"]),
        (r"\# a", ["# a"]),
        ("l'article 3 : « x » ?", ["l’article 3 : « x » ?"]),
    ],
)  # fmt: skip
def test_blocks(shelf: Shelf, body: str, lines: list[str]) -> None:
    shelf.body(body)
    assert shelf.lines() == lines


LOTS = "{% for lot in projet.lots %}\n{BODY}{% endfor %}\n"


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        # A block of text continues the paragraph before it, unless a blank line stands between.
        ("a\n{% if projet.nom %}\nb\n{% endif %}\nc\n", ["a b c"]),
        ("a\n\n{% if projet.nom %}\nb\n{% endif %}\nc\n", ["a", "b c"]),
        ("a\n{% if projet.nom %}\n\nb\n{% endif %}\nc\n", ["a", "b c"]),
        ("a\n{% if projet.nom %}\nb\n\n{% endif %}\nc\n", ["a b", "c"]),
        ("a\n{% if projet.nom %}\nb\n  \n{% endif %}\nc\n", ["a b", "c"]),
        ("a\n{% if projet.nom %}\nb\n{% endif %}\n\nc\n", ["a b", "c"]),
        ("a\n{% if not projet.nom %}\nb\n\n{% endif %}\nc\n", ["a c"]),
        ("a\n{% if not projet.nom %}\nb\n{% elif projet.nom %}\nd\n{% else %}\ne\n{% endif %}\nc",
         ["a d c"]),
        ("## T\n{% if projet.nom %}\nb\n{% endif %}\n", ["sous_article 1.1. T", "b"]),
        ("- a\n{% if projet.nom %}\n- b\n{% endif %}\n- c\n", ["puce – a", "puce – b", "puce – c"]),
        ("- a\n{% if projet.nom %}\n  suite\n{% endif %}\n- c\n", ["puce – a suite", "puce – c"]),
        ("- a\n{% if projet.nom %}\n  - b\n{% endif %}\n", ["puce – a", "puce • b"]),
        ("- a\n{% if projet.nom %}\nb\n{% endif %}\n", ["puce – a", "b"]),
        (LOTS.replace("{BODY}", "{{ lot }}\n\n"), ["x", "y", "z"]),
        (LOTS.replace("{BODY}", "{{ lot }}{{ '.' if loop.last else ' ;' }}\n"), ["x ; y ; z."]),
        ("1. a\n" + LOTS.replace("{BODY}", "2. {{ lot }}\n\n") + "3. b\n",
         ["point 1° a", "point 2° x", "point 3° y", "point 4° z", "point 5° b"]),
        ("| Lot |\n|---|\n" + LOTS.replace("{BODY}", "| {{ lot }} |\n") + "Suite",
         ["tableau Lot || x || y || z", "Suite"]),
        ("| Lot | |\n|---|---|\n" + LOTS.replace("{BODY}", "| {{ lot }} | v |\n"),
         ["tableau Lot |  || x | v || y | v || z | v"]),
        (LOTS.replace("{BODY}", "{{ loop.first }} {{ loop.last }}\n\n"),
         ["oui non", "non non", "non oui"]),
        ("{# une note #}\na {# autre #}b\n", ["a b"]),
    ],
)  # fmt: skip
def test_control_tags_leave_no_trace(shelf: Shelf, body: str, lines: list[str]) -> None:
    shelf.project("  lots: [x, y, z]")
    shelf.body(body)
    assert shelf.lines() == lines


def test_emphasis_goes_to_the_value_inside_it(shelf: Shelf) -> None:
    shelf.body("a **b {{ projet.nom }}** *c{{ projet.nom }}* ***d***.\n")
    (block,) = shelf.blocks()
    assert [(run.text, run.bold, run.italic) for run in block.runs] == [
        ("a ", False, False),
        ("b ", True, False),
        ("Jardin", True, False),
        (" ", False, False),
        ("c", False, True),
        ("Jardin", False, True),
        (" ", False, False),
        ("d", True, True),
        (".", False, False),
    ]


def test_a_box_opens_its_own_paragraph(shelf: Shelf) -> None:
    shelf.project("  mode: b")
    shelf.body(
        'Choix :\n\n{{ projet.mode | case("a") }} mode A\n'
        '\n{{ projet.mode | case("b") }} **mode B**\n'
    )
    boxes = [block for block in shelf.blocks() if block.kind is BlockKind.CHOICE]
    assert [(box.checked, box.text) for box in boxes] == [(False, "mode A"), (True, "mode B")]


@pytest.mark.parametrize("before", ["Choix :\n", "Choix :\n{% if projet.nom %}\n"])
def test_a_box_after_a_line_of_text_is_a_paragraph_all_the_same(shelf: Shelf, before: str) -> None:
    shelf.project("  mode: b")
    end = "{% endif %}\n" if "{%" in before else ""
    shelf.body(f'{before}{{{{ projet.mode | case("b") }}}} mode B\n{end}')
    if end:
        assert shelf.lines() == ["Choix :", "choix mode B"]
    else:
        assert shelf.only().code.value == "CG205"


def test_terms_and_references_take_a_capital_at_the_start_of_a_sentence(shelf: Shelf) -> None:
    shelf.body(
        "{{ commune }} agit. {{ association }} {{ commune.a }}. "
        "**Fin.** {{ commune }} « {{ commune }} »."
        '\n\n{{ renvoi("objet") }} et {{ renvoi("objet") }}. {{ renvoi("objet") }}.\n'
        "\n- {{ commune }} agit ;\n- **{{ commune }}**, {{ commune.il }}.\n"
        "\n**{{ commune.de }}**\n"
    )
    assert shelf.lines() == [
        "La Commune agit. L’Association à la Commune. Fin. La Commune « la Commune ».",
        "L’Article 1 et l’Article 1. L’Article 1.",
        "puce – la Commune agit ;",
        "puce – la Commune, elle.",
        "De la Commune",
    ]


def test_static_text_is_set_in_type_and_data_is_not(shelf: Shelf) -> None:
    shelf.project('  lots: ["l\'un ; x..."]')
    shelf.body("l'un ; x... {{ projet.lots }} {{ \"l'un ; x...\" if projet.nom }}\n")
    (block,) = shelf.blocks()
    assert [run.text for run in block.runs] == [
        "l’un\u202f; x… ",
        "l'un ; x...",
        " l’un\u202f; x…",
    ]
    assert block.runs[1][:2] == ("l'un ; x...", "valeur")
