"""Texts as a case writes them."""

from __future__ import annotations

from pathlib import Path

from convgen.yaml.nodes import Node, ScalarNode, SequenceNode
from convgen.yaml.source import parse_source
from convgen.yaml.traps import quoted


def as_yaml(text: str) -> str:
    """A text on one line, as it follows its key, between quotation marks if YAML wants them.

    >>> as_yaml("219 400 223"), as_yaml("Avenant n° 1 : complément")
    ('219 400 223', '"Avenant n° 1 : complément"')
    """
    line = " ".join(text.split())
    return line if _reads_back(line) else quoted(line)


def first_item(text: str) -> str:
    """The first item of a list written on one line; any other text as it is.

    >>> first_item("[le salaire, les charges]"), first_item("le salaire")
    ('le salaire', 'le salaire')
    """
    node = _read(text)
    first = node.items[0] if isinstance(node, SequenceNode) and node.items else None
    return first.text or "" if isinstance(first, ScalarNode) else text


def _reads_back(line: str) -> bool:
    node = _read(line)
    return isinstance(node, ScalarNode) and node.text == line


def _read(line: str) -> Node | None:
    """What stands after a key, None if YAML cannot read it or not without a remark."""
    source, faults = parse_source(f"cle: {line}\n", Path())
    return None if source is None or faults else source.root.entries["cle"].node
