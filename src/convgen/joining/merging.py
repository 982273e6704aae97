"""What another file tells is laid under what a case writes, and what both write is compared."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from textwrap import shorten
from typing import NamedTuple

from convgen.faults.diagnostic import Code, Diagnostic, Note, Span
from convgen.french import reading
from convgen.french.characters import folded
from convgen.yaml.nodes import (
    Entry,
    Loc,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    dotted,
    plain,
)

_SHOWN = 80  # signs of a value, in a message


class Conflict(NamedTuple):
    """The same thing written in two files, and not alike."""

    loc: Loc
    here: Entry
    there: Entry


def merge_under(
    mine: MappingNode, told: MappingNode, loc: Loc = ()
) -> tuple[MappingNode, tuple[Conflict, ...]]:
    """What a group writes over what another tells of it; what it leaves empty is taken too.

    Spans keep their file. A key that the group does not write has its place in the other one.
    """
    entries, restated = dict(mine.entries), list[Conflict]()
    for key, entry in told.entries.items():
        own = entries.get(key)
        if own is None or is_empty(own.node):
            entries[key] = entry if own is None else replace(own, node=entry.node)
        elif isinstance(own.node, MappingNode) and isinstance(entry.node, MappingNode):
            inner, differing = merge_under(own.node, entry.node, (*loc, key))
            entries[key] = replace(own, node=inner)
            restated += differing
        elif not is_empty(entry.node) and not same_value(own.node, entry.node):
            restated.append(Conflict((*loc, key), own, entry))
    return replace(mine, entries=entries), tuple(restated)


def is_empty(node: Node) -> bool:
    """Nothing is written there."""
    match node:
        case ScalarNode(text):
            return not text
        case MappingNode(entries):
            return not entries
        case SequenceNode(items):
            return not items


def conflict_fault(one: Conflict) -> Diagnostic:
    """Two files say the same thing differently: which is right, only the jurist knows."""
    path = dotted(one.loc)
    return Diagnostic(
        Code.RESTATED,
        f"« {path} » dit « {_shown(one.here.node)} », l’autre fiche « {_shown(one.there.node)} »",
        one.here.node.span,
        "retirez la clé : la valeur se lit dans l’autre fiche ; ou corrigez-la là-bas",
        notes=(Note("l’autre fiche le dit ici", one.there.node.span),),
    )


def _shown(node: Node) -> str:
    match node:
        case ScalarNode(text):
            return shorten(text or "", _SHOWN, placeholder="…")
        case SequenceNode(items):
            return shorten(", ".join(map(_shown, items)), _SHOWN, placeholder="…")
        case MappingNode():
            return "…"


def same_value(one: Node, other: Node) -> bool:
    """Do two nodes say the same, each in its own way (« 50 000 € » and « 50000 »)?"""
    if isinstance(one, ScalarNode) and isinstance(other, ScalarNode):
        return _same_text(one.text or "", other.text or "")
    return plain(one) == plain(other)


_READERS: tuple[Callable[[str], object], ...] = (
    reading.read_date,
    reading.read_duration,
    reading.read_amount,
)


def _same_text(one: str, other: str) -> bool:
    if _spelt(one) == _spelt(other):
        return True
    return any(a is not None and a == b for a, b in zip(_read(one), _read(other), strict=True))


def _spelt(text: str) -> str:
    return folded(re.sub(r"\s+", " ", text.replace("'", "’")))


def _read(text: str) -> Iterator[object]:
    """What each reader makes of a text, None where it is not of its kind."""
    for read in _READERS:
        try:
            yield read(text)
        except ValueError:
            yield None


def derived_scalar(text: str | None, span: Span) -> ScalarNode:
    """A value that a file tells without writing it, at the place that tells it."""
    return ScalarNode(text, span, plain=True)
