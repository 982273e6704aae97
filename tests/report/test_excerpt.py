"""The line at fault and the carets under it, as any terminal shows them."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convgen.faults.diagnostic import Span
from convgen.report.excerpt import Excerpt, cells, excerpt, lines_of_file
from convgen.report.visible_text import HOSTILE
from tests.report.test_report import CASE, LINES


def underlined(line: str, start: int, end: int, room: int = 80) -> str:
    """What stands above the carets."""
    found = excerpt(Span(CASE, 1, start, 1, end), [line], room)
    assert found is not None
    kept, position = "", 0
    for character in found.text + " " * 5:
        if found.start <= position < found.start + found.length:
            kept += character
        position += cells(character)
    return kept


@pytest.mark.parametrize(
    ("line", "start", "end", "above"),
    [
        ("nom: Panetta", 6, 13, "Panetta"),
        ("\tnom:\tPanetta", 7, 14, "Panetta"),
        ("東京: Panetta", 5, 12, "Panetta"),
        ("e\u0301te\u0301: Panetta", 8, 15, "Panetta"),
        ("nom: 東京 x", 6, 8, "東京"),
        ("a: \u202egnp b", 6, 8, "np"),
        ("a: \x1b[31mrouge", 9, 14, "rouge"),
        ("nom:", 5, 5, " "),  # an empty place still shows
        ("nom:", 9, 12, " "),  # a place beyond the line too
    ],
)
def test_the_carets_stand_under_the_span(line: str, start: int, end: int, above: str) -> None:
    assert underlined(line, start, end) == above


@pytest.mark.parametrize(
    ("line", "column", "text", "start", "length"),
    [
        ("\tnom: x", 7, "    nom: x", 9, 1),
        ("東京: xy", 5, "東京: xy", 6, 2),
        ("東京: 東", 5, "東京: 東", 6, 2),
        ("e\u0301: xy", 5, "e\u0301: xy", 3, 2),
        ("a\x1b: x", 5, "a<U+001B>: x", 11, 1),
    ],
)
def test_cells_are_counted_as_a_terminal_does(
    line: str, column: int, text: str, start: int, length: int
) -> None:
    assert excerpt(Span(CASE, 1, column, 1, len(line) + 1), [line], 80) == Excerpt(
        text, start, length
    )


def test_a_span_of_several_lines_underlines_the_first() -> None:
    found = excerpt(Span(CASE, 2, 1, 4, 3), LINES, 80)
    assert found is not None
    assert (found.text, found.start, found.length) == ("parties:", 0, 8)


@pytest.mark.parametrize("line", [0, 7, 99])
def test_no_such_line(line: int) -> None:
    assert excerpt(Span(CASE, line, 1, line, 2), LINES, 80) is None


def test_a_long_line_is_cut_around_the_span() -> None:
    line = "a" * 500 + " ICI " + "b" * 500
    found = excerpt(Span(CASE, 1, 502, 1, 505), [line], 40)
    assert found is not None
    assert found.text.startswith("…a")
    assert found.text.endswith("b…")
    assert cells(found.text) == 40
    assert underlined(line, 502, 505, room=40) == "ICI"


def test_a_span_longer_than_the_width_is_cut() -> None:
    found = excerpt(Span(CASE, 1, 4, 1, 504), ["a: " + "x" * 500], 40)
    assert found is not None
    assert cells(found.text) <= 40
    assert found.start + found.length <= 40


@given(
    line=st.text(alphabet=st.characters(exclude_characters="\n"), max_size=80),
    start=st.integers(1, 90),
    length=st.integers(0, 90),
    room=st.integers(0, 60),
)
def test_any_excerpt_fits_and_is_harmless(line: str, start: int, length: int, room: int) -> None:
    found = excerpt(Span(CASE, 1, start, 1, start + length), [line], room)
    assert found is not None
    assert cells(found.text) <= max(room, 20)
    assert found.start + found.length <= max(room, 20) + 1
    assert not HOSTILE.search(found.text)
    assert not any(unicodedata.category(c) in {"Cc", "Cs"} for c in found.text)


def test_the_excerpt_of_a_real_file(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: b\r\nc: \xc3\xa9\r\n")
    assert lines_of_file(path) == ["a: b", "c: é", ""]
