"""Rules on an avenant and the convention that it amends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from convgen.faults.diagnostic import Code, Diagnostic, Note, Span
from convgen.french.dates import long_date
from convgen.kinds.duration import Duration
from convgen.model.amendment import AMENDED, EarlierAmendment, InitialConvention
from convgen.rules.rule_context import Loc, RuleContext, rule

_INITIAL = "convention_initiale"
_MOST, _FEW = 100, 5


def _earlier(context: RuleContext) -> Iterator[tuple[EarlierAmendment, Loc]]:
    initial = context.case.convention_initiale
    listed = initial.avenants if isinstance(initial, InitialConvention) else None
    for rank, one in enumerate(listed if isinstance(listed, tuple) else ()):
        if isinstance(one, EarlierAmendment):
            yield one, (_INITIAL, "avenants", rank)


def number_taken(number: int, here: Span, there: Note) -> Diagnostic:
    """The fault of an avenant whose number another one of its convention has, `there`."""
    return Diagnostic(
        Code.AMENDMENT,
        f"deux avenants de cette convention portent le n° {number}",
        here,
        "corrigez l’un des deux numéros",
        notes=(there,),
    )


@rule
def something_is_amended(context: RuleContext) -> Iterator[Diagnostic]:
    """An avenant changes something: a slot, or a clause of its own."""
    case = context.case
    initial = case.convention_initiale
    known = isinstance(initial, InitialConvention) and isinstance(initial.date, date)
    if not known or case.clauses_particulieres is not None:
        return
    if all(getattr(case, name) is None for name in AMENDED):
        yield context.error(
            Code.AMENDMENT,
            "cet avenant ne modifie rien",
            (_INITIAL,),
            f"donnez ce qu’il modifie : {', '.join(AMENDED)}, ou une clause particulière",
        )


@rule
def what_is_new_differs(context: RuleContext) -> Iterator[Diagnostic]:
    """A new term or duration is not the one in force."""
    initial = context.case.convention_initiale
    if not isinstance(initial, InitialConvention):
        return
    for name in ("terme", "duree"):
        new, old = getattr(context.case, name), getattr(initial, name)
        same = (
            new.days == old.days
            if isinstance(new, Duration) and isinstance(old, Duration)
            else (new == old)
        )
        if new is not None and same:
            yield context.error(
                Code.AMENDMENT,
                f"« {name} » a déjà cette valeur : l’avenant n’y change rien",
                (name,),
                f"corrigez « {name} », ou retirez la clé",
            )


@rule
def amendments_are_numbered_in_turn(context: RuleContext) -> Iterator[Diagnostic]:
    """Avenants of one convention are numbered from 1, each number once."""
    taken: dict[int, Loc] = {}
    number = context.case.numero
    numbered = [(one.numero, (*loc, "numero")) for one, loc in _earlier(context)]
    for value, loc in [*numbered, (number, ("numero",))]:
        if not isinstance(value, int):
            continue
        if value in taken:
            there = Note("il est déjà ici", context.place(*taken[value]))
            yield number_taken(value, context.place(*loc), there)
        taken.setdefault(value, loc)
    initial = context.case.convention_initiale
    if isinstance(number, int) and isinstance(initial, InitialConvention):
        missing = [n for n in range(1, min(number, _MOST)) if n not in taken]
        if missing:
            told = ", ".join(map(str, missing[:_FEW])) + ("…" if len(missing) > _FEW else "")
            yield context.warning(
                Code.AMENDMENT,
                f"avant l’avenant n° {number}, la fiche ne dit rien de ceux-ci : {told}",
                ("numero",),
                "ajoutez-les sous « convention_initiale: avenants: » : le cumul en dépend",
            )


@rule
def earlier_amendments_come_before(context: RuleContext) -> Iterator[Diagnostic]:
    """What is told of before has a lower number; numbers and dates go the same way."""
    number = context.case.numero
    known = [(one.numero, one.date, loc) for one, loc in _earlier(context)]
    dated = sorted((n, loc, d) for n, d, loc in known if isinstance(n, int) and isinstance(d, date))
    for value, _, loc in known:
        if isinstance(value, int) and isinstance(number, int) and value > number:
            yield context.error(
                Code.AMENDMENT,
                f"l’avenant n° {value} n’est pas antérieur à l’avenant n° {number}",
                (*loc, "numero"),
                "retirez-le, ou corrigez l’un des deux numéros",
            )
    for (first, _, before), (second, loc, after) in pairwise(dated):
        if after < before:
            yield context.error(
                Code.AMENDMENT,
                f"l’avenant n° {second}, du {long_date(after)}, est avant l’avenant n° {first}, du "
                f"{long_date(before)}",
                (*loc, "date"),
                "corrigez l’une des deux dates",
            )


@rule
def amendments_follow_the_convention(context: RuleContext) -> Iterator[Diagnostic]:
    """Nothing is amended before it is signed."""
    initial = context.case.convention_initiale
    signed = initial.date if isinstance(initial, InitialConvention) else None
    if not isinstance(signed, date):
        return
    dated: list[tuple[object, Loc]] = [(one.date, (*loc, "date")) for one, loc in _earlier(context)]
    for held in context.parties():
        place = (*held.loc, "habilitation", "date")
        dated.append((getattr(held.party.habilitation, "date", None), place))
        dated.append((held.party.signe_le, (*held.loc, "signe_le")))
    dated.append((getattr(context.case.signature, "date", None), ("signature", "date")))
    for day, loc in dated:
        if isinstance(day, date) and day < signed:
            yield context.error(
                Code.AMENDMENT,
                f"le {long_date(day)} est avant la convention initiale, du {long_date(signed)}",
                loc,
                "corrigez l’une des deux dates",
            )
