"""Rules on grants to private bodies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from convgen.diagnostics import Code, Diagnostic
from convgen.french.numbers import amount_figures
from convgen.model.amendment import EarlierAmendment, InitialConvention
from convgen.model.convention import Convention
from convgen.model.grant import Grant
from convgen.model.party import PRIVATE
from convgen.model.scalars import Amount, Choice
from convgen.rules.subject import HeldRole, Subject

_CERTIFIED_ABOVE = Decimal(153_000)


def _private(subject: Subject) -> HeldRole | None:
    """The private party that a sum goes to, if any."""
    natures = [(held, held.party.nature) for held in subject.parties()]
    private = [h for h, n in natures if isinstance(n, Choice) and n.key in PRIVATE]
    return private[0] if private and len(private) < len(natures) else None


def total_granted(case: Convention) -> Decimal | None:
    """What a case grants, with what its initial convention and the avenants since have."""
    if not isinstance(case.montant, Amount):
        return None
    total = case.montant.euros
    initial = case.convention_initiale
    if isinstance(initial, InitialConvention):
        earlier = initial.avenants if isinstance(initial.avenants, tuple) else ()
        known = (one.montant for one in earlier if isinstance(one, EarlierAmendment))
        total += sum(m.euros for m in (initial.montant, *known) if isinstance(m, Amount))
    return total


def large_grants_are_certified(subject: Subject) -> Iterator[Diagnostic]:
    """Above 153 000 € a year, accounts are certified.

    Code de commerce, L. 612-4 and D. 612-5, to be checked; read 2026-11-22.
    """
    case, held = subject.case, _private(subject)
    total = total_granted(case)
    if held is None or total is None or "subvention" not in case.admitted:
        return
    certified = isinstance(case.subvention, Grant) and case.subvention.certification_comptes
    if total > _CERTIFIED_ABOVE and not certified:
        yield subject.warn(
            Code.SUBSIDY,
            f"{amount_figures(total)} à une personne de droit privé : au-delà de "
            f"{amount_figures(_CERTIFIED_ABOVE)} de subventions par an, ses comptes sont certifiés "
            "(code de commerce, L. 612-4 et D. 612-5)",
            ("montant",),
            "ajoutez « subvention: {certification_comptes: oui} »",
        )
