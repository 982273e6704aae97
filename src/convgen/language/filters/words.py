"""Words: numbers in letters, agreement, prepositions before a name."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from convgen.french import agreement, durations, numbers
from convgen.french.designation import Designation
from convgen.french.elision import at, elide_de
from convgen.french.refusal import refusal
from convgen.kinds.amount import Amount
from convgen.kinds.duration import Duration
from convgen.language.filters.base import (
    Argument,
    Filter,
    Written,
    a,
    a_name,
    text_symbol,
    what_agrees,
)
from convgen.language.printing import After, Static


def _in_words(value: Any, _argument: object) -> object:
    match value:
        case Duration():
            return durations.duration_words(value.count, value.unit)
        case Amount():
            return numbers.amount_words(value.euros)
        case int() | Decimal():
            whole = int(value)
            if whole != value:
                raise refusal("« {n} » a des décimales : il ne s’écrit pas en lettres ici", n=value)
            return numbers.cardinal(whole)
    return value


def _agree_with(word: Any, party: Any) -> object:
    """« tenu » agreed with a party or a term; a value stays a value."""
    forms = getattr(party, "forms", None)
    text = word.text if isinstance(word, Static) else word
    if not isinstance(text, str) or not isinstance(forms, Designation):
        return word
    agreed = agreement.agree(text, forms.gender, plural=forms.plural)
    return Static(agreed) if isinstance(word, Static) else agreed


def _of_place(name: Any, _argument: object) -> object:
    if isinstance(name, Static):
        return Static(elide_de(name.text))
    return elide_de(name) if isinstance(name, str) else name


def _at_place(name: Any, _argument: object) -> object:
    if isinstance(name, Static):
        return Static(at(name.text))
    return at(name) if isinstance(name, str) else After("à ", name)


IN_WORDS = Filter(  # a number, a duration or an amount in words
    name="lettres",
    apply=_in_words,
    takes=a("« {} » ne s’écrit pas en lettres", int, Decimal, Duration, Amount),
    gives=text_symbol,
)
AGREEMENT = Filter(
    name="accord",
    apply=_agree_with,
    gives=text_symbol,
    argument=Argument(
        "une partie ou un terme",
        "accord(partie)",
        Written.A_PATH,
        what_agrees("« {} » n’est ni une partie ni un terme défini"),
    ),
)
OF_PLACE = Filter(  # « de Paris », « d’Amiens », « du Havre »
    name="de",
    apply=_of_place,
    takes=a_name("« {} » n’est pas un texte ; une partie ou un terme a sa forme « .de »"),
    gives=text_symbol,
)
AT_PLACE = Filter(  # « à Paris », « au Havre », « aux Abymes »
    name="a",
    apply=_at_place,
    takes=a_name("« {} » n’est pas un texte ; une partie ou un terme a sa forme « .a »"),
    gives=text_symbol,
)
