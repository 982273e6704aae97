"""Rules on a deliberation and the acts that it approves."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from convgen.faults.diagnostic import Code, Diagnostic, Note
from convgen.french.characters import folded
from convgen.french.dates import long_date
from convgen.french.numbers import amount_figures
from convgen.kinds.amount import Amount
from convgen.kinds.choice import Choice
from convgen.kinds.other_case import OtherCase
from convgen.model.deliberation import WANTED_OF_VISAS, Ballot, BudgetLine, Sitting, Subject, Visa
from convgen.rules.rule_context import Loc, RuleContext, rule

_AGREED_ABOVE = Decimal(23_000)
_AVENANT = re.compile(r"(?:l[’'])?avenant\b", re.IGNORECASE)


def _subjects(context: RuleContext) -> Iterator[tuple[Subject, Loc]]:
    listed = context.case.sujets
    for rank, subject in enumerate(listed if isinstance(listed, tuple) else ()):
        if isinstance(subject, Subject):
            yield subject, ("sujets", rank)


class _Known(NamedTuple):
    """What an act is known by: two acts have two; `name` is the slot that tells it."""

    by: object
    name: str
    twice: str
    way_out: str


@rule
def each_act_is_listed_once(context: RuleContext) -> Iterator[Diagnostic]:
    """A deliberation approves an act once; two avenants of a convention have two numbers."""
    seen: dict[object, Loc] = {}
    for subject, loc in _subjects(context):
        known = list(_known(subject))
        again = next((one for one in known if one.by in seen), None)
        if again is not None:
            note = Note("la première fois ici", context.place(*seen[again.by]))
            place, way_out = context.place(*loc, again.name), f"retirez {again.way_out}"
            yield Diagnostic(Code.DELIBERATION, again.twice, place, way_out, notes=(note,))
        for one in known:
            seen.setdefault(one.by, (*loc, one.name))


def _known(subject: Subject) -> Iterator[_Known]:
    one = "l’un des deux sujets, ou"
    joined = subject.fiche if isinstance(subject.fiche, OtherCase) else None
    if joined is not None:
        twice = "cette fiche est jointe deux fois"
        yield _Known(joined.path.resolve(), "fiche", twice, f"{one} joignez-y la fiche de son acte")
    if isinstance(subject.acte, str) and isinstance(subject.cocontractants, tuple):
        named = (subject.acte, *map(str, subject.cocontractants))
        name = "fiche" if joined is not None else "acte"
        what = "l’une des deux fiches jointes" if joined is not None else "« acte »"
        if _AVENANT.match(subject.acte):
            what = "le numéro de l’avenant"
        yield _Known(named, name, f"deux fois « {subject.acte} »", f"{one} corrigez {what}")


@rule
def acts_are_signed_after_the_vote(context: RuleContext) -> Iterator[Diagnostic]:
    """What authorises a signature comes before it (CE, avis, 10 juin 1996, n° 176873)."""
    for held in context.parties():
        voted = getattr(held.party.habilitation, "date", None)
        for subject, loc in _subjects(context):
            signed = subject.signe_le
            if isinstance(voted, date) and isinstance(signed, date) and signed < voted:
                note = Note("l’acte est signé ici", context.place(*loc, "signe_le"))
                yield Diagnostic(
                    Code.SIGNED_TOO_EARLY,
                    f"la délibération est du {long_date(voted)}, l’acte qu’elle autorise est signé "
                    f"avant, le {long_date(signed)} (CE, avis, 10 juin 1996, n° 176873)",
                    context.place(*held.loc, "habilitation", "date"),
                    "signez après le vote et sa transmission, ou corrigez l’une des deux dates",
                    notes=(note,),
                )


@rule
def visas_can_be_found(context: RuleContext) -> Iterator[Diagnostic]:
    """A visa says what it takes to find the text; none is later than the act that cites it."""
    voted = [getattr(held.party.habilitation, "date", None) for held in context.parties()]
    day = next((day for day in voted if isinstance(day, date)), None)
    for loc, visa in context.values:
        if not isinstance(visa, Visa) or not isinstance(visa.nature, Choice):
            continue
        nature = visa.nature.key
        for name, natures in WANTED_OF_VISAS.items():
            if nature in natures and getattr(visa, name) is None:
                yield context.error(
                    Code.VISA,
                    f"le visa d’un texte de nature « {nature} » ne se retrouve pas sans « {name} »",
                    (*loc, "nature"),
                    f"ajoutez « {name} »",
                )
        if isinstance(visa.date, date) and day is not None and visa.date > day:
            yield context.error(
                Code.VISA,
                f"ce texte, du {long_date(visa.date)}, est postérieur à la délibération, du "
                f"{long_date(day)}",
                (*loc, "date"),
                "corrigez l’une des deux dates, ou retirez le visa",
            )


@rule
def the_vote_adopts(context: RuleContext) -> Iterator[Diagnostic]:
    """A deliberation that is rejected authorises nothing; its secretary was there."""
    sitting = context.case.seance
    if not isinstance(sitting, Sitting):
        return
    vote = sitting.vote
    known = isinstance(vote, Ballot) and isinstance(vote.pour, int) and isinstance(vote.contre, int)
    if known and vote.pour <= vote.contre:  # type: ignore[operator]
        yield context.error(
            Code.DELIBERATION,
            "ce vote n’adopte pas la délibération : elle n’autorise rien",
            ("seance", "vote"),
            "corrigez le vote",
        )
    present = sitting.presents if isinstance(sitting.presents, tuple) else ()
    names = {folded(name) for name in present if isinstance(name, str)}
    secretary = sitting.secretaire
    if names and isinstance(secretary, str) and folded(secretary) not in names:
        yield context.warning(
            Code.DELIBERATION,
            f"« {secretary} », secrétaire de séance, n’est pas parmi les membres présents",
            ("seance", "secretaire"),
            "écrivez son nom de la même façon aux deux endroits",
        )


@rule
def large_grants_have_an_agreement(context: RuleContext) -> Iterator[Diagnostic]:
    """A convention is due above 23 000 € a year to a private body.

    Loi n° 2000-321, art. 10; décret n° 2001-495, art. 1 (in a secondary source); read 2026-11-22.
    """
    for subject, loc in _subjects(context):
        line, sum_ = subject.imputation, subject.montant
        spends = isinstance(line, BudgetLine) and getattr(line.sens, "key", "") == "dépense"
        large = isinstance(sum_, Amount) and sum_.euros > _AGREED_ABOVE
        if spends and large and subject.fiche is None:
            yield context.warning(
                Code.SUBSIDY,
                f"au-delà de {amount_figures(_AGREED_ABOVE)} par an, une subvention à une personne "
                "de droit privé veut une convention (loi n° 2000-321, art. 10 ; décret "
                "n° 2001-495, art. 1)",
                (*loc, "montant"),
                "joignez la « fiche » de la convention, si le bénéficiaire est de droit privé",
            )
