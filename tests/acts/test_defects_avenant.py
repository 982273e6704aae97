"""What the real avenant and the dossier around it had wrong, and what now stops it."""

from __future__ import annotations

from convgen.dossier.dossier import assemble_dossier
from convgen.faults.diagnostic import Code
from convgen.model.state import State
from tests.acts.desk import ALPES, DELIBERATION, EUROPIA, EUROPIA_COMPLETE, S2MIA, Desk
from tests.acts.reading import plain

DATE = "      date:                    # celle de la délibération"


def test_a_deliberation_without_a_date_is_that_of_a_project(ready: Desk) -> None:
    """The original is the project annexed to that very deliberation."""
    faults = [f for f in ready.act(EUROPIA, State.FINAL).errors if "habilitation" in f.message]
    assert [f.code for f in faults if "date" in f.message] == [Code.GAP]
    assert faults[0].span.line == ready.place(EUROPIA, DATE.strip())[0]
    said = plain(ready.act(EUROPIA, State.PROJECT).text)
    assert "Vu la délibération de la commission permanente du ____" in said


def test_the_document_made_of_accounts_has_a_name(ready: Desk) -> None:
    """« … est constitué d'un tableau » had lost its subject."""
    said = plain(ready.act(EUROPIA_COMPLETE).text)
    assert "le compte rendu financier de l’emploi du Complément, constitué des pièces" in said


def test_each_signatory_has_a_title_a_name_and_an_office_in_the_order_of_the_parties(
    ready: Desk,
) -> None:
    faults = [f for f in ready.act(EUROPIA).errors if "civilité" in f.message]
    assert [f.code for f in faults] == [Code.GAP]
    (row,) = [line for line in ready.act(EUROPIA_COMPLETE).lines("signature") if "|" in line]
    first, second = row.removeprefix("| ").split(" | ")
    assert "/ Monsieur Charles Ange Ginésy, président du conseil départemental /" in first
    assert "/ Monsieur Marco Landi, président /" in second


def test_the_association_has_one_spelling_in_the_whole_dossier(desk: Desk) -> None:
    """The originals wrote Institut Europ'IA, Institut Europ IA and Europ'IA."""
    made = assemble_dossier(desk.file(DELIBERATION), State.DRAFT)
    for piece in made.pieces:
        assert piece.assembled.document is not None
        runs = (r.text for b in piece.assembled.document.all_blocks() for r in b.all_runs())
        said = plain("".join(runs))
        assert said.count("Europ") == said.count("Institut Europ’IA"), piece.name


def test_another_spelling_of_the_association_is_reported(desk: Desk) -> None:
    """Names of seven letters at least: shorter ones are too near other words."""
    other = ("denomination: Institut Europ’IA", "denomination: Association Europ’Intelia")
    desk.edit(EUROPIA, other, ("motif: l’accroissement", "motif: Europ’Intelio et l’accroissement"))
    codes = [f.code for f in desk.act(EUROPIA, State.DRAFT).assembled.diagnostics]
    assert Code.SPELLING in codes


def test_the_total_after_the_avenant_is_computed(ready: Desk) -> None:
    assert "est porté à 280 000 €" in plain(ready.act(EUROPIA_COMPLETE).text)
    ready.add(EUROPIA, "total: 280 000 €\n")
    (fault,) = ready.act(EUROPIA_COMPLETE).errors
    assert (fault.code, "calculent" in fault.help) == (Code.UNKNOWN_KEY, True)


def test_the_deliberation_names_legal_persons(desk: Desk) -> None:
    """The originals contracted with « la préfecture », and called the syndicat by two acronyms."""
    said = plain(desk.act(DELIBERATION).text)
    assert "à conclure avec l’État, représenté par le préfet des Alpes-Maritimes" in said
    assert "à conclure avec le Syndicat mixte de la Maison de l’intelligence artificielle" in said
    assert "la préfecture des" not in said
    assert "MIA" not in said.replace("lmc", "")


def test_the_deliberation_types_no_sum_nor_length(desk: Desk) -> None:
    desk.edit(ALPES, ("\nmontant: 50 000 €", "\nmontant: 61 000 €"))
    desk.edit(S2MIA, ("\nduree: 3 ans", "\nduree: 5 ans"))
    said = plain(desk.act(DELIBERATION).text)
    assert said.count("61 000 €") == 3
    assert "la durée étant fixée à 5 ans à compter de sa notification" in said
