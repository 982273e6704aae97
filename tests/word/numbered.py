"""An act that numbers everything, and the labels that convgen gives it."""

from __future__ import annotations

from convgen.assembly.numbering import Numberer
from convgen.model.document import Document, Section
from convgen.word.door import Template
from tests.word.editing import rewrite
from tests.word.specimens import K, block

NUMBERING = "word/numbering.xml"
_POINTS = [(K.POINT, level) for level in (0, 0, 1, 1, 2, 0, 1)]
_BULLETS = [(K.BULLET, level) for level in (0, 1, 2)]
_SUB_ARTICLES = [(K.SUB_ARTICLE, level) for level in (0, 1, 1, 0, 1)]
PLAN = [
    ((K.PART, 0), []),
    ((K.ARTICLE, 0), _SUB_ARTICLES),
    ((K.ARTICLE, 0), [*_POINTS, (K.PARAGRAPH, 0), *_POINTS[:2]]),
    ((K.PART, 0), []),
    ((K.ARTICLE, 0), [*_SUB_ARTICLES[:1], *_BULLETS]),
    ((K.ANNEX, 0), []),
    ((K.ANNEX, 0), []),
]


def numbered(template: Template) -> Document:
    """The act, each block saying the label that it expects before it: « mot-12 »."""
    numberer = Numberer(template.labels)
    sections, words = [], 0
    for (kind, _), content in PLAN:
        heading = block(kind, f"mot-{words}", number=numberer.heading(kind))
        words += 1
        blocks = []
        for inner, level in content:
            blocks.append(block(inner, f"mot-{words}", level=level))
            words += 1
        sections.append(Section(f"s{words}", heading, numberer.number([blocks])))
    return Document("Numéros", tuple(sections))


def labels(template: Template) -> list[str]:
    """The labels of the blocks that have one."""
    return [block.number for block in numbered(template).all_blocks() if block.number]


def relabelled(data: bytes, *changes: tuple[str, str]) -> bytes:
    """A template whose numbering part is changed, each text found at least once."""

    def change(xml: str) -> str:
        for old, new in changes:
            assert old in xml, old
            xml = xml.replace(old, new, 1)
        return xml

    return rewrite(data, NUMBERING, change)
