"""The private alphabet in which a compiled clause speaks to the assembler.

A rendered clause is one string: marks below, static text, and values between
brackets. Control characters are refused in cases and in clauses, so no data can
forge a mark.
"""

from __future__ import annotations

BLOCK = "\x1e"  # followed by a kind letter and a level digit
CELL = "\x1d"  # between two cells of a row

PARAGRAPH = "P"
SOFT_PARAGRAPH = "S"  # goes on with the block before it, unless a blank line stands between
BREAK = "N"  # a blank line
SUB_ARTICLE = "H"
BULLET = "B"
POINT = "O"
FORMULA = "F"
ROW = "R"
HEADER_ROW = "T"
MARK = "M"  # the block that follows rests on a gap, of this label

BOLD_ON, BOLD_OFF = "\x11", "\x12"
ITALIC_ON, ITALIC_OFF = "\x13", "\x14"

VALUE = "\x02"  # text
GAP = "\x04"  # label, SEPARATOR, raw text
BLANK = "\x05"  # label
REFERENCE = "\x06"  # target, SEPARATOR, line of the clause
DEFINITION = "\x07"  # key, SEPARATOR, text
TERM = "\x08"  # key, SEPARATOR, text
BOX = "\x0e"  # "1", "0", or the label of a gap after "?"
END = "\x03"
SEPARATOR = "\x1f"

FIRST_PLACEHOLDER = 0xE000
LAST_PLACEHOLDER = 0xF8FF


class Token(str):
    """Text already written in this alphabet: never bracketed again."""

    __slots__ = ()
