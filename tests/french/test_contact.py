"""Electronic addresses and telephone numbers."""

import pytest

from convgen.french.contact import read_email, read_telephone


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("0487635000", "04 87 63 50 00"),
        ("04.87.63.50.00", "04 87 63 50 00"),
        ("+33 4 87 63 50 00", "04 87 63 50 00"),
        ("+32 2 502 11 11", "+32 2 502 11 11"),
        ("3949", "3949"),
    ],
)
def test_a_telephone_number_is_written_in_one_way(typed: str, read: str) -> None:
    assert read_telephone(typed) == read.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    "typed", ["", "2", "poste 12", "04 87 63 50", "04 87 63 NICE", "048763500O", "00 00 00 00 00"]
)
def test_what_is_no_telephone_number(typed: str) -> None:
    with pytest.raises(ValueError, match="n’est pas un numéro de téléphone"):
        read_telephone(typed)


def test_an_address_is_read_without_the_network() -> None:
    assert read_email(" greffe.ta-lyon@juradm.fr ") == "greffe.ta-lyon@juradm.fr"


@pytest.mark.parametrize("typed", ["", "greffe", "greffe@", "a b@exemple.fr", "x@exemple..fr"])
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(ValueError, match="n’est pas une adresse électronique"):
        read_email(typed)
