"""What the law wants written, by qualification of the parties: is it in the act?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from convgen.assembly.plan import Plan
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.kinds.choice import Choice
from convgen.language.expressions import Fulfil, parts_of
from convgen.library.clause import Clause
from convgen.library.programme import Programme, SectionSpec
from convgen.library.store import Library
from convgen.model.convention import Convention
from convgen.model.personal_data import POINTS, QUALIFICATION, PersonalData
from convgen.negotiation.changes import Change


def missing_points(
    library: Library, plan: Plan, case: Convention, written: AbstractSet[str]
) -> Iterator[Diagnostic]:
    """The fault of an act that lacks points of the law: one for all of them.

    `written` are the keys of the points that its clauses fulfil.
    """
    data = case.donnees_personnelles
    qualification = data.qualification if isinstance(data, PersonalData) else None
    key = qualification.key if isinstance(qualification, Choice) else ""
    missing = [point for point in POINTS.get(key, ()) if point not in written]
    if missing:
        taken = _taken_away(library, plan.changes, set(missing))
        place = taken.span if taken else place_of_points(library, plan.programme, missing)
        yield lacking(key, missing, place)


def lacking(qualification: str, missing: Iterable[str], place: Span, when: str = "") -> Diagnostic:
    """The fault itself; `when` is the case in which it shows, « si … »."""
    words = " ; ".join(POINTS[qualification][point] for point in missing)
    said = when or f"« {QUALIFICATION} » vaut « {qualification} »"
    return Diagnostic(
        Code.LEGAL_POINT,
        f"{said} : l’acte ne contient pas ce que veut le règlement (UE) 2016/679, {words}",
        place,
        "écrivez-le, et marquez-le : "
        + ", ".join(f'{{{{ exigence("{point}") }}}}' for point in missing),
    )


def place_of_points(library: Library, programme: Programme, missing: Iterable[str]) -> Span:
    """Where points are wanted: in the clause that says most of the others, else in the plan."""
    others = {p for points in POINTS.values() if {*missing} & {*points} for p in points}
    called = (spec for spec in reversed(programme.sections) if QUALIFICATION in spec.condition_text)
    best = 0, next((spec.span for spec in called), Span(programme.file))
    for spec, use in programme.uses():
        clause, _ = library.clause(use.clause, use.span)
        marks = [mark for mark in marks_of(clause) if mark.point in others] if clause else []
        if clause is not None and len(marks) > best[0]:
            best = len(marks), _place(clause, marks, spec)
    return best[1]


def _place(clause: Clause, marks: list[Fulfil], spec: SectionSpec) -> Span:
    """A clause that says one point alone is complete: what is missing is then another clause."""
    return clause.place(marks[0].line, marks[0].point) if len(marks) > 1 else spec.span


def _taken_away(
    library: Library, changes: Iterable[Change], missing: AbstractSet[str]
) -> Change | None:
    """The change of the case that takes points away, if one does."""
    for change in changes:
        clause, _ = library.clause(change.target, change.span)
        if clause is not None and missing & {mark.point for mark in marks_of(clause)}:
            return change
    return None


def marks_of(clause: Clause) -> tuple[Fulfil, ...]:
    """The points of the law that a clause marks, in order."""
    return tuple(parts_of(clause.program, Fulfil))
