"""The lines between two tags, each of its form, to instructions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from convgen.french.sentences import cuts_a_sentence, ends_a_sentence, goes_on_in_small
from convgen.language import markup_refusals as no
from convgen.language.conservation import Typed, first_loss, no_line_opens_on_a_star, says_the_same
from convgen.language.emphasis import pieces
from convgen.language.foreign_marks import foreign_marks
from convgen.language.instructions import Break, Cell, Instruction, Open, Row, Table, Text
from convgen.language.line_forms import Form, Line, Refused, read_line
from convgen.language.markup_refusals import Refusal
from convgen.language.standing import Item, Standing
from convgen.model.document import BY_ITSELF, CENTRE, LEFT, RIGHT, BlockKind

Raw = tuple[int, str]
"""A line as it was typed, with its number from 1 in the body."""

_DEEPEST: Final = 2
_WAYS_TO_COUNT: Final = ({"1"}, {"1", "a"}, {"1", "i"})  # by level
_SENTENCES: Final = frozenset({Form.PARAGRAPH, Form.DASH, Form.NUMBER})
_APART: Final = {
    Form.HEADING: (BlockKind.SUB_ARTICLE, BlockKind.INTERTITLE),
    Form.FORMULA: (BlockKind.FORMULA,),
}
"""What a line that stands in no list opens, by its level."""
_BAR: Final = re.compile(r"(?<!\\)\|")
_ALIGNED: Final = {
    (False, False): BY_ITSELF,
    (True, False): LEFT,
    (False, True): RIGHT,
    (True, True): CENTRE,
}


class StretchReader:
    """Reads the stretches of one text, in order, and keeps every refusal with its line."""

    def __init__(self) -> None:
        self.refusals: dict[tuple[int, Refusal], Refused] = {}
        self._opened: dict[tuple[str, int], int] = {}
        self._joined: dict[int, int] = {}  # lists that are one with another

    def read(self, lines: Sequence[Raw], standing: Standing) -> tuple[list[Instruction], Standing]:
        """The instructions of a stretch, and what stands open after it."""
        return _Stretch(self, standing).read(lines)

    def refuse(self, line: int, refused: Refused, *, alone: bool = False) -> None:
        """Keep a refusal, once: a loop is read twice. An `alone` one gives way to any other."""
        if alone and any(line == other for other, _ in self.refusals):
            return
        self.refusals.setdefault((line, refused.refusal), refused)

    def joined(self, lists: Iterable[int]) -> int:
        """Make several lists one, and give its number; 0, for no list, is none of them."""
        first, *others = sorted({self.number_of(one) for one in lists}) or [0]
        self._joined |= dict.fromkeys(others, first)
        return first

    def number_of(self, one: int) -> int:
        """The number that a list has, once those that are one are joined."""
        while one in self._joined:
            one = self._joined[one]
        return one

    def opened(self, what: str, line: int) -> int:
        """The number of the list, or of the table, that opens on a line."""
        return self._opened.setdefault((what, line), len(self._opened) + 1)


class _Stretch:
    """One stretch, being read."""

    def __init__(self, reader: StretchReader, standing: Standing) -> None:
        self._reader = reader
        self._items, self._table, self._columns, self._last = standing
        self._made: list[Instruction] = []
        self._typed: list[Typed] = []
        self._words: list[Line] = []  # of the block being read
        self._delimiter = 0  # the line that a table which just opened has below its titles
        self._spoilt = self._astray = False

    def read(self, lines: Sequence[Raw]) -> tuple[list[Instruction], Standing]:
        for index, (number, text) in enumerate(lines):
            read = self._read(number, text)
            if isinstance(read, Refused):
                self._refuse(number, read)
                read = Line(Form.PARAGRAPH, "", number)
            else:
                self._typed.append(Typed(text, read))
                self._line(read, lines[index + 1 : index + 2])
            self._last = read.form
        self._flush()
        if lines and self._last is Form.BLANK and self._made[-1:] != [Break()]:
            self._made.append(Break())
        self._hold_to_the_law()
        return self._made, Standing(self._items, self._table, self._columns, self._last)

    def _read(self, number: int, text: str) -> Line | Refused:
        """A line, of its form; what closes a parenthesis, « 12) », goes on with its sentence."""
        read = read_line(number, text, goes_on=self._last in _SENTENCES)
        if isinstance(read, Line) and read.form is Form.NUMBER and self._cuts():
            said = "".join(line.text for line in self._words)
            if read.mark.endswith(")") and said.count("(") > said.count(")"):
                return Line(Form.PARAGRAPH, text.strip(), number, read.indent)
        return read

    def _refuse(self, number: int, why: Refusal | Refused) -> None:
        self._spoilt = True
        self._reader.refuse(number, why if isinstance(why, Refused) else Refused(why))

    def _line(self, line: Line, after: Sequence[Raw]) -> None:
        match line.form:
            case Form.BLANK:
                self._flush()
                self._table, self._astray = 0, False
                if not self._made:
                    self._made.append(Break())
            case Form.PARAGRAPH:
                self._paragraph(line)
            case Form.DASH | Form.NUMBER:
                self._item(line)
            case Form.HEADING | Form.FORMULA:
                self._apart(line)
            case Form.ROW:
                self._row(line, after)
            case Form.DELIMITER if line.number != self._delimiter:
                self._flush()
                self._refuse(line.number, no.NO_FIRST_ROW)

    # Paragraphs

    def _paragraph(self, line: Line) -> None:
        head = self._words[0].form if self._words else Form.BLANK
        if head is Form.PARAGRAPH or (head in _SENTENCES and line.indent > 0):
            self._go_on(line)
        elif self._last is Form.BLANK and self._items and line.indent > 0:
            self._refuse(line.number, no.ONE_PARAGRAPH)
        else:
            if head in _SENTENCES and goes_on_in_small(self._words[-1].text, line.text):
                self._refuse(line.number, no.ITEM_OR_PARAGRAPH)
            self._flush()
            soft = not self._made
            self._made.append(
                Open(BlockKind.PARAGRAPH, soft=soft, indented=soft and line.indent > 0)
            )
            self._words, self._table = [line], 0
            if not (soft and line.indent > 0):
                self._items = ()

    def _go_on(self, line: Line) -> None:
        if ends_a_sentence(self._words[-1].text, line.text):
            self._refuse(line.number, no.TWO_PARAGRAPHS)
        self._words.append(line)

    def _apart(self, line: Line) -> None:
        """A heading or a formula: neither stands in a list."""
        formula = line.form is Form.FORMULA
        if self._items and line.indent > 0:
            self._refuse(line.number, no.FORMULA_IN_LIST if formula else no.HEADING_INSIDE)
        self._items, self._table = (), 0
        if formula and self._last is Form.FORMULA and self._words and line.text:
            self._words.append(line)
            return
        self._flush()
        if not line.text:
            return
        kind = _APART[line.form][line.level]
        self._made.append(Open(kind, 0 if formula else line.level))
        self._words = [line]

    # Lists

    def _item(self, line: Line) -> None:
        if self._cuts():
            self._refuse(line.number, no.IN_A_SENTENCE)
        self._flush()
        self._table = 0
        kept = tuple(item for item in self._items if item.indent <= line.indent - 2)
        beside = next(iter(self._items[len(kept) :]), None)
        if len(kept) > _DEEPEST:
            self._refuse(line.number, no.TOO_DEEP)
            return
        if line.form is Form.DASH:
            item = Item(line.indent, BlockKind.BULLET)
        else:
            item = self._numbered(line, kept, beside)
        if kept and item.kind is BlockKind.POINT:
            kept = (*kept[:-1], kept[-1]._replace(nested=True))
        self._items = (*kept, item)
        self._made.append(Open(item.kind, len(kept), list=item.list))
        self._words = [line]

    def _cuts(self) -> bool:
        said = self._words and self._words[0].form is Form.PARAGRAPH and not self._items
        return bool(said) and cuts_a_sentence(self._words[-1].text)

    def _numbered(self, line: Line, kept: tuple[Item, ...], beside: Item | None) -> Item:
        """A point: of the list that is open, or of another that starts at one after a blank line.

        The first point of a list that a loop comes back to goes on with it.
        """
        ways = _WAYS_TO_COUNT[len(kept)]
        ranks = frozenset(rank for way, rank in line.ranks if way in ways)
        point = beside if beside is not None and beside.kind is BlockKind.POINT else None
        if not ranks:
            self._refuse(line.number, no.lettered(line.mark))
            return point or Item(line.indent, BlockKind.BULLET)
        awaited = {rank + 1 for rank in point.ranks} if point is not None else set()
        again = point is not None and line.number in point.first
        if point is not None and (again or ranks & awaited):
            counted = ranks if again else ranks & awaited
            return point._replace(indent=line.indent, ranks=frozenset(counted), nested=False)
        if not (1 in ranks and (point is None or self._last is Form.BLANK)):
            self._refuse(line.number, no.out_of_turn(line.mark, _told(awaited)))
        under = kept[-1] if kept and kept[-1].kind is BlockKind.POINT else None
        own = under is None or under.nested  # the second list under a point counts on its own
        number = self._reader.opened("list", line.number) if own or not under else under.list
        return Item(line.indent, BlockKind.POINT, number, ranks, frozenset({line.number}))

    # Tables

    def _row(self, line: Line, after: Sequence[Raw]) -> None:
        self._flush()
        if self._items and line.indent > 0:
            self._refuse(line.number, no.TABLE_INSIDE)
        self._items = ()
        cells = _cells(line.text)
        below = read_line(*after[0]) if after else None
        heads = isinstance(below, Line) and below.form is Form.DELIMITER
        if heads:
            self._open_table(line, cells, _cells(after[0][1].strip()))
            self._delimiter = after[0][0]
        elif not (self._table or self._astray):
            astray = self._columns or self._last in {Form.ROW, Form.DELIMITER}
            self._refuse(line.number, no.ROW_ASTRAY if astray else no.NO_SECOND_ROW)
            self._astray = True  # told once for the rows that follow
        if self._table and len(cells) > self._columns:
            self._refuse(line.number, no.TOO_WIDE)
        self._made.append(Row())
        for number, cell in enumerate(cells):
            if number:
                self._made.append(Cell())
            self._made += self._said(cell, [line.number])
        self._made += [Cell()] * (self._columns - len(cells))

    def _open_table(self, line: Line, cells: list[str], dashes: list[str]) -> None:
        if len(cells) != len(dashes):
            self._refuse(line.number + 1, no.OTHER_WIDTH)
        sides = ((cell.startswith(":"), cell.endswith(":")) for cell in dashes)
        self._made.append(Table("".join(_ALIGNED[side] for side in sides)))
        self._table = self._reader.opened("table", line.number)
        self._columns = len(cells)

    # Words

    def _flush(self) -> None:
        """Write the words of the block that ends."""
        if self._words:
            words = "\n".join(line.text for line in self._words)
            self._made += self._said(words, [line.number for line in self._words])
        self._words = []

    def _said(self, words: str, lines: list[int]) -> list[Text]:
        for number, one in zip(lines, words.split("\n"), strict=True):
            for foreign in foreign_marks(one):
                self._refuse(number, foreign)
            if one.endswith("\\") and not one.endswith("\\\\"):
                self._refuse(number, no.LINE_END)
        made = pieces(words, lines)
        stray = next((piece for piece in made if "**" in piece.text), None)
        if stray is not None and "\\*" not in words:
            self._refuse(stray.line, no.STRAY_STARS)
        elif "*" in words and not (says_the_same(words, made) and no_line_opens_on_a_star(words)):
            starred = (n for n, one in zip(lines, words.split("\n"), strict=True) if "*" in one)
            self._refuse(next(starred), no.STARS)
        return made

    def _hold_to_the_law(self) -> None:
        if self._spoilt:
            return
        loss = first_loss(self._typed, self._made)
        if loss is not None:
            self._refuse(loss.line, no.lost(loss.words))


def _told(ranks: set[int]) -> str:
    return str(min(ranks)) if ranks else ""


def _cells(row: str) -> list[str]:
    """The cells of a row, without its outer bars."""
    first, *cells = _BAR.split(row) if row.startswith("|") else ["", *_BAR.split(row)]
    if cells and not cells[-1].strip():
        cells.pop()
    return [first + cell.strip() for cell in cells]
