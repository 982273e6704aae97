"""A Word template, opened and compiled once: ready to be filled."""

from __future__ import annotations

from dataclasses import dataclass

from convgen.word.compiled import Compiled
from convgen.word.runs import Looks, looks


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template and the looks of its runs, worked out once."""

    compiled: Compiled
    looks: Looks
    heading_looks: Looks

    @property
    def styles(self) -> dict[str, str]:
        """Genre or displayed name of a style → its identifier in this template."""
        return self.compiled.genre_styles | self.compiled.python_styles


def make_template(compiled: Compiled) -> Template:
    """A template ready to fill."""
    return Template(
        compiled=compiled,
        looks=looks(compiled.python_styles, heading=False),
        heading_looks=looks(compiled.python_styles, heading=True),
    )
