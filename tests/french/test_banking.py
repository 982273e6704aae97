"""IBAN, the RIB inside it, BIC."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convgen.french.identifiers import (
    check_bic,
    check_iban,
    iban_figures,
    rib_figures,
    same_country,
)

REAL = "FR58 3000 1005 96C0 6400 0000 016"
BARE = REAL.replace(" ", "")


@pytest.mark.parametrize("typed", [REAL, BARE, BARE.lower(), REAL.replace(" ", "\u00a0")])
def test_an_iban_is_read_with_or_without_spaces(typed: str) -> None:
    assert check_iban(typed) == BARE


def test_other_real_accounts_have_a_right_key() -> None:
    for typed in ("FR14 2004 1010 0505 0001 3M02 606", "MC58 1122 2000 0101 2345 6789 030"):
        assert check_iban(typed)


def test_it_is_printed_in_groups_of_four_on_one_line() -> None:
    assert iban_figures(BARE).split("\u00a0") == REAL.split(" ")


def test_a_french_iban_holds_the_rib() -> None:
    assert rib_figures(BARE).split("\u00a0") == ["30001", "00596", "C0640000000", "16"]
    assert rib_figures("DE89370400440532013000") == ""


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (REAL[:-1], "un IBAN français a 27 caractères"),
        (REAL[:-1] + "7", "la clé de contrôle est fausse"),
        ("DE89 3704 0044 0532 0130 01", "la clé de contrôle est fausse"),
        (REAL.replace(" ", "-"), "que des lettres et des chiffres"),
        ("FR٥8 3000 1005 96C0 6400 0000 016", "que des lettres et des chiffres"),
        ("30001 00596 C0640000000 16", "ressemble à un RIB"),
        ("FR31 3000 1005 96C0 6400 0000 017", "la clé du RIB contenu dans l’IBAN est fausse"),
        ("", "que des lettres et des chiffres"),
        ("ZZ58 3000", "n’est pas un IBAN"),
    ],
)
def test_what_is_no_iban(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        check_iban(typed)


@given(st.integers(0, len(BARE) - 1).filter(lambda n: BARE[n].isdigit()), st.integers(0, 9))
def test_one_wrong_digit_is_always_seen(place: int, digit: int) -> None:
    wrong = f"{BARE[:place]}{digit}{BARE[place + 1 :]}"
    if wrong == BARE:
        assert check_iban(wrong)
        return
    with pytest.raises(ValueError, match="IBAN"):
        check_iban(wrong)


@given(st.text(max_size=40))
def test_anything_typed_is_read_or_refused(typed: str) -> None:
    for read in (check_iban, check_bic):
        with suppress(ValueError):
            assert read(typed).isalnum()


@pytest.mark.parametrize("typed", ["BDFEFRPPCCT", "bdfe frpp cct", "PSSTFRPP"])
def test_a_bic_has_eight_or_eleven_characters(typed: str) -> None:
    assert check_bic(typed) == typed.replace(" ", "").upper()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("BDFEFRPPCC", "un BIC a 8 ou 11 caractères"),
        ("BDFE1RPPCCT", "n’est pas un BIC"),
        ("BDFÉFRPPCCT", "n’est pas un BIC"),
    ],
)
def test_what_is_no_bic(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        check_bic(typed)


def test_a_french_account_may_be_held_overseas() -> None:
    assert same_country(BARE, "BDFEFRPPCCT")
    assert same_country(BARE, "BFCOGPGX")
    assert not same_country(BARE, "DEUTDEFF")
    assert not same_country("DE89370400440532013000", "BFCOGPGX")
