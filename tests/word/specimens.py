"""Documents made by hand, as the assembly would make them."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path

from PIL import Image

from convgen.kinds.picture import Picture
from convgen.model.document import (
    Block,
    BlockKind,
    Cell,
    Document,
    Figure,
    Line,
    Row,
    Run,
    RunKind,
    Section,
)

K = BlockKind


def text(words: str, *, bold: bool = False, italic: bool = False) -> Run:
    return Run(words, RunKind.TEXT, bold, italic)


def value(words: str, *, bold: bool = False) -> Run:
    return Run(words, RunKind.VALUE, bold)


def gap(words: str) -> Run:
    return Run(words, RunKind.GAP)


def blank(words: str = "") -> Run:
    return Run(words, RunKind.BLANK)


def reference(words: str, target: str) -> Run:
    return Run(words, RunKind.REFERENCE, target=target)


def line(*runs: Run | str) -> Line:
    return tuple(run if isinstance(run, Run) else text(run) for run in runs)


def block(kind: BlockKind, *runs: Run | str, **fields: object) -> Block:
    return Block(kind, line(*runs), **fields)  # type: ignore[arg-type]


def cell(*lines: Line | str) -> Cell:
    return tuple(line(x) if isinstance(x, str) else x for x in lines)


def row(*cells: Cell | str) -> Row:
    return tuple(cell(x) if isinstance(x, str) else x for x in cells)


def table(*rows: Row) -> Block:
    return Block(K.TABLE, rows=rows)


def signatures(*cells: Cell, abreast: int = 3) -> Block:
    rows = tuple(cells[first : first + abreast] for first in range(0, len(cells), abreast))
    return Block(K.SIGNATURES, rows=rows)


def article(number: int, title: str, *blocks: Block) -> Section:
    key = f"article-{number}"
    heading = block(K.ARTICLE, title, number=f"Article {number}", anchor=key)
    return Section(key, heading, blocks)


def points(
    list_id: int, *items: Run | str | Line, level: int = 0, kind: BlockKind = K.POINT
) -> list[Block]:
    return [
        Block(
            kind,
            item if not isinstance(item, (str, Run)) else line(item),
            level=level,
            list_id=list_id,
        )
        for item in items
    ]


@cache
def picture(
    width: int = 240, height: int = 120, format: str = "png", colour: str = "navy"
) -> Picture:
    written = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(written, format)
    return Picture(Path(f"{colour}.{format}"), written.getvalue(), format, width, height)


def figure(description: str, shown: Picture | None = None, *runs: Run | str) -> Block:
    return block(K.FIGURE, *runs, figure=Figure(shown or picture(), description))


def small(*blocks: Block, title: str = "Convention de test", **fields: str) -> Document:
    return Document(title, (Section("tout", None, blocks),), **fields)


def every_kind() -> Document:
    """One block at least of each kind, level and run."""
    return Document(
        "Convention d’essai",
        (
            Section("ouverture", None, (block(K.TITLE, "Convention d’essai"),)),
            Section(
                "parties",
                block(K.SECTION, "Entre les soussignés"),
                (
                    block(
                        K.PARTY,
                        value("La Ville", bold=True),
                        ", sise ",
                        gap("[à compléter : siège]"),
                    ),
                    block(K.FORMULA, text("d’une part,", italic=True)),
                ),
            ),
            Section("titre", block(K.PART, "Dispositions", number="Titre I"), ()),
            article(
                1,
                "Objet",
                block(
                    K.PARAGRAPH,
                    "Voir l’",
                    reference("Article 2", "article-2"),
                    " et ",
                    text("x", bold=True, italic=True),
                ),
                *points(1, "premier", "second"),
                *points(1, "sous-point", level=1),
                *points(1, "sous-sous-point", level=2),
                *points(2, "liste neuve"),
                *points(3, "puce", kind=K.BULLET),
                *points(3, "puce 2", level=1, kind=K.BULLET),
                *points(3, "puce 3", level=2, kind=K.BULLET),
            ),
            article(
                2,
                "Suite",
                block(K.SUB_ARTICLE, "Détail", number="2.1."),
                block(K.SUB_ARTICLE, "Détail du détail", level=1, number="2.1.1."),
                Block(K.CHOICE, line("oui"), checked=True),
                Block(K.CHOICE, line("non"), checked=False),
                Block(K.CHOICE, line("on ne sait"), checked=None),
                block(K.PARAGRAPH, "Les étapes :"),
                table(
                    row("Étape", "Durée"),
                    row("Audit", cell(line(value("2")), "mois")),
                    row("Bilan"),
                ),
            ),
            Section(
                "signature",
                None,
                (
                    block(K.FORMULA, "Fait à ", blank("______"), ", le ", blank()),
                    signatures(cell("Pour A", "", "M. X"), cell("Pour B")),
                ),
            ),
            Section(
                "annexe-1",
                block(K.ANNEX, "Règlement", number="Annexe 1", anchor="annexe 1 : Règlement"),
                (
                    block(K.PARAGRAPH, "Voir ", reference("Annexe 1", "annexe 1 : Règlement")),
                    block(K.INTERTITLE, "Les lieux"),
                    block(K.INTERTITLE, "La grande salle", level=1),
                    block(K.PARAGRAPH, "Elle se réserve."),
                    figure("Logo de la Ville"),
                    figure("Photographie", picture(200, 150, "jpeg", "teal")),
                    figure("Logo de la Ville, en petit"),
                ),
            ),
        ),
        reference="2026-017",
        banner="Brouillon : 1 point à compléter",
        status="Brouillon",
    )
