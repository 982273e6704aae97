"""Which names a clause, a title or a condition of a programme may use, and what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from convgen.faults.diagnostic import suggestion
from convgen.french.designation import Designation
from convgen.model.party import PublicParty
from convgen.model.shape import Shape


class Symbol(Protocol):
    """What a name stands for."""

    @property
    def many(self) -> bool:
        """True for a list."""

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its parts."""

    def child(self, name: str) -> Symbol | None:
        """One part, or None."""

    def item(self) -> Symbol:
        """One element of a list."""


@dataclass(frozen=True, slots=True)
class TextSymbol:
    """A text, and the forms it may have (a defined term has `.de`, `.a`…)."""

    forms: tuple[str, ...] = ()
    many: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its forms."""
        return self.forms

    def child(self, name: str) -> Symbol | None:
        """One form, a plain text."""
        return TextSymbol() if name in self.forms else None

    def item(self) -> Symbol:
        """A text has no elements."""
        return self


NAME = re.compile(r"[a-z][a-z0-9_]*")
"""What a role, a term, a field or a parameter may be called."""
_JINJA = "and or not if elif else endif for endfor in is true false none recursive loop renvoi"
KEYWORDS = frozenset({*_JINJA.split(" "), "et", "ou", "non", "oui"})
"""What clauses or conditions understand as something else than a name."""
FORMS = ("de", "a", "il", "lui", "celui")
WORDS = (*FORMS, "definition")
LOOP = TextSymbol(("first", "last", "index"))
TERM = TextSymbol(WORDS)
_PARTY = Shape(PublicParty)
_PARTY_WORDS = dict.fromkeys(("nom", *WORDS), TextSymbol())


@dataclass(frozen=True, slots=True)
class PartySymbol:
    """A party as clauses see it: its forms, its name, what the case says of it."""

    many: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its parts."""
        own = tuple(name for name in _PARTY.fields if name != "denomination")
        return (*_PARTY_WORDS, *own)

    def child(self, name: str) -> Symbol | None:
        """One part, or None."""
        if name in _PARTY_WORDS:
            return _PARTY_WORDS[name]
        return _PARTY.child(name) if name != "denomination" else None

    def item(self) -> Symbol:
        """One party of a list."""
        return PartySymbol()


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A path that leads nowhere: the segment at fault and the names that stand there."""

    path: str
    segment: str
    candidates: tuple[str, ...]

    @property
    def message(self) -> str:
        """What is wrong, in French."""
        return f"variable inconnue : « {self.path} »"

    @property
    def help(self) -> str:
        """What to write instead, in French."""
        if not self.candidates:
            return f"« {self.path.rpartition('.')[0]} » n’a pas de partie"
        otherwise = f"noms possibles ici : {', '.join(sorted(self.candidates))}"
        return suggestion(self.segment, self.candidates, otherwise)


@dataclass(frozen=True, slots=True)
class Scope:
    """The names in force at one place.

    What is written in a `line` (a title, a cell of the signatures) has no paragraph of its own.
    """

    names: Mapping[str, Symbol]
    line: bool = False

    def within(self, **names: Symbol) -> Scope:
        """The same scope with more names."""
        return Scope({**self.names, **names}, self.line)

    def in_a_line(self) -> Scope:
        """The same names, where no paragraph can be opened."""
        return Scope(self.names, line=True)

    def resolve(self, path: str) -> Symbol | UnknownName:
        """What a dotted path leads to."""
        first, *rest = path.split(".")
        kind = self.names.get(first)
        if kind is None:
            return UnknownName(path, first, tuple(self.names))
        for segment in rest:
            child = part_of(kind, segment)
            if child is None:
                return UnknownName(path, segment, kind.fields)
            kind = child
        return kind


def part_of(kind: Symbol, name: str) -> Symbol | None:
    """One part of a kind, or None; an organ is words, with its forms."""
    child = kind.child(name)
    is_organ = isinstance(child, Shape) and child.type is Designation
    return TextSymbol(FORMS) if is_organ else child
