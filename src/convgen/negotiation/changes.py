"""What one case changes in the plan of its programme, once understood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.library.programme import SectionSpec
from convgen.negotiation.own_texts import OwnText


class Action(StrEnum):
    """What a particular clause does, as the case writes it."""

    REPLACES = "remplace"
    REMOVES = "retire"
    ADDS = "ajoute"


@dataclass(frozen=True, slots=True)
class Change:
    """One particular clause, understood.

    `target` is the clause replaced or removed, or the name of the new one; `place` the article
    that receives this one, the clause that it follows, or, when it has a `title` of its own,
    the article that it follows; `text` what comes in, None for a removal; `undefined` the
    terms that the clause taken away defined.
    """

    action: Action
    target: str
    reason: str
    span: Span
    text: OwnText | None = None
    place: str = ""
    title: str = ""
    undefined: frozenset[str] = frozenset()

    @property
    def told(self) -> str:
        """The change in a few words: « remplace resiliation/mise-en-demeure »."""
        follows = self.title or "/" in self.place  # an article, or a clause
        where = f" ({'après' if follows else 'dans'} {self.place})" if self.place else ""
        return f"{self.action} {self.target}{where}"


@dataclass(slots=True)
class Changes:
    """The changes of one case; `met` are those whose clause the act had."""

    all: list[Change] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)
    met: set[str] = field(default_factory=set)

    def to(self, clause: str) -> Change | None:
        """The change to a clause that this act was to have, if any."""
        change = next(
            (c for c in self.all if c.action is not Action.ADDS and c.target == clause), None
        )
        if change is not None:
            self.met.add(clause)
        return change

    def removed(self, clause: str) -> bool:
        """Did this act have that clause, which the case takes away?"""
        return clause in self.met and clause in self._removals

    def added_in(self, section: str) -> Iterator[Change]:
        """The clauses that join a section, or follow a clause."""
        for change in self._added(section):
            if not change.title:
                self.met.add(section)
                yield change

    def added_after(self, section: str) -> Iterator[Change]:
        """The articles that follow a section."""
        return (c for c in self._added(section) if c.title)

    @property
    def articles(self) -> list[str]:
        """The articles that the case adds."""
        return [c.target for c in self.all if c.title]

    def _added(self, place: str) -> Iterator[Change]:
        return (c for c in self.all if c.action is Action.ADDS and c.place == place)

    def take_from(self, spec: SectionSpec) -> bool:
        """Does the case remove clauses of this section?"""
        return any(use.clause in self._removals for use in spec.clauses)

    @property
    def _removals(self) -> set[str]:
        return {c.target for c in self.all if c.action is Action.REMOVES}

    def unmet(self) -> Iterator[Diagnostic]:
        """The changes whose clause, or article, the programme has but not this act."""
        for change in self.all:
            name = change.place if change.action is Action.ADDS else change.target
            if name not in self.met and not change.title:
                what = "la clause" if "/" in name else "l’article"
                message = f"{what} « {name} » n’est pas dans cet acte"
                way_out = "sa condition n’est pas remplie : retirez cette clause particulière"
                yield Diagnostic(Code.PARTICULAR_CLAUSE, message, change.span, way_out)
