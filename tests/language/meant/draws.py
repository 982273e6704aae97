"""Trees at random: every kind of block, under conditions and loops, at every place of a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import strategies as st

from tests.language.meant.case import LISTS, TESTS, VALUES
from tests.language.meant.tree import (
    Body,
    Each,
    Formula,
    Heading,
    Item,
    Listing,
    Mark,
    Paragraph,
    Phrase,
    Row,
    Said,
    Single,
    Table,
    Value,
    When,
    Word,
)

Draw = Callable[[st.SearchStrategy[Any]], Any]
Loops = tuple[str, ...]
"""The variables of the loops around, the outermost first."""
Made = TypeVar("Made")

WORDS = tuple(Word(word, word) for word in ("mot", "Clause", "été", "12 mois", "L’État", "œuvre"))
SIGNS = tuple(Word(sign, f"\\{sign}") for sign in "*|_#->")
LABELS = tuple(Word(f"{mark[0]}{mark[-1]}", mark) for mark in ("1\\.", "2\\)", "3\\°"))
AMOUNTS = ((Word("50 €", "50 €"),), (Word("1 200,50 €", "1 200,50 €"),), (Value("prix"),))
_TESTS = st.sampled_from(tuple(TESTS))
_OTHER = {"*": "**", "**": "*"}
_RARELY = st.sampled_from((False, False, False, True))
_HOW_MANY = tuple(map(st.sampled_from, ((1, 1, 2, 3), (1, 1, 1, 2), (1,))))
_TAGS = tuple(map(st.sampled_from, (("", "", "if", "for"), ("", "", "", "if", "for"), ("",))))
_DEEPEST = 2
_MOST_LOOPS = 2


def _few(draw: Draw, make: Callable[[], Made], least: int = 1, most: int = 2) -> tuple[Made, ...]:
    return tuple(make() for _ in range(draw(st.integers(least, most))))


def _under_tags(
    draw: Draw, loops: Loops, one: Callable[[Loops], Made], depth: int = 0
) -> tuple[Any, ...]:
    """Nodes, some under conditions and loops."""
    made: list[Any] = []
    for _ in range(draw(_HOW_MANY[depth])):
        tags = draw(_TAGS[depth])
        if tags == "if":
            made.append(_when(draw, lambda: _under_tags(draw, loops, one, depth + 1)))
        elif tags == "for" and len(loops) < _MOST_LOOPS:
            variable = "xy"[len(loops)]
            inside = _under_tags(draw, (*loops, variable), one, depth + 1)
            made.append(Each(variable, draw(st.sampled_from(tuple(LISTS))), inside))
        else:
            _add(one(loops), made)
    return tuple(made)


def _add(node: Any, made: list[Any]) -> None:
    """Two pieces of a sentence without a tag between are one."""
    if isinstance(node, Said) and made and isinstance(made[-1], Said):
        node = Said((*made.pop().phrases, *node.phrases))
    made.append(node)


def _when(draw: Draw, body: Callable[[], tuple[Any, ...]]) -> When[Any]:
    tests = [draw(_TESTS), draw(_TESTS)] if draw(_RARELY) else [draw(_TESTS)]
    branches = tuple((test, body()) for test in tests)
    return When(branches, body() if draw(_RARELY) else None)


# Words


def _word(draw: Draw, loops: Loops) -> Word | Value:
    values = tuple(Value(name) for name in (*loops, *VALUES))
    return draw(st.sampled_from((*WORDS, *WORDS, *values)))  # type: ignore[no-any-return]


def _phrase(draw: Draw, loops: Loops, around: str = "") -> Phrase:
    """A phrase: words at its edges, so that stars stand at the edges of words."""
    stars = _OTHER.get(around) or draw(st.sampled_from(("", "", "*", "**", "***")))
    parts: list[Any] = [_word(draw, loops)]
    if draw(_RARELY):
        between = st.sampled_from((*SIGNS, *LABELS, Mark(","), Mark(";"), Mark(":")))
        middle = draw(st.sampled_from(("", "sign", "phrase")))
        if middle == "sign":
            parts.append(draw(between))
        elif middle == "phrase" and not around and stars in _OTHER:
            parts.append(_phrase(draw, loops, stars))
        parts.append(_word(draw, loops))
    return Phrase(stars, tuple(parts))


def _said(draw: Draw, loops: Loops, *, opens: bool) -> Said:
    """A piece of a sentence; one that goes on may start with the end of what is before."""
    made = list(_few(draw, lambda: _phrase(draw, loops)))
    if draw(_RARELY):
        held = (Mark("("), *made.pop().parts, Mark(")"))
        made.append(Phrase("", held))
    heads = (*SIGNS, *LABELS) if opens else (*SIGNS, Mark(","), Mark(";"), Mark(")"))
    head = draw(st.sampled_from((None, None, *heads)))
    if head is not None:
        made.insert(0, Phrase("", (head,)))
    tail = draw(st.sampled_from((None, None, None, *SIGNS, Mark("("), Mark(","), Mark("."))))
    if tail is not None:
        made.append(Phrase("", (tail,)))
    return Said(tuple(made))


def _sentence(draw: Draw, loops: Loops) -> tuple[Any, ...]:
    """A sentence: its first piece is always there, pieces of it under tags."""
    first = _said(draw, loops, opens=True)
    if not draw(_RARELY):
        return (first,)
    made: list[Any] = [first]
    for piece in _under_tags(draw, loops, lambda held: _said(draw, held, opens=False)):
        _add(piece, made)
    return tuple(made)


# Blocks


def _listing(draw: Draw, loops: Loops, level: int = 0) -> Listing:
    numbered = draw(st.booleans())
    return Listing(numbered, _under_tags(draw, loops, lambda held: _item(draw, held, level)))


def _item(draw: Draw, loops: Loops, level: int) -> Item:
    children = 0 if level == _DEEPEST else draw(st.sampled_from((0, 0, 0, 0, 1, 2, 3)))
    made = tuple(_listing(draw, loops, level + 1) for _ in range(children))
    return Item(_sentence(draw, loops), made)


def _table(draw: Draw, loops: Loops) -> Table:
    columns = "".join(draw(st.lists(st.sampled_from("-gdc"), min_size=1, max_size=3)))
    amounts = draw(st.sampled_from((False, True)))
    head = _row(draw, loops, len(columns))
    rows = _under_tags(draw, loops, lambda held: _row(draw, held, len(columns), amounts=amounts))
    return Table(columns, head, rows if draw(st.integers(0, 9)) else ())


def _row(draw: Draw, loops: Loops, width: int, *, amounts: bool = False) -> Row:
    def cell(place: int) -> tuple[Phrase, ...]:
        if amounts and place == width - 1:
            return (Phrase("", draw(st.sampled_from(AMOUNTS))),)
        return _few(draw, lambda: _phrase(draw, loops), least=0)

    cells = [cell(place) for place in range(width)]
    return Row((cells[0] or (Phrase("", (WORDS[0],)),), *cells[1:]))


def _single(draw: Draw, loops: Loops, kinds: tuple[str, ...]) -> Single:
    match draw(st.sampled_from(kinds)):
        case "listing":
            return _listing(draw, loops)
        case "table":
            return _table(draw, loops)
        case "heading":
            marks = draw(st.sampled_from(("##", "###")))
            return Heading(marks, _said(draw, loops, opens=True))
        case "formula":
            return Formula(_said(draw, loops, opens=True))
    return Paragraph(_sentence(draw, loops))


_APART = ("paragraph", "heading", "formula", "table")
_KINDS = ("paragraph", "listing", "table", "heading", "formula", "listing", "paragraph")


def _blocks(draw: Draw, loops: Loops, depth: int = 0) -> Body:
    """Blocks; each turn of a loop starts with what is no list, so that its lists are its own."""
    made: list[Any] = []
    for _ in range(draw(_HOW_MANY[depth])):
        tags = draw(_TAGS[depth])
        if tags == "if":
            made.append(_when(draw, lambda: _blocks(draw, loops, depth + 1)))
        elif tags == "for" and len(loops) < _MOST_LOOPS:
            held = (*loops, "xy"[len(loops)])
            body = (_single(draw, held, _APART), *_blocks(draw, held, depth + 1))
            made.append(Each(held[-1], draw(st.sampled_from(tuple(LISTS))), body))
        else:
            made.append(_single(draw, loops, _KINDS))
    return tuple(made)


@st.composite
def trees(draw: Draw) -> Body:
    """What a whole text is meant to say; something is always printed."""
    return (Paragraph((_said(draw, (), opens=True),)), *_blocks(draw, ()))
