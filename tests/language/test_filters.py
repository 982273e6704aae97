"""A filter is whole in its object: what is forgotten there is told here."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.language.filters import found
from convgen.language.filters.base import Filter, Worth, Written
from convgen.language.filters.found import FILTERS
from convgen.model.absent import Gap

ROOT = Path(found.__file__).parents[4]
DOCS = (ROOT / "docs/bibliotheque.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("one", FILTERS.values(), ids=FILTERS)
def test_it_is_told_in_the_docs(one: Filter) -> None:
    assert f"| `{one.name}" in DOCS


@pytest.mark.parametrize("one", FILTERS.values(), ids=FILTERS)
def test_what_is_wrong_names_the_value(one: Filter) -> None:
    takes = [one.takes, *([one.argument.takes] if one.argument and one.argument.takes else [])]
    assert all("{}" in wanted.wrong for wanted in takes)
    assert one.argument is None or (one.argument.wanted and one.name in one.argument.example)


@pytest.mark.parametrize("one", FILTERS.values(), ids=FILTERS)
def test_an_absence_goes_through_it(one: Filter) -> None:
    """What is missing is told where it is printed, never spoilt on the way."""
    gap = Gap("durée")
    passed = one.apply(gap, "x" if one.argument is not None else None)
    assert passed is gap or gap in (getattr(passed, "choice", None), getattr(passed, "value", None))


@pytest.mark.parametrize("one", FILTERS.values(), ids=FILTERS)
def test_a_path_is_asked_for_where_its_type_is_judged(one: Filter) -> None:
    judged = one.argument is not None and one.argument.takes is not None
    assert not judged or one.argument.written is not Written.A_TEXT  # type: ignore[union-attr]
    assert one.worth is not Worth.OF_BOTH or one.argument is not None
