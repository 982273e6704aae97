"""The levels of the lists of a Word file: what each one prints before its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable

from convgen.model.labels import Level
from convgen.word.opc.package import VAL, Element, W, number

_OFF = ("0", "false", "off")
_ANY_BULLET = "•"
_PRIVATE = range(0xE000, 0xF900)
_SYMBOL_FONTS = ("symbol", "wingdings", "webdings")
_EMPTY = Level("", "none")
_HIGHEST = 32767  # that Word counts to


def read_levels(lists: Iterable[Element]) -> dict[str, tuple[Level, ...]]:
    """The levels of each list definition (w:abstractNum) of numbering parts, from the top."""
    definitions = [node for root in lists for node in root.iterchildren(W + "abstractNum")]
    styles = {style: node for node in definitions if (style := _value(node, "styleLink"))}
    return {
        node.get(W + "abstractNumId", ""): _levels(styles.get(_value(node, "numStyleLink"), node))
        for node in definitions
    }


def _levels(definition: Element) -> tuple[Level, ...]:
    """A list that has a style of its own (w:numStyleLink) keeps its levels elsewhere."""
    found = {
        number(node.get(W + "ilvl")): _level(node) for node in definition.iterchildren(W + "lvl")
    }
    return tuple(found.get(depth, _EMPTY) for depth in range(min(9, max(found, default=-1) + 1)))


def _level(node: Element) -> Level:
    written = next(node.iter(W + "numFmt"), None)  # in mc:AlternateContent at times
    kind = "decimal" if written is None else written.get(VAL, "")
    text = _value(node, "lvlText")
    return Level(
        text=_bullet(text, node) if kind == "bullet" else text,
        format=kind,
        start=min(number(_value(node, "start")), _HIGHEST),
        restart=number(_value(node, "lvlRestart"), default=9),
        legal=(legal := node.find(W + "isLgl")) is not None and legal.get(VAL) not in _OFF,
    )


def _bullet(text: str, node: Element) -> str:
    """A bullet that reads the same without its font: those of Symbol are letters elsewhere."""
    fonts = node.find(f"{W}rPr/{W}rFonts")
    font = "" if fonts is None else fonts.get(W + "ascii", "").lower()
    private = any(ord(character) in _PRIVATE for character in text)
    return _ANY_BULLET if private or font.startswith(_SYMBOL_FONTS) else text


def _value(node: Element, name: str) -> str:
    found = node.find(W + name)
    return "" if found is None else found.get(VAL, "")
