"""No text, however made, breaks or stalls the reader."""

import io

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from convgen.faults.diagnostic import has_errors
from convgen.yaml.nodes import MappingNode, Node, ScalarNode, plain
from convgen.yaml.source import parse_source

from .conftest import FILE, Reading

BOMBS = {
    "brackets": "[" * 100_000,
    "braces": "{a: " * 100_000,
    "flow in a value": "a: " + "[" * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "indents": "".join(" " * i + "a:\n" for i in range(1200)),
    "anchors": "&a " * 100_000,
    "quotes": '"a" ' * 100_000,
    "documents": "---\n" * 100_000,
    "directives": "%TAG ! x\n" * 50_000,
    "equal keys": "a: b\n" * 100_000,
    "items": "a:\n" + "- b\n" * 100_000,
    "commas": "{" + "a," * 200_000 + "}",
    "comments": "a: b #c\n" * 100_000,
    "one line": "a: " + "é " * 300_000 + ": b",
    "one value": 'a: "' + "\\u202e" * 100_000 + '"',
    "billion laughs": "a: &a [x]\n"
    + "".join(f"b{i}: &b{i} [*a, *a, *a, *a, *a, *a, *a, *a, *a]\n" for i in range(9)),
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_bombs(text: str) -> None:
    _, diagnostics = parse_source(text, FILE)
    assert has_errors(diagnostics)


def test_depth_and_number_are_bounded() -> None:
    assert Reading("a: " + "[" * 39 + "]" * 39).diagnostics == []
    assert Reading("a: " + "[" * 40 + "]" * 40).faults == [("CG004", 1, 43)]
    assert Reading("a: [" + "b," * 49_997 + "]").diagnostics == []
    assert [f[0] for f in Reading("a: [" + "b," * 49_998 + "]").faults] == ["CG003"]


NAME_IT = "donnez un nom à cette clé"  # told of each « : » without a key, reading goes on
SIGNS = "a|é|: |:|- |\n|\n  |\n\t|#| #1|\"|'|[|]|{|}|,|&a|*a|!|!!str |<<|>|%|@|`|?|---\n|...\n"
PIECES = st.sampled_from(
    [*SIGNS.split("|"), *"|\\~ \u202e\x07\ud800\r\ufeff\u2028", "n° "],
)


@settings(max_examples=400, deadline=2000)
@given(st.one_of(st.text(), st.lists(PIECES, max_size=40).map("".join)))
@example("? #")
@example("a: {{{")
@example("{? : ,")
@example("? - ? a")
@example("a: 'x\n\n")
def test_no_text_raises(text: str) -> None:
    source, diagnostics = parse_source(text, FILE)
    lines = text.count("\n") + 1
    assert source is not None or has_errors(diagnostics)
    for diagnostic in diagnostics:
        span = diagnostic.span
        assert diagnostic.message
        assert diagnostic.help
        assert 1 <= span.line <= span.end_line <= lines + 1
        assert (span.line, span.column) <= (span.end_line, span.end_column)
    stops = [d for d in diagnostics if d.code.value == "CG005" and d.help != NAME_IT]
    assert len(stops) <= 1
    if source is not None:
        plain(source.root)


WORDS = st.text(st.sampled_from("abcdé ’«»:#-,[]{}&*!|>%@`'\"\\n°1東😀\n\t"), max_size=12)
VALUES = st.recursive(
    st.one_of(st.none(), WORDS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(WORDS.filter(bool), inner, max_size=4)
    ),
    max_leaves=20,
)


def spans_match(node: Node, lines: list[str]) -> None:
    """The text of each plain scalar, and of each plain key, stands at its place."""
    if isinstance(node, MappingNode):
        for entry in node.entries.values():
            span = entry.key_span
            written = lines[span.line - 1][span.column - 1 : span.end_column - 1]
            if span.line == span.end_line and written[:1] not in "\"'":
                assert written == entry.key
            spans_match(entry.node, lines)
    elif isinstance(node, ScalarNode):
        span = node.span
        if node.plain and node.text is not None and span.line == span.end_line:
            written = lines[span.line - 1][span.column - 1 : span.end_column - 1]
            assert written == node.text
    else:
        for item in node.items:
            spans_match(item, lines)


@settings(max_examples=200, deadline=2000)
@given(st.dictionaries(WORDS.filter(bool), VALUES, min_size=1, max_size=5), st.booleans())
def test_what_is_written_is_read_back(data: dict[str, object], flow: bool) -> None:
    writer = YAML(typ="safe")
    writer.default_flow_style = flow
    writer.allow_unicode = True
    stream = io.StringIO()
    writer.dump(data, stream)
    source, diagnostics = parse_source(stream.getvalue(), FILE)
    assert [d for d in diagnostics if d.code.value != "CG010"] == []
    assert source is not None
    assert plain(source.root) == data
    spans_match(source.root, source.text.split("\n"))
