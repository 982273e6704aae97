"""Départements and administrative courts: code de justice administrative, R. 221-3."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from convgen.french.courts import (
    Court,
    court_named,
    court_names,
    court_of,
    court_of_place,
    department_name,
    read_department,
)
from convgen.french.elision import at, elide_de


@pytest.mark.parametrize(
    ("department", "designation"),
    [
        ("06", "tribunal administratif de Nice"),
        ("07", "tribunal administratif de Lyon"),
        ("2A", "tribunal administratif de Bastia"),
        ("45", "tribunal administratif d’Orléans"),
        ("75", "tribunal administratif de Paris"),
        ("83", "tribunal administratif de Toulon"),
        ("93", "tribunal administratif de Montreuil"),
        ("94", "tribunal administratif de Melun"),
        ("971", "tribunal administratif de la Guadeloupe"),
        ("974", "tribunal administratif de La Réunion"),
        ("976", "tribunal administratif de Mayotte"),
        ("987", "tribunal administratif de la Polynésie française"),
    ],
)
def test_each_departement_has_its_court(department: str, designation: str) -> None:
    assert court_of(department).designation == designation


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("06", "06"),
        (" 6 ", "06"),
        ("2a", "2A"),
        ("20", "2A"),
        ("69M", "69"),
        ("6AE", "67"),
        ("Var", "83"),
        ("ALPES MARITIMES", "06"),
        ("Côte-d'Or", "21"),
        ("cote d’or", "21"),
        ("la réunion", "974"),
    ],
)
def test_a_departement_is_read_by_its_code_or_its_name(typed: str, code: str) -> None:
    assert read_department(typed) == code


@pytest.mark.parametrize("typed", ["", "00", "96", "999", "Varr", "83000", "2C", "٠٦"])
def test_what_is_no_departement(typed: str) -> None:
    with pytest.raises(ValueError, match="n’est pas un département"):
        read_department(typed)


@given(st.text(max_size=8))
def test_any_text_is_a_departement_or_a_fault(typed: str) -> None:
    try:
        code = read_department(typed)
    except ValueError:
        return
    assert department_name(code)


@pytest.mark.parametrize(
    ("name", "court"),
    [
        ("nimes", "Nîmes"),
        ("Châlons en Champagne", "Châlons-en-Champagne"),
        ("Basse-Terre", "la Guadeloupe"),
        ("Saint-Denis", "La Réunion"),
        ("La Guadeloupe", "la Guadeloupe"),
    ],
)
def test_a_court_is_known_by_its_name_or_its_seat(name: str, court: str) -> None:
    found = court_named(name)
    assert found is not None
    assert found.name == court


def test_no_court_has_another_name() -> None:
    assert court_named("Niece") is None
    assert len(court_names()) == 42
    assert all(isinstance(court_named(name), Court) for name in court_names())


@pytest.mark.parametrize(
    ("key", "text", "name"),
    [
        ("insee", "94022", "Melun"),
        ("insee", "2A004", "Bastia"),
        ("insee", "97411", "La Réunion"),
        ("departement", "83", "Toulon"),
    ],
)
def test_a_place_tells_its_court(key: str, text: str, name: str) -> None:
    found = court_of_place(key, text)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(("key", "text"), [("insee", "00000"), ("insee", ""), ("departement", "x")])
def test_what_is_no_place_tells_none(key: str, text: str) -> None:
    assert court_of_place(key, text) is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Nice", "à Nice"),
        ("Le Pouzin", "au Pouzin"),
        ("le Havre", "au Havre"),
        ("Les Abymes", "aux Abymes"),
        ("La Rochelle", "à La Rochelle"),
        ("L’Haÿ-les-Roses", "à L’Haÿ-les-Roses"),
        ("Lens", "à Lens"),
        ("Les", "à Les"),
    ],
)
def test_at_a_place(name: str, said: str) -> None:
    assert at(name) == said
    assert elide_de(name).startswith(("de ", "du ", "des ", "d’"))


def test_at_nowhere() -> None:
    with pytest.raises(ValueError, match="aucun nom"):
        at("  ")
