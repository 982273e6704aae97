"""How a value of a case is written in an act, by its type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from convgen.french import agreement, dates, durations, identifiers, lists, numbers
from convgen.french.designation import Designation
from convgen.french.elision import elide_de
from convgen.library import tokens as t
from convgen.library.tokens import Token
from convgen.model.absent import Absent, Blank, Gap
from convgen.model.party import Address, Signatory
from convgen.model.scalars import (
    Amount,
    Choice,
    Duration,
    Month,
    Percentage,
    Siren,
    Siret,
)


class AbsentValueError(ValueError):
    """An optional value that the case does not have is printed without a test."""


class Term(str):
    """A form of a defined term (« du Bénéficiaire »); `key` names the term."""

    __slots__ = ("key",)
    key: str

    def __new__(cls, text: str, key: str) -> Term:
        term = super().__new__(cls, text)
        term.key = key
        return term


def _gap(gap: Gap) -> str:
    return f"{t.GAP}{gap.label}{t.SEPARATOR}{gap.raw}{t.END}"


def _value(text: str) -> str:
    return f"{t.VALUE}{text}{t.END}"


def _address(address: Address) -> str:
    places = write(address.adresse), write(address.code_postal), write(address.commune)
    return f"{places[0]}, {places[1]} {places[2]}"


def _signatory(person: Signatory) -> str:
    return f"{write(person.civilite)} {write(person.prenom)} {write(person.nom)}"


_WRITERS: dict[type, Callable[[Any], str]] = {
    Token: str,
    Term: lambda term: f"{t.TERM}{term.key}{t.SEPARATOR}{term}{t.END}",
    Gap: _gap,
    Blank: lambda blank: f"{t.BLANK}{blank.label}{t.END}",
    str: _value,
    Siren: lambda siren: _value(identifiers.siren_figures(siren)),
    Siret: lambda siret: _value(identifiers.siret_figures(siret)),
    date: lambda day: _value(dates.long_date(day)),
    Month: lambda month: _value(dates.month_year(month.year, month.month)),
    Duration: lambda span: _value(durations.duration_figures(span.count, span.unit)),
    Amount: lambda amount: _value(numbers.amount_figures(amount.euros)),
    Percentage: lambda share: _value(numbers.percentage(share.value)),
    Choice: lambda choice: _value(choice.label),
    int: lambda number: _value(numbers.decimal_figures(Decimal(number))),
    Decimal: lambda number: _value(numbers.decimal_figures(number)),
    bool: lambda yes: _value("oui" if yes else "non"),
    Designation: lambda designation: _value(designation.nominative),
}


def write(value: object) -> str:
    """Write a value as marked text. Raise AbsentValueError for None."""
    writer = _WRITERS.get(type(value))
    if writer is not None:
        return writer(value)
    if value is None:
        raise AbsentValueError
    written = getattr(value, "written", None)
    if written is not None:
        return str(written())
    if isinstance(value, tuple):
        return lists.enumerate_list([write(item) for item in value])
    if isinstance(value, Address):
        return _address(value)
    if isinstance(value, Signatory):
        return _signatory(value)
    raise TypeError(f"no way to write a {type(value).__name__}")


def in_words(value: object) -> object:
    """Filter `lettres`: a number, a duration or an amount in words."""
    match value:
        case Duration():
            return durations.duration_words(value.count, value.unit)
        case Amount():
            return numbers.amount_words(value.euros)
        case int():
            return numbers.cardinal(value)
    return value


def agree_with(word: object, party: object) -> object:
    """Filter `accord`: « tenu » agreed with a party or a term."""
    designation = getattr(party, "forms", None)
    if not isinstance(designation, Designation):
        return party if isinstance(party, Absent) else word
    agreed = agreement.agree(str(word), designation.gender, plural=designation.plural)
    return Token(agreed)


def of_place(name: object) -> object:
    """Filter `de`: « de Paris », « d’Amiens », « du Havre »."""
    return elide_de(name) if isinstance(name, str) else name


def up_to(least: object, most: object) -> object:
    """Filter `jusqu_a`: « 2 à 3 mois », « 50 à 60 % »; the least alone if there is no most."""
    if isinstance(most, Absent) and most is not least:
        return Token(f"{write(least)} à {write(most)}")
    if most is None or most is least or most == least or isinstance(least, Absent):
        return least
    if isinstance(least, Duration) and isinstance(most, Duration) and least.unit == most.unit:
        text = f"{least.count} à {durations.duration_figures(most.count, most.unit)}"
        return Token(_value(text))
    if isinstance(least, Percentage) and isinstance(most, Percentage):
        low = numbers.decimal_figures(least.value)
        return Token(_value(f"{low} à {numbers.percentage(most.value)}"))
    return Token(f"{write(least)} à {write(most)}")


def box(choice: object, option: str) -> Token:
    """Filter `case`: the box of one option, ticked if the case takes it."""
    if isinstance(choice, Absent):
        return Token(f"{t.BOX}?{choice.label}{t.SEPARATOR}{choice.raw}{t.END}")
    taken = isinstance(choice, Choice) and choice.key == option
    return Token(f"{t.BOX}{int(taken)}{t.END}")
