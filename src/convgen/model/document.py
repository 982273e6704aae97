"""The document tree: what every reader (Word, text, verification) reads.

A document is a sequence of sections, a section a sequence of blocks, a block a
sequence of runs. Numbers and references are resolved before the tree exists.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from convgen.kinds.picture import Picture


class Figure(NamedTuple):
    """An image as an act shows it, with the words that stand for it (« alternative text »)."""

    picture: Picture
    description: str


RULE = "_" * 24  # the line of a blank, to write on by hand


class RunKind(StrEnum):
    """Where the text of a run comes from."""

    TEXT = "texte"  # static text of a clause
    VALUE = "valeur"  # a value of the case, exactly as written
    GAP = "lacune"  # something missing or invalid: highlighted
    BLANK = "blanc"  # a ruled line to fill by hand
    REFERENCE = "renvoi"  # « Article 4 », a live field towards `target`


class Run(NamedTuple):
    """A stretch of text with one look.

    `target` is the anchor that a REFERENCE points to, `about` what a GAP lacks. Where it was typed:
    `line` counts from 1 in the text of its block's clause (in the programme for a heading), 0 for
    what convgen writes itself; `path` is that of a value in the case,
    « calendrier.etapes[2].intitule ».
    """

    text: str
    kind: RunKind = RunKind.TEXT
    bold: bool = False
    italic: bool = False
    target: str = ""
    about: str = ""
    line: int = 0
    path: str = ""


Line = tuple[Run, ...]
Cell = tuple[Line, ...]  # one or several paragraphs
Row = tuple[Cell, ...]
BY_ITSELF, LEFT, RIGHT, CENTRE = "-", "g", "d", "c"
"""How a column of a table stands, a letter each; BY_ITSELF is decided by what it holds."""


class BlockKind(StrEnum):
    """What a block is: each kind has one paragraph, in one style, in the Word template."""

    TITLE = "titre"  # the title of the convention
    SECTION = "section"  # an unnumbered heading: parties, preamble
    PART = "partie"  # a numbered title above articles: « Titre I »
    ARTICLE = "article"  # a numbered article heading: « Article 4 »
    SUB_ARTICLE = "sous_article"  # « 4.1. »
    PARAGRAPH = "paragraphe"
    PARTY = "comparution"  # a party's presentation
    FORMULA = "formule"  # « d'une part, », « il est convenu ce qui suit »
    POINT = "point"  # an item of a numbered list; `level` from 0
    BULLET = "puce"  # an item of a dashed list; `level` from 0
    CHOICE = "choix"  # a box, ticked or not, and its text
    TABLE = "tableau"  # `rows`, the first one repeated on each page
    SIGNATURES = "signatures"  # `rows` of one to three cells, one for each signatory
    ANNEX = "annexe"  # a numbered annex heading, on a new page
    INTERTITLE = "intertitre"  # an unnumbered heading inside an annex; `level` from 0
    FIGURE = "figure"  # an image, alone in its paragraph


class Traits(NamedTuple):
    """What a kind of block is to those who write and read it.

    `levels` counts how deep it nests, each level with a paragraph of its own in the Word template;
    a `heading` needs no bold, a `numbered` one has a label that Word prints, a `tabular` one is
    made of rows, others refer to a `referable` one.
    """

    levels: int = 1
    heading: bool = False
    numbered: bool = False
    tabular: bool = False
    referable: bool = False


TRAITS: Mapping[BlockKind, Traits] = {
    BlockKind.TITLE: Traits(heading=True),
    BlockKind.SECTION: Traits(heading=True),
    BlockKind.PART: Traits(heading=True, numbered=True),
    BlockKind.ARTICLE: Traits(heading=True, numbered=True, referable=True),
    BlockKind.SUB_ARTICLE: Traits(levels=2, heading=True, numbered=True),
    BlockKind.PARAGRAPH: Traits(),
    BlockKind.PARTY: Traits(),
    BlockKind.FORMULA: Traits(),
    BlockKind.POINT: Traits(levels=3, numbered=True),
    BlockKind.BULLET: Traits(levels=3, numbered=True),
    BlockKind.CHOICE: Traits(),
    BlockKind.TABLE: Traits(tabular=True),
    BlockKind.SIGNATURES: Traits(tabular=True),
    BlockKind.ANNEX: Traits(heading=True, numbered=True, referable=True),
    BlockKind.INTERTITLE: Traits(levels=2, heading=True),
    BlockKind.FIGURE: Traits(),
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """Which clause a block comes from, its version, and the condition that let it in.

    `reason` is why a negotiated clause is not the library's; empty for the others.
    """

    clause: str = ""
    version: str = ""
    condition: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, or one table.

    `number` is the label that Word's own numbering will print before the text
    (« Article 4 », « 4.1. », « 1° », « – »); it is never part of `runs`.
    `list_id` tells the numbered lists of a document apart, from 1; 0 outside a list. Before
    blocks are numbered it tells those of one clause apart.
    `anchor` names the bookmark that references point to, empty for none.
    `checked` is the state of the box of a CHOICE: None while it is not known.
    `figure` is what a FIGURE shows, `columns` how those of a TABLE stand: LEFT, RIGHT, CENTRE.
    """

    kind: BlockKind
    runs: Line = ()
    level: int = 0
    number: str = ""
    list_id: int = 0
    anchor: str = ""
    checked: bool | None = None
    rows: tuple[Row, ...] = ()
    origin: Provenance = field(default=Provenance())
    figure: Figure | None = None
    columns: str = ""

    @property
    def text(self) -> str:
        """The text of the runs, without the number."""
        return "".join(run.text for run in self.runs)

    def all_runs(self) -> Iterator[Run]:
        """Every run, those of the table included, in reading order."""
        yield from self.runs
        for row in self.rows:
            for cell in row:
                for line in cell:
                    yield from line


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it. `key` is its name in the plan."""

    key: str
    heading: Block | None
    blocks: tuple[Block, ...]

    def all_blocks(self) -> Iterator[Block]:
        """The heading if any, then the blocks."""
        if self.heading is not None:
            yield self.heading
        yield from self.blocks


@dataclass(frozen=True, slots=True)
class Document:
    """A whole convention. `title` and `reference` also go to the header and the properties.

    `status` is what an act that is not final says that it is (« Projet »), in its properties;
    `banner` what it says on its pages (« Projet : 3 points à compléter »). Both are empty for a
    final one.
    """

    title: str
    sections: tuple[Section, ...]
    reference: str = ""
    banner: str = ""
    status: str = ""

    def all_blocks(self) -> Iterator[Block]:
        """Every block of the document, in reading order."""
        for section in self.sections:
            yield from section.all_blocks()
