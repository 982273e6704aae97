"""Rules on the acts that authorise the parties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.french.dates import long_date
from convgen.french.designation import Designation
from convgen.french.identifiers import Receipt, parse_receipt, siren_figures
from convgen.model.party import Authorisation
from convgen.rules.rule_context import HeldRole, Loc, RuleContext, rule

_DELEGATED = re.compile(r"\b(bureau|commission permanente)\b", re.IGNORECASE)


def _authorised(context: RuleContext) -> Iterator[tuple[HeldRole, Authorisation, Loc]]:
    for held in context.parties():
        act = held.party.habilitation
        if isinstance(act, Authorisation):
            yield held, act, (*held.loc, "habilitation")


@rule
def delegated_organ(context: RuleContext) -> Iterator[Diagnostic]:
    """A bureau or commission permanente acts by delegation (CGCT L. 5211-10, L. 3211-2)."""
    for held, act, loc in _authorised(context):
        organ = act.organe.noun if isinstance(act.organe, Designation) else ""
        if _DELEGATED.search(organ) and act.delegation is None:
            yield context.warning(
                Code.DELEGATION_MISSING,
                f"{act.organe} {held.designation.de} décide par délégation : "
                "l’acte de délégation n’est pas cité (CGCT, L. 3211-2, L. 5211-10)",
                (*loc, "organe"),
                "ajoutez « delegation » (acte, date) sous « habilitation »",
            )


@rule
def receipt_agrees(context: RuleContext) -> Iterator[Diagnostic]:
    """The prefecture's receipt names the party, the act's date and its number."""
    for held, act, loc in _authorised(context):
        if not isinstance(act.accuse, str):
            continue
        place = (*loc, "accuse")
        try:
            receipt = parse_receipt(act.accuse)
        except ValueError as error:
            yield context.warning(
                Code.RECEIPT_MISMATCH, str(error), place, "vérifiez l’identifiant"
            )
            continue
        for message in _disagreements(receipt, held, act):
            yield context.warning(
                Code.RECEIPT_MISMATCH, message, place, "vérifiez l’accusé et l’habilitation"
            )


def _disagreements(receipt: Receipt, held: HeldRole, act: Authorisation) -> Iterator[str]:
    siren = held.party.siren
    if isinstance(siren, str) and receipt.siren != siren:
        told, own = siren_figures(receipt.siren), siren_figures(siren)
        yield f"l’accusé porte le SIREN {told}, la partie {own}"
    if isinstance(act.date, date) and receipt.date != act.date:
        yield (
            f"l’accusé date l’acte du {long_date(receipt.date)}, "
            f"l’habilitation est du {long_date(act.date)}"
        )
    if isinstance(act.numero, str) and _digits(act.numero) not in _digits(receipt.numero):
        yield f"l’accusé porte le numéro {receipt.numero}, l’habilitation {act.numero}"


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


_STEPS = {
    "date": "est pris",
    "transmise_le": "est transmis au préfet",
    "recue_le": "est reçu en préfecture",
}


@rule
def authorised_before_signing(context: RuleContext) -> Iterator[Diagnostic]:
    """An act is sent to the prefect before the signature (CE, avis, 10 juin 1996, n° 176873)."""
    for held, act, loc in _authorised(context):
        signed = held.party.signe_le or getattr(context.case.signature, "date", None)
        for name, what in _STEPS.items():
            known = getattr(act, name)
            if isinstance(known, date) and isinstance(signed, date) and signed < known:
                yield context.error(
                    Code.SIGNED_TOO_EARLY,
                    f"signature du {long_date(signed)} : l’acte d’habilitation "
                    f"{held.designation.de} {what} plus tard, le {long_date(known)}",
                    (*loc, name),
                    "signez après la réception de l’acte en préfecture, ou corrigez la date",
                )
                break
