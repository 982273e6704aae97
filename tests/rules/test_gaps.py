"""A value that is missing is told once, as missing: no rule trips over it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from convgen.model.state import State
from convgen.pipeline import assemble_case
from tests.faults.replay import BASES, complete_case, library_of_pages

LEFT = "[à compléter]"
Holder = dict[str, Any] | list[Any]


@pytest.mark.parametrize("programme", BASES)
def test_gaps_are_passed_over(programme: str) -> None:
    """Each value of a complete case in turn, each list, each group."""
    case = complete_case(programme)
    file = library_of_pages().root / "cases" / programme / "lacune.yaml"
    places = list(_places(case))
    assert len(places) > 20
    for path in places:
        file.write_text(json.dumps(_without(case, path), ensure_ascii=False), encoding="utf-8")
        act = assemble_case(file, State.DRAFT, library_of_pages())
        assert act.can_be_written(State.DRAFT) or path == ("programme",), (path, act.diagnostics)


def _places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    if path:
        yield path
    if isinstance(value, list):
        yield from _places(value[0], (*path, 0))  # the others are read alike
    for key, item in value.items() if isinstance(value, dict) else ():
        yield from _places(item, (*path, key))


def _without(case: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    """The same case, where the value at a path is what a model leaves to fill."""
    spoilt = deepcopy(case)
    holder: Any = spoilt
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = LEFT
    return spoilt
