"""What a case that another joins tells it: an avenant and its initial convention."""

from __future__ import annotations

from pathlib import Path

import pytest

from convgen.faults.diagnostic import Code, Diagnostic
from convgen.model.state import State
from tests.acts.desk import ALPES, S2MIA_COMPLETE, Desk
from tests.acts.desk import GRANT as PROGRAMME
from tests.acts.reading import Act, plain

CASE = "cases/avenant/essai.yaml"
GRANT = "../subvention-poste/alpes-maritimes.yaml"
SERVICES = "../mise-a-disposition-services/s2mia-complete.yaml"
SIGNED = "  date: 15/01/2024\n"
HELD = (
    "parties:\n  beneficiaire:\n    habilitation: {acte: délibération, organe: conseil "
    "départemental, date: 12/12/2024}\n"
)
BOTH = (
    "parties:\n  financeur:\n    habilitation: {acte: délibération, organe: conseil départemental, "
    "date: 12/12/2024}\n  beneficiaire:\n    habilitation: {acte: délibération, organe: comité "
    "syndical, date: 13/12/2024}\n"
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    made = Desk.at(tmp_path / "bibliotheque")
    made.complete_projects()
    return made


def write(
    desk: Desk, more: str, joined: str = GRANT, initial: str = SIGNED, parties: str = HELD
) -> None:
    text = f"programme: avenant\nnumero: 1\nconvention_initiale:\n  fiche: {joined}\n{initial}"
    desk.file(CASE).write_text(f"{text}{parties}{more}", encoding="utf-8")


def only(act: Act) -> Diagnostic:
    (fault,) = act.errors
    return fault


def at(desk: Desk, fault: Diagnostic) -> tuple[str, int]:
    return fault.span.file.resolve().relative_to(desk.root.resolve()).as_posix(), fault.span.line


def line(desk: Desk, text: str, name: str = CASE) -> tuple[str, int]:
    return name, desk.place(name, text)[0]


# What is told


def test_old_values_and_parties_are_those_of_the_initial_case(desk: Desk) -> None:
    write(desk, "duree: 18 mois\nmontant: 10 000 €\n")
    act = desk.act(CASE)
    assert act.errors == []
    said = act.text
    assert (
        "La durée de la Convention initiale, fixée à 1 an, est désormais fixée à 18 mois." in said
    )
    assert "est de 50 000 €. Il est porté à 60 000 € (soixante mille euros)." in said
    assert "qui a pour objet le cofinancement, par l’État, du poste d’animateur" in said
    assert "Monsieur Hugues Moutouh, préfet des Alpes-Maritimes en exercice" in said


def test_parties_are_called_as_the_initial_convention_calls_them(desk: Desk) -> None:
    write(desk, "montant: 10 000 €\n")
    said = desk.act(CASE).text
    assert "L’État verse le Complément au Département selon les modalités" in said
    assert "Financeur" not in said
    assert "Bénéficiaire" not in said


def test_roles_of_other_names_are_taken_in_order(desk: Desk) -> None:
    write(desk, "duree: 4 ans\n", SERVICES, parties=BOTH)
    act = desk.act(CASE)
    assert act.errors == []
    assert "fixée à 3 ans, est désormais fixée à 4 ans." in act.text
    assert "ci-après dénommée « le Syndicat mixte »" in act.text


def test_roles_of_the_same_names_are_taken_by_name(desk: Desk) -> None:
    first, second = (
        '  financeur: {designation: "l’État", genre: masculin}\n',
        "  beneficiaire: {designation: le Département}\n",
    )
    desk.edit(PROGRAMME, (first + second, second + first))
    write(desk, "montant: 10 000 €\n")
    assert "L’État verse le Complément au Département" in desk.act(CASE).text


def test_a_party_is_told_without_its_authorisation(desk: Desk) -> None:
    write(desk, "montant: 10 000 €\n", parties="")
    fault = only(desk.act(CASE))
    assert (fault.code, "habilitation du Bénéficiaire" in fault.message) == (Code.GAP, True)


def test_show_says_what_was_told_and_by_what(desk: Desk) -> None:
    write(desk, "montant: 10 000 €\n")
    told = {d.path: (d.text, d.source) for d in desk.act(CASE).assembled.deduced}
    source = "convention_initiale.fiche"
    assert told["convention_initiale.montant"] == ("50 000 €", source)
    assert told["convention_initiale.duree"] == ("1 an", source)


def test_the_date_of_signature_may_be_told_too(desk: Desk) -> None:
    desk.add(ALPES, "signature: {date: 15/01/2024}\n")
    write(desk, "montant: 10 000 €\n", initial="")
    act = desk.act(CASE)
    assert act.errors == []
    assert plain(act.document.title) == "Avenant n° 1 à la convention du 15 janvier 2024"


def test_earlier_avenants_are_added_up_and_the_last_term_is_in_force(desk: Desk) -> None:
    earlier = (
        "  avenants:\n    - {numero: 1, date: 01/03/2024, montant: 5 000 €, duree: 15 mois}\n"
        "    - {numero: 2, date: 01/06/2024, duree: 18 mois}\n"
    )
    write(desk, "duree: 24 mois\nmontant: 10 000 €\n", initial=SIGNED + earlier)
    desk.edit(CASE, ("\nnumero: 1\n", "\nnumero: 3\n"))
    act = desk.act(CASE)
    assert act.errors == []
    assert "Compte tenu des avenants visés en tête du présent avenant, le montant" in act.text
    assert "est de 55 000 €. Il est porté à 65 000 €" in act.text
    assert "en dernier lieu fixée à 18 mois, est désormais fixée à 24 mois." in act.text
    assert "Vu l’avenant n° 2 à la Convention initiale, signé le 1er juin 2024 ;" in act.text


def test_an_earlier_avenant_may_have_a_case_of_its_own(desk: Desk) -> None:
    write(desk, "montant: 5 000 €\nsignature: {date: 13/12/2024}\n")
    desk.file("cases/avenant/premier.yaml").write_text(
        desk.file(CASE).read_text(encoding="utf-8"), encoding="utf-8"
    )
    listed = "  avenants:\n    - fiche: premier.yaml\n"
    write(desk, "montant: 10 000 €\n", initial=SIGNED + listed)
    desk.edit(CASE, ("\nnumero: 1\n", "\nnumero: 2\n"), ("12/12/2024", "12/12/2025"))
    act = desk.act(CASE)
    assert act.errors == []
    assert "est de 55 000 €. Il est porté à 65 000 €" in act.text
    assert "Vu l’avenant n° 1 à la Convention initiale, signé le 13 décembre 2024 ;" in act.text


# What is refused


def test_without_its_initial_convention_an_avenant_has_nothing_to_amend(desk: Desk) -> None:
    desk.file(CASE).write_text(f"programme: avenant\nnumero: 1\nterme: 1/1/2027\n{HELD}", "utf-8")
    fault = desk.act(CASE).errors[-1]
    faults = [f.message for f in desk.act(CASE).errors]
    assert any("il manque : convention initiale (convention_initiale)" in m for m in faults), faults
    assert fault.help


def test_a_field_that_the_initial_convention_does_not_have_is_not_amended(desk: Desk) -> None:
    write(desk, "terme: 31/12/2026\n", SERVICES, parties=BOTH)
    fault = only(desk.act(CASE))
    assert fault.code is Code.GAP
    assert "terme de la convention initiale (convention_initiale.terme)" in fault.message
    assert at(desk, fault) == line(desk, "convention_initiale:")


@pytest.mark.parametrize(
    ("typed", "there"),
    [("  montant: 49 999 €\n", "montant: 50 000 €"), ("  duree: 2 ans\n", "duree: 1 an\n")],
)
def test_what_is_told_and_typed_otherwise_is_refused_at_both_places(
    desk: Desk, typed: str, there: str
) -> None:
    write(desk, "montant: 10 000 €\n", initial=SIGNED + typed)
    fault = only(desk.act(CASE))
    assert fault.code is Code.RESTATED
    assert at(desk, fault) == line(desk, typed.strip())
    (note,) = fault.notes
    assert (Path(note.span.file).name, note.span.line) == (
        Path(ALPES).name,
        desk.place(ALPES, f"\n{there}")[0] + 1,
    )


@pytest.mark.parametrize("typed", ["  montant: 50000\n", "  duree: 1 ans\n", "  objet:\n"])
def test_the_same_said_in_another_way_or_left_empty_passes(desk: Desk, typed: str) -> None:
    write(desk, "montant: 10 000 €\n", initial=SIGNED + typed)
    assert desk.act(CASE).errors == []


def test_another_party_is_refused_another_signatory_is_not(desk: Desk) -> None:
    other = HELD.replace("beneficiaire:\n", "beneficiaire:\n    siren: 200 000 024\n")
    write(desk, "montant: 10 000 €\n", parties=other)
    assert only(desk.act(CASE)).code is Code.RESTATED
    person = "    signataire: {civilite: Madame, prenom: Alix, nom: Diallo, qualite: présidente}\n"
    write(
        desk,
        "montant: 10 000 €\n",
        parties=HELD.replace("beneficiaire:\n", f"beneficiaire:\n{person}"),
    )
    act = desk.act(CASE)
    assert act.errors == []
    assert "Madame Alix Diallo, présidente en exercice" in act.text


def test_a_gap_of_the_joined_case_is_one_here_at_its_place(desk: Desk) -> None:
    desk.edit(ALPES, ("\nmontant: 50 000 €", "\nmontant:"))
    write(desk, "montant: 10 000 €\n")
    fault = only(desk.act(CASE))
    assert (fault.code, at(desk, fault)) == (
        Code.GAP,
        (*line(desk, "\nmontant:\n", ALPES)[:1], desk.place(ALPES, "\nmontant:\n")[0] + 1),
    )


@pytest.mark.parametrize(
    ("joined", "words"),
    [
        ("rien.yaml", "introuvable"),
        ("../../../secret.yaml", "hors de la bibliothèque"),
        ("/etc/passwd", "n’est pas un chemin relatif"),
        ("../subvention-poste/fiche-de-mission.md", "n’est pas une fiche"),
    ],
)
def test_a_path_that_leads_to_no_case_is_refused(desk: Desk, joined: str, words: str) -> None:
    (desk.root.parent / "secret.yaml").write_text("programme: avenant\n", encoding="utf-8")
    write(desk, "montant: 10 000 €\n", joined)
    wrong = [f for f in desk.act(CASE).errors if f.code is Code.INVALID_VALUE]
    assert len(wrong) == 1
    assert words in wrong[0].message.replace("\u00a0", " ")
    assert at(desk, wrong[0])[1] == line(desk, "  fiche:")[1]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("programme: [", "jamais fermé"),
        ("programme: inconnu\n", "programme inconnu"),
        ("programme: avenant\nconvention_initiale: {fiche: autre.yaml}\n", "celle d’un avenant"),
    ],
)
def test_a_case_that_tells_nothing_is_refused(desk: Desk, content: str, words: str) -> None:
    desk.file("cases/avenant/autre.yaml").write_text(content, encoding="utf-8")
    write(desk, "montant: 10 000 €\n", "autre.yaml")
    faults = [f for f in desk.act(CASE).errors if f.code is Code.OTHER_CASE]
    assert any(words in f.message.replace("\u00a0", " ") for f in faults)


def test_a_case_does_not_join_itself(desk: Desk) -> None:
    write(desk, "montant: 10 000 €\n", "essai.yaml")
    (fault,) = (f for f in desk.act(CASE).errors if f.code is Code.OTHER_CASE)
    assert (fault.code, at(desk, fault)[1]) == (Code.OTHER_CASE, line(desk, "  fiche:")[1])
    assert fault.message == "une fiche ne peut pas se joindre elle-même"
    assert fault.help == (
        "joignez la fiche de la convention initiale, ou retirez « convention_initiale.fiche »"
    )


def test_an_earlier_avenant_does_not_join_its_own_case(desk: Desk) -> None:
    listed = "  avenants:\n    - {fiche: essai.yaml}\n"
    write(desk, "montant: 10 000 €\n", initial=SIGNED + listed)
    desk.edit(CASE, ("\nnumero: 1\n", "\nnumero: 2\n"))
    (fault,) = (f for f in desk.act(CASE).errors if f.code is Code.OTHER_CASE)
    assert fault.message == "une fiche ne peut pas se joindre elle-même"
    assert "la fiche de l’avenant antérieur, ou retirez" in fault.help


def test_an_act_to_approve_is_not_the_deliberation_itself(desk: Desk) -> None:
    subject = "programme: deliberation\nsujets:\n  - {intitule: le prêt, fiche: essai.yaml}\n"
    desk.file("cases/deliberation/essai.yaml").write_text(subject, encoding="utf-8")
    faults = desk.act("cases/deliberation/essai.yaml").errors
    (fault,) = (fault for fault in faults if fault.code is Code.OTHER_CASE)
    assert fault.message == "une fiche ne peut pas se joindre elle-même"
    assert "la fiche de l’acte à approuver, ou retirez « sujets[1].fiche »" in fault.help


def test_a_draft_of_such_a_case_is_written_all_the_same(desk: Desk) -> None:
    write(desk, "montant: 10 000 €\n", "essai.yaml")
    act = desk.act(CASE, State.DRAFT)
    assert act.assembled.can_be_written(State.DRAFT)
    assert act.data


def test_hostile_names_come_through_as_they_are(desk: Desk) -> None:
    name = "A <b>&amp;</b> {{ x }} **gras**"
    text = desk.file(S2MIA_COMPLETE).read_text(encoding="utf-8")
    added = text.replace("  syndicat:\n", f'  syndicat:\n    denomination: "{name}"\n')
    desk.file(S2MIA_COMPLETE).write_text(added, encoding="utf-8")
    write(desk, "duree: 4 ans\n", SERVICES, parties=BOTH)
    act = desk.act(CASE)
    assert act.errors == []
    assert name in "\n".join(act.word_lines)


# What makes a joined case unsure


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("\nmontant: 50 000 €", "\nmontant: 50 000 €\nmontant: 70 000 €", "répétée"),
        ("      nom: Moutouh", '      nom: "Mou\u202etouh"', "U+202E"),
        ("\nmontant: 50 000 €", "\nmontantt: 70 000 €\nmontant: 50 000 €", "montantt"),
        (
            "programme: subvention-poste",
            "programme: subvention-poste\ncommun: nix.yaml",
            "introuvable",
        ),
    ],
)
def test_a_fault_of_the_joined_case_is_told_where_it_is_joined(
    desk: Desk, old: str, new: str, words: str
) -> None:
    desk.edit(ALPES, (old, new))
    write(desk, "montant: 10 000 €\n")
    fault = only(desk.act(CASE))
    assert (fault.code, at(desk, fault)[1]) == (Code.OTHER_CASE, line(desk, "  fiche:")[1])
    assert words in fault.message
    (note,) = fault.notes
    assert note.span.file.name == Path(ALPES).name


def test_a_circle_of_cases_is_refused(desk: Desk) -> None:
    listed = "  avenants:\n    - {numero: 1, date: 01/03/2024, fiche: second.yaml}\n"
    write(desk, "montant: 10 000 €\n", initial=SIGNED + listed)
    second = listed.replace("second.yaml", "essai.yaml")
    text = desk.file(CASE).read_text(encoding="utf-8").replace(listed, second)
    desk.file("cases/avenant/second.yaml").write_text(text, encoding="utf-8")
    (fault,) = (f for f in desk.act(CASE).errors if f.code is Code.OTHER_CASE)
    circle = "des fiches ne peuvent pas se joindre en cercle"
    assert fault.message == f"la fiche jointe a une faute : {circle}"
    assert fault.help == (
        "dans la fiche jointe, joignez la fiche de l’avenant antérieur, ou retirez "
        "« convention_initiale.avenants[1].fiche »"
    )


@pytest.mark.parametrize("joined", [GRANT, "autre.yaml"])
def test_an_earlier_avenant_amends_the_same_convention(desk: Desk, joined: str) -> None:
    write(desk, "montant: 5 000 €\n", initial="  date: 16/01/2024\n")
    text = desk.file(CASE).read_text(encoding="utf-8")
    desk.file("cases/avenant/autre.yaml").write_text(text, encoding="utf-8")
    listed = f"  avenants:\n    - {{numero: 1, date: 01/03/2024, fiche: {joined}}}\n"
    write(desk, "montant: 10 000 €\n", initial=SIGNED + listed)
    desk.edit(CASE, ("\nnumero: 1\n", "\nnumero: 2\n"))
    told = [f.message for f in desk.act(CASE).errors if f.code is Code.OTHER_CASE]
    assert told == ["la fiche jointe n’est pas celle d’un avenant à cette convention"]


def test_the_highest_number_says_what_is_in_force_whatever_the_order(desk: Desk) -> None:
    earlier = (
        "  avenants:\n    - {numero: 2, date: 01/06/2024, duree: 40 mois}\n"
        "    - {numero: 1, date: 01/03/2024, duree: 18 mois}\n"
    )
    write(desk, "duree: 48 mois\n", initial=SIGNED + earlier)
    desk.edit(CASE, ("\nnumero: 1\n", "\nnumero: 3\n"))
    act = desk.act(CASE)
    assert act.errors == []
    assert "en dernier lieu fixée à 40 mois" in act.text


def test_an_endless_number_is_a_fault_of_its_own(desk: Desk) -> None:
    listed = f"  avenants:\n    - {{numero: {'9' * 5000}, date: 01/03/2024, duree: 2 ans}}\n"
    write(desk, "duree: 3 ans\n", initial=SIGNED + listed)
    assert Code.INVALID_VALUE in {fault.code for fault in desk.act(CASE).errors}
