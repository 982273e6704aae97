"""Rules on the signature, the account that is paid, the court."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.french.characters import folded
from convgen.french.identifiers import same_country
from convgen.model.convention import Signing
from convgen.model.money import Account
from convgen.model.party import Address
from convgen.rules.rule_context import RuleContext, rule

_CEDEX = re.compile(r"\s+cedex\b.*", re.IGNORECASE)


@rule
def signed_at_a_seat(context: RuleContext) -> Iterator[Diagnostic]:
    """An act is signed where a party has its seat; a real one said Paris between two of Nice."""
    signing = context.case.signature
    place = signing.lieu if isinstance(signing, Signing) else None
    seats = {
        folded(_CEDEX.sub("", held.party.siege.commune)): held.party.siege.commune
        for held in context.parties()
        if isinstance(held.party.siege, Address) and isinstance(held.party.siege.commune, str)
    }
    if isinstance(place, str) and seats and folded(_CEDEX.sub("", place)) not in seats:
        yield context.warning(
            Code.SIGNING_PLACE,
            f"« {place} » n’est le siège d’aucune des parties ({', '.join(seats.values())})",
            ("signature", "lieu"),
            "vérifiez le lieu de signature, ou laissez-le ouvert : il se remplit à la main",
        )


@rule
def bank_holds_account(context: RuleContext) -> Iterator[Diagnostic]:
    """A BIC names the country of its bank, an IBAN that of the account (ISO 9362, ISO 13616)."""
    account = context.case.compte
    if not isinstance(account, Account):
        return
    iban, bic = account.iban, account.bic
    if isinstance(iban, str) and isinstance(bic, str) and not same_country(iban, bic):
        yield context.warning(
            Code.ACCOUNT,
            f"le BIC {bic} est d’un autre pays ({bic[4:6]}) que l’IBAN ({iban[:2]})",
            ("compte", "bic"),
            "vérifiez l’un et l’autre sur le relevé d’identité bancaire",
        )
