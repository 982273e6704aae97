"""Whatever is typed is printed whole, in order, or refused: of lines at random, of spoilt clauses.

200 texts of each by default, 2 000 where CI is set, any number by CONVGEN_EXAMPLES=100000.
"""

from __future__ import annotations

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from tests.language.examples import MANY
from tests.language.meant.carrying_out import blocks_of
from tests.language.typed.fragments import NAMES, VALUES, texts
from tests.language.typed.judge import losses
from tests.language.typed.pages import pages


@pytest.mark.parametrize("typed", [texts(), pages()], ids=["lines", "clauses"])
def test_nothing_that_is_accepted_is_lost(typed: st.SearchStrategy[str]) -> None:
    tried = accepted = 0

    @settings(MANY)
    @given(typed)
    def holds(text: str) -> None:
        nonlocal tried, accepted
        note(text)
        blocks, faults = blocks_of(text, NAMES)
        tried += 1
        if not faults:
            accepted += 1
            assert list(losses(text, blocks, VALUES)) == []

    holds()
    assert accepted * 5 >= tried, f"{accepted} accepted of {tried}: hardly a property"
