"""The paragraphs of a template part, and the tags that a jurist sees in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from convgen.word.opc.package import CHARACTERS, Element, W
from convgen.word.vocabulary import GENRES, ROOT_SLOTS

_P = W + "p"
_INSIDE = r"(?:(?!\{[{%#]).)*?"  # never past another opening: linear, however hostile the text
_KINDS = ((r"\{\{", r"\}\}"), (r"\{%", r"%\}"), (r"\{#", r"#\}"))
_TAG = re.compile("|".join(opening + _INSIDE + end for opening, end in _KINDS), re.DOTALL)
HALF_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
# Guillemets, curly quotes, and the spaces, hyphens and unseen marks of U+2000 to U+206F.
TYPOGRAPHIC = re.compile("[«»\u00a0\u00ad\u2000-\u206f\u3000\ufeff]")
GENRE_TEST = re.compile(r"(if|elif) bloc\.genre ?== ?(?:'(\w+)'|\"(\w+)\")")
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
    def prints(self) -> bool:
        """True for a tag that gives way to a text."""
        return self.meaning in (Meaning.SLOT, Meaning.BLOCK_TEXT)

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
    """A paragraph of a part: its number from 1, style id, joined text, and tags in order.

    The paragraphs of a text box have the number of the one that holds it.
    """

    number: int
    node: Element
    style: str
    text: str
    tags: tuple[Tag, ...]

    @property
    def text_beside_tags(self) -> str:
        """What the paragraph shows besides its tags, spaces included."""
        return _TAG.sub("", self.text)


def paragraphs(root: Element) -> list[Paragraph]:
    """Every paragraph of a part, in reading order, those of tables and text boxes included."""
    found: list[Paragraph] = []
    number = 0
    for node in root.iter(_P):
        if next(node.iterancestors(_P), None) is None:
            number += 1
        found.append(_paragraph(number, node))
    return found


def _paragraph(number: int, node: Element) -> Paragraph:
    text = own_text(node)
    style = node.find(f"{W}pPr/{W}pStyle")
    return Paragraph(
        number=number,
        node=node,
        style="" if style is None else style.get(W + "val", ""),
        text=text,
        tags=tags_in(text),
    )


def own_text(paragraph: Element) -> str:
    """The text of a paragraph, joined over its runs, without that of nested text boxes."""
    pieces = []
    for node in paragraph.iter(W + "t", *CHARACTERS):
        parent = node.getparent()
        if parent is None or parent.tag == W + "tabs":
            continue
        if next(node.iterancestors(_P)) is paragraph:
            pieces.append(CHARACTERS.get(node.tag) or node.text or "")
    return "".join(pieces)


@lru_cache(maxsize=256)
def tags_in(text: str) -> tuple[Tag, ...]:
    """The tags of a text, in order, half ones included."""
    if not HALF_TAG.search(text):
        return ()
    found = [(match.start(), read_tag(match[0])) for match in _TAG.finditer(text)]
    without = _TAG.sub(lambda match: " " * len(match[0]), text)
    stray = [
        (match.start(), Tag(match[0], "", Meaning.STRAY)) for match in HALF_TAG.finditer(without)
    ]
    return tuple(tag for _, tag in sorted(found + stray, key=lambda item: item[0]))


def read_tag(written: str) -> Tag:
    """The meaning of one tag, braces included."""
    if TYPOGRAPHIC.search(written):
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
    if (match := GENRE_TEST.fullmatch(content)) and scope:
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
