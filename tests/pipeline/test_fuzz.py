"""Real cases, spoilt at random: a fault is told, nothing ever breaks."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.assembly.assemble import gaps_of
from convgen.library.store import Library
from convgen.model.state import State
from convgen.pipeline import assemble_case
from convgen.yaml.nodes import plain
from convgen.yaml.source import read_source

ROOT = Path(__file__).parents[2]
NAMES = ["choisy-le-roi", "modele-vierge"]
BLOCKING = {"CG2", "CG4", "CG5"}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("reelle")
    for folder in ("cases", "clauses", "templates"):
        shutil.copytree(ROOT / folder, root / folder)
    shutil.copy(ROOT / "convgen.toml", root)
    return root


@pytest.fixture(scope="module")
def library(copy: Path) -> Library:
    return Library(copy)


@pytest.fixture(scope="module")
def trees(copy: Path) -> dict[str, Any]:
    """Each real case, as plain values."""
    found = {}
    for name in NAMES:
        source, _ = read_source(copy / f"cases/engagement-programme/{name}.yaml")
        assert source is not None
        found[name] = plain(source.root)
    return found


VALUES: list[Any] = [
    None, "", "x", "oui", "31/12/2026", "12 mois", "84 %", "État", "association", "219400223",
    [], {}, ["a"], [None], [[]], {"a": "b"}, {"@valeur": "x"}, [{"nature": "État"}], "@publique",
    "2024-02-30", "0", "-1", "9" * 30, "«", "é" * 300,
]  # fmt: skip
KEYS = ["x", "@x", "", "terme", "parties", "nature", "0", "__class__", "denomination", "commun"]


def places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every holder of a value and the key or index under which it holds it."""
    items = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in list(items):
        yield tree, key
        if isinstance(value, dict | list):
            yield from places(value)


def delete(holder: Any, key: Any, _value: Any, _name: str) -> None:
    del holder[key]


def replace(holder: Any, key: Any, value: Any, _name: str) -> None:
    holder[key] = value


def wrap(holder: Any, key: Any, _value: Any, _name: str) -> None:
    holder[key] = [holder[key]]


def nest(holder: Any, key: Any, _value: Any, name: str) -> None:
    holder[key] = {name: holder[key]}


def rename(holder: Any, key: Any, _value: Any, name: str) -> None:
    if isinstance(holder, dict):
        holder[name] = holder.pop(key)


def add(holder: Any, _key: Any, value: Any, name: str) -> None:
    if isinstance(holder, dict):
        holder[name] = value
    else:
        holder.append(value)


def double(holder: Any, key: Any, _value: Any, _name: str) -> None:
    """Write the key twice: see `written`."""
    if isinstance(holder, dict):
        holder[f"{key}\0"] = holder[key]


Mutation = Callable[[Any, Any, Any, str], None]
MUTATIONS: list[Mutation] = [delete, replace, wrap, nest, rename, add, double]
STEP = st.tuples(
    st.sampled_from(MUTATIONS), st.integers(0, 500), st.sampled_from(VALUES), st.sampled_from(KEYS)
)


def written(tree: Any, indent: str = "") -> str:
    """Plain values as YAML in blocks."""
    if tree is None or tree in ([], {}):
        return " " + ("" if tree is None else json.dumps(tree))
    if isinstance(tree, str):
        return " " + json.dumps(tree, ensure_ascii=False)
    lines = []
    items = tree.items() if isinstance(tree, dict) else ((None, value) for value in tree)
    for key, value in items:
        head = "-" if key is None else json.dumps(key.strip("\0"), ensure_ascii=False) + ":"
        lines.append(f"\n{indent}{head}{written(value, indent + '  ')}")
    return "".join(lines)


def assert_sound(file: Path, library: Library) -> None:
    for state in State:
        act = assemble_case(file, state, library)
        faults = act.diagnostics
        assert all(fault.message and fault.help and fault.span.line >= 1 for fault in faults)
        if act.can_be_written(state):
            assert act.document is not None
            assert state is State.DRAFT or not gaps_of(act.document)
        elif state is State.DRAFT:
            blocking = [f for f in faults if f.is_error and f.code[:3] in BLOCKING]
            assert act.document is None or blocking, faults
            assert any(fault.is_error for fault in faults)


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(NAMES), st.lists(STEP, min_size=1, max_size=4))
def test_a_spoilt_case_is_written_or_told(
    copy: Path, library: Library, trees: dict[str, Any], name: str, steps: list[Any]
) -> None:
    tree = json.loads(json.dumps(trees[name]))
    for mutate, number, value, key in steps:
        found = list(places(tree))
        if not found:
            break
        holder, at = found[number % len(found)]
        mutate(holder, at, json.loads(json.dumps(value)), key)
    file = copy / "cases/engagement-programme/gatee.yaml"
    file.write_text(written(tree), encoding="utf-8")
    assert_sound(file, library)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(NAMES),
    st.lists(
        st.tuples(
            st.integers(0, 3000),
            st.integers(0, 40),
            st.sampled_from(
                ["", "\n", ": ", "- ", "'", '"', "#", "[", "{", "\t", "&a ", "*a", "|", "é\0"]
            ),
        ),
        min_size=1,
        max_size=3,
    ),
)
def test_a_spoilt_text_is_written_or_told(
    copy: Path, library: Library, name: str, cuts: list[tuple[int, int, str]]
) -> None:
    text = (copy / f"cases/engagement-programme/{name}.yaml").read_text("utf-8")
    for start, length, put in cuts:
        text = text[:start] + put + text[start + length :]
    file = copy / "cases/engagement-programme/gatee.yaml"
    file.write_text(text, encoding="utf-8")
    assert_sound(file, library)
