"""Numbers, amounts and percentages, as a jurist types them."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from convgen.french.refusal import refusal

_PLAIN: Final = re.compile(r"(?P<whole>[0-9]+|[0-9]{1,3}(?: [0-9]{3})+)(?:,(?P<decimals>[0-9]+))?")
_EURO: Final = re.compile(r"\s*(?:€|euros?|eur)$", re.IGNORECASE)
_PERCENT: Final = re.compile(r"\s*(?:%|pour cent)$", re.IGNORECASE)
_RANGE: Final = re.compile(r"[0-9].*(?:\bà\b|\bet\b|\bou\b|[-–/]).*[0-9]")
_SPACED: Final = re.compile(r"[0-9]+(?: [0-9]+)+")
_MOST_DIGITS: Final = 12


def read_amount(text: str) -> Decimal:
    """Read an amount in euros: « 50 000 », « 50000,00 », « 50 000 € », « 50 000 euros ».

    At most two decimals, twelve digits before the comma. Points are refused,
    and three decimals, since both are read as thousands by some.
    """
    number = _EURO.sub("", _one_line(text))
    whole, decimals = _parts(number, text, "un montant", "50 000 » ou « 50 000,50")
    if len(decimals) == 3:
        raise refusal(
            "« {text} » est ambigu : écrivez « {thousands} » si la virgule sépare des milliers, "
            "sinon deux décimales au plus",
            text=text,
            thousands=f"{whole} {decimals}",
        )
    if len(decimals) > 2:
        raise refusal("« {text} » a plus de deux décimales : arrondissez au centime", text=text)
    return _decimal(whole, decimals)


def read_percentage(text: str) -> Decimal:
    """Read a percentage from 0 to 100, at most four decimals: « 50 », « 50 % », « 12,5 % »."""
    number = _PERCENT.sub("", _one_line(text))
    if _RANGE.search(number):
        raise refusal(
            "« {text} » n’est pas un taux unique : écrivez une seule valeur, par exemple « 50 % »",
            text=text,
        )
    whole, decimals = _parts(number, text, "un pourcentage", "50 % » ou « 12,5 %")
    if len(decimals) > 4:
        raise refusal("« {text} » a plus de quatre décimales : arrondissez", text=text)
    value = _decimal(whole, decimals)
    if value > 100:
        raise refusal("« {text} » dépasse 100 % : écrivez un taux de 0 à 100", text=text)
    return value


def read_integer(text: str) -> int:
    """Read a whole number, not negative, twelve digits at most: « 12 », « 1 200 »."""
    whole, decimals = _parts(_one_line(text), text, "un nombre entier", "12 » ou « 1 200")
    if decimals:
        raise refusal("« {text} » n’est pas un nombre entier : écrivez-le sans virgule", text=text)
    return int(whole)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _decimal(whole: str, decimals: str) -> Decimal:
    return Decimal(f"{whole}.{decimals}" if decimals else whole)


def _parts(number: str, text: str, kind: str, example: str) -> tuple[str, str]:
    """The digits before and after the comma; `kind` and `example` tell what is expected."""
    match = _PLAIN.fullmatch(number)
    if match is None:
        raise _not_a_number(number, text, kind, example)
    whole = match["whole"].replace(" ", "").lstrip("0") or "0"
    if len(whole) > _MOST_DIGITS:
        raise refusal("« {text} » compte plus de douze chiffres avant la virgule", text=text)
    return whole, match["decimals"] or ""


def _not_a_number(number: str, text: str, kind: str, example: str) -> ValueError:
    expected = f"écrivez {kind} en chiffres, par exemple « {example} »"
    if not number:
        return refusal(f"la valeur est vide : {expected}")
    if number.startswith(("-", "−", "–")):
        return refusal(f"« {{text}} » : {kind} ne peut pas être négatif", text=text)
    if re.fullmatch(r"[0-9][0-9 ]*(?:\.[0-9 ]+)+(?:,[0-9]*)?", number):
        return refusal(
            "« {text} » contient un point, qui se lit de deux façons : séparez les milliers "
            f"par une espace et les décimales par une virgule, par exemple « {example} »",
            text=text,
        )
    if _SPACED.fullmatch(number.partition(",")[0]):
        return refusal(
            "les espaces de « {text} » ne séparent pas des groupes de trois chiffres : "
            "vérifiez s’il en manque un, ou écrivez les chiffres sans espace",
            text=text,
        )
    return refusal(f"« {{text}} » ne se lit pas comme {kind} : {expected}", text=text)
