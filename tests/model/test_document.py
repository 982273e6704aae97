"""A kind of block is whole in the model: its traits, and a specimen that Word shows."""

from __future__ import annotations

from convgen.model.document import TRAITS, BlockKind
from convgen.word.vocabulary import GENRES
from tests.word.specimens import every_kind


def test_each_kind_has_traits() -> None:
    assert set(TRAITS) == set(BlockKind)


def test_each_kind_and_level_has_a_specimen() -> None:
    shown = {(block.kind, block.level) for block in every_kind().all_blocks()}
    assert shown == set(GENRES.values())
