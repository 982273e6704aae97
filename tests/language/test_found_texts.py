"""Texts that were read wrong once: found by the properties next to this file, or by hand."""

from __future__ import annotations

import pytest

from tests.language.meant.carrying_out import blocks_of
from tests.language.typed.fragments import NAMES, VALUES
from tests.language.typed.judge import losses

CASE = {**NAMES, "faux": False, "trois": ("a", "b", "c")}
IF, ELSE, END = "{% if vrai %}\n", "{% else %}\n", "{% endif %}\n"
FOR, DONE = "{% for x in trois %}\n", "{% endfor %}\n"


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        # A list that opens in one branch or in the other goes on after both.
        (f"{IF}1. a\n{ELSE}1. b\n{END}2. c\n", ["1° a", "2° c"]),
        (f"{IF}1. a\n{ELSE}1. b\n2. c\n{END}2. d\n", ["1° a", "2° d"]),
        (f"{IF}1. a\n2. b\n{ELSE}1. c\n{END}3. d\n", ["1° a", "2° b", "3° d"]),
        (
            f"{FOR}{IF}1. a\n{ELSE}1. b\n{END}2. c\n{DONE}",
            ["1° a", "2° c", "3° a", "4° c", "5° a", "6° c"],
        ),
        # An older, deeper list has nothing to say of the one that opens under a tag.
        (f"1. a\n   1. b\n\n{IF}1. c\n{END}2. d\n", ["1° a", "a) b", "1° c", "2° d"]),
        # A list in a point, after dashes in the same point, is another list.
        ("1. a\n   1. b\n   - c\n\n   1. d\n", ["1° a", "a) b", "• c", "a) d"]),
        # A blank that nobody sees, at the end of a tag or of a comment, is no blank line.
        ("a\n{% if vrai %} \nb\n{% endif %} \nc\n", [" a b c"]),
        ("| a |\n|---|\n{% for x in trois %} \n| b |\n{% endfor %}\n", [" "]),
        ("a\n{# vu #} \nb\n", [" a b"]),
        # A piece of an item under a condition is a piece of that item.
        (f"- a\n{IF}  b\n{END}  c\n– d\n", ["– a b c", "– d"]),
        # What is set aside by a backslash is printed alone.
        ("3\\° de l’article\n", [" 3° de l’article"]),
        ("\\*\n", [" *"]),
        ("- \\*\n", ["– *"]),
        ("> a.\n", [" a."]),
        # A blank that is typed between two words stays.
        ("le mot 'acte' **désigne** un texte\n", [" le mot 'acte' désigne un texte"]),
        ("a {# vu #} b\n", [" a b"]),
    ],
)
def test_it_is_printed_as_it_is_meant(text: str, printed: list[str]) -> None:
    blocks, faults = blocks_of(text, CASE)
    assert faults == ()
    assert [f"{block.number} {block.text}" for block in blocks] == printed


@pytest.mark.parametrize(
    "marks",
    [
        *(("1.", "2."), ("1)", "2)"), ("1°", "2°"), ("(1)", "(2)"), ("1 . ", "2 . ")),
        *(("1 ) ", "2 ) "), ("a)", "b)"), ("I.-", "II.-"), ("1-", "2-"), ("o ", "o ")),
        *(("[ ] ", "[ ] "), ("[1] ", "[2] ")),
    ],
)
def test_lines_that_open_like_items_do_not_melt(marks: tuple[str, str]) -> None:
    blocks, faults = blocks_of("".join(f"{mark}Le mot\n" for mark in marks), CASE)
    assert faults or len(blocks) == 2


@pytest.mark.parametrize("text", ["- a\n–b\n", "- a\n•b\n", "- a\n-b\n", "*Le mot\n*Le mot*\n"])
def test_a_dash_without_its_blank_is_refused(text: str) -> None:
    _, faults = blocks_of(text, CASE)
    assert faults


@pytest.mark.parametrize(
    "text",
    [
        ">\n> a\n",
        "a\n>\nb\n",
        "1 – 2 personnes par an\n",
        "1 - 3 mois\n",
        "*a **b *c* d** e*\n",
    ],
)
def test_no_sign_is_lost(text: str) -> None:
    blocks, faults = blocks_of(text, CASE)
    assert faults or not list(losses(text, blocks, VALUES))


@pytest.mark.parametrize(
    "text",
    [
        "aux\n1° et 2° de l’article L. 5217-2",
        "note\n(1) ci-dessous",
        "le\n- moins - possible",
        "- le bénéficiaire s’engage à\nfournir les pièces",
    ],
)
def test_a_sentence_is_not_cut_in_two(text: str) -> None:
    blocks, faults = blocks_of(text, CASE)
    assert faults or len(blocks) == 1


@pytest.mark.parametrize(
    "text",
    [
        *("A. N. C. T. signe.", "E. Macron signe.", "C. civ., art. 1103."),
        *("c. civ., art. 1103.", "p. 12 du rapport.", "v. article 3.", "i. e. ceci"),
        *("12.03.2026 : réunion", "1.000 € par an", "10.000 habitants", "1.5 fois le taux"),
        *("(droit\ncivil) et suite", "le code\ncivil. Le préfet signe.", "(code\ncivil)"),
        "(article\n12) du code",
    ],
)
def test_ordinary_french_is_read(text: str) -> None:
    blocks, faults = blocks_of(text, CASE)
    assert faults == ()
    assert [block.kind.value for block in blocks] == ["paragraphe"]
