"""Rules on an avenant and the convention that it amends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from convgen.diagnostics import Code, Diagnostic, Note
from convgen.french.dates import long_date
from convgen.model.amendment import AMENDED, EarlierAmendment, InitialConvention
from convgen.rules.subject import Loc, Subject

_INITIAL = "convention_initiale"


def _earlier(subject: Subject) -> Iterator[tuple[EarlierAmendment, Loc]]:
    initial = subject.case.convention_initiale
    listed = initial.avenants if isinstance(initial, InitialConvention) else None
    for rank, one in enumerate(listed if isinstance(listed, tuple) else ()):
        if isinstance(one, EarlierAmendment):
            yield one, (_INITIAL, "avenants", rank)


def something_is_amended(subject: Subject) -> Iterator[Diagnostic]:
    """An avenant changes something: a slot, or a clause of its own."""
    case = subject.case
    initial = case.convention_initiale
    known = isinstance(initial, InitialConvention) and isinstance(initial.date, date)
    if not known or case.clauses_particulieres is not None:
        return
    if all(getattr(case, name) is None for name in AMENDED):
        yield subject.refuse(
            Code.AMENDMENT,
            "cet avenant ne modifie rien",
            (_INITIAL,),
            f"donnez ce qu’il modifie : {', '.join(AMENDED)}, ou une clause particulière",
        )


def what_is_new_differs(subject: Subject) -> Iterator[Diagnostic]:
    """A new term or duration is not the one in force."""
    initial = subject.case.convention_initiale
    if not isinstance(initial, InitialConvention):
        return
    for name in ("terme", "duree"):
        new, old = getattr(subject.case, name), getattr(initial, name)
        if new is not None and new == old:
            yield subject.refuse(
                Code.AMENDMENT,
                f"« {name} » a déjà cette valeur : l’avenant n’y change rien",
                (name,),
                f"corrigez « {name} », ou retirez la clé",
            )


def amendments_are_numbered_in_turn(subject: Subject) -> Iterator[Diagnostic]:
    """Avenants of one convention are numbered from 1, each number once."""
    taken: dict[int, Loc] = {}
    number = subject.case.numero
    numbered = [(one.numero, (*loc, "numero")) for one, loc in _earlier(subject)]
    for value, loc in [*numbered, (number, ("numero",))]:
        if not isinstance(value, int):
            continue
        if value in taken:
            note = Note("il est déjà ici", subject.place(*taken[value]))
            yield Diagnostic(
                Code.AMENDMENT,
                f"deux avenants de cette convention portent le n° {value}",
                subject.place(*loc),
                "corrigez l’un des deux numéros",
                notes=(note,),
            )
        taken.setdefault(value, loc)
    initial = subject.case.convention_initiale
    if isinstance(number, int) and isinstance(initial, InitialConvention):
        missing = [n for n in range(1, number) if n not in taken]
        if missing:
            told = ", ".join(map(str, missing))
            yield subject.warn(
                Code.AMENDMENT,
                f"avant l’avenant n° {number}, la fiche ne dit rien de ceux-ci : {told}",
                ("numero",),
                "ajoutez-les sous « convention_initiale: avenants: » : le cumul en dépend",
            )


def amendments_follow_the_convention(subject: Subject) -> Iterator[Diagnostic]:
    """Nothing is amended before it is signed."""
    initial = subject.case.convention_initiale
    signed = initial.date if isinstance(initial, InitialConvention) else None
    if not isinstance(signed, date):
        return
    dated: list[tuple[object, Loc]] = [(one.date, (*loc, "date")) for one, loc in _earlier(subject)]
    for held in subject.parties():
        place = (*held.loc, "habilitation", "date")
        dated.append((getattr(held.party.habilitation, "date", None), place))
        dated.append((held.party.signe_le, (*held.loc, "signe_le")))
    dated.append((getattr(subject.case.signature, "date", None), ("signature", "date")))
    for day, loc in dated:
        if isinstance(day, date) and day < signed:
            yield subject.refuse(
                Code.AMENDMENT,
                f"le {long_date(day)} est avant la convention initiale, du {long_date(signed)}",
                loc,
                "corrigez l’une des deux dates",
            )
