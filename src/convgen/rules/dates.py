"""Rules on terms and schedules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.french.dates import long_date, month_year
from convgen.french.durations import Unit
from convgen.kinds.duration import Duration
from convgen.kinds.month import Month
from convgen.model.convention import Schedule, Stage
from convgen.rules.rule_context import RuleContext, rule


@rule
def term_after_start(context: RuleContext) -> Iterator[Diagnostic]:
    """A convention ends after it starts."""
    case = context.case
    start, end = case.prise_effet, case.terme
    if isinstance(start, date) and isinstance(end, date) and end <= start:
        yield context.error(
            Code.TERM,
            f"le terme ({long_date(end)}) n’est pas après la prise d’effet ({long_date(start)})",
            ("terme",),
            "corrigez l’une des deux dates",
        )


@rule
def signed_before_the_term(context: RuleContext) -> Iterator[Diagnostic]:
    """An act whose parties are authorised, or sign, after its term would bind nobody."""
    end = context.case.terme
    if not isinstance(end, date):
        return
    known = [getattr(context.case.signature, "date", None)]
    for held in context.parties():
        known += [held.party.signe_le, getattr(held.party.habilitation, "date", None)]
    late = [day for day in known if isinstance(day, date) and day > end]
    if late:
        yield context.warning(
            Code.TERM,
            f"le terme ({long_date(end)}) est déjà passé le {long_date(max(late))}, date "
            "d’habilitation ou de signature",
            ("terme",),
            "corrigez le terme, ou cette date",
        )


@rule
def schedule_agrees(context: RuleContext) -> Iterator[Diagnostic]:
    """The stages fit in the duration, the dates of the schedule before the term."""
    schedule = context.case.calendrier
    if not isinstance(schedule, Schedule):
        return
    yield from _dates(context, schedule)
    longest = _longest(schedule)
    if longest is None:
        return
    announced = schedule.duree
    if (
        isinstance(announced, Duration)
        and announced.unit is Unit.MONTH
        and longest > announced.count
    ):
        yield context.warning(
            Code.SCHEDULE,
            f"les étapes peuvent durer {longest} mois, pour {announced.count} mois annoncés",
            ("calendrier", "etapes"),
            "revoyez les durées des étapes ou celle du projet",
        )
    start, term = schedule.debut_souhaite, context.case.terme
    if isinstance(start, Month) and isinstance(term, date):
        last = start.year * 12 + start.month - 1 + longest - 1
        if last > term.year * 12 + term.month - 1:
            yield context.warning(
                Code.SCHEDULE,
                f"commencées en {month_year(start.year, start.month)}, les étapes peuvent finir "
                f"en {month_year(last // 12, last % 12 + 1)}, après le terme",
                ("calendrier", "etapes"),
                "revoyez le terme, le début ou les durées",
            )


def _dates(context: RuleContext, schedule: Schedule) -> Iterator[Diagnostic]:
    term = context.case.terme
    ready, review = schedule.mise_en_place_avant, schedule.bilan_avant
    for name, day in (("mise_en_place_avant", ready), ("bilan_avant", review)):
        if isinstance(day, date) and isinstance(term, date) and day > term:
            yield context.error(
                Code.SCHEDULE,
                f"le {long_date(day)} est après le terme de la convention ({long_date(term)})",
                ("calendrier", name),
                "corrigez cette date ou le terme",
            )
    if isinstance(ready, date) and isinstance(review, date) and ready > review:
        yield context.error(
            Code.SCHEDULE,
            "la mise en place s’achève après le bilan",
            ("calendrier", "mise_en_place_avant"),
            "corrigez l’une des deux dates",
        )


def _longest(schedule: Schedule) -> int | None:
    """The longest that the stages can last, in months; None when one is not in months."""
    if not isinstance(schedule.etapes, tuple):
        return None
    total = 0
    for stage in schedule.etapes:
        span = (stage.duree_max or stage.duree_min) if isinstance(stage, Stage) else None
        if not isinstance(span, Duration) or span.unit is not Unit.MONTH:
            return None
        total += span.count
    return total
