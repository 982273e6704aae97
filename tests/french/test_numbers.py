import subprocess
import sys
from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.french.designation import Gender
from convgen.french.numbers import (
    amount_figures,
    amount_words,
    cardinal,
    decimal_figures,
    percentage,
)

F = Gender.FEMININE
bounded = settings(max_examples=200, deadline=None)
amounts = st.decimals(0, 999_999_999_999, places=2)


@pytest.mark.parametrize(
    ("n", "masculine", "feminine"),
    [
        (0, "zéro", "zéro"),
        (1, "un", "une"),
        (2, "deux", "deux"),
        (11, "onze", "onze"),
        (21, "vingt et un", "vingt et une"),
        (71, "soixante et onze", "soixante et onze"),
        (80, "quatre-vingts", "quatre-vingts"),
        (81, "quatre-vingt-un", "quatre-vingt-une"),
        (91, "quatre-vingt-onze", "quatre-vingt-onze"),
        (200, "deux cents", "deux cents"),
        (301, "trois cent un", "trois cent une"),
        (1_000, "mille", "mille"),
        (21_000, "vingt et un mille", "vingt et un mille"),
        (80_000, "quatre-vingt mille", "quatre-vingt mille"),
        (1_000_000, "un million", "un million"),
        (80_000_000, "quatre-vingts millions", "quatre-vingts millions"),
        (200_001_000, "deux cents millions mille", "deux cents millions mille"),
    ],
)
def test_a_number_in_words(n: int, masculine: str, feminine: str) -> None:
    assert cardinal(n) == masculine
    assert cardinal(n, F) == feminine


# fmt: off
UNITS = (
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf",
    "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit",
    "dix-neuf",
)
# fmt: on
TENS = ("", "", "vingt", "trente", "quarante", "cinquante", "soixante")


def spelled(n: int) -> str:
    """The grammar book's rules, written apart from num2words, up to 999 999."""
    if n >= 1000:
        thousands = "" if n < 2000 else spelled(n // 1000)
        if thousands.endswith(("cents", "vingts")):
            thousands = thousands[:-1]
        return " ".join(filter(None, (thousands, "mille", spelled(n % 1000) if n % 1000 else "")))
    if n >= 100:
        head = "cent" if n < 200 else f"{UNITS[n // 100]} cent"
        if n % 100:
            return f"{head} {spelled(n % 100)}"
        return head if n < 200 else f"{head}s"
    if n < 20:
        return UNITS[n]
    if n >= 80:
        return "quatre-vingts" if n == 80 else f"quatre-vingt-{UNITS[n - 80]}"
    ten, rest = (60, n - 60) if n >= 60 else (n - n % 10, n % 10)
    if not rest:
        return TENS[ten // 10]
    return f"{TENS[ten // 10]}{' et ' if rest in (1, 11) else '-'}{UNITS[rest]}"


def test_ten_thousand_numbers_are_spelled_by_the_book_and_apart() -> None:
    words = [cardinal(n) for n in range(10_000)]
    assert words == [spelled(n) for n in range(10_000)]
    assert len(set(words)) == 10_000


@bounded
@given(st.integers(0, 999_999))
def test_larger_numbers_are_spelled_by_the_book(n: int) -> None:
    assert cardinal(n) == spelled(n)


@pytest.mark.parametrize(("n", "said"), [(-1, "négatif"), (10**12, "plus de douze chiffres")])
def test_a_number_without_words_is_refused(n: int, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        cardinal(n)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("50000", "50\u202f000"),
        ("50000.00", "50\u202f000"),
        ("1234567.125", "1\u202f234\u202f567,125"),
        ("12.50", "12,5"),
        ("100", "100"),
        ("5E+4", "50\u202f000"),
        ("0.0", "0"),
        ("-0.0", "0"),
        ("-1234.5", "-1\u202f234,5"),
    ],
)
def test_figures(value: str, expected: str) -> None:
    assert decimal_figures(Decimal(value)) == expected


@bounded
@given(st.decimals(-(10**12), 10**12, places=4))
def test_babel_agrees_on_figures(value: Decimal) -> None:
    babel = format_decimal(value, locale="fr_FR", decimal_quantization=False)
    assert decimal_figures(value) == ("0" if value == 0 else babel)


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_not_a_number_is_refused(value: str) -> None:
    for write in (decimal_figures, percentage, amount_figures, amount_words):
        with pytest.raises(ValueError, match="n’est pas un"):
            write(Decimal(value))


def test_percentages() -> None:
    assert percentage(Decimal("12.5")) == "12,5\u00a0%"
    assert percentage(Decimal(100)) == "100\u00a0%"


@pytest.mark.parametrize(
    ("amount", "figures", "words"),
    [
        ("0", "0 €", "zéro euro"),
        ("0.01", "0,01 €", "un centime"),
        ("0.50", "0,50 €", "cinquante centimes"),
        ("1", "1 €", "un euro"),
        ("1.50", "1,50 €", "un euro et cinquante centimes"),
        ("2.01", "2,01 €", "deux euros et un centime"),
        ("50000", "50_000 €", "cinquante mille euros"),
        ("50000.5", "50_000,50 €", "cinquante mille euros et cinquante centimes"),
        ("80", "80 €", "quatre-vingts euros"),
        ("1000000", "1_000_000 €", "un million d’euros"),
        ("1000000.00", "1_000_000 €", "un million d’euros"),
        ("1000001", "1_000_001 €", "un million un euros"),
        ("2000300", "2_000_300 €", "deux millions trois cents euros"),
        ("2000000.10", "2_000_000,10 €", "deux millions d’euros et dix centimes"),
        ("1500000000", "1_500_000_000 €", "un milliard cinq cents millions d’euros"),
    ],
)
def test_amounts(amount: str, figures: str, words: str) -> None:
    assert amount_figures(Decimal(amount)) == figures.replace("_", "\u202f").replace(" ", "\u00a0")
    assert amount_words(Decimal(amount)) == words


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        ("-0.01", "négatif"),
        ("1.005", "plus de deux décimales"),
        ("1." + "0" * 40 + "1", "plus de deux décimales"),
        ("1000000000000", "plus de douze chiffres"),
    ],
)
def test_an_impossible_amount_is_refused(amount: str, said: str) -> None:
    for write in (amount_figures, amount_words):
        with pytest.raises(ValueError, match=said):
            write(Decimal(amount))


@bounded
@given(amounts)
def test_the_words_of_an_amount_are_those_of_its_euros_and_cents(amount: Decimal) -> None:
    euros, cents = divmod(int(amount * 100), 100)
    words = amount_words(amount)
    noun = "euro" if euros < 2 else "d’euros" if euros % 10**6 == 0 else "euros"
    parts = [f"{cardinal(euros)} {noun}"] if euros or not cents else []
    if cents:
        parts.append(f"{cardinal(cents)} centime{'s' if cents > 1 else ''}")
    assert words == " et ".join(parts)
    assert "zéro centime" not in words


@bounded
@given(amounts, amounts)
def test_two_amounts_never_share_their_words_or_figures(a: Decimal, b: Decimal) -> None:
    assert (amount_words(a) == amount_words(b)) == (a == b)
    assert (amount_figures(a) == amount_figures(b)) == (a == b)


def test_french_alone_is_loaded_and_the_others_still_can_be() -> None:
    """Sixty languages take five times as long to import as the one that is spelt."""
    script = """
import sys
from convgen.french.numbers import cardinal
assert cardinal(91) == "quatre-vingt-onze"
print(*sorted(name for name in sys.modules if name.startswith("num2words.lang_")))
import num2words
assert num2words.num2words(91, lang="en") == "ninety-one"
assert cardinal(92) == "quatre-vingt-douze"
"""
    told = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert told.stdout.split() == ["num2words.lang_EU", "num2words.lang_FR"]


def test_who_has_loaded_them_all_is_not_troubled() -> None:
    script = """
import num2words
from convgen.french.numbers import cardinal
assert cardinal(91) == "quatre-vingt-onze"
assert num2words.num2words(91, lang="en") == "ninety-one"
"""
    subprocess.run([sys.executable, "-c", script], check=True)
