"""Tests that no case answers in both ways: one of their branches can never be written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from convgen.diagnostics import Code, Diagnostic, Severity, Span
from convgen.library.clause import Clause
from convgen.library.conditions import Condition
from convgen.library.programme import Programme
from convgen.library.store import Library
from convgen.lint.decided import decided
from convgen.logic.decisions import decisions_of
from convgen.logic.domains import Domains
from convgen.logic.formula import TRUE, Formula, both, no
from convgen.logic.meaning import Names, meaning
from convgen.logic.moments import Deciding, moments_of
from convgen.logic.solving import solve

Answers = frozenset[bool]
BOTH_WAYS = frozenset({True, False})


@dataclass(slots=True)
class Answered:
    """What the cases of every programme answer to the decisions of a clause, by rank."""

    clause: Clause
    answers: dict[int, Answers] = field(default_factory=dict)


def one_way_tests(library: Library, programmes: Iterable[Programme]) -> Iterator[Diagnostic]:
    """Each test whose answer is always the same, in a plan, or in a clause wherever it is used."""
    answered: dict[str, Answered] = {}
    for programme in programmes:
        domains = Domains(programme)
        yield from _of_plan(programme, domains)
        yield from decided(_answers(library, programme, domains, answered), Span(programme.file))
    for one in answered.values():
        for decision in decisions_of(one.clause.program):
            answers = one.answers.get(decision.rank, frozenset())
            always_full = decision.is_loop and True in answers
            if len(answers) == 1 and not always_full:
                place = one.clause.place(decision.line)
                yield _always(next(iter(answers)), place, decision.written(one.clause))


def ways_of(when: Formula, asked: Formula, domains: Domains) -> Answers:
    """The answers that some case, for which `when` holds, gives to what is asked.

    Raise TooManyCasesError.
    """
    ways = {True: both(when, asked), False: both(when, no(asked))}
    return frozenset(way for way, whole in ways.items() if solve(whole, domains) is not None)


def _answers(
    library: Library, programme: Programme, domains: Domains, answered: dict[str, Answered]
) -> Iterator[Diagnostic]:
    """Add what the cases of a programme answer."""
    for moment in moments_of(library, programme, domains):
        if isinstance(moment, Deciding):
            key = moment.clause.name if moment.clause.version else f"{programme.name}/titre"
            known = answered.setdefault(key, Answered(moment.clause)).answers
            before = known.get(moment.rank, frozenset())
            if before != BOTH_WAYS:
                known[moment.rank] = before | ways_of(moment.when, moment.holds, domains)
    yield from ()


def _of_plan(programme: Programme, domains: Domains) -> Iterator[Diagnostic]:
    names = Names(domains, {})
    for spec in programme.sections:
        here = meaning(spec.condition, names)
        place = spec.places.get("si", spec.span)
        yield from decided(_one_way(spec.condition, TRUE, names, place, spec.condition_text), place)
        for use in (*spec.clauses, *([spec.block] if spec.block else [])):
            place = use.places.get("si", use.span)
            asked = _one_way(use.condition, here, names, place, use.condition_text)
            yield from decided(asked, place)


def _one_way(
    condition: Condition | None, when: Formula, names: Names, place: Span, text: str
) -> Iterator[Diagnostic]:
    if condition is None:
        return
    answers = ways_of(when, meaning(condition, names), names.domains)
    if len(answers) == 1:
        yield _always(next(iter(answers)), place, text)


def _always(answer: bool, place: Span, text: str) -> Diagnostic:
    found, way_out = _WORDS[answer]
    message = f"{found} : « {text} »"
    return Diagnostic(Code.UNREACHABLE_BRANCH, message, place, way_out, Severity.WARNING)


_WORDS = {
    True: ("cette condition est toujours remplie", "retirez-la, avec ce qu’elle écarte"),
    False: ("cette condition n’est jamais remplie", "retirez-la, avec ce qu’elle annonce"),
}
