"""What an act computes: totals, places with their preposition, points of the law, signatures."""

from __future__ import annotations

import pytest
from stdnum import luhn

from convgen.faults.diagnostic import Code
from convgen.model.document import RULE
from convgen.model.state import State
from tests.library.shelf import CASE, HEADER, PROGRAMME, Shelf

TERM = "terme: 31/12/2026"
PRICES = "tarifs: [{objet: ligne, prix: 404 €}, {objet: licence, prix: '267,84'}]"
ROWS = "{% for tarif in tarifs %}\n{{ tarif.prix | fois(effectif) }}\n{% endfor %}\n"


@pytest.fixture
def priced(shelf: Shelf) -> Shelf:
    """A case with unit prices."""
    shelf.edit(PROGRAMME, ("exige: [terme]", "exige: [terme, tarifs, effectif]"))
    shelf.edit(CASE, (TERM, f"{TERM}\n{PRICES}\neffectif: 12"))
    return shelf


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("{{ tarifs | total }}", "671,84 €"),
        ("{{ tarifs | total | fois(effectif) }}", "8 062,08 €"),
        ("{{ tarifs | total | fois(effectif) | lettres }}", "huit mille soixante-deux euros et"),
        ("{{ effectif | fois(effectif) }}", "144"),
        (ROWS, "4 848 € 3 214,08 €"),
    ],
)
def test_totals_are_computed(priced: Shelf, written: str, printed: str) -> None:
    priced.body(f"{written}\n")
    assert priced.lines()[0].startswith(printed)


@pytest.mark.parametrize(
    ("change", "label"),
    [
        (("prix: 404 €", "prix: ''"), "prix unitaire"),
        (("objet: ligne, prix: 404 €", "objet: '', prix: 404 €"), ""),
        (("effectif: 12", "effectif:"), "effectif"),
        ((PRICES, "tarifs:"), "tarifs unitaires"),
    ],
)
def test_a_total_rests_on_each_of_its_parts(
    priced: Shelf, change: tuple[str, str], label: str
) -> None:
    priced.edit(CASE, change)
    priced.body("{{ tarifs | total | fois(effectif) }}\n")
    (line,) = priced.lines(State.DRAFT)
    assert line == (f"[à compléter : {label}]" if label else "8 062,08 €")


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (("prix: 404 €", "prix: 404 €, total: 4848 €"), "total: 4848"),
        ((TERM, f"{TERM}\ntotal: 8 062,08 €"), "total: 8 062"),
    ],
)
def test_a_total_is_not_typed(priced: Shelf, typed: tuple[str, str], place: str) -> None:
    priced.edit(CASE, typed)
    fault = priced.only()
    assert fault.code is Code.UNKNOWN_KEY
    assert "se calculent" in fault.help
    lines = priced.text(CASE).splitlines()
    assert lines[fault.span.line - 1][fault.span.column - 1 :].startswith(place)


@pytest.mark.parametrize("quantity", ["0", "-3", "1,5", "douze"])
def test_a_quantity_is_a_whole_number_of_one_at_least(priced: Shelf, quantity: str) -> None:
    priced.edit(CASE, ("effectif: 12", f"effectif: {quantity}"))
    assert priced.only().code is Code.INVALID_VALUE


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{{ projet.nom | total }}", "n’ont pas un montant"),
        ("{{ projet.lots | total }}", "n’ont pas un montant"),
        ("{{ projet.nom | fois(effectif) }}", "n’est ni un montant ni un nombre"),
        ("{{ effectif | fois(projet.nom) }}", "n’est pas un nombre entier"),
        ("{{ effectif | fois(12) }}", "le chemin d’un nombre entier"),
        ("{{ 'x' | total }}", "suit un chemin"),
        ("{{ commune | a }}", "a sa forme « .a »"),
        ('{{ exigence("rgpd-28-3-z") }}x', "exigence inconnue"),
        ("{{ exigence(terme) }}x", "entre guillemets"),
        ('{{ "a" if exigence("rgpd-28-3-a") else "b" }}', "seul dans ses accolades"),
    ],
)
def test_what_cannot_be_computed_is_told_without_a_case(
    priced: Shelf, written: str, said: str
) -> None:
    priced.body(f"{written}\n")
    assert any(said in f"{fault.message} {fault.help}" for fault in priced.faults())


@pytest.mark.parametrize(
    ("place", "said"),
    [("Le Havre", "au Havre"), ("Choisy-le-Roi", "à Choisy-le-Roi"), ("", f"à {RULE}")],
)
def test_a_place_takes_its_preposition(shelf: Shelf, place: str, said: str) -> None:
    if place:
        shelf.edit(CASE, (TERM, f"{TERM}\nsignature: {{lieu: {place}}}"))
    shelf.body("Fait {{ signature.lieu | a }}.\n")
    assert shelf.lines() == [f"Fait {said}."]


# Each party signs at its own place, and day


@pytest.mark.parametrize(
    ("own", "common", "said"),
    [
        ("signe_a: Le Havre", "", f"Fait au Havre, le {RULE}"),
        ("", "signature: {lieu: Choisy-le-Roi, date: 15/12/2025}", "Fait à Choisy-le-Roi, le 15"),
        ("", "", f"Fait à {RULE}, le {RULE}"),
    ],
)
def test_a_party_signs_at_its_own_place_else_at_that_of_all(
    shelf: Shelf, own: str, common: str, said: str
) -> None:
    block = "Pour {{ partie }}\n\nFait {{ partie.signe_a | a }}, le {{ partie.signe_le }}\n"
    shelf.write("clauses/signature/bloc.md", HEADER + block)
    shelf.edit(CASE, ("    insee: 94022\n", f"    insee: 94022\n    {own}\n" if own else "\n"))
    shelf.edit(CASE, (TERM, f"{TERM}\n{common}"))
    document = shelf.act().document
    assert document is not None
    (cells,) = document.sections[-1].blocks[-1].rows
    assert "".join(run.text for run in cells[0][1]).startswith(said)


@pytest.mark.parametrize(("columns", "rows"), [("", [2]), ("1", [1, 1]), ("2", [2]), ("3", [2])])
def test_parties_sign_in_as_many_columns_as_the_plan_says(
    shelf: Shelf, columns: str, rows: list[int]
) -> None:
    line = f"    colonnes: {columns}\n" if columns else ""
    shelf.edit(PROGRAMME, ("    bloc: signature/bloc\n", f"    bloc: signature/bloc\n{line}"))
    document = shelf.act().document
    assert document is not None
    assert [len(row) for row in document.sections[-1].blocks[-1].rows] == rows


@pytest.mark.parametrize(
    ("count", "rows"),
    [(1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [3, 2]), (6, [3, 3]), (7, [3, 3, 1])],
)
def test_three_parties_sign_abreast_but_four_two_by_two(
    shelf: Shelf, count: int, rows: list[int]
) -> None:
    shelf.edit(PROGRAMME, (SINGULAR, PLURAL))
    others = "".join(
        f"    - {{nature: association, denomination: Association {rank}, siren: {siren(rank)}, "
        "siege: {adresse: 1 rue Haute, code_postal: 94600, commune: Choisy-le-Roi}, signataire: "
        f"{{civilite: Madame, prenom: Anne, nom: Le Goff {rank}, qualite: présidente}}}}\n"
        for rank in range(count - 1)
    )
    text = shelf.text(CASE)
    start, end = text.index("  association:"), text.index("projet:")
    alone = text[:start] + (f"  association:\n{others}" if others else "") + text[end:]
    if count == 1:
        shelf.edit(PROGRAMME, (PLURAL, ""))
    shelf.write(CASE, alone)
    document = shelf.act().document
    assert document is not None
    assert [len(row) for row in document.sections[-1].blocks[-1].rows] == rows


SINGULAR = '  association: {designation: "l’Association", genre: féminin}\n'
PLURAL = "  association: {designation: les Associations, genre: féminin}\n"


def siren(rank: int) -> str:
    digits = f"200{rank + 1:05}"
    return digits + str(luhn.calc_check_digit(digits))


@pytest.mark.parametrize("columns", ["0", "4", "deux", "[2]"])
def test_no_other_number_of_columns(shelf: Shelf, columns: str) -> None:
    shelf.edit(
        PROGRAMME,
        ("    bloc: signature/bloc\n", f"    bloc: signature/bloc\n    colonnes: {columns}\n"),
    )
    fault = shelf.faults()[0]
    assert fault.code is Code.PROGRAMME_FAULT
    assert shelf.text(PROGRAMME).splitlines()[fault.span.line - 1].strip().startswith("colonnes")
