"""What holds in every act of a programme, or the values of a case for which it does not."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic, Note, Span
from convgen.library.programme import SectionKind, SectionSpec
from convgen.lint.decided import decided
from convgen.logic.domains import Domains
from convgen.logic.formula import both, either
from convgen.logic.solving import Values, counter_example, solve
from convgen.logic.trace import (
    BlockEvent,
    Event,
    PrintEvent,
    ReferenceEvent,
    TermEvent,
    Trace,
    section_holds,
)
from convgen.logic.wording import describe


def broken_promises(reading: Trace) -> Iterator[Diagnostic]:
    """Each reference, value, article or term that some case would leave without its target."""
    for event in reading.events:
        if isinstance(event, ReferenceEvent):
            yield from decided(_dangling(event, reading), event.clause.place(event.line))
        elif isinstance(event, PrintEvent):
            yield from decided(_absent(event, reading.domains), event.clause.place(event.line))
    for spec in reading.programme.sections:
        if _has_a_heading(spec) and spec not in reading.unread:
            yield from decided(_empty(spec, reading), spec.span)
    if not reading.unread:  # a clause that cannot be read may define any term
        yield from decided(_terms(reading), Span(reading.programme.file))


def _has_a_heading(spec: SectionSpec) -> bool:
    """True for what would show a heading with nothing under it."""
    if spec.kind is SectionKind.PART or spec.block is not None or spec.text is not None:
        return False
    return bool(spec.title) or spec.can_be_referred_to


def _dangling(event: ReferenceEvent, reading: Trace) -> Iterator[Diagnostic]:
    target = reading.programme.section(event.target)
    if target is None:
        return  # told already: the plan does not have it at all
    found = counter_example(event.when, section_holds(target, reading.names), reading.domains)
    if found is None:
        return
    notes = [_call(event)]
    if target.condition is not None:
        notes.append(Note("sa condition est ici", target.places.get("si", target.span)))
    yield Diagnostic(
        Code.DANGLING_REFERENCE,
        f"{describe(found)}, {_noun(target)} « {target.key} » n’existe pas, mais "
        f"{_where(event)} y renvoie",
        event.clause.place(event.line, event.target),
        "mettez le renvoi sous la même condition que sa cible",
        notes=tuple(notes),
    )


def _absent(event: PrintEvent, domains: Domains) -> Iterator[Diagnostic]:
    found = counter_example(event.when, event.needs, domains)
    if found is not None:
        yield Diagnostic(
            Code.ABSENT_VALUE,
            f"{describe(found)}, la clause imprime « {event.name} », que la fiche n’a pas",
            event.clause.place(event.line, event.name),
            "éprouvez la valeur avec « {% if … %} » avant de l’imprimer",
            notes=(_call(event),),
        )


def _empty(spec: SectionSpec, reading: Trace) -> Iterator[Diagnostic]:
    written = [m.when for m in reading.events if isinstance(m, BlockEvent) and m.spec is spec]
    holds = section_holds(spec, reading.names)
    found = counter_example(holds, either(*written), reading.domains)
    if found is not None:
        yield Diagnostic(
            Code.EMPTY_ARTICLE,
            f"{describe(found)}, {_noun(spec)} « {spec.key} » n’a aucun texte",
            spec.span,
            "donnez-lui une condition « si », ou une clause qui tient dans tous les cas",
        )


def _terms(reading: Trace) -> Iterator[Diagnostic]:
    """Terms used where nothing has defined them yet, or defined twice, told once each."""
    words, domains = reading.programme.words, reading.domains
    defined: dict[str, list[TermEvent]] = {}
    faulty: set[tuple[str, bool]] = set()
    for event in reading.events:
        if not isinstance(event, TermEvent) or (event.term, event.defines) in faulty:
            continue
        before = defined.setdefault(event.term, [])
        if event.defines:
            fault = _twice(event, before, words[event.term].nominative, domains)
            before.append(event)
        else:
            fault = _too_early(event, before, words[event.term].nominative, domains)
        if fault is not None:
            faulty.add((event.term, event.defines))
            yield fault


def _too_early(
    event: TermEvent, before: list[TermEvent], word: str, domains: Domains
) -> Diagnostic | None:
    found = counter_example(event.when, either(*(m.when for m in before)), domains)
    if found is None:
        return None
    return _of_term(
        event,
        f"{describe(found)}, « {word} » est employé sans définition",
        f"écrivez {{{{ {event.term}.definition }}}} avant le premier emploi",
    )


def _twice(
    event: TermEvent, before: list[TermEvent], word: str, domains: Domains
) -> Diagnostic | None:
    together: list[tuple[TermEvent, Values]] = [
        (first, found)
        for first in before
        if (found := solve(both(first.when, event.when), domains)) is not None
    ]
    if not together:
        return None
    first, found = together[0]
    return _of_term(
        event,
        f"{describe(found)}, « {word} » est défini une deuxième fois",
        "gardez une seule définition",
        Note("il est défini ici", first.clause.place(first.line, f"{first.term}.definition")),
    )


def _of_term(event: TermEvent, message: str, way_out: str, *notes: Note) -> Diagnostic:
    place = event.clause.place(event.line, event.name)
    return Diagnostic(Code.UNDEFINED_TERM, message, place, way_out, notes=(*notes, _call(event)))


def _call(event: Event) -> Note:
    return Note("la clause est appelée ici", event.use.span)


def _where(event: Event) -> str:
    """The section that a clause stands in, with its article."""
    spec = event.spec
    if spec.can_be_referred_to:
        return f"{_noun(spec)} « {spec.key} »"
    return f"la clause « {event.clause.name} »"


def _noun(spec: SectionSpec) -> str:
    names = {SectionKind.ANNEX: "l’annexe", SectionKind.ARTICLE: "l’article"}
    return names.get(spec.kind, "la partie du plan")
