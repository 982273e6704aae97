import datetime

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.french.dates import long_date, month_year
from convgen.french.months import MONTHS


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        (datetime.date(2025, 10, 1), "1er\u00a0octobre 2025"),
        (datetime.date(2026, 12, 31), "31\u00a0décembre 2026"),
        (datetime.date(2025, 8, 11), "11\u00a0août 2025"),
    ],
)
def test_a_date_in_full(date: datetime.date, expected: str) -> None:
    assert long_date(date) == expected


@settings(max_examples=150, deadline=None)
@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 12, 31)))
def test_babel_agrees_but_for_the_first_day(date: datetime.date) -> None:
    ours = long_date(date).replace("\u00a0", " ")
    assert ours.replace("1er ", "1 ") == format_date(date, "long", locale="fr_FR")
    assert ours.startswith("1er ") == (date.day == 1)


def test_a_month_and_its_year() -> None:
    assert month_year(2025, 12) == "décembre 2025"
    assert [month_year(2025, n) for n in range(1, 13)] == [f"{name} 2025" for name in MONTHS]


@pytest.mark.parametrize("month", [0, 13, -1])
def test_a_month_out_of_the_year_is_refused(month: int) -> None:
    with pytest.raises(ValueError, match="il n’y a pas de mois"):
        month_year(2025, month)
