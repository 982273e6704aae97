"""Labels of numbers, as Word prints them."""

from __future__ import annotations

import pytest

from convgen.model.document import BlockKind
from convgen.model.labels import DEFAULT, FORMATS, Labels, Level, ListPlace, referred


@pytest.mark.parametrize(
    ("format", "written"),
    [
        ("decimal", ["1", "2", "9", "10", "27", "99"]),
        ("decimalZero", ["01", "02", "09", "10", "27", "99"]),
        ("lowerLetter", ["a", "b", "i", "j", "aa", "uuuu"]),
        ("upperLetter", ["A", "B", "I", "J", "AA", "UUUU"]),
        ("lowerRoman", ["i", "ii", "ix", "x", "xxvii", "xcix"]),
        ("upperRoman", ["I", "II", "IX", "X", "XXVII", "XCIX"]),
        ("none", [""] * 6),
    ],
)
def test_numbers_are_written_as_word_does(format: str, written: list[str]) -> None:
    assert [FORMATS[format](number) for number in (1, 2, 9, 10, 27, 99)] == written


@pytest.mark.parametrize(
    ("level", "label"),
    [
        (Level("%1-%2"), "IV-3"),
        (Level("%1-%2", legal=True), "4-3"),
        (Level("Art. %1.%2. – "), "Art. IV.3. – "),
        (Level("§"), "§"),
        (Level("%2%3 %"), "3 %"),
        (Level("%2", start=7), "9"),
        (Level("%2)", "lowerLetter"), "c)"),
    ],
)
def test_a_label_may_hold_the_numbers_above(level: Level, label: str) -> None:
    labels = Labels({"x": (Level("%1", "upperRoman"), level)}, {})
    assert labels.printed(ListPlace("x", 1), [4, 3]) == label


def test_a_level_not_yet_counted_shows_its_first_number() -> None:
    labels = Labels({"x": (Level("%1", start=5), Level("%1.%2"))}, {})
    assert labels.printed(ListPlace("x", 1), [0, 1]) == "5.1"


@pytest.mark.parametrize(
    ("label", "cited"),
    [
        ("Article 4", "Article 4"),
        ("Article 4.", "Article 4"),
        ("Article 4 –", "Article 4"),
        ("ARTICLE IV :\u00a0", "ARTICLE IV"),
        ("(4)", "(4)"),
        ("2-1", "2-1"),
    ],
)
def test_a_sentence_cites_a_label_without_what_ends_it(label: str, cited: str) -> None:
    assert referred(label) == cited


def test_without_a_house_style_numbers_have_a_label_all_the_same() -> None:
    shown = {kind: DEFAULT.first(place) for (kind, level), place in DEFAULT.places.items()}
    assert shown == {
        BlockKind.PART: "Titre\u00a0I",
        BlockKind.ARTICLE: "Article\u00a01",
        BlockKind.SUB_ARTICLE: "1.1.1.",
        BlockKind.ANNEX: "Annexe\u00a01",
        BlockKind.POINT: "i)",
        BlockKind.BULLET: "–",
    }
