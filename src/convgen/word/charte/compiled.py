"""A Word template as plain data."""

from __future__ import annotations

from dataclasses import dataclass

from convgen.model.labels import Level
from convgen.word.charte.layout import Layout
from convgen.word.charte.stylesheet import ListLevel
from convgen.word.opc.archive import Stored

CORE, APP = "docProps/core.xml", "docProps/app.xml"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template as plain data, fit for a cache: nothing here needs docxtpl any more.

    `layouts` are (part name, layout), the main part first; `static` the members to copy.
    `numbering` is (part name, head, tail): list instances go between. Widths are in twips.
    """

    layouts: list[tuple[str, Layout]]
    static: list[Stored]
    numbering: tuple[str, str, str]
    first_list: int
    lists: dict[str, ListLevel]  # genre → list level of its style
    levels: dict[str, tuple[Level, ...]]  # list definition → what its levels print
    genre_styles: dict[str, str]  # genre → style id
    python_styles: dict[str, str]  # displayed name → style id
    text_width: int
    drawings: frozenset[int]  # the identifiers already taken
