"""What a written file holds: its paragraphs in order, as a strict parser reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from convgen.word.opc.package import CHARACTERS, VAL, Element, W, number
from convgen.word.readback.expected import IN_BODY, Image, ParagraphRecord, TablePlace

_P, _TEXT, _STYLE = W + "p", W + "t", W + "pStyle"
_LEVEL, _LIST, _SIDE = W + "ilvl", W + "numId", W + "jc"
_TABLE, _ROW, _CELL = W + "tbl", W + "tr", W + "tc"
_BOOKMARK, _INSTRUCTION = W + "bookmarkStart", W + "instrText"
_DRAWINGS = (W + "drawing", W + "pict", W + "object")
_DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_NO_IMAGE: Mapping[str, bytes] = {}
_READ = (_P, _TEXT, _STYLE, _LEVEL, _LIST, _SIDE, _TABLE, _ROW, _CELL, _BOOKMARK, _INSTRUCTION)


class _Draft:
    """A paragraph being read."""

    __slots__ = (
        "bookmarks",
        "images",
        "level",
        "list",
        "place",
        "side",
        "style",
        "targets",
        "text",
    )

    def __init__(self, place: TablePlace, bookmarks: list[str]) -> None:
        self.place = place
        self.bookmarks = bookmarks
        self.text = self.style = self.side = ""
        self.list = self.level = 0
        self.targets: list[str] = []
        self.images: list[Image] = []

    def item(self) -> ParagraphRecord:
        return ParagraphRecord(
            self.text,
            self.place,
            self.style,
            self.list,
            tuple(self.bookmarks),
            tuple(self.targets),
            self.level,
            tuple(self.images),
            self.side,
        )


def found_items(root: Element, images: Mapping[str, bytes] = _NO_IMAGE) -> list[ParagraphRecord]:
    """The paragraphs of a part, in order, those of tables included.

    `images` are what the images of the part are made of, by relation.
    """
    drafts: list[_Draft] = []
    cell = IN_BODY  # the last one entered
    pending: list[str] = []  # bookmarks that open before their paragraph, around a table
    draft = _Draft(IN_BODY, [])
    for node in root.iter(*_READ, *CHARACTERS):
        tag = node.tag
        if tag == _TEXT:
            draft.text += node.text or ""
        elif tag == _P:
            draft = _Draft(cell if cell[0] and _inside(node, _CELL) else IN_BODY, pending)
            pending = []
            drafts.append(draft)
        elif tag == _STYLE:
            draft.style = node.get(VAL, "")
        elif tag == _LIST:
            draft.list = number(node.get(VAL))
        elif tag == _LEVEL:
            draft.level = number(node.get(VAL))
        elif tag == _SIDE:
            draft.side = node.get(VAL, "") if _inside(node, W + "pPr") else draft.side
        elif tag == _INSTRUCTION:
            draft.targets += _targets(node.text or "")
        elif tag == _BOOKMARK:
            (draft.bookmarks if _inside(node, _P) else pending).append(node.get(W + "name", ""))
        elif tag in CHARACTERS:
            draft.text += CHARACTERS[tag] if _inside(node, W + "r") else ""  # not in w:tabs
        else:
            cell = _enter(tag, cell)
    for paragraph, image in _images(root, images):
        drafts[paragraph].images.append(image)
    return [draft.item() for draft in drafts]


def _images(root: Element, parts: Mapping[str, bytes]) -> Iterator[tuple[int, Image]]:
    """Each drawing of a part, with the place of its paragraph; its text is « ? » if it has none."""
    drawings = list(root.iter(*_DRAWINGS))
    places = {paragraph: place for place, paragraph in enumerate(root.iter(_P))} if drawings else {}
    for drawing in drawings:
        data = [parts.get(node.get(_EMBED, ""), b"") for node in drawing.iter(_BLIP)]
        text = next((node.get("descr", "") for node in drawing.iter(_DESCRIBED)), "?")
        yield places[next(drawing.iterancestors(_P))], (text, b"".join(data))


def _targets(instruction: str) -> list[str]:
    match instruction.split():
        case ["REF", target, *_] | ["HYPERLINK", "\\l", target]:
            return [target.strip('"')]
        case _:
            return []


def _inside(node: Element, parent_tag: str) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == parent_tag


def _enter(tag: str, cell: TablePlace) -> TablePlace:
    table, row, column = cell
    if tag == _TABLE:
        return (table + 1, 0, 0)
    return (table, row + 1, 0) if tag == _ROW else (table, row, column + 1)


def visible_text(root: Element) -> str:
    """All the text of a part, its paragraphs joined by line ends."""
    return "\n".join(item.text for item in found_items(root))
