"""Rules on sums: what is paid in parts is paid whole."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.french.numbers import percentage
from convgen.kinds.amount import Amount
from convgen.kinds.percentage import Percentage
from convgen.model.means import Instalment, UnitPrice
from convgen.rules.rule_context import RuleContext, rule

_WHOLE = Decimal(100)
_BOUND = Decimal(10) ** 12  # euros: what words and figures can write


@rule
def totals_can_be_written(context: RuleContext) -> Iterator[Diagnostic]:
    """The prices of a case, added up and times its headcount, stay amounts."""
    prices, count = context.case.tarifs, context.case.effectif
    if not isinstance(prices, tuple):
        return
    amounts = [price.prix for price in prices if isinstance(price, UnitPrice)]
    total = sum((one.euros for one in amounts if isinstance(one, Amount)), Decimal(0))
    if total * (count if isinstance(count, int) else 1) >= _BOUND:
        place = "effectif" if total < _BOUND else "tarifs"
        message = "le total compte plus de douze chiffres avant la virgule"
        yield context.error(Code.INSTALMENTS, message, (place,), "vérifiez les prix et l’effectif")


@rule
def instalments_make_the_whole(context: RuleContext) -> Iterator[Diagnostic]:
    """The fractions of what is paid in several times add up to a hundred per cent."""
    parts = context.case.versements
    if not isinstance(parts, tuple):
        return
    shares = [part.fraction for part in parts if isinstance(part, Instalment)]
    known = [share.value for share in shares if isinstance(share, Percentage)]
    total = sum(known, Decimal(0))
    if len(known) == len(parts) and total != _WHOLE:
        gap = abs(_WHOLE - total)
        lacking = "il manque" if total < _WHOLE else "il y a en trop"
        yield context.error(
            Code.INSTALMENTS,
            f"les fractions versées font {percentage(total)} : {lacking} {percentage(gap)}",
            ("versements",),
            "corrigez une fraction, ou ajoutez un versement",
        )
