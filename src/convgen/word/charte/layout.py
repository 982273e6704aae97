"""What a Word template says, as data: fixed slots, and one loop over blocks.

A layout is a list, JSON as it stands:

    text                        XML to copy
    ["slot", name]              the text of the title, the reference or the banner
    ["si", name, layout]        the layout, if that text is not empty
    ["blocs", layout]           the layout, once for each block, in which
    ["bloc", name]              is XML that convgen has made for the block
    ["genre", {genre: layout}]  is the layout of the block's genre
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from convgen.word.opc.xml_text import escape
from convgen.word.vocabulary import ROOT_SLOTS

Layout: TypeAlias = list[Any]


class BlockSlots(NamedTuple):
    """What a layout may ask of a block: XML made by convgen, every text escaped already."""

    genre: str
    texte: str = ""
    tableau: str = ""
    solidaire: str = ""
    numero: str = ""


def sound(layout: Layout, *, in_block: bool = False) -> Layout:
    """The layout itself, if it is one. Raises ValueError or TypeError otherwise."""
    for piece in layout:
        match piece:
            case str():
                pass
            case ["slot", str(name)] if name in ROOT_SLOTS:
                pass
            case ["si", str(name), list(inner)] if name in ROOT_SLOTS:
                sound(inner, in_block=in_block)
            case ["blocs", list(inner)] if not in_block:
                sound(inner, in_block=True)
            case ["bloc", str(name)] if in_block and name in BlockSlots._fields:
                pass
            case ["genre", dict(layouts)] if in_block:
                for inner in layouts.values():
                    sound(inner, in_block=True)
            case _:
                raise ValueError(f"not a layout: {piece!r}")
    return layout


def fill_in(layout: Layout, texts: Mapping[str, str], blocks: Sequence[BlockSlots]) -> str:
    """The XML of a part, of a sound layout: `texts` are the root slots, still to be escaped."""
    pieces: list[str] = []
    for piece in layout:
        if isinstance(piece, str):
            pieces.append(piece)
        elif piece[0] == "blocs":
            _add_blocks(piece[1], texts, blocks, pieces)
        elif piece[0] == "slot":
            pieces.append(escape(texts[piece[1]]))
        elif texts[piece[1]]:
            pieces.append(fill_in(piece[2], texts, blocks))
    return "".join(pieces)


def _add_blocks(
    layout: Layout, texts: Mapping[str, str], blocks: Sequence[BlockSlots], pieces: list[str]
) -> None:
    """The layout, once a block: a genre is laid out once, a hundred blocks follow."""
    by_genre: dict[str, list[str | int]] = {}
    for block in blocks:
        parts = by_genre.get(block.genre)
        if parts is None:
            parts = by_genre[block.genre] = list(_parts(layout, texts, block.genre))
        pieces += [part if isinstance(part, str) else block[part] for part in parts]


def _parts(layout: Layout, texts: Mapping[str, str], genre: str) -> Iterator[str | int]:
    """What a block of a genre is made of: XML to copy, and the rank of each slot of its own."""
    for piece in layout:
        if isinstance(piece, str):
            yield piece
        elif piece[0] == "bloc":
            yield BlockSlots._fields.index(piece[1])
        elif piece[0] == "genre":
            yield from _parts(piece[1].get(genre, ()), texts, genre)
        elif piece[0] == "slot":
            yield escape(texts[piece[1]])
        elif texts[piece[1]]:
            yield from _parts(piece[2], texts, genre)
