"""Numbers, percentages and amounts, in figures and in words."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec, module_from_spec
from typing import Final

from convgen.french.characters import NBSP, NNBSP
from convgen.french.designation import Gender
from convgen.french.elision import elide_de
from convgen.french.refusal import refusal

_BOUND: Final = 10**12  # neither words nor amounts from a thousand billion on
_FIGURES: Final = str.maketrans({",": NNBSP, ".": ","})


def cardinal(n: int, gender: Gender = Gender.MASCULINE) -> str:
    """« vingt et un », « vingt et une », « quatre-vingts ».

    Spelling before 1990: hyphens below a hundred only. Raises ValueError, in
    French, on a negative number or one of more than twelve digits.
    """
    if n < 0:
        raise refusal("« {n} » est négatif : il ne s’écrit pas en lettres ici", n=n)
    if n >= _BOUND:
        raise refusal("« {n} » compte plus de douze chiffres", n=n)
    words = _words(n)
    feminine = gender is Gender.FEMININE and words.endswith("un")
    return words + "e" if feminine else words


def decimal_figures(value: Decimal) -> str:
    """« 50 000 », « 12,5 »: narrow no-break groups, decimal comma, no idle zero.

    Raises ValueError, in French, on what is not a finite number.
    """
    if not value.is_finite():
        raise refusal("« {value} » n’est pas un nombre", value=value)
    text = f"{value:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text.translate(_FIGURES)


def percentage(value: Decimal) -> str:
    """« 12,5 % », the sign held by a no-break space (Imprimerie nationale)."""
    return f"{decimal_figures(value)}{NBSP}%"


def amount_figures(amount: Decimal) -> str:
    """« 50 000 € », « 50 000,50 € »: cents only when there are some, always two digits.

    Raises ValueError, in French, on a negative amount, more than two decimals
    or more than twelve digits before the comma.
    """
    euros, cents = _euros_and_cents(amount)
    decimals = f",{cents:02}" if cents else ""
    return f"{f'{euros:,}'.translate(_FIGURES)}{decimals}{NBSP}€"


def amount_words(amount: Decimal) -> str:
    """« cinquante mille euros », « un million d’euros », « un euro et cinquante centimes ».

    Raises as `amount_figures` does.
    """
    euros, cents = _euros_and_cents(amount)
    in_cents = counted(cents, "centime", "centimes")
    if not euros and cents:
        return in_cents
    in_euros = counted(euros, "euro", "euros")
    return f"{in_euros} et {in_cents}" if cents else in_euros


def counted(n: int, singular: str, plural: str, gender: Gender = Gender.MASCULINE) -> str:
    """A number in words and its noun: « zéro euro », « deux jours », « un million d’euros ».

    « million » and « milliard » are nouns: « de » follows them when nothing else does.
    """
    words = cardinal(n, gender)
    if n and n % 1_000_000 == 0:
        return f"{words} {elide_de(plural)}"
    return f"{words} {singular if n < 2 else plural}"


def _euros_and_cents(amount: Decimal) -> tuple[int, int]:
    if not amount.is_finite():
        raise refusal("« {amount} » n’est pas un montant", amount=amount)
    if amount < 0:
        raise refusal("un montant ne peut pas être négatif : « {amount} »", amount=amount)
    if amount >= _BOUND:
        raise refusal("« {amount} » compte plus de douze chiffres avant la virgule", amount=amount)
    numerator, denominator = amount.as_integer_ratio()  # exact, whatever the decimal context
    cents, rest = divmod(numerator * 100, denominator)
    if rest:
        raise refusal("« {amount} » a plus de deux décimales", amount=amount)
    return divmod(cents, 100)


@lru_cache(maxsize=4096)
def _words(n: int) -> str:
    return _speller()(n)


@cache
def _speller() -> Callable[[int], str]:
    """The French of num2words, without the sixty other languages that its package imports."""
    package = "num2words"
    spec = find_spec(package) if package not in sys.modules else None
    if spec is None:
        french = import_module(f"{package}.lang_FR")
    else:
        sys.modules[package] = module_from_spec(spec)  # the package, its own code not run
        try:
            french = import_module(f"{package}.lang_FR")
        finally:
            del sys.modules[package]  # who imports it later gets the whole
    speller: Callable[[int], str] = french.Num2Word_FR().to_cardinal
    return speller
