"""Rules between the cases that one command is given."""

from __future__ import annotations

from dataclasses import dataclass, field

from convgen.faults.diagnostic import Diagnostic, Note, Span
from convgen.kinds.other_case import OtherCase
from convgen.model.amendment import InitialConvention
from convgen.rules.amendment import number_taken
from convgen.rules.rule_context import RuleContext


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of the avenants met so far, by the convention that they amend."""

    _taken: dict[object, Span] = field(default_factory=dict)

    def faults(self, context: RuleContext) -> list[Diagnostic]:
        """An error for an avenant whose number another one of its convention has."""
        initial, number = context.case.convention_initiale, context.case.numero
        if not isinstance(initial, InitialConvention) or not isinstance(number, int):
            return []
        joined = initial.fiche
        parties = tuple(str(held.party.denomination) for held in context.parties())
        amended = (
            joined.path.resolve()
            if isinstance(joined, OtherCase)
            else (str(initial.date), str(initial.objet), parties)
        )
        here = context.place("numero")
        there = self._taken.setdefault((amended, number), here)
        if there == here:
            return []
        return [number_taken(number, here, Note("l’autre est ici", there))]
