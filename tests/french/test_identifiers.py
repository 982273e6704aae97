import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from stdnum import luhn
from stdnum.fr import siren as stdnum_siren
from stdnum.fr import siret as stdnum_siret

from convgen.french.identifiers import (
    Receipt,
    check_siren,
    check_siret,
    commune_siren_matches,
    department_of,
    parse_receipt,
    siren_figures,
    siret_figures,
)

CHOISY = "219400223"
bounded = settings(max_examples=200, deadline=None)


@pytest.mark.parametrize(
    "typed", [CHOISY, "219 400 223", " 219\u00a0400\u202f223\n", "2 1 9 4 0 0 2 2 3"]
)
def test_a_siren_is_read_with_any_spaces(typed: str) -> None:
    assert check_siren(typed) == CHOISY


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "le SIREN est vide"),
        ("21940022", "neuf chiffres.*en compte 8"),
        ("2194002233", "neuf chiffres.*en compte 10"),
        ("2194O0223", "contient «\u00a0O\u00a0»"),
        ("219.400.223", "contient «\u00a0.\u00a0»"),
        ("219\u200b400223", r"contient «\u00a0U\+200B\u00a0»"),
        ("٢١٩٤٠٠٢٢٣", "ne comporte que des chiffres"),
        ("219400224", "la clé de contrôle est fausse"),
        ("000 000 000", "le SIREN de personne"),
    ],
)
def test_a_faulty_siren_is_refused(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check_siren(typed)


@bounded
@given(st.from_regex(r"[0-9]{9}", fullmatch=True))
def test_stdnum_agrees_on_siren(digits: str) -> None:
    assert accepts_siren(digits) == (stdnum_siren.is_valid(digits) and digits != "000000000")


@bounded
@given(st.from_regex(r"(356000000|732829320|219400223)[0-9]{5}", fullmatch=True))
def test_stdnum_agrees_on_siret(digits: str) -> None:
    assert accepts_siret(digits) == stdnum_siret.is_valid(digits)


def accepts_siren(digits: str) -> bool:
    try:
        return check_siren(digits) == digits
    except ValueError:
        return False


def accepts_siret(digits: str) -> bool:
    try:
        return check_siret(digits) == digits
    except ValueError:
        return False


def with_key(body: str) -> str:
    return body + str(luhn.calc_check_digit(body))


@bounded
@given(
    st.from_regex(r"[1-9][0-9]{7}", fullmatch=True).map(with_key),
    st.integers(0, 8),
    st.integers(1, 9),
)
def test_one_wrong_digit_of_a_siren_is_always_seen(siren: str, place: int, shift: int) -> None:
    assert accepts_siren(siren)
    wrong = str((int(siren[place]) + shift) % 10)
    assert not accepts_siren(siren[:place] + wrong + siren[place + 1 :])


@pytest.mark.parametrize("typed", ["732 829 320 00074", "35600000000048", "35600000009075"])
def test_a_siret_is_read(typed: str) -> None:
    assert check_siret(typed) == typed.replace(" ", "")


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("732829320", "quatorze chiffres.*en compte 9"),
        ("73282932000075", "la clé de contrôle est fausse.*cinq derniers"),
        ("73282932100074", "les neuf premiers chiffres"),
        ("35600000000049", "la clé de contrôle est fausse"),
        ("35600000009076", "la clé de contrôle est fausse"),
    ],
)
def test_a_faulty_siret_is_refused(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        check_siret(typed)


def test_figures_hold_together() -> None:
    assert siren_figures(CHOISY) == "219\u00a0400\u00a0223"
    assert siret_figures("73282932000074") == "732\u00a0829\u00a0320\u00a000074"
    with pytest.raises(ValueError, match="en compte 3"):
        siren_figures("219")


def test_a_receipt_is_read() -> None:
    raw = "094-219400223-20251126-DEL-25-111-DE"
    assert parse_receipt(raw) == Receipt(
        "094", CHOISY, datetime.date(2025, 11, 26), "DEL-25-111", "DE", raw
    )
    with_index = parse_receipt("006-220600019-20231215-lmc133954-DE-1-1")
    assert (with_index.departement, with_index.numero, with_index.nature) == (
        "006", "lmc133954", "DE",
    )  # fmt: skip


def test_the_dashes_of_word_are_read() -> None:
    assert parse_receipt(" 02a–212000046‑20251126-12-ar ").nature == "AR"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "n’est pas un accusé de réception"),
        ("094-219400223-20251126-DE", "n’est pas un accusé de réception"),
        ("94-219400223-20251126-1-DE", "sur trois caractères"),
        ("094-219400224-20251126-1-DE", "le SIREN de l’accusé.*clé de contrôle"),
        ("094-219400223-2025112-1-DE", "en huit chiffres"),
        ("094-219400223-20251326-1-DE", "n’existe pas"),
        ("094-219400223-20251126-DEL-25-111", "la nature de l’acte manque"),
        ("094-219400223-20251126--DE", "le numéro de l’acte manque"),
        ("094-219400223-20251126-a b-DE", "signe inattendu"),
    ],
)
def test_a_faulty_receipt_is_refused(typed: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_receipt(typed)


@bounded
@given(
    st.dates(datetime.date(1982, 3, 2), datetime.date(2100, 1, 1)),
    st.from_regex(r"[A-Za-z0-9_]{1,6}(-[A-Za-z0-9_]{1,6}){0,3}", fullmatch=True),
    st.sampled_from(["DE", "AR", "AI", "CC", "BF", "AU"]),
    st.sampled_from(["", "-1", "-1-1"]),
)
def test_a_receipt_written_is_read_back(
    date: datetime.date, number: str, nature: str, index: str
) -> None:
    receipt = parse_receipt(f"094-{CHOISY}-{date:%Y%m%d}-{number}-{nature}{index}")
    assert (receipt.date, receipt.numero, receipt.nature) == (date, number, nature)


@pytest.mark.parametrize(
    ("siren", "insee", "expected"),
    [
        (CHOISY, "94022", True),
        (CHOISY, "94021", False),
        ("219 400 223", "94 022", True),
        ("212000046", "2A004", True),
        ("212000335", "2b033", True),
        ("217500016", "75056", True),
        (CHOISY, "75056", False),
        (with_key("20005478"), "94022", None),
        ("219711058", "97105", None),
        (with_key("22940028"), "94022", False),
    ],
)
def test_a_commune_has_the_siren_of_its_code(siren: str, insee: str, expected: bool | None) -> None:
    assert commune_siren_matches(siren, insee) is expected


@pytest.mark.parametrize(
    ("insee", "expected"),
    [("94022", "94"), ("01004", "01"), ("2a004", "2A"), ("97105", "971"), ("98818", "988")],
)
def test_the_department_of_a_commune(insee: str, expected: str) -> None:
    assert department_of(insee) == expected


@pytest.mark.parametrize(
    "insee", ["", "9402", "940222", "20004", "96001", "00001", "2C004", "٩٤٠٢٢"]
)
def test_a_faulty_code_is_refused(insee: str) -> None:
    with pytest.raises(ValueError, match="n’est pas le code INSEE"):
        department_of(insee)
