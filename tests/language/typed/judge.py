"""Is all that is typed printed? A judge that knows the documentation, and none of our readers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from convgen.model.document import Block, BlockKind, Run, RunKind
from tests.language.meant.roman import roman
from tests.language.typed.forms import Form, Reading, readings_of
from tests.language.typed.signs import VALUE, folded, pattern_of

_BLOCK, _ROW, _CELL = "\x01", "\x02", "\x03"
_FORMS: Final = {
    BlockKind.PARAGRAPH: Form.PARAGRAPH,
    BlockKind.BULLET: Form.DASH,
    BlockKind.POINT: Form.NUMBER,
    BlockKind.SUB_ARTICLE: Form.TITLE,
    BlockKind.INTERTITLE: Form.TITLE,
    BlockKind.FORMULA: Form.FORMULA,
    BlockKind.TABLE: Form.TABLE,
}
_JOINED: Final = r" |(?<=[(\['\"])|(?=[,.)\]])"
"""What may stand where a line goes on with the one before."""
_ROMAN: Final = [roman(rank) for rank in range(1, 40)]


class Sign(NamedTuple):
    """A sign as it is printed, alike but for typography; marks of structure have no look."""

    text: str
    bold: bool = False
    italic: bool = False


def losses(text: str, blocks: Sequence[Block], values: Mapping[str, str]) -> Iterator[str]:
    """What is wrong between a text and its blocks: nothing, when all that is typed is printed."""
    printed = list(_signs_of(blocks))
    told = "".join(sign.text for sign in printed)
    expected = "".join(_choice(ways, values) for ways in readings_of(text))
    match = re.fullmatch(expected, told)
    if match is None:
        yield f"typed {expected!r}, printed {told!r}"
        return
    yield from _without_effect(match, printed)
    yield from _melted(blocks)


# What is typed


def _choice(ways: Iterable[Reading], values: Mapping[str, str]) -> str:
    """A line by any of its readings; one that has none is never matched."""
    patterns = [_pattern(way, values) for way in ways]
    return f"(?:{'|'.join(patterns)})" if patterns else "(?!)"


def _pattern(line: Reading, values: Mapping[str, str]) -> str:
    words = _CELL.join(pattern_of(cell, values) for cell in line.words)
    match line.form:
        case Form.TABLE:
            return f"{_BLOCK}T{_ROW}{words}{_CELL}*"
        case Form.ROW:
            return f"{_ROW}{words}{_CELL}*"
        case Form.NUMBER | Form.DASH:
            level = "[12]?" if line.indented else ""
            ranks = "|".join(map(str, line.ranks))
            return f"{_BLOCK}{line.form.value}{level}:(?:{ranks}):{words}"
    opened = f"{_BLOCK}{line.form.value}"
    return f"(?:{opened}|{_JOINED}){words}" if line.goes_on else f"{opened}{words}"


# What is printed


def _signs_of(blocks: Iterable[Block]) -> Iterator[Sign]:
    for block in blocks:
        form = _FORMS[block.kind]
        yield Sign(_BLOCK + form.value)
        if form in {Form.DASH, Form.NUMBER}:
            rank = _rank(block) if form is Form.NUMBER else ""
            yield Sign(f"{block.level or ''}:{rank}:")
        yield from _of_runs(block.runs)
        for row in block.rows:
            for number, cell in enumerate(row):
                yield Sign(_CELL if number else _ROW)
                yield from _of_runs(run for line in cell for run in line)


def _of_runs(runs: Iterable[Run]) -> Iterator[Sign]:
    for run in runs:
        aside = [Sign(VALUE)] * (run.kind is RunKind.VALUE)
        signs = (Sign(sign, run.bold, run.italic) for sign in folded(run.text))
        yield from (*aside, *signs, *aside)


def _rank(point: Block) -> int:
    """What a printed label counts: « 1° », « a) » or « i) »."""
    said = point.number[:-1]
    if point.level == 2:
        return _ROMAN.index(said) + 1
    return int(said) if point.level == 0 else ord(said) - ord("a") + 1


# Marks and their effect


def _without_effect(match: re.Match[str], printed: Sequence[Sign]) -> Iterator[str]:
    """Stars that vanished beside no emphasis, and emphasis that no star has made."""
    places = [sign for sign in printed for _ in sign.text]
    taken: set[int] = set()
    for group, typed in enumerate(re.findall(r"\(\\\*\{0,(\d+)\}\)", match.re.pattern), 1):
        if match.start(group) < 0:
            continue
        vanished = int(typed) - len(match[group])
        if vanished:
            around = _around(places, match.start(group), match.end(group))
            taken.update(range(around[0], max(around[0] + 1, match.end(group))))
            looks = [places[place] for place in around]
            bold, italic = any(one.bold for one in looks), any(one.italic for one in looks)
            if (vanished != 1 and not bold) or (vanished != 2 and not italic):
                yield f"{vanished} stars lost before {match.string[match.end(group) :][:20]!r}"
    yield from _unmade(places, taken)


def _around(places: Sequence[Sign], start: int, end: int) -> tuple[int, int]:
    """Where the signs on both sides of a place stand, blanks and marks of values aside."""
    none = {" ", VALUE}
    before = start - 1
    while before > 0 and places[before].text in none:
        before -= 1
    after = end
    while after < len(places) - 1 and places[after].text in none:
        after += 1
    return before, min(after, len(places) - 1)


def _unmade(places: Sequence[Sign], taken: set[int]) -> Iterator[str]:
    last = 0
    for place, sign in enumerate(places):
        if sign.text in {" ", VALUE}:
            continue
        before = places[last]
        if (before.bold, before.italic) != (sign.bold, sign.italic) and last not in taken:
            yield f"another look, from no star: {''.join(one.text for one in places[last:])[:20]!r}"
        last = place


# Two lists are two


def _melted(blocks: Iterable[Block]) -> Iterator[str]:
    """Points of a first level: a list starts at one, and goes on with the numbers that follow."""
    current, seen = 0, set[int]()
    for block in blocks:
        if block.kind is not BlockKind.POINT or block.level:
            continue
        starts = block.number == "1°"
        if (block.list_id in seen) if starts else (block.list_id != current):
            yield f"« {block.number} {block.text} » is in the list {block.list_id}"
        current = block.list_id
        seen.add(current)
