"""What a written file holds: its paragraphs in order, as a strict parser reads them."""

from __future__ import annotations

from convgen.word.expected import IN_BODY, Item, Place
from convgen.word.package import Element, W
from convgen.word.stylesheet import VAL

_P, _TEXT, _STYLE = W + "p", W + "t", W + "pStyle"
_LEVEL, _LIST = W + "ilvl", W + "numId"
_TABLE, _ROW, _CELL = W + "tbl", W + "tr", W + "tc"
_BOOKMARK, _INSTRUCTION = W + "bookmarkStart", W + "instrText"
_TAB, _RUN = W + "tab", W + "r"
_CHARACTERS = {
    _TAB: "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
_READ = (_P, _TEXT, _STYLE, _LEVEL, _LIST, _TABLE, _ROW, _CELL, _BOOKMARK, _INSTRUCTION)


def found_items(root: Element) -> list[Item]:
    """The paragraphs of a part, in order, those of tables included."""
    reader = _Reader()
    for node in root.iter(*_READ, *_CHARACTERS):
        reader.read(node)
    return reader.finish()


def visible_text(root: Element) -> str:
    """All the text of a part, its paragraphs joined by line ends."""
    return "\n".join(item.text for item in found_items(root))


class _Reader:
    """Gathers a paragraph until the next one begins."""

    def __init__(self) -> None:
        self._items: list[Item] = []
        self._table: list[int] = [0, 0, 0]
        self._pending: list[str] = []  # bookmarks that open before their paragraph
        self._started = False
        self._start(IN_BODY)

    def _start(self, place: Place) -> None:
        self._place = place
        self._text: list[str] = []
        self._style = ""
        self._list = 0
        self._level = 0
        self._bookmarks = self._pending
        self._targets: list[str] = []
        self._pending = []

    def read(self, node: Element) -> None:
        """Take one element, in document order."""
        tag = node.tag
        if tag == _TEXT:
            self._text.append(node.text or "")
        elif tag == _P:
            self._flush()
            self._start(self._place_of(node))
            self._started = True
        elif tag == _STYLE:
            self._style = node.get(VAL, "")
        elif tag in _CHARACTERS:
            self._character(node)
        elif tag == _LIST:
            self._list = int(node.get(VAL, "0"))
        elif tag == _LEVEL:
            self._level = int(node.get(VAL, "0"))
        elif tag == _INSTRUCTION:
            words = (node.text or "").split()
            if words[:1] == ["REF"]:
                self._targets += words[1:2]
        elif tag == _BOOKMARK:
            self._bookmark(node)
        else:
            self._enter_table(tag)

    def finish(self) -> list[Item]:
        """Every paragraph read so far."""
        self._flush()
        self._started = False
        return self._items

    def _flush(self) -> None:
        if self._started:
            self._items.append(
                Item(
                    "".join(self._text),
                    self._place,
                    self._style,
                    self._list,
                    tuple(self._bookmarks),
                    tuple(self._targets),
                    self._level,
                )
            )

    def _place_of(self, paragraph: Element) -> Place:
        if not self._table[0]:
            return IN_BODY
        parent = paragraph.getparent()
        inside = parent is not None and parent.tag == _CELL
        return (self._table[0], self._table[1], self._table[2]) if inside else IN_BODY

    def _character(self, node: Element) -> None:
        parent = node.getparent()
        if parent is not None and parent.tag == _RUN:  # a w:tab also stands in w:tabs
            self._text.append(_CHARACTERS[node.tag])

    def _bookmark(self, node: Element) -> None:
        parent = node.getparent()
        outside = parent is not None and parent.tag != _P
        (self._pending if outside else self._bookmarks).append(node.get(W + "name", ""))

    def _enter_table(self, tag: str) -> None:
        if tag == _TABLE:
            self._table = [self._table[0] + 1, 0, 0]
        elif tag == _ROW:
            self._table[1:] = [self._table[1] + 1, 0]
        else:
            self._table[2] += 1
