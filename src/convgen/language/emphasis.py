"""The words of a paragraph: what is bold, what is italic, what is printed as it stands.

Markdown's own reader gives the pieces; `plain` reads the same words by our rule, which is
narrower, and knows nothing of that reader. Where the two differ, something would be lost.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

from convgen.french.typography import typeset
from convgen.language.instructions import Text

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_UNDERSCORE: Final = re.compile(r"(?<!\\)((?:\\\\)*)_")
_SPACES: Final = re.compile(" {2,}")
_ASIDE: Final = re.compile(r"\\(?:\\|([^\w\s!-~\ue000-\uf8ff]))")  # what Markdown sets not aside
_OPENING: Final = frozenset("([{«“‘„\"'’—–-/")
_TOKENS: Final = re.compile(r"\\[\s\S]|\*+|[^\\*]+|\\")


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only when a clause is compiled

    return MarkdownIt("zero").enable(["emphasis", "escape", "newline"])


def pieces(text: str, lines: list[int]) -> list[Text]:
    """The words of a paragraph, set in type; `lines` are those that its lines have in the body."""
    printed = _ASIDE.sub(lambda sign: sign[1] or sign[0], _SPACES.sub(" ", typeset(text)))
    escaped = _UNDERSCORE.sub(r"\1\\_", printed)  # never emphasis for us
    (parsed,) = _parser().parseInline(escaped)
    made: list[Text] = []
    bold = italic = line = 0  # how deep, one in the other
    for child in parsed.children or ():
        match child.tag:
            case "strong":
                bold += child.nesting
            case "em":
                italic += child.nesting
        if child.type in {"softbreak", "hardbreak"}:
            made.append(Text(" ", bold > 0, italic > 0, lines[line]))
            line += 1
        elif child.content:
            made.append(Text(child.content, bold > 0, italic > 0, lines[line]))
    return made


# Our own reading


class _Run(NamedTuple):
    """Stars that open an emphasis: where they stand among the pieces, and how many are left."""

    place: int
    stars: int


def plain(text: str) -> str:
    """The words of a paragraph without the marks of its emphasis, signs set aside printed.

    Stars open before a word and close after one, at its edges; any others are stars.

    >>> plain(r"**gras**, 5*6 et \\*"), plain("(*) *")
    ('gras, 5*6 et *', '(*) *')
    """
    made = [_printed(token) for token in _TOKENS.findall(text)]
    opened: list[_Run] = []
    for place, token in enumerate(_TOKENS.finditer(text)):
        if token[0][0] == "*":
            start, end = token.span()
            around = text[max(start - 1, 0) : start], text[end : end + 1]
            _weigh(_Run(place, len(token[0])), around, made, opened)
    return "".join(made)


def _printed(token: str) -> str:
    aside = token[0] == "\\" and token[1:] and not (_is_word(token[1]) or token[1].isspace())
    return token[1] if aside else token


def _weigh(run: _Run, around: tuple[str, str], made: list[str], opened: list[_Run]) -> None:
    """Take away the stars that are marks; those that could be stay until others answer them."""
    (before, after), left = around, run.stars
    if left > 3:
        return
    if _ends_words(before) and not _is_word(after):
        while left and opened and _says_something(made, opened[-1].place, run.place):
            first = opened.pop()
            taken = min(left, first.stars)
            made[first.place] = made[first.place][taken:]
            made[run.place] = made[run.place][taken:]
            left -= taken
            if first.stars > taken:
                opened.append(_Run(first.place, first.stars - taken))
    elif _starts_words(after) and not _is_word(before):
        opened.append(run)


def _ends_words(sign: str) -> bool:
    return sign != "" and not sign.isspace() and sign not in _OPENING


def _starts_words(sign: str) -> bool:
    return sign != "" and (_is_word(sign) or sign in _OPENING or sign in "\\*…§€$£")


def _is_word(sign: str) -> bool:
    """Is this inside a word, or a value?"""
    return sign.isalnum() or "\ue000" <= sign <= "\uf8ff"


def _says_something(made: list[str], start: int, end: int) -> bool:
    return any(_is_word(sign) for piece in made[start:end] for sign in piece)
