"""Rules on grants to private bodies."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.french.numbers import amount_figures
from convgen.kinds.amount import Amount
from convgen.kinds.choice import Choice
from convgen.model.amendment import EarlierAmendment, InitialConvention
from convgen.model.convention import Convention
from convgen.model.grant import Grant
from convgen.model.party import PRIVATE
from convgen.rules.rule_context import RuleContext, rule

_CERTIFIED_ABOVE = Decimal(153_000)


def _goes_to_a_private_body(context: RuleContext) -> bool:
    """Is there a private party, beside another that is not?"""
    natures = [held.party.nature for held in context.parties()]
    private = [isinstance(nature, Choice) and nature.key in PRIVATE for nature in natures]
    return any(private) and not all(private)


def _total_granted(case: Convention) -> Decimal | None:
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


@rule
def large_grants_are_certified(context: RuleContext) -> Iterator[Diagnostic]:
    """Above 153 000 € a year, accounts are certified.

    Code de commerce, L. 612-4 and D. 612-5, to be checked; read 2026-11-22.
    """
    case = context.case
    total = _total_granted(case)
    if total is None or "subvention" not in case.admitted or not _goes_to_a_private_body(context):
        return
    certified = isinstance(case.subvention, Grant) and case.subvention.certification_comptes
    if total > _CERTIFIED_ABOVE and not certified:
        yield context.warning(
            Code.SUBSIDY,
            f"{amount_figures(total)} à une personne de droit privé : au-delà de "
            f"{amount_figures(_CERTIFIED_ABOVE)} de subventions par an, ses comptes sont certifiés "
            "(code de commerce, L. 612-4 et D. 612-5)",
            ("montant",),
            "ajoutez « subvention: {certification_comptes: oui} »",
        )
