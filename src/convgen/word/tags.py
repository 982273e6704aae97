"""The paragraphs of a template part, and the tags that a jurist sees in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from convgen.word.package import CHARACTERS, Element, W
from convgen.word.vocabulary import GENRES, ROOT_SLOTS

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
HALF_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_TYPOGRAPHIC = re.compile("[«»“”„‘’‚‹›\u00a0\u202f\u2009\u2010\u2011\u2013\u2014]")
_GENRE_TEST = re.compile(r"(if|elif) bloc\.genre ?== ?(?:'(\w+)'|\"(\w+)\")")
_SLOT_TEST = re.compile(r"if (\w+)")


class Meaning(Enum):
    """What a tag asks for."""

    LOOP = auto()
    END_LOOP = auto()
    IF_GENRE = auto()
    ELIF_GENRE = auto()
    IF_SLOT = auto()
    END_IF = auto()
    SLOT = auto()
    BLOCK_TEXT = auto()
    BLOCK_TABLE = auto()
    TYPOGRAPHY = auto()  # unreadable: a typographic character inside
    STRAY = auto()  # unreadable: half a tag
    UNKNOWN = auto()


UNREADABLE = frozenset({Meaning.TYPOGRAPHY, Meaning.STRAY, Meaning.UNKNOWN})


class Tag(NamedTuple):
    """A tag as written, its scope (« p » a whole paragraph, « r » a run), and its meaning.

    `name` is the genre or the slot that it speaks of.
    """

    written: str
    scope: str
    meaning: Meaning
    name: str = ""

    @property
    def opens(self) -> bool:
        """True when an end tag must follow."""
        return self.meaning in (Meaning.LOOP, Meaning.IF_GENRE, Meaning.IF_SLOT)

    @property
    def is_control(self) -> bool:
        """True for a tag that prints nothing: a loop, a condition, or the end of one."""
        return self.opens or self.meaning in (
            Meaning.END_LOOP,
            Meaning.ELIF_GENRE,
            Meaning.END_IF,
        )


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a part: its place from 1, style id, joined text, and tags in order."""

    index: int
    node: Element
    style: str
    text: str
    tags: tuple[Tag, ...]

    @property
    def text_beside_tags(self) -> str:
        """What the paragraph shows besides its tags."""
        return _TAG.sub("", self.text).strip()


def paragraphs(root: Element) -> list[Paragraph]:
    """Every paragraph of a part, in reading order, those of tables and text boxes included."""
    return [_paragraph(index, node) for index, node in enumerate(root.iter(W + "p"), start=1)]


def _paragraph(index: int, node: Element) -> Paragraph:
    text = own_text(node)
    style = node.find(f"{W}pPr/{W}pStyle")
    return Paragraph(
        index=index,
        node=node,
        style="" if style is None else style.get(W + "val", ""),
        text=text,
        tags=tuple(_tags(text)),
    )


def own_text(paragraph: Element) -> str:
    """The text of a paragraph, joined over its runs, without that of nested text boxes."""
    pieces = []
    for node in paragraph.iter(W + "t", *CHARACTERS):
        parent = node.getparent()
        if parent is None or parent.tag == W + "tabs":
            continue
        if next(node.iterancestors(W + "p")) is paragraph:
            pieces.append(CHARACTERS.get(node.tag) or node.text or "")
    return "".join(pieces)


def _tags(text: str) -> list[Tag]:
    found = [(match.start(), read_tag(match[0])) for match in _TAG.finditer(text)]
    without = _TAG.sub(lambda match: " " * len(match[0]), text)
    stray = [
        (match.start(), Tag(match[0], "", Meaning.STRAY)) for match in HALF_TAG.finditer(without)
    ]
    return [tag for _, tag in sorted(found + stray, key=lambda item: item[0])]


def read_tag(written: str) -> Tag:
    """The meaning of one tag, braces included."""
    if _TYPOGRAPHIC.search(written):
        return Tag(written, "", Meaning.TYPOGRAPHY)
    opening, inside = written[:2], written[2:-2]
    scope = inside[0] if inside[:2] in ("p ", "r ") else ""
    content = " ".join(inside[len(scope) :].split())
    if opening == "{%":
        return _control(written, scope, content)
    return _output(written, scope, content) if opening == "{{" else _unknown(written)


def _control(written: str, scope: str, content: str) -> Tag:
    if scope == "r":
        return _unknown(written)
    if content in ("endfor", "endif"):
        meaning = Meaning.END_LOOP if content == "endfor" else Meaning.END_IF
        return Tag(written, scope, meaning)
    if content == "for bloc in blocs" and scope:
        return Tag(written, scope, Meaning.LOOP)
    if (match := _GENRE_TEST.fullmatch(content)) and scope:
        genre = match[2] or match[3]
        meaning = Meaning.IF_GENRE if match[1] == "if" else Meaning.ELIF_GENRE
        return Tag(written, scope, meaning, genre) if genre in GENRES else _unknown(written)
    if (match := _SLOT_TEST.fullmatch(content)) and match[1] in ROOT_SLOTS:
        return Tag(written, scope, Meaning.IF_SLOT, match[1])
    return _unknown(written)


def _output(written: str, scope: str, content: str) -> Tag:
    match (scope, content):
        case ("r", "bloc.texte"):
            return Tag(written, scope, Meaning.BLOCK_TEXT)
        case ("p", "bloc.tableau"):
            return Tag(written, scope, Meaning.BLOCK_TABLE)
        case ("", slot) if slot in ROOT_SLOTS:
            return Tag(written, scope, Meaning.SLOT, slot)
        case _:
            return _unknown(written)


def _unknown(written: str) -> Tag:
    return Tag(written, "", Meaning.UNKNOWN)


def branches(found: Iterable[Paragraph]) -> dict[str, Paragraph]:
    """The paragraph of each genre: the one that prints the block after its `if` or `elif`."""
    result: dict[str, Paragraph] = {}
    genre = ""
    for paragraph in found:
        for tag in paragraph.tags:
            if tag.meaning in (Meaning.IF_GENRE, Meaning.ELIF_GENRE):
                genre = tag.name
            elif tag.meaning in (Meaning.BLOCK_TEXT, Meaning.BLOCK_TABLE) and genre:
                result.setdefault(genre, paragraph)
    return result
