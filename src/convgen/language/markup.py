"""A stretch of clause text, in reduced Markdown, to instructions.

The text holds placeholders (private-use characters) where values will come; they come
out once each, in the same order.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convgen.french.typography import typeset
from convgen.language import markup_refusals as no
from convgen.language.instructions import Break, Cell, Instruction, Open, Row, Text
from convgen.language.markup_refusals import MarkupError, Refusal
from convgen.model.document import BlockKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ITEM = re.compile(r"( *)(?:- |\d+\. )")
_DELIMITER_ROW = re.compile(r"\|[\s:|-]+$")
_DEEPEST = 2
_DASHES = ("– ", "— ", "• ")
_LISTS = {"bullet_list_open": BlockKind.BULLET, "ordered_list_open": BlockKind.POINT}


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only when a clause is compiled

    return MarkdownIt("zero").enable(
        ["heading", "list", "blockquote", "table", "emphasis", "escape", "newline"]
    )


def mark_up(text: str) -> list[Instruction]:
    """Read Markdown. Raise MarkupError.

    The first paragraph is a soft one when the text does not start with a blank line:
    it then goes on with the block before it.
    """
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return [Break()] if "\n" in text else []
    indent = _base(lines[first:])
    body = [line[min(indent, _indent(line)) :] for line in lines[first:]]
    separated = _separate_paragraphs(body)
    source, dummy_header = _with_table_header([line for _, line in separated])
    numbers = [first] * 2 * dummy_header + [first + number for number, _ in separated]
    base_level = 0 if indent < 2 else 1 if indent < 4 else _DEEPEST
    instructions = _BlockReader(base_level, numbers, dummy_header).read(source)
    if not instructions:
        raise MarkupError(no.NOTHING_AFTER, first)
    if isinstance(instructions[0], Open) and instructions[0].kind == BlockKind.PARAGRAPH:
        indented = indent > 0 and not _ITEM.match(lines[first])
        instructions[0] = instructions[0]._replace(soft=True, indented=indented)
    last = next(i for i in reversed(range(len(lines))) if lines[i].strip())
    before: list[Instruction] = [Break()] if first > 0 else []
    after: list[Instruction] = [Break()] if len(lines) - last > 2 else []
    return [*before, *instructions, *after]


def _base(lines: list[str]) -> int:
    """Where a text starts: the end of an item may stand further than the items that follow."""
    items = (_indent(line) for line in lines if _ITEM.match(line.lstrip(" ")))
    first = _indent(lines[0])
    return first if _ITEM.match(lines[0].lstrip(" ")) else min(first, *items, first)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _separate_paragraphs(lines: list[str]) -> list[tuple[int, str]]:
    """An unindented line after a list is a new paragraph, never its last item's end.

    Each line comes with its number, from 0, among the ones given.
    """
    separated: list[tuple[int, str]] = []
    in_list = False
    for number, line in enumerate(lines):
        is_item = bool(_ITEM.match(line))
        goes_on = not line.strip() or line.startswith(" ")
        if in_list and not is_item and not goes_on:
            separated.append((number, ""))
        in_list = is_item or (in_list and goes_on)
        separated.append((number, line))
    return separated


def _with_table_header(lines: list[str]) -> tuple[str, bool]:
    """Rows alone (the body of a loop) need a header to be read as a table."""
    has_header = len(lines) > 1 and _DELIMITER_ROW.match(lines[1])
    if not lines[0].startswith("|") or has_header:
        return "\n".join(lines), False
    columns = _columns(lines[0])
    header = ["|" + " x |" * columns, "|" + "---|" * columns]
    return "\n".join([*header, *lines]), True


def _columns(row: str) -> int:
    return len(re.split(r"(?<!\\)\|", row.strip().strip("|")))


class _BlockReader:
    """Turns the tokens of one text into instructions."""

    def __init__(self, base_level: int, numbers: list[int], skip_header: bool) -> None:
        self._base_level, self._skip_header = base_level, skip_header
        self._numbers = numbers  # of each line read, in the text
        self._made: list[Instruction] = []
        self._lists: list[BlockKind] = []
        self._quoted = self._skipping = self._item_open = self._row_open = False
        self._here = self._width = 0  # line being read, columns of the table being read
        self._lines: list[str] = []

    def read(self, source: str) -> list[Instruction]:
        self._lines = source.split("\n")
        for token in _parser().parse(source):
            self._here = token.map[0] if token.map else self._here
            if token.type in ("thead_open", "thead_close"):
                self._skipping = self._skip_header and token.type == "thead_open"
            elif not self._skipping:
                self._token(token)
        return self._made

    def _token(self, token: Token) -> None:  # noqa: PLR0912 - one a kind
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._refuse(token.attrGet("start") not in (None, 1), no.STARTS_AT_ONE)
                self._lists.append(_LISTS[token.type])
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                level = len(self._lists) - 1 + self._base_level
                self._refuse(level > _DEEPEST, no.TOO_DEEP)
                self._refuse(self._quoted, no.LIST_IN_FORMULA)
                self._made.append(Open(self._lists[-1], level))
                self._item_open = True
            case "list_item_close":
                self._refuse(self._item_open, no.EMPTY_ITEM)
            case "blockquote_open" | "blockquote_close":
                self._refuse(bool(self._lists), no.FORMULA_IN_LIST)
                nested = self._quoted and token.type == "blockquote_open"
                self._refuse(nested, no.NESTED_FORMULA)
                self._quoted = token.type == "blockquote_open"
            case "heading_open":
                known = token.tag in ("h2", "h3")
                self._refuse(not known, no.UNKNOWN_HEADING)
                self._refuse(token.level > 0, no.HEADING_INSIDE)
                sub_article = token.tag == "h2"
                kind = BlockKind.SUB_ARTICLE if sub_article else BlockKind.INTERTITLE
                self._made.append(Open(kind, 0 if sub_article else 1))
            case "table_open":
                self._refuse(token.level > 0, no.TABLE_INSIDE)
                self._width = 0
            case "paragraph_open":
                if not self._item_open:
                    self._refuse(bool(self._lists), no.ONE_PARAGRAPH)
                    kind = BlockKind.FORMULA if self._quoted else BlockKind.PARAGRAPH
                    self._made.append(Open(kind))
                self._item_open = False
            case "tr_open":
                self._check_width()
                self._made.append(Row())
                self._row_open = True
            case "th_open" | "td_open":
                if not self._row_open:
                    self._made.append(Cell())
                self._row_open = False
            case "inline":
                self._inline(token)

    def _refuse(self, wrong: bool, why: Refusal) -> None:
        if wrong:
            raise MarkupError(why, self._numbers[self._here])

    def _refuse_lost_marks(self, text: str) -> None:
        """What was meant as a table or a heading, and would be printed as it is."""
        lines = text.split("\n")
        self._refuse(any(line.startswith(_DASHES) for line in lines), no.A_DASH)
        starts = {line[:1] for line in lines}
        self._refuse("|" in starts, no.NO_SECOND_ROW)
        self._refuse("#" in starts, no.NO_SPACE)

    def _check_width(self) -> None:
        """Markdown drops the cells that have no heading above them."""
        columns = _columns(self._lines[self._here])
        self._width = self._width or columns
        self._refuse(columns > self._width, no.TOO_WIDE)

    def _inline(self, token: Token) -> None:
        (parsed,) = _parser().parseInline(typeset(token.content))
        texts = "".join(child.content for child in parsed.children or ())
        stray = "**" in texts and "\\*" not in token.content
        self._refuse(stray, no.STRAY_STARS)
        if isinstance(self._made[-1], Open):
            self._refuse_lost_marks(token.content)
        bold, italic, line = False, False, self._numbers[self._here]
        for child in parsed.children or ():
            match child.type:
                case "strong_open" | "strong_close":
                    bold = child.type == "strong_open"
                case "em_open" | "em_close":
                    italic = child.type == "em_open"
                case "softbreak" | "hardbreak":
                    self._made.append(Text(" ", bold, italic, line))
                    line += 1
                case _ if child.content:
                    self._made.append(Text(child.content, bold, italic, line))
