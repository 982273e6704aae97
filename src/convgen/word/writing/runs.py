"""Runs of the tree to run XML: looks are character styles, references are live fields."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from convgen.model.document import RULE, Line, Run, RunKind
from convgen.word.opc.xml_text import escape
from convgen.word.vocabulary import BOX, GAP, TICKED, UNTICKED, bookmark_name, style_of

# What the field of a reference asks for: the number of its target, or a mere way there.
NUMBER_OF, WAY_TO = " REF {} \\r \\h ", ' HYPERLINK \\l "{}" '


@dataclass(frozen=True, eq=False, slots=True)
class Looks:
    """The opening tag of a run for each kind, bold and italic; what a reference asks for."""

    openings: Mapping[tuple[RunKind, bool, bool], str]
    reference: str


_SPECIAL = re.compile("[&<>\t\n\r\u2011\u00ad]")
_PIECES = re.compile("(\r\n|[\r\n\t\u2011\u00ad])")
_ELEMENTS = {
    "\t": "<w:tab/>",
    "\n": "<w:br/>",
    "\r": "<w:br/>",
    "\r\n": "<w:br/>",
    "\u2011": "<w:noBreakHyphen/>",
    "\u00ad": "<w:softHyphen/>",
}


def make_looks(style_ids: Mapping[str, str], reference: str, *, heading: bool) -> Looks:
    """The looks of the runs of a text, or of a heading."""
    openings = {
        (kind, bold, italic): run_opening(
            style_ids.get(style_of(Run("", kind, bold, italic), heading=heading), "")
        )
        for kind in RunKind
        for bold in (False, True)
        for italic in (False, True)
    }
    return Looks(openings, reference)


def run_opening(style_id: str) -> str:
    """The opening tag of a run in a character style, or of a plain one."""
    return f'<w:r><w:rPr><w:rStyle w:val="{style_id}"/></w:rPr>' if style_id else "<w:r>"


@lru_cache(maxsize=2048)
def runs_xml(runs: Line, looks: Looks) -> str:
    """The XML of a line. A blank without text gets a standard ruled line."""
    pieces = []
    openings, reference = looks.openings, looks.reference
    for text, kind, bold, italic, target, _about, _line, _path in runs:
        opening = openings[kind, bold, italic]
        if kind is RunKind.BLANK and not text:
            pieces.append(f"{opening}{_content(RULE)}</w:r>")
        elif kind is RunKind.REFERENCE and target:
            pieces.append(_field(opening, reference.format(bookmark_name(target)), text))
        else:
            pieces.append(f"{opening}{_content(text)}</w:r>")
    return "".join(pieces)


def _content(text: str) -> str:
    if not _SPECIAL.search(text):
        return f'<w:t xml:space="preserve">{text}</w:t>'
    return "".join(
        _ELEMENTS.get(piece) or f'<w:t xml:space="preserve">{escape(piece)}</w:t>'
        for piece in _PIECES.split(text)
        if piece
    )


def _field(opening: str, instruction: str, text: str) -> str:
    """A cross-reference: Word shows `text` until it computes the number again, if asked to."""
    return (
        f'{opening}<w:fldChar w:fldCharType="begin"/>'
        f'<w:instrText xml:space="preserve">{instruction}</w:instrText>'
        f'<w:fldChar w:fldCharType="separate"/></w:r>'
        f'{opening}{_content(text)}<w:fldChar w:fldCharType="end"/></w:r>'
    )


def box_xml(checked: bool | None, style_ids: Mapping[str, str]) -> str:
    """The box of a choice; an undecided one shows as a gap."""
    opening = run_opening(style_ids[GAP if checked is None else BOX])
    return f"{opening}<w:t>{TICKED if checked else UNTICKED}</w:t></w:r><w:r><w:tab/></w:r>"
