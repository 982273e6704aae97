"""The law of conservation: every sign of a text is in its program, or is a mark with its effect.

A second reading of a stretch. It takes away the marks that the forms of lines document, reads
emphasis by our own rule, and holds what is left against what the program prints.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from convgen.french.openings import BLANK
from convgen.language.emphasis import plain
from convgen.language.instructions import Instruction, Text
from convgen.language.line_forms import Form, Line

_MARKS: Final = {
    Form.HEADING: re.compile(rf"#{{2,3}}{BLANK}+"),
    Form.FORMULA: re.compile(rf">{BLANK}*"),
    Form.DASH: re.compile(rf"(?:[^\w\s][\ufe0e\ufe0f]?|o){BLANK}+"),
    Form.NUMBER: re.compile(
        rf"\(?[0-9a-z]{{1,9}}(?:{BLANK}?[^\w\s«“,]{{1,2}}|\.?{BLANK}[-–—]){BLANK}+"
    ),
    Form.PARAGRAPH: re.compile(""),
    Form.BLANK: re.compile(""),
}
_GOES_ON: Final = {
    Form.PARAGRAPH: {Form.PARAGRAPH, Form.DASH, Form.NUMBER},
    Form.FORMULA: {Form.FORMULA},
}
"""After which lines another one may go on with the same words."""
_CELL: Final = re.compile(r"(?:[^|\\]|\\[\s\S]|\\$)+")
_SAME: Final = str.maketrans({"’": "'", "“": '"', "”": '"', "«": '"', "»": '"', "…": "..."})
_AROUND: Final = 12  # signs told on each side of a loss


class Typed(NamedTuple):
    """A line as it was typed, and as it was read."""

    raw: str
    line: Line


class Loss(NamedTuple):
    """What is typed and would not be printed, on a line of the body."""

    words: str
    line: int


def first_loss(lines: Sequence[Typed], program: Iterable[Instruction]) -> Loss | None:
    """The first words of a stretch that its program does not print as they are typed, if any."""
    printed = _folded("".join(part.text for part in program if isinstance(part, Text)))
    at = 0
    for number, words in _stretches(lines):
        typed = _folded(plain(words))
        if not printed.startswith(typed, at):
            return Loss(_around(words, typed, printed[at:]), number)
        at += len(typed)
    return None if at == len(printed) else Loss(printed[at:][:_AROUND], lines[-1].line.number)


def says_the_same(words: str, made: Iterable[Text]) -> bool:
    """Do the pieces of a paragraph say what is typed, its marks of emphasis taken away?"""
    return _folded(plain(words)) == _folded("".join(piece.text for piece in made))


def no_line_opens_on_a_star(words: str) -> bool:
    """A star left alone at the head of a line is the bullet of a list that would melt."""
    pairs = zip(words.split("\n"), plain(words).split("\n"), strict=True)
    return not any(typed[:1] == said[:1] == "*" for typed, said in pairs)


def _stretches(lines: Sequence[Typed]) -> Iterator[tuple[int, str]]:
    """The words between two marks, with the line where they start."""
    number, words = 0, ""
    before = Form.BLANK
    for raw, line in lines:
        own = list(_words_of(raw, line))
        goes_on = before in _GOES_ON.get(line.form, ())
        if goes_on and words:
            words += "\n" + own[0]
        else:
            if words:
                yield number, words
            number, words = line.number, ""
            *whole, words = own or [""]
            yield from ((number, cell) for cell in whole)
        before = line.form
    if words:
        yield number, words


def _words_of(raw: str, line: Line) -> Iterator[str]:
    """What a line says, its mark taken away: all of it when the mark is not that of its form."""
    text = raw.strip()
    if line.form is Form.ROW:
        yield from _CELL.findall(text)
    elif line.form is not Form.DELIMITER:
        mark = _MARKS[line.form].match(text)
        yield text[mark.end() :] if mark else text


def _folded(text: str) -> str:
    """Signs alone: typography changes blanks, and the look of quotes, apostrophes and ellipses."""
    return "".join(text.translate(_SAME).split())


def _around(words: str, typed: str, printed: str) -> str:
    """The words where what is printed parts from what is typed."""
    pairs = zip(typed, printed, strict=False)
    same = next((at for at, (one, other) in enumerate(pairs) if one != other), len(printed))
    seen = place = 0
    for place, sign in enumerate(words):  # noqa: B007 - where the signs that agree end
        if seen > same:
            break
        seen += not sign.isspace() and sign not in "\\*"
    start = max(0, place - _AROUND)
    return " ".join(words[start : place + _AROUND].split())
