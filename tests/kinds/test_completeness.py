"""A kind of value is whole in its file: what is forgotten there is told here."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from convgen.kinds import found
from convgen.kinds.base.attachments import AttachedKind
from convgen.kinds.base.kind import Kind
from convgen.kinds.choice import ChoiceKind
from convgen.kinds.found import BY_TYPE, DECLARABLE, KINDS

FOLDER = Path(found.__file__).parent
ROWS = (FOLDER.parents[2] / "docs/bibliotheque.md").read_text(encoding="utf-8")


def _name(kind: Kind[Any]) -> str:
    return kind.name or kind.words


READ = [kind for kind in KINDS if not isinstance(kind, AttachedKind | ChoiceKind)]


def test_each_file_holds_a_kind() -> None:
    files = {file.stem for file in FOLDER.glob("*.py")} - {"__init__", "found"}
    assert len(files) == len(KINDS) == len({id(kind) for kind in KINDS})
    assert all(isinstance(kind, Kind) and kind.words for kind in KINDS)


def test_two_kinds_have_two_names() -> None:
    named = [kind.name for kind in KINDS if kind.name]
    assert sorted(named) == sorted(DECLARABLE)
    assert all(re.fullmatch(r"[a-z][a-z_]*", name) for name in named)


def test_values_of_one_type_are_printed_and_compared_alike() -> None:
    """A value does not say its kind: what is known of it is what its type tells."""
    for kind in KINDS:
        usual = BY_TYPE[kind.type]
        assert kind.printed == usual.printed, _name(kind)
        assert kind.opens_with_article is usual.opens_with_article, _name(kind)
        if not isinstance(kind, ChoiceKind):
            assert kind.comparison == usual.comparison, _name(kind)
            assert kind.order == usual.order, _name(kind)


@pytest.mark.parametrize("kind", READ, ids=_name)
def test_its_example_is_read_printed_compared_and_fits_its_schema(kind: Kind[Any]) -> None:
    for text in filter(None, (kind.example, kind.sample, *kind.values)):
        value = kind.validate(text)
        assert isinstance(value, kind.type)
        assert kind.printed is not None
        assert kind.printed(value).strip()
        assert Draft202012Validator(kind.schema).is_valid(text)
        if kind.comparison.comparable:
            hash(kind.comparison.worth(value))
        if kind.order is not None:
            assert kind.order(value) <= kind.order(value)
        if kind.comparison.comparable and not kind.comparison.numeric:
            assert kind.comparison.refuses("chemin", text) is None


@pytest.mark.parametrize("kind", DECLARABLE.values(), ids=_name)
def test_what_a_programme_may_declare_has_an_example_and_a_row_in_the_docs(
    kind: Kind[Any],
) -> None:
    assert kind.example or kind.free
    assert f"| `{kind.name}` |" in ROWS


@pytest.mark.parametrize("kind", KINDS, ids=_name)
def test_what_every_place_takes_at_once_is_read(kind: Kind[Any]) -> None:
    for one in kind.series:
        assert isinstance(kind.validate(one.value), kind.type)
