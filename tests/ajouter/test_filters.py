"""What a filter gives is shown somewhere, under a name of its own."""

from __future__ import annotations

import re

import pytest

from convgen.language import filters
from convgen.language.filters.base import Filter
from convgen.language.filters.found import FILTERS
from convgen.neighbours import modules_in
from tests.acts.desk import ROOT

WRITTEN = "\n".join(
    file.read_text("utf-8")
    for folder in ("tests/assembly", "tests/pipeline", "clauses")
    for file in sorted((ROOT / folder).rglob("*"))
    if file.suffix in {".py", ".md"}
)


def test_two_filters_have_two_names() -> None:
    """The second one would take the place of the first."""
    modules = modules_in(filters.__name__, str(filters.__file__), but={"base", "found"})
    made = {id(one): one for m in modules for one in vars(m).values() if isinstance(one, Filter)}
    assert sorted(one.name for one in made.values()) == sorted(FILTERS)


@pytest.mark.parametrize("name", FILTERS)
def test_each_filter_is_written_in_a_test_or_in_a_clause(name: str) -> None:
    assert re.search(rf"\|\s*{name}\b", WRITTEN)
