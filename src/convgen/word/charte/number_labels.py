"""What the numbers of a template print, told to those who write the text of the act."""

from __future__ import annotations

from collections.abc import Mapping

from convgen.model.labels import Labels, Level, ListPlace
from convgen.word.charte.stylesheet import ListLevel
from convgen.word.vocabulary import GENRES


def make_labels(lists: Mapping[str, ListLevel], levels: Mapping[str, tuple[Level, ...]]) -> Labels:
    """The labels of a template, from the list level of each genre and the levels of its lists."""
    return Labels(levels, {GENRES[genre]: ListPlace(*place) for genre, place in lists.items()})
