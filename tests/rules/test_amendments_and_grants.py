"""Rules on avenants, on grants to private bodies, on who may hold a role and what it is called."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.model.state import State
from convgen.pipeline import assemble_cases
from tests.acts.desk import DELIBERATION, EUROPIA, EUROPIA_COMPLETE, Desk
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


def test_those_that_are_not_told_are_asked_for(desk: Desk) -> None:
    (fault,) = told(desk, ("numero: 1\n\n", "numero: 3\n\n"), earlier(FIRST))
    assert (fault.code, fault.is_error) == (Code.AMENDMENT, False)
    assert plain(fault.message).endswith("la fiche ne dit rien de ceux-ci : 2")


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("  lieu: Nice ", "  date: 24/01/2023\n  lieu: Nice "), "date: 24/01/2023"),
        (earlier("numero: 1, date: 24/01/2023"), "numero: 1, date: 24/01/2023"),
    ],
)
def test_nothing_is_amended_before_it_is_signed(
    desk: Desk, change: tuple[str, str], line: str
) -> None:
    changes = [change, NUMBER] if "avenants" in change[1] else [change]
    faults = [f for f in told(desk, *changes) if f.code is Code.AMENDMENT]
    assert [(f.is_error, f.span.line) for f in faults] == [(True, desk.place(EUROPIA, line)[0])]
    assert "avant la convention initiale, du 25 janvier 2023" in plain(faults[0].message)


def test_an_avenant_amends_something(desk: Desk) -> None:
    fault, *others = told(desk, ("\nmontant: 50 000 €", "\n#"))
    assert {other.code for other in others} == {Code.LOST_VALUE}  # the conditions of a grant
    assert (fault.code, fault.is_error) == (Code.AMENDMENT, True)
    assert fault.span.line == desk.place(EUROPIA, "convention_initiale:")[0]


def test_a_clause_of_its_own_is_something(desk: Desk) -> None:
    own = "{ajoute: x, apres: objet, intitule: X, motif: m, texte: Un texte.}"
    desk.add(EUROPIA, f"clauses_particulieres:\n  - {own}\n")
    assert [f for f in told(desk, ("\nmontant: 50 000 €", "\n#")) if f.is_error] == []


def test_what_is_amended_changes(desk: Desk) -> None:
    desk.add(EUROPIA, "terme: 31/12/2023\n")
    (fault,) = told(desk, (INITIAL, f"{INITIAL}  terme: 31/12/2023\n"))
    assert (fault.code, fault.span.line) == (
        Code.AMENDMENT,
        desk.place(EUROPIA, "\nterme: 31/12/2023")[0] + 1,
    )
    desk.edit(EUROPIA, ("\nterme: 31/12/2023", "\nterme: 31/12/2024"))
    assert told(desk) == []


@pytest.mark.parametrize(
    ("amount", "codes"), [("230 000 €", ["CG325"]), ("103 000 €", []), ("103 000,01 €", ["CG325"])]
)
def test_large_grants_have_certified_accounts(desk: Desk, amount: str, codes: list[str]) -> None:
    """153 000 € with what was granted before; the total is that of the year."""
    faults = told(desk, (CERTIFIED, ""), (INITIAL, f"  montant: {amount}\n"))
    assert [fault.code.value for fault in faults] == codes
    assert all("L. 612-4" in f.message and not f.is_error for f in faults)


def test_earlier_avenants_count_in_the_total(desk: Desk) -> None:
    change = (INITIAL, "  montant: 100 000 €\n")
    more = ("  montant: 100 000 €\n", earlier(f"{FIRST}, montant: 4 000 €")[1])
    faults = told(
        desk, (CERTIFIED, ""), change, (more[0], more[1].replace(INITIAL, more[0])), NUMBER
    )
    assert [fault.code.value for fault in faults] == ["CG325"]


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


def test_a_role_is_kept_for_those_who_may_hold_it(desk: Desk) -> None:
    """Only a public body grants, or deliberates."""
    desk.edit(DELIBERATION, ("nature: département\n", "nature: association\n"))
    faults = [f for f in desk.act(DELIBERATION).errors if f.code is Code.NATURE]
    (fault,) = faults
    assert fault.span.line == desk.place(DELIBERATION, "nature: association")[0]
    assert "« association »" in fault.message
    assert "commune, département" in fault.help


@pytest.mark.parametrize("name", ["le Bénéficiaire", "Le  bénéficiaire"])
def test_two_parties_are_called_by_two_names(desk: Desk, name: str) -> None:
    faults = told(desk, ("designation: le Département ", f"designation: {name} "))
    assert [f.code for f in faults if f.is_error] == [Code.SHARED_NAME]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("l’Association", "par l’Association"),
        ("Département", ""),
        ("l’Oued", ""),
    ],
)
def test_a_designation_has_an_article_and_a_gender(desk: Desk, name: str, said: str) -> None:
    faults = told(desk, ("designation: le Département ", f"designation: {name} "))
    assert bool(faults) is not bool(said)
    assert all(f.code is Code.INVALID_VALUE for f in faults)


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
    first, second = assemble_cases([desk.file(EUROPIA), other], State.DRAFT)
    shared = [
        [f for f in act.diagnostics if "deux avenants" in f.message] for act in (first, second)
    ]
    assert [len(faults) for faults in shared] == [0, int(same)]
    for fault in shared[1]:
        assert fault.span.file == other
        assert [note.span.file for note in fault.notes] == [desk.file(EUROPIA)]


def test_a_huge_number_is_told_in_a_few_words(desk: Desk) -> None:
    (fault,) = told(desk, ("numero: 1\n\n", "numero: 999999999999\n\n"))
    assert plain(fault.message).endswith("ceux-ci : 1, 2, 3, 4, 5…")


@pytest.mark.parametrize("number", ["0", "-1"])
def test_a_number_is_one_at_least(desk: Desk, number: str) -> None:
    faults = told(desk, ("numero: 1\n\n", f"numero: {number}\n\n"))
    assert [fault.code for fault in faults] == [Code.INVALID_VALUE]


@pytest.mark.parametrize(
    ("avenants", "words"),
    [
        (["numero: 3, date: 01/03/2023"], "n’est pas antérieur à l’avenant n° 2"),
        (
            [FIRST.replace("03/2023", "06/2023"), "numero: 2, date: 01/05/2023"],
            "est avant l’avenant",
        ),
    ],
)
def test_earlier_avenants_are_earlier(desk: Desk, avenants: list[str], words: str) -> None:
    number = ("numero: 1\n\n", f"numero: {len(avenants) + 1}\n\n")
    faults = [f for f in told(desk, number, earlier(*avenants)) if f.is_error]
    assert len(faults) == 1
    assert words in plain(faults[0].message)


def test_the_same_length_in_another_unit_changes_nothing(desk: Desk) -> None:
    desk.add(EUROPIA, "duree: 12 mois\n")
    (fault,) = told(desk, (INITIAL, f"{INITIAL}  duree: 1 an\n"))
    assert (fault.code, "déjà cette valeur" in fault.message) == (Code.AMENDMENT, True)


VOTED = (
    "seance: {{presents: [A], secretaire: {}, vote: {{pour: {}, contre: {}, abstentions: 9}}}}\n"
)


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        (("A", 2, 1), []),
        (("A", 1, 1), ["CG323"]),
        (("A", 0, 10), ["CG323"]),
        (("Z", 2, 1), ["CG323"]),
    ],
)
def test_a_vote_adopts_and_its_secretary_was_there(
    desk: Desk, said: tuple[str, int, int], codes: list[str]
) -> None:
    desk.add(DELIBERATION, VOTED.format(*said))
    faults = [f for f in desk.act(DELIBERATION).assembled.diagnostics if f.code != "CG301"]
    assert [fault.code.value for fault in faults] == codes
    assert all(fault.is_error is (said[0] == "A") for fault in faults)


JOINED = "    fiche: ../avenant/europia.yaml\n"
TYPED = "    acte: l’avenant n° 1\n    objet: le prêt\n    cocontractants: [X]\n    montant: {}\n"


@pytest.mark.parametrize(
    ("amount", "codes"), [("23 000 €", []), ("23 000,01 €", ["CG325"]), ("50 000 €", ["CG325"])]
)
def test_a_large_expense_has_its_convention(desk: Desk, amount: str, codes: list[str]) -> None:
    desk.edit(DELIBERATION, (JOINED, TYPED.format(amount)))
    faults = [f for f in desk.act(DELIBERATION).assembled.diagnostics if f.code != "CG301"]
    assert [fault.code.value for fault in faults] == codes
    assert all(f.span.line == desk.place(DELIBERATION, f"montant: {amount}")[0] for f in faults)
