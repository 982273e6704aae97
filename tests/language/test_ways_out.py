"""What is told of a mark that clauses do not have: who does as it says has a text that is read."""

from __future__ import annotations

import pytest

from tests.library.shelf import Shelf

MENDED = [
    ("a\n\n2. b\n", "écrivez « 1. »", "a\n\n1. b\n"),
    ("a\n\n2024. Année.\n", "« 2024\\. »", "a\n\n2024\\. Année.\n"),
    ("- a\n  - b\n    - c\n      - d\n", "d’un niveau", "- a\n  - b\n    - c\n    - d\n"),
    ("- a\n-\n", "retirez son tiret", "- a\n"),
    ("- a\n\n  b\n", "retirez la ligne vide", "- a\n  b\n"),
    ("- a\n\n  b\n", "ou le retrait pour quitter la liste", "- a\n\nb\n"),
    ("-un\n-deux\n", "mettez « - »", "- un\n- deux\n"),
    ("> - a\n", "hors de la formule", "- a\n"),
    ("- > a\n", "« > » en tête de ligne", "> a\n"),
    ("> > a\n", "ne laissez qu’un « > »", "> a\n"),
    ("a\n\n# Titre\n", "deux « # »", "a\n\n## Titre\n"),
    ("- ## a\n", "sur une ligne à lui", "## a\n"),
    ("a\n\n##Titre\n", "une espace après « ## »", "a\n\n## Titre\n"),
    ("a\n\n#Titre\n", "s’écrit « \\# »", "a\n\n\\#Titre\n"),
    ("- | a |\n  |---|\n  | b |\n", "hors de la liste", "| a |\n|---|\n| b |\n"),
    ("Texte\n\n| a | b |\n", "une ligne de tirets", "Texte\n\n| a | b |\n|---|---|\n"),
    ("| A |\n|---|\n| a | b |\n", "retirez une case", "| A |\n|---|\n| a |\n"),
    ("| A |\n|---|\n| a | b |\n", "s’écrit « \\| »", "| A |\n|---|\n| a \\| b |\n"),
    ("le**« a »**, ici\n", "par une espace", "le **« a »**, ici\n"),
    ('a\n\nb {{ projet.mode | case("a") }} c\n', "commencez", '{{ projet.mode | case("a") }} c\n'),
]


@pytest.mark.parametrize(("body", "way_out", "mended"), MENDED)
def test_the_way_out_of_a_mark_is_one(shelf: Shelf, body: str, way_out: str, mended: str) -> None:
    """Each text, mended as it is told to be, is read."""
    shelf.body(body)
    fault = shelf.faults()[0]
    assert "mise en forme" in fault.message
    assert way_out in fault.help
    shelf.project("  mode: a")
    shelf.body(mended)
    assert shelf.faults() == []
