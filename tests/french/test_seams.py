"""Two pieces of a sentence meet with the space that French wants, and no other sign changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from convgen.french.seams import seam
from convgen.french.typography import typeset

SIGNS = st.text(" \u00a0\u202fab3,;:.!?()[]«»’…", max_size=6)
WORDS = st.sampled_from(["mot", "mot", "«\u00a0mot\u00a0»", "(mot)", "3", "l’eau"])
AFTER = st.sampled_from(
    [", et", ".", ") et", "; et", ": et", "! Oui", "? Oui", "et", "(et", "« et »"]
)


@given(SIGNS, SIGNS)
def test_signs_stay_and_spaces_meet_once(before: str, after: str) -> None:
    left, right = seam(before, after)
    assert "".join((left + right).split()) == "".join((before + after).split())
    assert left.rstrip() == before.rstrip()
    assert right.lstrip() == after.lstrip()
    assert seam(left, right) == (left, right) or not left.strip()


@given(WORDS, AFTER)
def test_a_meeting_is_what_would_be_typed_in_one(word: str, after: str) -> None:
    """As typography sets the same words, typed without a stray space."""
    typed = word + ("" if after[0] in ",.)" else " ") + after
    assert "".join(seam(f"{word} ", typeset(after))) == typeset(typed)
