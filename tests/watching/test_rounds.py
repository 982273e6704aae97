"""When a round begins: once the files are at rest, whatever the number of saves."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from convgen.model.state import State
from convgen.pipeline import assembler
from convgen.watching.rounds import Round, rounds
from convgen.watching.watched_case import WatchedCase
from tests.library.fixtures import shelf
from tests.library.shelf import CASE, CLAUSE, PROGRAMME, Shelf

__all__ = ["shelf"]


@pytest.fixture
def told(shelf: Shelf) -> Iterator[Round]:
    """The rounds that follow the first one."""
    told = rounds([WatchedCase(shelf.root / CASE)], pytest.fail)
    first = next(told)
    first.cases[0].assembled(assembler(State.FINAL), first.look)
    return told


def test_saves_that_follow_each_other_are_one_round(
    shelf: Shelf, told: Iterator[Round], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each time that it has rested, another file has been saved: it rests again."""
    to_save = [CLAUSE, PROGRAMME, CASE]
    monkeypatch.setattr(
        "time.sleep", lambda _rest: shelf.add(to_save.pop(), "\n") if to_save else None
    )
    shelf.add("convgen.toml", "\n")
    saved = {str(path.relative_to(shelf.root)) for path in next(told).saved}
    assert saved == {"convgen.toml", CLAUSE, PROGRAMME, CASE}


class _Cycle:
    """What only the collector can free, as models of programmes are."""

    def __init__(self) -> None:
        self.me = self


def test_what_a_round_leaves_does_not_stay(shelf: Shelf, told: Iterator[Round]) -> None:
    """The collector hardly ever comes by itself: commands are made to be short."""
    gc.disable()
    try:
        left = weakref.ref(_Cycle())
        shelf.add(CASE, "\n")
        next(told)
        assert left() is None
    finally:
        gc.enable()
