"""What a case leaves out and its other values tell: a court by a place, a SIREN by a SIRET."""

from __future__ import annotations

import pytest

from convgen.case.passes import Deduced
from convgen.faults.diagnostic import Code
from convgen.model.state import State
from tests.library.shelf import CASE, PROGRAMME, Shelf

TERM = "terme: 31/12/2026"
SIREN, SIRET = "siren: 219400223", "siret: 219 400 223 00018"
INSEE = "insee: 94022"


@pytest.fixture
def court(shelf: Shelf) -> Shelf:
    """A programme that requires a court, and an act that names it."""
    shelf.edit(PROGRAMME, ("exige: [terme]", "exige: [terme, tribunal]"))
    shelf.body("Le tribunal administratif {{ tribunal | de }}.\n")
    return shelf


@pytest.mark.parametrize(
    ("place", "said", "source"),
    [
        ("", "de Melun", "parties.commune.insee"),
        ("lieu_execution: {departement: 07}", "de Lyon", "lieu_execution.departement"),
        ("lieu_execution: {departement: Loiret}", "d’Orléans", "lieu_execution.departement"),
        ("lieu_execution: {insee: 2A004, departement: 2A}", "de Bastia", "lieu_execution.insee"),
    ],
)
def test_the_court_is_that_of_the_place(court: Shelf, place: str, said: str, source: str) -> None:
    court.edit(CASE, (TERM, f"{TERM}\n{place}"))
    act = court.act()
    assert act.diagnostics == []
    assert court.lines() == [f"Le tribunal administratif {said}."]
    (found,) = act.deduced
    assert found == Deduced("tribunal", found.text, source)


@pytest.mark.parametrize(
    ("seat", "said"),
    [("insee: 06088, departement: 83", "de Nice"), ("departement: 83", "de Toulon")],
)
def test_the_seat_tells_it_before_the_party(court: Shelf, seat: str, said: str) -> None:
    court.edit(
        CASE, ("Gabriel-Péri, code_postal: 94600,", f"Gabriel-Péri, {seat}, code_postal: 94600,")
    )
    assert court.lines() == [f"Le tribunal administratif {said}."]


def test_a_court_that_the_case_names_stands(court: Shelf) -> None:
    court.edit(CASE, (TERM, f"{TERM}\ntribunal: Paris"))
    assert court.lines() == ["Le tribunal administratif de Paris."]
    assert court.act().deduced == ()
    assert court.only().code is Code.COURT  # a warning: Melun is competent


def test_a_court_left_empty_is_a_gap(court: Shelf) -> None:
    court.edit(CASE, (TERM, f"{TERM}\ntribunal:"))
    assert court.only().code is Code.GAP
    assert court.act().deduced == ()


def test_without_any_place_the_court_is_missing(court: Shelf) -> None:
    court.edit(CASE, (INSEE, ""))
    assert "tribunal compétent" in court.only().message
    assert "lieu_execution: {departement: 94}" in court.only().help


def test_a_place_that_is_wrong_is_told_and_tells_nothing(court: Shelf) -> None:
    court.edit(CASE, (INSEE, ""), (TERM, f"{TERM}\nlieu_execution: {{departement: Varr}}"))
    codes = [fault.code for fault in court.faults()]
    assert sorted(codes) == [Code.GAP, Code.INVALID_VALUE]


def test_a_programme_that_only_admits_a_court_may_do_without(shelf: Shelf) -> None:
    assert shelf.act().deduced == ()
    shelf.body("{% if tribunal %}\nUn tribunal.\n{% endif %}\nRien.\n")
    assert shelf.lines() == ["Rien."]


def test_a_siret_is_enough(shelf: Shelf) -> None:
    shelf.edit(CASE, (SIREN, SIRET))
    shelf.body("{{ commune.siren }}, {{ commune.siret if commune.siret else '' }}\n")
    assert shelf.lines() == ["219 400 223, 219 400 223 00018"]
    assert shelf.faults() == []


@pytest.mark.parametrize(
    ("siret", "code"), [("siret:", Code.GAP), ("siret: 219 400 223 00019", Code.INVALID_VALUE)]
)
def test_a_siret_that_is_empty_or_wrong_is_one_fault(shelf: Shelf, siret: str, code: Code) -> None:
    shelf.edit(CASE, (SIREN, siret))
    assert shelf.only().code is code
    assert "SIRET" in shelf.only().message


def test_of_several_parties_the_first_tells_the_court(court: Shelf) -> None:
    text = court.text(CASE)
    start, end = text.index("  commune:\n"), text.index("  association:\n")
    lines = text[start:end].splitlines()[1:]
    listed = ["  commune:", f"    - {lines[0].strip()}", *(f"  {line}" for line in lines[1:])]
    court.edit(CASE, (text[start:end], "\n".join(listed) + "\n"))
    assert court.lines() == ["Le tribunal administratif de Melun."]


def test_a_draft_deduces_too(court: Shelf) -> None:
    court.edit(CASE, ("denomination: Ville de Choisy-le-Roi", "denomination:"))
    assert court.lines(State.DRAFT) == ["Le tribunal administratif de Melun."]


@pytest.mark.parametrize("place", ["departement: Varr", "departement:", "insee: 99999"])
def test_a_place_that_tells_nothing_is_not_passed_over(court: Shelf, place: str) -> None:
    """The seat would tell another court, and nobody would see it."""
    court.edit(CASE, (TERM, f"{TERM}\nlieu_execution:\n  {place}"))
    assert court.act().deduced == ()
    assert Code.GAP in {fault.code for fault in court.faults()}


def test_the_lead_is_the_first_public_body(court: Shelf) -> None:
    court.edit(PROGRAMME, ("  commune: {designation: la Commune}\n", ""))
    court.edit(
        PROGRAMME,
        ("titre:", "titre:"),
        (
            '  association: {designation: "l’Association", genre: féminin}\n',
            '  association: {designation: "l’Association", genre: féminin}\n'
            "  commune: {designation: la Commune}\n",
        ),
    )
    court.edit(CASE, ("adresse: 1 rue Haute, ", "adresse: 1 rue Haute, departement: 06, "))
    assert court.lines() == ["Le tribunal administratif de Melun."]


def test_a_court_is_written_as_acts_do(court: Shelf) -> None:
    court.edit(CASE, (TERM, f"{TERM}\ntribunal: MELUN"))
    assert court.lines() == ["Le tribunal administratif de Melun."]


@pytest.mark.parametrize("invisible", ['"\\u200b"', '"\\u3164"', '"\\u00ad \\u2060"'])
def test_what_prints_as_nothing_is_a_gap(court: Shelf, invisible: str) -> None:
    court.edit(CASE, (TERM, f"{TERM}\ntribunal: {invisible}"))
    assert [fault.code for fault in court.faults() if fault.is_error] == [Code.GAP]
