"""Edits applied to a text: what no fault is about stays as it is, to the byte."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable
from itertools import accumulate

from convgen.faults.diagnostic import Edit
from convgen.yaml.traps import quoted


def edited(data: bytes, edits: Iterable[Edit]) -> tuple[bytes, int]:
    """The bytes of a UTF-8 file after its edits, and how many were done.

    Of two edits that overlap, the first of the file is done. Lines are counted at « \\n »: a
    « \\r » before it is beyond any edit. Raises UnicodeDecodeError.
    """
    mark = BOM_UTF8 if data.startswith(BOM_UTF8) else b""  # some editors write it first
    text = data[len(mark) :].decode("utf-8")
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    pieces: list[str] = []
    done = position = 0
    for edit in sorted({*edits}, key=lambda edit: edit.span):
        start = starts[edit.span.line - 1] + edit.span.column - 1
        end = starts[edit.span.end_line - 1] + edit.span.end_column - 1
        if start < position:
            continue
        old = text[start:end]
        new = quoted(old) if edit.text is None else edit.text
        pieces += [text[position:start], new]
        position, done = end, done + 1
    return mark + "".join((*pieces, text[position:])).encode("utf-8"), done
