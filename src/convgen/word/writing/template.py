"""A Word template, opened and compiled once: ready to be filled."""

from __future__ import annotations

from dataclasses import dataclass

from convgen.model.document import BlockKind
from convgen.model.labels import Labels, referred
from convgen.word.charte.compiled import Compiled
from convgen.word.charte.number_labels import make_labels
from convgen.word.writing.runs import NUMBER_OF, WAY_TO, Looks, make_looks


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template, the looks of its runs and the labels of its numbers, worked out once."""

    compiled: Compiled
    looks: Looks
    heading_looks: Looks
    labels: Labels

    @property
    def styles(self) -> dict[str, str]:
        """Genre or displayed name of a style → its identifier in this template."""
        return self.compiled.genre_styles | self.compiled.python_styles


def make_template(compiled: Compiled) -> Template:
    """A template ready to fill."""
    labels = make_labels(compiled.lists, compiled.levels)
    reference = NUMBER_OF if _prints_references(labels) else WAY_TO
    return Template(
        compiled=compiled,
        looks=make_looks(compiled.python_styles, reference, heading=False),
        heading_looks=make_looks(compiled.python_styles, reference, heading=True),
        labels=labels,
    )


def _prints_references(labels: Labels) -> bool:
    """True when Word’s own field cites a number as we do: it leaves out nothing but last points.

    For « Article 4 – », it would write « l’Article 4 – ».
    """
    cited = (labels.places.get((kind, 0)) for kind in (BlockKind.ARTICLE, BlockKind.ANNEX))
    first = (labels.first(place) for place in cited if place is not None)
    return all(label.strip().rstrip(".") == referred(label) for label in first)
