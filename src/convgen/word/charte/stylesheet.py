"""The styles and lists of a Word file, as far as convgen needs them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from convgen.model.labels import Level
from convgen.word.charte.levels import read_levels
from convgen.word.opc.package import NUMBERING, STYLES, VAL, Element, Package, W, number


class Style(NamedTuple):
    """A style; `list_id` and `list_level` are empty when it says nothing of numbering."""

    id: str
    kind: str
    name: str
    based_on: str
    list_id: str
    list_level: str


class ListLevel(NamedTuple):
    """Where a numbered style stands: a list definition (w:abstractNum) and a level from 0."""

    definition: str
    level: int


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """The styles by identifier, and the lists that they are linked to."""

    styles: dict[str, Style]
    definitions: dict[str, str]  # w:num → w:abstractNum
    linked_levels: dict[tuple[str, str], int]  # (w:abstractNum, style id) → level
    levels: dict[str, tuple[Level, ...]]  # w:abstractNum → what its levels print

    def id_of(self, name: str, kind: str) -> str:
        """The identifier of a style by its displayed name, empty when there is none."""
        return next(
            (s.id for s in self.styles.values() if s.name == name and s.kind == kind),
            "",
        )

    def list_level(self, style_id: str) -> ListLevel | None:
        """The list level that a paragraph style numbers with, itself or by inheritance."""
        for style in self.ancestry(style_id):
            if style.list_id:
                definition = self.definitions.get(style.list_id)
                if definition is None:
                    return None
                written = number(style.list_level)
                return ListLevel(
                    definition, self.linked_levels.get((definition, style.id), written)
                )
        return None

    def ancestry(self, style_id: str) -> Iterator[Style]:
        """A style, then those that it is based on, the nearest first."""
        seen: set[str] = set()
        while style_id in self.styles and style_id not in seen:
            seen.add(style_id)
            style = self.styles[style_id]
            yield style
            style_id = style.based_on


def read_stylesheet(package: Package) -> StyleSheet:
    """The styles and lists of a package. Raises UnsafeXmlError on a broken part."""
    sheets = [package.root(name) for name in package.related(package.main, STYLES)]
    lists = [package.root(name) for name in package.related(package.main, NUMBERING)]
    styles = [_style(node) for sheet in sheets for node in sheet.iterchildren(W + "style")]
    return StyleSheet(
        styles={style.id: style for style in styles},
        definitions={
            num.get(W + "numId", ""): _value(num, "abstractNumId")
            for root in lists
            for num in root.iterchildren(W + "num")
        },
        linked_levels={
            (definition.get(W + "abstractNumId", ""), _value(level, "pStyle")): number(
                level.get(W + "ilvl")
            )
            for root in lists
            for definition in root.iterchildren(W + "abstractNum")
            for level in definition.iterchildren(W + "lvl")
        },
        levels=read_levels(lists),
    )


def _style(node: Element) -> Style:
    return Style(
        id=node.get(W + "styleId", ""),
        kind=node.get(W + "type", ""),
        name=_value(node, "name"),
        based_on=_value(node, "basedOn"),
        list_id=_value(node, f"pPr/{W}numPr/{W}numId"),
        list_level=_value(node, f"pPr/{W}numPr/{W}ilvl"),
    )


def _value(node: Element, path: str) -> str:
    found = node.find(W + path)
    return "" if found is None else found.get(VAL, "")
