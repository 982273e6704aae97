"""A stretch of clause text, in reduced Markdown, to marked text.

The text holds placeholders (private-use characters) where values will come; they
come out once each, in the same order.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from convgen.french.typography import typeset
from convgen.library import tokens as t

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token as MarkdownToken

_ITEM = re.compile(r"( *)(?:- |\d+\. )")
_INLINE = {
    "strong_open": t.BOLD_ON,
    "strong_close": t.BOLD_OFF,
    "em_open": t.ITALIC_ON,
    "em_close": t.ITALIC_OFF,
    "softbreak": " ",
    "hardbreak": " ",
}


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


def mark_up(text: str) -> str:
    """Turn Markdown into marked text. Raise MarkupError.

    The first block is a soft one when the text does not start with a blank line:
    at rendering it goes on with the paragraph before it.
    """
    lines = text.split("\n")
    first = next((i for i, line in enumerate(lines) if line.strip()), None)
    if first is None:
        return t.BLOCK + t.BREAK + "0" if text.count("\n") > 1 or text == "\n" else ""
    leading = t.BLOCK + t.BREAK + "0" if first > 0 else ""
    trailing = t.BLOCK + t.BREAK + "0" if text.endswith("\n\n") else ""
    indent = len(lines[first]) - len(lines[first].lstrip(" "))
    level = 0 if indent < 2 else 1 if indent < 4 else 2
    body = [line[min(indent, len(line) - len(line.lstrip(" "))) :] for line in lines[first:]]
    continues = indent > 0 and not _ITEM.match(lines[first])
    source, dummy_header = _with_table_header(_separate_paragraphs(body))
    blocks = _blocks(source, level, first)
    if dummy_header:
        blocks = [
            block.replace(t.BLOCK + t.HEADER_ROW, t.BLOCK + t.ROW, 1)
            for block in blocks
            if not block.startswith(t.BLOCK + t.HEADER_ROW)
        ]
    if blocks and blocks[0].startswith(t.BLOCK + t.PARAGRAPH):
        soft_level = "1" if continues else "0"
        blocks[0] = t.BLOCK + t.SOFT_PARAGRAPH + soft_level + blocks[0][3:]
    return leading + "".join(blocks) + trailing


def _separate_paragraphs(lines: list[str]) -> list[str]:
    """An unindented line after a list is a new paragraph, never its last item's end."""
    separated: list[str] = []
    in_list = False
    for line in lines:
        is_item = bool(_ITEM.match(line))
        if in_list and line.strip() and not is_item and not line.startswith(" "):
            separated.append("")
            in_list = False
        in_list = is_item or (in_list and (not line.strip() or line.startswith(" ")))
        separated.append(line)
    return separated


def _with_table_header(lines: list[str]) -> tuple[str, bool]:
    """Rows alone (the body of a loop) need a header to be read as a table."""
    rows = lines[0].startswith("|") and (len(lines) < 2 or not re.match(r"\|[\s:|-]+$", lines[1]))
    if not rows:
        return "\n".join(lines), False
    columns = len(re.split(r"(?<!\\)\|", lines[0].strip().strip("|")))
    header = ["|" + " x |" * columns, "|" + "---|" * columns]
    return "\n".join([*header, *lines]), True


def _blocks(source: str, base_level: int, first_line: int) -> list[str]:
    blocks: list[str] = []
    depth, lists, row = -1, [], ""
    quoted = first_cell = False
    for token in _parser().parse(source):
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                depth += 1
                lists.append(t.BULLET if token.type.startswith("bullet") else t.POINT)
            case "bullet_list_close" | "ordered_list_close":
                depth -= 1
                lists.pop()
            case "list_item_open":
                blocks.append(f"{t.BLOCK}{lists[-1]}{min(depth + base_level, 2)}")
            case "blockquote_open" | "blockquote_close":
                quoted = token.type == "blockquote_open"
            case "heading_open":
                if token.tag != "h2":
                    line = first_line + (token.map or [0])[0]
                    raise MarkupError("seul « ## » fait un sous-article", line)
                blocks.append(f"{t.BLOCK}{t.SUB_ARTICLE}0")
            case "paragraph_open":
                opened = blocks and blocks[-1][1:2] in lists and len(blocks[-1]) == 3
                if not opened:
                    kind = t.FORMULA if quoted else t.PARAGRAPH
                    blocks.append(f"{t.BLOCK}{kind}0")
            case "thead_open":
                row = t.HEADER_ROW
            case "tbody_open":
                row = t.ROW
            case "tr_open":
                blocks.append(f"{t.BLOCK}{row}0")
                first_cell = True
            case "th_open" | "td_open":
                blocks[-1] += "" if first_cell else t.CELL
                first_cell = False
            case "inline":
                blocks[-1] += _inline(token)
    return blocks


def _inline(token: MarkdownToken) -> str:
    (parsed,) = _parser().parseInline(typeset(token.content))
    parts: list[str] = []
    for child in parsed.children or ():
        parts.append(_INLINE.get(child.type, child.content))
    return "".join(parts)
