"""Paragraphs and dashes typed in a case: kept apart as they were typed, or refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convgen.kinds.paragraphs import Paragraph, read_paragraphs
from convgen.kinds.text import read_text

WORDS = st.lists(
    st.sampled_from(["*mot*", "Ville", "{{ x }}", "3", "50 000 €", "l'eau"]), min_size=1
)
ITEMS = st.lists(st.tuples(st.sampled_from([None, 0, 1, 2]), WORDS), min_size=1, max_size=8)


@given(ITEMS, st.sampled_from(["-", "–", "•", "▪"]), st.sampled_from([" ", "\t", "\u00a0"]))
def test_what_is_typed_is_what_is_read(
    drawn: list[tuple[int | None, list[str]]], dash: str, blank: str
) -> None:
    meant, lines, depth = [], [], 0
    for level, words in drawn:
        text = " ".join(words)
        depth = 0 if level is None else min(level, depth)
        lines.append(text if level is None else "  " * depth + dash + blank + text)
        lines += [""] * (level is None)
        meant.append(Paragraph(text, None if level is None else depth))
        depth += level is not None
    text = "\n".join(("", *lines) if drawn[0][0] is None else lines)
    apart = text.replace(f"\n{dash}", f"\n\n{dash}")
    assert read_paragraphs(apart).items == tuple(meant)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Un.\n\n1. deux", "numérotée"),
        ("Un.\n\na) deux", "numérotée"),
        ("| a | b |", "ni un alinéa"),
        ("## Titre", "ni un alinéa"),
        ("Une phrase.\nUne autre.", "collé"),
        ("informer ;\norienter", "collé"),
        ("-\n- un", "n’a pas de texte"),
        ("- a\n  - b\n    - c\n      - d", "trois niveaux"),
    ],
)
def test_the_rest_is_refused(text: str, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        read_paragraphs(text)


@pytest.mark.parametrize(
    "text", ["Un.\n\nDeux.", "Objet :\n- un\n- deux", "- un\n- deux", "a\n1. b"]
)
def test_a_text_of_one_paragraph_is_no_list(text: str) -> None:
    with pytest.raises(ValueError, match="tient en un alinéa"):
        read_text(text)
