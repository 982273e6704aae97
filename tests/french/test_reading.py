import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.french.dates import long_date, month_year
from convgen.french.durations import Unit, duration_figures
from convgen.french.identifiers import check_siren, check_siret, department_of, parse_receipt
from convgen.french.numbers import amount_figures, decimal_figures, percentage
from convgen.french.reading import (
    read_amount,
    read_boolean,
    read_date,
    read_duration,
    read_integer,
    read_month,
    read_percentage,
)

bounded = settings(max_examples=150, deadline=None)
years = st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31))
Reader = Callable[[str], Any]

NOVEMBER_19 = datetime.date(2025, 11, 19)
D = Decimal


@pytest.mark.parametrize(
    ("read", "typed", "value"),
    [
        (read_date, "2025-11-19", NOVEMBER_19),
        (read_date, "19/11/2025", NOVEMBER_19),
        (read_date, " 19  novembre\u00a02025 ", NOVEMBER_19),
        (read_date, "1er octobre 2025", datetime.date(2025, 10, 1)),
        (read_date, "1 Octobre 2025", datetime.date(2025, 10, 1)),
        (read_date, "15 aout 2025", datetime.date(2025, 8, 15)),
        (read_date, "15 fe\u0301vrier 2024", datetime.date(2024, 2, 15)),
        (read_date, "29/02/2024", datetime.date(2024, 2, 29)),
        (read_month, "décembre 2025", (2025, 12)),
        (read_month, "12/2025", (2025, 12)),
        (read_month, "2025-12", (2025, 12)),
        (read_amount, "50 000", D(50000)),
        (read_amount, "50000,00", D(50000)),
        (read_amount, "50\u202f000\u00a0€", D(50000)),
        (read_amount, "50 000,5 euros", D("50000.5")),
        (read_amount, "0", D(0)),
        (read_amount, "999 999 999 999,99", D("999999999999.99")),
        (read_percentage, "50", D(50)),
        (read_percentage, "50%", D(50)),
        (read_percentage, "12,5 %", D("12.5")),
        (read_percentage, "100 pour cent", D(100)),
        (read_integer, "12", 12),
        (read_integer, "1 200", 1200),
        (read_integer, "007", 7),
        (read_duration, "30 jours", (30, Unit.DAY)),
        (read_duration, "1 an", (1, Unit.YEAR)),
        (read_duration, "2 années", (2, Unit.YEAR)),
        (read_duration, "12 mois", (12, Unit.MONTH)),
        (read_duration, "2 semaines", (2, Unit.WEEK)),
        (read_duration, "72 heures", (72, Unit.HOUR)),
        (read_duration, "72h", (72, Unit.HOUR)),
        (read_boolean, "oui", True),
        (read_boolean, " NON ", False),
        (read_boolean, "Vrai", True),
        (read_boolean, "false", False),
    ],
)
def test_what_a_jurist_types_is_read(read: Reader, typed: str, value: object) -> None:
    assert read(typed) == value


@pytest.mark.parametrize(
    ("read", "typed", "said"),
    [
        (read_date, "", "ne se lit pas comme une date"),
        (read_date, "31/02/2025", "février 2025 compte 28 jours"),
        (read_date, "31 avril 2025", "avril 2025 compte 30 jours"),
        (read_date, "0/1/2025", "n’existe pas"),
        (read_date, "19/11/25", "deux chiffres.*19/11/2025"),
        (read_date, "19.11.25", "deux chiffres"),
        (read_date, "11/19/2025", "19 n’est pas un mois.*19/11/2025"),
        (read_date, "2025-13-01", "13 n’est pas un mois"),
        (read_date, "19 movembre 2025", "movembre.*n’est pas un mois"),
        (read_date, "2er mai 2025", "ne se lit pas comme une date"),
        (read_date, "1/1/1899", "de 1900 à 2200"),
        (read_date, "1/1/2201", "de 1900 à 2200"),
        (read_date, "١٩/11/2025", "ne se lit pas comme une date"),
        (read_month, "13/2025", "13 n’est pas un mois"),
        (read_month, "brumaire 2025", "n’est pas un mois"),
        (read_month, "2025", "écrivez «\u00a0décembre 2025"),
        (read_month, "12/25", "ne se lit pas comme un mois"),
        (read_amount, "", "la valeur est vide"),
        (read_amount, "50.000", "contient un point"),
        (read_amount, "50000.50", "contient un point"),
        (read_amount, "1.234.567,89", "contient un point"),
        (read_amount, "50,000", "ambigu.*«\u00a050 000\u00a0»"),
        (read_amount, "1,2345", "plus de deux décimales"),
        (read_amount, "-5", "négatif"),
        (read_amount, "−5 €", "négatif"),
        (read_amount, "50 00", "groupes de trois chiffres"),
        (read_amount, "1 000 000 000 000", "plus de douze chiffres"),
        (read_amount, "1,5 M€", "ne se lit pas comme un montant"),
        (read_amount, "1e5", "ne se lit pas"),
        (read_amount, "NaN", "ne se lit pas"),
        (read_amount, "cinquante euros", "en chiffres"),
        (read_amount, "٥٠", "ne se lit pas"),
        (read_percentage, "100,01 %", "dépasse 100"),
        (read_percentage, "-1 %", "négatif"),
        (read_percentage, "50 à 60 %", "une seule valeur"),
        (read_percentage, "50-60", "une seule valeur"),
        (read_percentage, "12.5", "contient un point"),
        (read_percentage, "33,33333", "plus de quatre décimales"),
        (read_percentage, "", "la valeur est vide"),
        (read_integer, "2,5", "sans virgule"),
        (read_integer, "-2", "négatif"),
        (read_integer, "1234567890123", "plus de douze chiffres"),
        (read_integer, "²", "ne se lit pas"),
        (read_duration, "30", "précisez l’unité"),
        (read_duration, "trente jours", "un nombre en chiffres"),
        (read_duration, "0 jour", "durée nulle"),
        (read_duration, "12 lunes", "lunes.*n’est pas une unité"),
        (read_duration, "1 an et 6 mois", "une seule unité"),
        (read_duration, "10 000 ans", "trop longue"),
        (read_duration, "-3 mois", "ne se lit pas"),
        (read_boolean, "peut-être", "ni oui ni non"),
        (read_boolean, "", "ni oui ni non"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(read: Reader, typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said) as refusal:
        read(typed)
    message = str(refusal.value)
    assert "'" not in message.replace(typed or "?", "")
    assert "« " not in message  # the guillemets of a message hold


def test_a_long_text_is_cut_in_its_refusal() -> None:
    with pytest.raises(ValueError, match="…") as refusal:
        read_date("x" * 10_000)
    assert len(str(refusal.value)) < 250


def test_braces_in_a_text_are_shown_as_they_are() -> None:
    with pytest.raises(ValueError, match=r"\{\{ x \}\} \{0\}"):
        read_amount("{{ x }} {0}")


@bounded
@given(years)
def test_dates_are_read_back(date: datetime.date) -> None:
    for written in (long_date(date), date.isoformat(), f"{date:%d/%m/%Y}"):
        assert read_date(written) == date
    assert read_month(month_year(date.year, date.month)) == (date.year, date.month)


@bounded
@given(st.decimals(0, D("999999999999.99"), places=2))
def test_amounts_are_read_back(amount: Decimal) -> None:
    assert read_amount(amount_figures(amount)) == amount


@bounded
@given(st.decimals(0, 100, places=4))
def test_percentages_are_read_back(value: Decimal) -> None:
    assert read_percentage(percentage(value)) == value


@bounded
@given(st.integers(0, 999_999_999_999))
def test_integers_are_read_back(n: int) -> None:
    assert read_integer(decimal_figures(D(n))) == n


@bounded
@given(st.integers(1, 9_999), st.sampled_from(Unit))
def test_durations_are_read_back(n: int, unit: Unit) -> None:
    assert read_duration(duration_figures(n, unit)) == (n, unit)


READERS: list[Reader] = [
    read_date, read_month, read_amount, read_percentage, read_integer, read_duration,
    read_boolean, check_siren, check_siret, department_of, parse_receipt,
]  # fmt: skip
# fmt: off
PIECES = (
    "0", "1er", "31", "99", "000", "02", "2025", "/", "-", ",", ".", "%", "€", "mai", "an",
    "jours", "à", "094", "219400223", "DE",
)
# fmt: on
typed_texts = st.one_of(
    st.text(max_size=20),
    st.text("0123456789 ,./-%€hjer\u00a0\u202f{}²٣", max_size=20),
    st.lists(st.sampled_from(PIECES)).map(" ".join),
)


@pytest.mark.parametrize("read", READERS, ids=lambda read: read.__name__)
@settings(max_examples=120, deadline=None)
@given(text=typed_texts)
def test_a_reader_raises_nothing_but_value_errors(read: Reader, text: str) -> None:
    refusal = None
    try:
        read(text)
    except ValueError as error:
        refusal = error
    if refusal is not None:
        assert type(refusal) is ValueError
        assert str(refusal)[0].islower() or str(refusal)[0] == "«"
