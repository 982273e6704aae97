"""Branches that no case need take: each is listed with its reason, in `couverture.yaml`."""

from __future__ import annotations

import os
from dataclasses import dataclass

from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.library.reader import Reader
from convgen.library.store import Library, outside
from convgen.logic.forks import Fork
from convgen.yaml.nodes import MappingNode, Node
from convgen.yaml.source import read_source

FILE = "couverture.yaml"
_KEYS = ("dans", "condition", "jamais", "raison")
_NEVER = {"vraie": True, "fausse": False}


@dataclass(frozen=True, slots=True)
class Exempt:
    """A way that no act takes: never true or never false, in a clause, a plan or a title."""

    owner: str
    condition: str
    way: bool
    reason: str
    span: Span

    def covers(self, fork: Fork, way: bool) -> bool:
        """Is this the way that it speaks of?"""
        return (self.owner, self.condition, self.way) == (fork.owner, fork.written, way)


def read_exceptions(library: Library) -> tuple[list[Exempt], list[Diagnostic]]:
    """What the library exempts, and the faults of the file; nothing when there is no file."""
    file = library.root / FILE
    if not os.path.lexists(file):
        return [], []
    if not library.holds(file):
        return [], [outside(file)]
    source, faults = read_source(file)
    if source is None or faults:
        return [], faults
    reader = Reader()
    reader.known(source.root.entries, ("exceptions",), FILE)
    items = reader.items(source.root.entries.get("exceptions"))
    read = [exempt for item in items if (exempt := _exempt(reader, item)) is not None]
    return read, reader.diagnostics


def _exempt(reader: Reader, item: Node) -> Exempt | None:
    entries = item.entries if isinstance(item, MappingNode) else {}
    reader.known(entries, _KEYS, "une exception")
    missing = [key for key in _KEYS if key not in entries]
    if missing:
        keys = ", ".join(missing)
        reader.fault(f"il manque à cette exception : {keys}", item.span, "complétez-la")
        return None
    texts = {key: " ".join(reader.text(entries[key]).split()) for key in _KEYS}
    if texts["jamais"] not in _NEVER:
        reader.fault("« jamais » vaut vraie ou fausse", entries["jamais"].node.span, "choisissez")
        return None
    if not texts["raison"]:
        reader.fault("une exception a une raison", entries["raison"].key_span, "écrivez-la")
        return None
    way = _NEVER[texts["jamais"]]
    return Exempt(texts["dans"], texts["condition"], way, texts["raison"], item.span)


def idle(exempt: Exempt) -> Diagnostic:
    """The fault of an exception that exempts nothing."""
    return Diagnostic(
        Code.COVERAGE,
        f"cette exception ne sert pas : « {exempt.condition} » de « {exempt.owner} » n’existe pas, "
        "ou se prend",
        exempt.span,
        "retirez-la",
    )
