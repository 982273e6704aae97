"""A stretch of clause text, in reduced Markdown, to instructions.

The text holds placeholders (private-use characters) where values will come; they come
out once each, in the same order.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convgen.french.typography import typeset
from convgen.library.program import Break, Cell, Instruction, Open, Row, Text
from convgen.model.document import BlockKind

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_ITEM = re.compile(r"( *)(?:- |\d+\. )")
_DELIMITER_ROW = re.compile(r"\|[\s:|-]+$")
_DEEPEST = 2
_LISTS = {"bullet_list_open": BlockKind.BULLET, "ordered_list_open": BlockKind.POINT}


class MarkupError(ValueError):
    """The text uses what clauses do not have; `line` counts from 0. The message is French."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


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
    indent = _indent(lines[first])
    body = [line[min(indent, _indent(line)) :] for line in lines[first:]]
    source, dummy_header = _with_table_header(_separate_paragraphs(body))
    reader = _BlockReader(0 if indent < 2 else 1 if indent < 4 else _DEEPEST, first, dummy_header)
    instructions = reader.read(source)
    if isinstance(instructions[0], Open) and instructions[0].kind == BlockKind.PARAGRAPH:
        indented = indent > 0 and not _ITEM.match(lines[first])
        instructions[0] = instructions[0]._replace(soft=True, indented=indented)
    before: list[Instruction] = [Break()] if first > 0 else []
    after: list[Instruction] = [Break()] if text.endswith("\n\n") else []
    return [*before, *instructions, *after]


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _separate_paragraphs(lines: list[str]) -> list[str]:
    """An unindented line after a list is a new paragraph, never its last item's end."""
    separated: list[str] = []
    in_list = False
    for line in lines:
        is_item = bool(_ITEM.match(line))
        goes_on = not line.strip() or line.startswith(" ")
        if in_list and not is_item and not goes_on:
            separated.append("")
        in_list = is_item or (in_list and goes_on)
        separated.append(line)
    return separated


def _with_table_header(lines: list[str]) -> tuple[str, bool]:
    """Rows alone (the body of a loop) need a header to be read as a table."""
    has_header = len(lines) > 1 and _DELIMITER_ROW.match(lines[1])
    if not lines[0].startswith("|") or has_header:
        return "\n".join(lines), False
    columns = len(re.split(r"(?<!\\)\|", lines[0].strip().strip("|")))
    header = ["|" + " x |" * columns, "|" + "---|" * columns]
    return "\n".join([*header, *lines]), True


class _BlockReader:
    """Turns the tokens of one text into instructions."""

    def __init__(self, base_level: int, first_line: int, skip_header: bool) -> None:
        self._base_level, self._first_line, self._skip_header = base_level, first_line, skip_header
        self._made: list[Instruction] = []
        self._lists: list[BlockKind] = []
        self._quoted = self._skipping = self._item_open = self._row_open = False

    def read(self, source: str) -> list[Instruction]:
        for token in _parser().parse(source):
            if token.type in ("thead_open", "thead_close"):
                self._skipping = self._skip_header and token.type == "thead_open"
            elif not self._skipping:
                self._token(token)
        return self._made

    def _token(self, token: Token) -> None:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self._lists.append(_LISTS[token.type])
            case "bullet_list_close" | "ordered_list_close":
                self._lists.pop()
            case "list_item_open":
                level = min(len(self._lists) - 1 + self._base_level, _DEEPEST)
                self._made.append(Open(self._lists[-1], level))
                self._item_open = True
            case "blockquote_open" | "blockquote_close":
                self._quoted = token.type == "blockquote_open"
            case "heading_open":
                if token.tag != "h2":
                    line = self._first_line + (token.map or [0])[0]
                    raise MarkupError("seul « ## » fait un sous-article", line)
                self._made.append(Open(BlockKind.SUB_ARTICLE))
            case "paragraph_open":
                if not self._item_open:
                    kind = BlockKind.FORMULA if self._quoted else BlockKind.PARAGRAPH
                    self._made.append(Open(kind))
                self._item_open = False
            case "tr_open":
                self._made.append(Row())
                self._row_open = True
            case "th_open" | "td_open":
                if not self._row_open:
                    self._made.append(Cell())
                self._row_open = False
            case "inline":
                self._inline(token)

    def _inline(self, token: Token) -> None:
        (parsed,) = _parser().parseInline(typeset(token.content))
        bold = italic = False
        for child in parsed.children or ():
            match child.type:
                case "strong_open" | "strong_close":
                    bold = child.type == "strong_open"
                case "em_open" | "em_close":
                    italic = child.type == "em_open"
                case "softbreak" | "hardbreak":
                    self._made.append(Text(" ", bold, italic))
                case _ if child.content:
                    self._made.append(Text(child.content, bold, italic))
