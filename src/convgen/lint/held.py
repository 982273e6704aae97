"""What holds in every act of a programme, or the values of a case for which it does not."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic, Note, Span
from convgen.library.programme import SectionKind, SectionSpec
from convgen.lint.decided import decided
from convgen.logic.domains import Domains
from convgen.logic.formula import both, either
from convgen.logic.moments import (
    Moment,
    Printing,
    Reading,
    Referring,
    Wording,
    Writing,
    section_holds,
)
from convgen.logic.solving import Values, counter_example, solve
from convgen.logic.telling import told


def broken_promises(reading: Reading) -> Iterator[Diagnostic]:
    """Each reference, value, article or term that some case would leave without its target."""
    for moment in reading.moments:
        if isinstance(moment, Referring):
            yield from decided(_dangling(moment, reading), moment.clause.place(moment.line))
        elif isinstance(moment, Printing):
            yield from decided(_absent(moment, reading.domains), moment.clause.place(moment.line))
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


def _dangling(moment: Referring, reading: Reading) -> Iterator[Diagnostic]:
    target = reading.programme.section(moment.target)
    if target is None:
        return  # told already: the plan does not have it at all
    found = counter_example(moment.when, section_holds(target, reading.names), reading.domains)
    if found is None:
        return
    notes = [_call(moment)]
    if target.condition is not None:
        notes.append(Note("sa condition est ici", target.places.get("si", target.span)))
    yield Diagnostic(
        Code.DANGLING_REFERENCE,
        f"{told(found)}, {_noun(target)} « {target.key} » n’existe pas, mais "
        f"{_where(moment)} y renvoie",
        moment.clause.place(moment.line, moment.target),
        "mettez le renvoi sous la même condition que sa cible",
        notes=tuple(notes),
    )


def _absent(moment: Printing, domains: Domains) -> Iterator[Diagnostic]:
    found = counter_example(moment.when, moment.needs, domains)
    if found is not None:
        yield Diagnostic(
            Code.ABSENT_VALUE,
            f"{told(found)}, la clause imprime « {moment.name} », que la fiche n’a pas",
            moment.clause.place(moment.line, moment.name),
            "éprouvez la valeur avec « {% if … %} » avant de l’imprimer",
            notes=(_call(moment),),
        )


def _empty(spec: SectionSpec, reading: Reading) -> Iterator[Diagnostic]:
    written = [m.when for m in reading.moments if isinstance(m, Writing) and m.spec is spec]
    holds = section_holds(spec, reading.names)
    found = counter_example(holds, either(*written), reading.domains)
    if found is not None:
        yield Diagnostic(
            Code.EMPTY_ARTICLE,
            f"{told(found)}, {_noun(spec)} « {spec.key} » n’a aucun texte",
            spec.span,
            "donnez-lui une condition « si », ou une clause qui tient dans tous les cas",
        )


def _terms(reading: Reading) -> Iterator[Diagnostic]:
    """Terms used where nothing has defined them yet, or defined twice, told once each."""
    words, domains = reading.programme.words, reading.domains
    defined: dict[str, list[Wording]] = {}
    faulty: set[tuple[str, bool]] = set()
    for moment in reading.moments:
        if not isinstance(moment, Wording) or (moment.term, moment.defines) in faulty:
            continue
        before = defined.setdefault(moment.term, [])
        if moment.defines:
            fault = _twice(moment, before, words[moment.term].nominative, domains)
            before.append(moment)
        else:
            fault = _too_early(moment, before, words[moment.term].nominative, domains)
        if fault is not None:
            faulty.add((moment.term, moment.defines))
            yield fault


def _too_early(
    moment: Wording, before: list[Wording], word: str, domains: Domains
) -> Diagnostic | None:
    found = counter_example(moment.when, either(*(m.when for m in before)), domains)
    if found is None:
        return None
    return _of_term(
        moment,
        f"{told(found)}, « {word} » est employé sans définition",
        f"écrivez {{{{ {moment.term}.definition }}}} avant le premier emploi",
    )


def _twice(
    moment: Wording, before: list[Wording], word: str, domains: Domains
) -> Diagnostic | None:
    together: list[tuple[Wording, Values]] = [
        (first, found)
        for first in before
        if (found := solve(both(first.when, moment.when), domains)) is not None
    ]
    if not together:
        return None
    first, found = together[0]
    return _of_term(
        moment,
        f"{told(found)}, « {word} » est défini une deuxième fois",
        "gardez une seule définition",
        Note("il est défini ici", first.clause.place(first.line, f"{first.term}.definition")),
    )


def _of_term(moment: Wording, message: str, way_out: str, *notes: Note) -> Diagnostic:
    place = moment.clause.place(moment.line, moment.name)
    return Diagnostic(Code.UNDEFINED_TERM, message, place, way_out, notes=(*notes, _call(moment)))


def _call(moment: Moment) -> Note:
    return Note("la clause est appelée ici", moment.use.span)


def _where(moment: Moment) -> str:
    """The section that a clause stands in, with its article."""
    spec = moment.spec
    if spec.can_be_referred_to:
        return f"{_noun(spec)} « {spec.key} »"
    return f"la clause « {moment.clause.name} »"


def _noun(spec: SectionSpec) -> str:
    names = {SectionKind.ANNEX: "l’annexe", SectionKind.ARTICLE: "l’article"}
    return names.get(spec.kind, "la partie du plan")
