"""Whatever a text is meant to say, spelled in any documented way, the act says it and no more.

Trees are drawn, spelled, compiled, carried out with the values of a case and numbered; the blocks
are those of the tree. 200 of them by default, 2 000 where CI is set, any number by
CONVGEN_EXAMPLES=100000.
"""

from __future__ import annotations

from hypothesis import given, note, settings
from hypothesis import strategies as st

from tests.language.examples import MANY
from tests.language.meant.carrying_out import blocks_of
from tests.language.meant.case import NAMES
from tests.language.meant.draws import trees
from tests.language.meant.printed import meant_by, said_by
from tests.language.meant.tree import Body
from tests.language.meant.writer import spelled


@settings(MANY)
@given(trees(), st.binary(min_size=100, max_size=100))
def test_what_is_meant_is_what_is_printed(meant: Body, ways: bytes) -> None:
    text = spelled(meant, ways)
    note(text)
    blocks, faults = blocks_of(text, NAMES)
    assert faults == ()
    assert said_by(blocks) == meant_by(meant)
