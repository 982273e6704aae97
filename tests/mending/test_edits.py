"""Edits change what they cover, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convgen.faults.diagnostic import Edit, Span
from convgen.mending.edits import edited

FILE = Path("x.yaml")
PIECES = st.lists(st.text("aé :€\n\r\t«", min_size=1, max_size=8), min_size=1, max_size=9)


def place(text: str) -> tuple[int, int]:
    """Line and column, from 1, after a text."""
    return text.count("\n") + 1, len(text) - text.rfind("\n")


@given(PIECES, st.booleans())
def test_one_piece_in_two_is_changed_and_the_others_stay(pieces: list[str], marked: bool) -> None:
    mark = "\ufeff" if marked else ""
    edits, wanted = [], ""
    for rank, piece in enumerate(pieces):
        before = "".join(pieces[:rank])
        span = Span(FILE, *place(before), *place(before + piece))
        if rank % 2:
            edits.append(Edit(span, f"<{rank}>"))
        wanted += f"<{rank}>" if rank % 2 else piece
    data = (mark + "".join(pieces)).encode()
    assert edited(data, reversed(edits)) == ((mark + wanted).encode(), len(edits))


@pytest.mark.parametrize("second", [(1, 3, 1, 6), (1, 4, 1, 5), (1, 2, 1, 6)])
def test_of_two_that_overlap_the_first_is_done(second: tuple[int, int, int, int]) -> None:
    edits = [Edit(Span(FILE, *second), "Y"), Edit(Span(FILE, 1, 2, 1, 5), "X")]
    assert edited(b"abcdefgh", edits) == (b"aXefgh", 1)


def test_without_a_text_it_is_put_between_quotation_marks() -> None:
    edit = Edit(Span(FILE, 1, 4, 1, 9))
    assert edited(b"a: b : c\n", [edit]) == (b'a: "b : c"\n', 1)
    assert edited(b'a: b "c"\n', [edit]) == (b"a: 'b \"c\"'\n", 1)
