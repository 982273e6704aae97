"""What a YAML file says: strings, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from convgen.faults.diagnostic import Span


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A single value, always text; `text` is None when nothing is written (`cle:`, `~`, `null`).

    `plain` is True when the value stands without quotes and is not a block (`|`, `>`).
    """

    text: str | None
    span: Span
    plain: bool


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping, its place, and what it holds."""

    key: str
    key_span: Span
    node: Node


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Entries by key, in the order of the file; `flow` is True when written `{…}`."""

    entries: dict[str, Entry]
    span: Span
    flow: bool


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list; `flow` is True when written `[…]`."""

    items: tuple[Node, ...]
    span: Span
    flow: bool


Node: TypeAlias = ScalarNode | MappingNode | SequenceNode
Loc: TypeAlias = tuple[str | int, ...]
"""A place in a tree: the keys and the ranks, from 0, that lead to it."""
Plain: TypeAlias = "str | dict[str, Plain] | list[Plain] | None"


def plain(node: Node) -> Plain:
    """The bare value of a node: text, None, dict or list (never deeper than the reader allows)."""
    match node:
        case ScalarNode():
            return node.text
        case MappingNode():
            return {key: plain(entry.node) for key, entry in node.entries.items()}
        case SequenceNode():
            return [plain(item) for item in node.items]


def with_entry(group: MappingNode, key: str, node: Node) -> MappingNode:
    """The same group, that key standing for that node."""
    known = group.entries.get(key)
    entry = Entry(key, known.key_span if known else node.span, node)
    return replace(group, entries={**group.entries, key: entry})


@dataclass(frozen=True, slots=True)
class Located:
    """Where a path leads, or how far it can be followed.

    `value` is the last node reached and `key_span` the place of the key that holds it (None at
    the root and for an item of a list). `depth` counts the segments followed, `found` says that
    all of them were, and `parent` is what directly holds `value` (None at the root).
    """

    key_span: Span | None
    value: Node
    depth: int
    found: bool
    parent: MappingNode | SequenceNode | None

    @property
    def span(self) -> Span:
        """The place to show: the key if there is one, else the value."""
        return self.key_span or self.value.span


def locate(root: MappingNode, loc: tuple[str | int, ...]) -> Located:
    """Follow `loc`, a path in pydantic's manner, from `root` as far as it goes.

    Segments that start with « @ » name a variant of a type, not a place: they are skipped.
    A 0 on what is not a list stays there, since one party may stand for a list of one.
    """
    here = Located(key_span=None, value=root, depth=0, found=True, parent=None)
    for segment in loc:
        step = _step(here, segment)
        if step is None:
            return Located(here.key_span, here.value, here.depth, found=False, parent=here.parent)
        here = step
    return here


def _step(here: Located, segment: str | int) -> Located | None:
    """The next place, or None where the file holds nothing under that segment."""
    depth, value = here.depth + 1, here.value
    if _stays(value, segment):
        return Located(here.key_span, value, depth, found=True, parent=here.parent)
    if isinstance(value, MappingNode) and isinstance(segment, str) and segment in value.entries:
        entry = value.entries[segment]
        return Located(entry.key_span, entry.node, depth, found=True, parent=value)
    if not isinstance(value, SequenceNode) or not isinstance(segment, int):
        return None
    if 0 <= segment < len(value.items):
        return Located(None, value.items[segment], depth, found=True, parent=value)
    return None


def _stays(value: Node, segment: str | int) -> bool:
    if isinstance(segment, str):
        return segment.startswith("@")
    return segment == 0 and not isinstance(value, SequenceNode)


def first_key_span(node: Node) -> Span | None:
    """Where the first key, or element, of a node stands."""
    if isinstance(node, MappingNode):
        entry: Entry | None = next(iter(node.entries.values()), None)
        return entry.key_span if entry else None
    if isinstance(node, SequenceNode):
        return first_key_span(node.items[0]) if node.items else node.span
    return node.span


def dotted(loc: Loc) -> str:
    """Write a place as a path: `parties.porteur.habilitation.date`, list items from 1.

    >>> dotted(("calendrier", "etapes", 1, "duree_min"))
    'calendrier.etapes[2].duree_min'
    """
    path = ""
    for segment in loc:
        path += f"[{segment + 1}]" if isinstance(segment, int) else f".{segment}"
    return path.lstrip(".")
