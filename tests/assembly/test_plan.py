"""Which parts an act has, their numbers, the references between them, the terms they define."""

from __future__ import annotations

import pytest

from convgen.model.document import BlockKind
from convgen.model.state import State
from tests.library.shelf import CASE, HEADER, PROGRAMME, Shelf

PLAN = """\
  - partie: regles
    intitule: Règles
  - article: objet
    intitule: Objet
    clauses: [objet/projet]
  - article: avenant
    intitule: Avenant
    si: tribunal
    clauses: [objet/autre]
  - partie: fin
    intitule: Fin
    si: projet.mode = "a"
  - article: litiges
    intitule: Litiges
    clauses: [objet/autre, {objet/autre: , si: projet.mode}]
  - annexe: carte
    intitule: Carte
    clauses: [objet/autre]
  - annexe: liste
    clauses: [objet/autre]
"""
OLD_PLAN = "  - article: objet\n    intitule: Objet\n    clauses: [objet/projet]\n"


@pytest.fixture
def long(shelf: Shelf) -> Shelf:
    """An act with parts, articles under condition, and annexes."""
    shelf.edit(PROGRAMME, (OLD_PLAN, PLAN))
    shelf.write("clauses/objet/autre.md", HEADER + "Autre.\n")
    return shelf


def headings(shelf: Shelf, state: State = State.FINAL) -> list[str]:
    document = shelf.act(state).document
    assert document is not None
    found = [section.heading for section in document.sections if section.heading]
    return [f"{block.number} {block.text}".strip() for block in found]


def test_parts_articles_and_annexes_are_numbered_apart(long: Shelf) -> None:
    assert headings(long) == [
        "Titre\u00a0I Règles",
        "Article\u00a01 Objet",
        "Article\u00a02 Litiges",
        "Annexe\u00a01 Carte",
        "Annexe\u00a02",
    ]
    long.project("  mode: a")
    long.edit(CASE, ("terme:", "tribunal: Paris\nterme:"))
    assert headings(long) == [
        "Titre\u00a0I Règles",
        "Article\u00a01 Objet",
        "Article\u00a02 Avenant",
        "Titre\u00a0II Fin",
        "Article\u00a03 Litiges",
        "Annexe\u00a01 Carte",
        "Annexe\u00a02",
    ]


def test_what_rests_on_a_gap_stays_and_is_marked_once(long: Shelf) -> None:
    long.project("  mode:")
    assert headings(long, State.DRAFT) == [
        "Titre\u00a0I Règles",
        "Article\u00a01 Objet",
        "Titre\u00a0II [selon : mode du projet] Fin",
        "Article\u00a02 Litiges",
        "Annexe\u00a01 Carte",
        "Annexe\u00a02",
    ]
    assert long.lines(State.DRAFT, "litiges") == ["Autre.", "[selon : mode du projet] Autre."]
    document = long.act(State.DRAFT).document
    assert document is not None
    assert document.banner == "Brouillon\u00a0: 1 point à compléter ou à corriger"


def test_a_part_without_heading_says_it_in_its_first_paragraph(shelf: Shelf) -> None:
    shelf.project("  mode:")
    shelf.edit(
        PROGRAMME,
        ("  - signature", "  - preambule: [objet/projet]\n    si: projet.mode\n  - signature"),
    )
    assert shelf.lines(State.DRAFT, "preambule") == [
        "[selon : mode du projet] La convention porte sur Jardin."
    ]


def test_a_table_says_it_in_its_first_cell(shelf: Shelf) -> None:
    shelf.project("  mode:")
    shelf.edit(PROGRAMME, ("[objet/projet]", "[{objet/projet: , si: projet.mode}]"))
    shelf.body("| A | B |\n|---|---|\n| a | b |\n")
    assert shelf.lines(State.DRAFT) == ["tableau [selon : mode du projet] A | B || a | b"]


def test_a_clause_that_prints_the_gap_needs_no_mark(shelf: Shelf) -> None:
    shelf.project("  mode: c")
    shelf.edit(PROGRAMME, ("[objet/projet]", "[{objet/projet: , si: projet.mode}]"))
    shelf.body("Mode : {{ projet.mode }}.\n")
    assert shelf.lines(State.DRAFT) == ["Mode : [à corriger : mode du projet « c »]."]


def test_provenance_says_why(long: Shelf) -> None:
    long.project("  mode: a")
    origins = [block.origin for block in long.blocks(key="litiges")]
    assert [(o.clause, o.version, o.condition) for o in origins] == [
        ("objet/autre", "1.0.0", ""),
        ("objet/autre", "1.0.0", "projet.mode"),
    ]


def test_references_follow_their_target(long: Shelf) -> None:
    long.body(
        'Voir {{ renvoi("litiges") }} et {{ renvoi("liste") }}.\n\n'
        '| A |\n|---|\n| {{ renvoi("objet") }} |\n'
    )
    assert long.lines() == [
        "Voir l’Article 2 et l’Annexe 2.",
        "tableau A || L’Article 1",
    ]
    (run,) = [run for run in long.blocks()[0].runs if run.text == "Article\u00a02"]
    anchors = {
        section.key: section.heading.anchor
        for section in long.act().document.sections  # type: ignore[union-attr]
        if section.heading
    }
    assert run.target == anchors["litiges"] == "art_litiges"
    assert anchors["liste"] == "ann_liste"


def test_a_reference_to_what_this_act_leaves_out_names_both(long: Shelf) -> None:
    long.body('a\n\nVoir {{ renvoi("avenant") }}.\n')
    for state in (State.FINAL, State.DRAFT):
        fault = long.only(state)
        assert (fault.code.value, fault.span.line, fault.span.column) == ("CG208", 10, 17)
        assert "« objet/projet »" in fault.message
        assert "« avenant »" in fault.message
        assert "tribunal" in fault.message
        assert not long.act(state).can_be_written(state)


def test_a_reference_in_a_branch_not_taken_is_no_fault(long: Shelf) -> None:
    long.body('a\n{% if tribunal %}\nVoir {{ renvoi("avenant") }}.\n{% endif %}\n')
    assert long.faults() == []


def test_sub_articles_and_lists_start_again(long: Shelf) -> None:
    long.write("clauses/objet/autre.md", HEADER + "1. a\n2. b\n")
    long.project("  mode: a")
    long.body("## A\n\n1. a\n\n## B\n\n1. b\n")
    assert long.lines() == [
        "sous_article 1.1. A",
        "point 1° a",
        "sous_article 1.2. B",
        "point 1° b",
    ]
    assert long.lines(key="litiges") == ["point 1° a", "point 2° b"] * 2
    document = long.act().document
    assert document is not None
    lists = [b.list_id for b in document.all_blocks() if b.kind is BlockKind.POINT]
    assert lists == sorted(lists)
    assert len(set(lists)) >= 4


def test_two_clauses_do_not_share_a_list(shelf: Shelf) -> None:
    shelf.write("clauses/objet/autre.md", HEADER + "1. c\n")
    shelf.edit(PROGRAMME, ("[objet/projet]", "[objet/projet, objet/autre]"))
    shelf.body("1. a\n2. b\n")
    assert shelf.lines() == ["point 1° a", "point 2° b", "point 1° c"]


def test_a_long_list_is_numbered_as_word_does(shelf: Shelf) -> None:
    points = "".join(f"{n}. x\n   1. y\n      1. z\n" for n in range(1, 4))
    shelf.body(points + "".join(f"   {n}. y\n" for n in range(2, 29)))
    labels = [block.number for block in shelf.blocks()]
    assert labels[:6] == ["1°", "a)", "i)", "2°", "a)", "i)"]
    assert labels[-2:] == ["aa)", "bb)"]
