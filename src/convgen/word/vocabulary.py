"""The words that convgen and a Word template share: slots, kinds of block, names of styles.

Styles that Python writes are known by their displayed *name*: Word makes new style
identifiers each time that it saves a file (« À remplir » becomes `remplir`).
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from convgen.model.document import TRAITS, Block, BlockKind, Run, RunKind

ROOT_SLOTS = ("titre", "reference", "bandeau")
BLOCKS = "blocs"
BLOCK = "bloc"
GENRE = "genre"
TEXT = "texte"
TABLE = "tableau"

DEEPEST = {kind: traits.levels for kind, traits in TRAITS.items()}
TABLE_KINDS = frozenset(kind for kind, traits in TRAITS.items() if traits.tabular)
NUMBERED_KINDS = frozenset(kind for kind, traits in TRAITS.items() if traits.numbered)
HEADING_KINDS = frozenset(kind for kind, traits in TRAITS.items() if traits.heading)


def genre_name(kind: BlockKind, level: int = 0) -> str:
    """How a template names a kind of block at a level from 0: « point », then « point_2 »."""
    depth = min(level, DEEPEST[kind] - 1)
    return kind.value if depth <= 0 else f"{kind.value}_{depth + 1}"


GENRES: dict[str, tuple[BlockKind, int]] = {
    genre_name(kind, level): (kind, level) for kind in BlockKind for level in range(DEEPEST[kind])
}
TABLE_GENRES = frozenset(genre for genre, (kind, _) in GENRES.items() if kind in TABLE_KINDS)
NUMBERED_GENRES = frozenset(genre for genre, (kind, _) in GENRES.items() if kind in NUMBERED_KINDS)
REFERABLE_GENRES = frozenset(kind.value for kind in TRAITS if TRAITS[kind].referable)
_GENRE_OF = {(kind, level): genre for genre, (kind, level) in GENRES.items()}


def genre_of(block: Block) -> str:
    """The genre of a block, its level included."""
    return _GENRE_OF.get((block.kind, block.level)) or genre_name(block.kind, block.level)


BOLD, ITALIC, BOLD_ITALIC = "Gras", "Italique", "Gras italique"
VALUE, REFERENCE, GAP, BLANK, BOX = "Valeur", "Renvoi", "Lacune", "À remplir", "Case à cocher"
TABLE_STYLE, SIGNATURE_STYLE = "Tableau de la convention", "Tableau des signatures"
TABLE_HEAD, TABLE_TEXT, AFTER_TABLE = "Tableau en-tête", "Tableau texte", "Tableau suite"
SIGNATORY = "Signataire"

PYTHON_STYLES: dict[str, str] = {
    **dict.fromkeys(
        (BOLD, ITALIC, BOLD_ITALIC, VALUE, REFERENCE, GAP, BLANK, BOX),
        "character",
    ),
    **dict.fromkeys((TABLE_STYLE, SIGNATURE_STYLE), "table"),
    **dict.fromkeys((TABLE_HEAD, TABLE_TEXT, AFTER_TABLE, SIGNATORY), "paragraph"),
}

TICKED, UNTICKED = "☒", "☐"


def style_of(run: Run, *, heading: bool = False) -> str:
    """The name of the character style of a run, empty for plain text.

    A run has one style. A gap stays a gap whatever its emphasis; bold is left out of
    headings, where Word would take « bold on bold » as a way back to regular type.
    """
    if run.kind is RunKind.GAP:
        return GAP
    if run.kind is RunKind.BLANK:
        return BLANK
    if run.bold and not heading:
        return BOLD_ITALIC if run.italic else BOLD
    if run.italic:
        return ITALIC
    return {RunKind.VALUE: VALUE, RunKind.REFERENCE: REFERENCE}.get(run.kind, "")


_BOOKMARK = re.compile(r"[a-z_][a-z0-9_]{0,39}")
_NOT_IN_A_BOOKMARK = re.compile(r"[^a-z0-9_]+")


@lru_cache(maxsize=4096)
def bookmark_name(anchor: str) -> str:
    """The bookmark of an anchor: at most 40 letters, digits and underscores.

    Word compares bookmarks without case; an anchor that has to be changed gets a
    fingerprint, so that two anchors never share a bookmark.
    """
    if _BOOKMARK.fullmatch(anchor):
        return anchor
    fingerprint = sha256(anchor.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    readable = _NOT_IN_A_BOOKMARK.sub("_", anchor.lower()).strip("_")[:24]
    return f"_{readable}_{fingerprint}"
