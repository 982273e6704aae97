"""Rules on avenants and grants whose example takes a real act: what it says, two cases, a note."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.model.state import State
from convgen.pipeline import assembler
from tests.acts.desk import EUROPIA, EUROPIA_COMPLETE, Desk
from tests.acts.reading import plain

INITIAL = "  montant: 230 000 €\n"
CERTIFIED = (
    "subvention:\n  certification_comptes: oui   # le cumul dépasse 153 000 € pour l'année\n"
)
NUMBER = ("numero: 1\n\n", "numero: 2\n\n")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk.at(tmp_path / "bibliotheque")
    made.complete_projects()
    return made


def told(desk: Desk, *changes: tuple[str, str], case: str = EUROPIA_COMPLETE) -> list[Diagnostic]:
    desk.edit(EUROPIA, *changes)
    return list(desk.act(case).assembled.diagnostics)


def earlier(*avenants: str) -> tuple[str, str]:
    return INITIAL, f"{INITIAL}  avenants:\n" + "".join(f"    - {{{one}}}\n" for one in avenants)


FIRST = "numero: 1, date: 01/03/2023"


def test_the_real_one_has_no_fault(desk: Desk) -> None:
    assert told(desk) == []
    assert told(desk, NUMBER, earlier(FIRST)) == []


def test_two_avenants_of_one_convention_have_two_numbers(desk: Desk) -> None:
    (fault,) = told(desk, earlier(FIRST))
    assert (fault.code, fault.is_error) == (Code.AMENDMENT, True)
    assert "portent le n° 1" in plain(fault.message)
    assert fault.span.line == desk.place(EUROPIA, "numero: 1\n\n")[0]
    assert [note.span.line for note in fault.notes] == [desk.place(EUROPIA, FIRST)[0]]


def test_an_avenant_amends_something(desk: Desk) -> None:
    fault, *others = told(desk, ("\nmontant: 50 000 €", "\n#"))
    assert {other.code for other in others} == {Code.LOST_VALUE}  # the conditions of a grant
    assert (fault.code, fault.is_error) == (Code.AMENDMENT, True)
    assert fault.span.line == desk.place(EUROPIA, "convention_initiale:")[0]


def test_a_clause_of_its_own_is_something(desk: Desk) -> None:
    own = "{ajoute: x, apres: objet, intitule: X, motif: m, texte: Un texte.}"
    desk.add(EUROPIA, f"clauses_particulieres:\n  - {own}\n")
    assert [f for f in told(desk, ("\nmontant: 50 000 €", "\n#")) if f.is_error] == []


def test_a_public_body_needs_none(desk: Desk) -> None:
    public = (
        "nature: association\n",
        "nature: établissement public\n    habilitation: {acte: délibération, organe: bureau, "
        "date: 1/2/2023, delegation: {acte: délibération, date: 1/1/2023}}\n",
    )
    assert told(desk, (CERTIFIED, ""), public) == []
    said = desk.act(EUROPIA_COMPLETE).text
    assert "républicain" not in said


def test_an_association_subscribes_the_contract_unless_spared(desk: Desk) -> None:
    said = plain(desk.act(EUROPIA_COMPLETE).text)
    assert "souscrit le contrat d’engagement républicain" in said
    spared = (
        "  certification_comptes: oui ",
        "  dispense_engagement: utilité publique\n  certification_comptes: oui ",
    )
    assert told(desk, spared) == []
    said = plain(desk.act(EUROPIA_COMPLETE).text)
    assert "bénéficie de la reconnaissance d’utilité publique" in said
    assert "souscrit" not in said


@pytest.mark.parametrize(
    ("change", "same"),
    [
        (("x", "x"), True),
        (("\nnumero: 1\n", "\nnumero: 2\n"), False),
        (("objet: le f", "objet: le bon f"), False),
    ],
)
def test_two_cases_of_one_command_do_not_share_a_number(
    desk: Desk, change: tuple[str, str], same: bool
) -> None:
    text = desk.file(EUROPIA).read_text(encoding="utf-8").replace(*change)
    other = desk.file("cases/avenant/autre.yaml")
    other.write_text(text, encoding="utf-8")
    first, second = map(assembler(State.DRAFT), [desk.file(EUROPIA), other])
    shared = [
        [f for f in act.diagnostics if "deux avenants" in f.message] for act in (first, second)
    ]
    assert [len(faults) for faults in shared] == [0, int(same)]
    for fault in shared[1]:
        assert fault.span.file == other
        assert [note.span.file for note in fault.notes] == [desk.file(EUROPIA)]
