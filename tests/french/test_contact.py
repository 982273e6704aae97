"""Electronic addresses and telephone numbers."""

import re

import phonenumbers as phones
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.french.contact import read_email, read_telephone


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("0487635000", "04 87 63 50 00"),
        ("04.87.63.50.00", "04 87 63 50 00"),
        ("+33 4 87 63 50 00", "04 87 63 50 00"),
        ("+32 2 502 11 11", "+32 2 502 11 11"),
        ("3949", "3949"),
        ("0692123456", "0692 12 34 56"),
        ("06 92 12 34 56", "0692 12 34 56"),
        ("0262.40.77.77", "0262 40 77 77"),
        ("0590-20-12-34", "0590 20 12 34"),
        ("0639 01 23 45", "0639 01 23 45"),
        ("+262 692 12 34 56", "+262 692 12 34 56"),
        ("00 262 692 12 34 56", "+262 692 12 34 56"),
        ("+687 25 67 89", "+687 25.67.89"),
    ],
)
def test_a_telephone_number_is_written_in_one_way(typed: str, read: str) -> None:
    assert read_telephone(typed) == read.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    "typed",
    [
        *("", "2", "poste 12", "04 87 63 50", "04 87 63 NICE", "048763500O", "00 00 00 00 00"),
        *("0692 12 34 5", "0692 12 34 567", "692 12 34 56", "+33 6 92 12 34 56"),
        *("0700 12 34 56", "043 01 23", "25 67 89", "40 41 23 45"),
    ],
)
def test_what_is_no_telephone_number(typed: str) -> None:
    with pytest.raises(ValueError, match="n’est pas un numéro de téléphone"):
        read_telephone(typed)


FRANCE = ("FR", "GP", "BL", "MF", "MQ", "GF", "RE", "YT", "PM")
PACIFIC = ("NC", "PF", "WF")
TYPES = [kind for kind in phones.PhoneNumberType.values() if kind >= 0]
EXAMPLES = [
    (region, number)
    for region in (*FRANCE, *PACIFIC)
    for kind in TYPES
    if (number := phones.example_number_for_type(region, kind)) is not None
]


def figures(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


@pytest.mark.parametrize(("region", "number"), EXAMPLES, ids=str)
def test_each_kind_of_number_of_each_territory_is_read(
    region: str, number: phones.PhoneNumber
) -> None:
    usual, full = (
        phones.format_number(number, form)
        for form in (phones.PhoneNumberFormat.NATIONAL, phones.PhoneNumberFormat.INTERNATIONAL)
    )
    called = figures(usual)
    if len(called) == 10:
        assert figures(read_telephone(called)) == called
    elif len(called) < 9:  # nothing tells the territory
        with pytest.raises(ValueError, match="n’est pas un numéro de téléphone"):
            read_telephone(usual)
    assert figures(read_telephone(full)) in (called, figures(full))


def valid_somewhere(typed: str) -> bool:
    numbers = (phones.parse(typed, region) for region in FRANCE)
    return any(phones.is_valid_number(number) for number in numbers)


TEN = st.from_regex(r"0[1-9][0-9]{8}", fullmatch=True) | st.builds(
    "{}{:06}".format,
    st.sampled_from(["0262", "0269", "0508", "0590", "0596", "0639", "0690", "0692", "0976"]),
    st.integers(0, 999_999),
)
WAYS = [r"\1 \2 \3 \4 \5", r"\1\2 \3 \4 \5", r"\1\2\3\4\5", r"\1.\2.\3.\4.\5", r"\1-\2-\3-\4-\5"]


@settings(deadline=None)
@given(typed=TEN, way=st.sampled_from(WAYS))
def test_ten_figures_are_read_if_they_are_of_some_territory(typed: str, way: str) -> None:
    written = re.sub(r"(..)(..)(..)(..)(..)", way, typed)
    if not valid_somewhere(typed):
        with pytest.raises(ValueError, match="n’est pas un numéro de téléphone"):
            read_telephone(written)
        return
    read = read_telephone(written)
    assert figures(read) == typed
    assert read_telephone(read) == read
    assert read == read_telephone(typed)


def test_an_address_is_read_without_the_network() -> None:
    assert read_email(" greffe.ta-lyon@juradm.fr ") == "greffe.ta-lyon@juradm.fr"


@pytest.mark.parametrize("typed", ["", "greffe", "greffe@", "a b@exemple.fr", "x@exemple..fr"])
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(ValueError, match="n’est pas une adresse électronique"):
        read_email(typed)
