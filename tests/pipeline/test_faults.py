"""The faults of a case: code, line, message, way out; all of them at once, in file order."""

# ruff: noqa: E501 - one line a case, as a table

from __future__ import annotations

import pytest

from convgen.model.state import State
from tests.acts.reading import plain
from tests.library.shelf import CASE, PROGRAMME, Shelf, expected, told

NOM, TERME, SIREN = "  nom: Jardin", "terme: 31/12/2026", "    siren: 219400223\n"
MAIRE = "signataire: {civilite: Monsieur, prenom: Tonino, nom: Panetta, qualite: maire}"

FAULTS = {
    # missing
    "a slot left out": (f"{TERME}\n", "", "il manque : terme de la convention", "ajoutez « terme"),
    "a slot left empty": (TERME, "terme:   # erreur: CG101", "il manque : terme", "complétez"),
    "an empty text": (TERME, 'terme: ""   # erreur: CG101', "il manque : terme", "complétez"),
    "a blank text": (NOM, '  nom: " \u00a0 "   # erreur: CG101', "il manque : nom du projet", ""),
    "an optional key left empty": (NOM, f"{NOM}\n  lots:   # erreur: CG101", "lots", "retirez la clé"),
    "an empty list": (NOM, f"{NOM}\n  lots: []   # erreur: CG101", "il manque : lots", ""),
    "an empty group": (TERME, "terme: {}   # erreur: CG101", "il manque : terme", ""),
    "an empty element": (
        NOM, f"{NOM}\n  lots:\n    - a\n    -   # erreur: CG101", "lots du projet (n° 2)", "cet élément",
    ),
    "a field of a group": (f"{NOM}\n", "  mode: a   # erreur ailleurs\n", "nom du projet", "sous « projet »"),
    "a group left out": (f"projet:\n{NOM}\n", "", "il manque : projet", "à la fiche"),
    "an identifier": (SIREN, "", "numéro SIREN de la Commune", "sous « parties.commune »"),
    "an identifier left empty": (
        SIREN, "    siren:   # erreur: CG101\n", "numéro SIREN", "complétez la valeur de « siren »",
    ),
    "a role left empty": (
        "  association:\n    nature: association\n    denomination: Les Amis du Parc\n"
        "    siren: 200054781\n    siege: {adresse: 1 rue Haute, code_postal: 94600, commune: Choisy-le-Roi}\n"
        "    signataire: {civilite: Madame, prenom: Anne, nom: Le Goff, qualite: présidente}\n",
        "  association: []   # erreur: CG101\n", "il manque : l’Association", "",
    ),
    # invalid
    "a date": (TERME, "terme: 31/02/2027   # erreur: CG102", "terme de la convention : ", "corrigez « terme »"),
    "an amount": (TERME, f"{TERME}\nmontant: cher   # erreur: CG102", "montant : ", "corrigez"),
    "a duration": (TERME, f"{TERME}\nduree: longtemps   # erreur: CG102", "durée", "corrigez"),
    "a key of an identifier": (SIREN, "    siren: 219400224   # erreur: CG102\n", "numéro SIREN de la Commune", ""),
    "an option": (NOM, f"{NOM}\n  mode: c   # erreur: CG102", "« c » n’est pas une option", "corrigez « mode »"),
    "a nature": ("nature: commune", "nature: mairie   # erreur: CG102", "n’est pas une option", ""),
    "an element of a list": (
        TERME,
        f"{TERME}\ncalendrier:\n  etapes:\n    - intitule: E\n      duree_min: deux   # erreur: CG102",
        "durée de l’étape", "corrigez « duree_min »",
    ),
    "yes or no": (NOM, f"{NOM}\n  ouvert: parfois   # erreur: CG102", "ni oui ni non", ""),
    # wrong type
    "a list for a text": (NOM, "  nom:\n    - Jardin   # erreur: CG103", "une valeur simple est attendue", ""),
    "a group for a text": (NOM, "  nom:\n    x: Jardin   # erreur: CG103", "pas un groupe de clés", "« nom »"),
    "a text for a list": (NOM, f"{NOM}\n  lots: x   # erreur: CG103", "une liste est attendue", "un tiret"),
    "a group for a list": (NOM, f"{NOM}\n  lots:\n    x: y   # erreur: CG103", "une liste est attendue", ""),
    "a list in a list": (NOM, f"{NOM}\n  lots:\n    -\n      - a   # erreur: CG103", "valeur simple", "après le tiret"),
    "a text for a group": (
        TERME, f"{TERME}\ncalendrier: 12 mois   # erreur: CG103", "un groupe de clés est attendu", "duree, debut",
    ),
    "a list for a group": (
        TERME, f"{TERME}\ncalendrier:\n  - duree: 12 mois   # erreur: CG103", "un groupe de clés est attendu", "",
    ),
    "a text for a party": ("  association:\n", "  association: x   # erreur: CG103\n  autre:\n", "groupe de clés", ""),
    "brackets for a text": (
        NOM, "  nom: [Thématique]   # erreur: CG010", "les signes […] ont un sens en YAML", "guillemets",
    ),
    "braces for a text": (NOM, "  nom: {Jardin: x}   # erreur: CG010", "les signes {…}", "guillemets"),
    "brackets in a list": (NOM, f"{NOM}\n  lots:\n    - [a]   # erreur: CG010", "« lots »", "guillemets"),
    # unknown keys
    "an unknown key": (TERME, f"{TERME}\nzone: x   # erreur: CG104", "clé inconnue : « zone »", "retirez cette clé"),
    "a key mistyped": (TERME, f"{TERME}\nmontan: 3   # erreur: CG104", "clé inconnue", "vouliez-vous dire « montant » ?"),
    "a slot not admitted": (TERME, f"{TERME}\neffectif: x   # erreur: CG104", "effectif", "retirez"),
    "a key of a group": (NOM, f"{NOM}\n  lot: x   # erreur: CG104", "« lot »", "vouliez-vous dire « lots » ?"),
    "a key of a party": (SIREN, f"{SIREN}    rcs: x   # erreur: CG104\n", "« rcs »", ""),
    "a key of a signatory": (MAIRE, MAIRE.replace("qualite", "fonction: x, qualite"), "« fonction »", ""),
    "a key that looks like a type": (TERME, f'{TERME}\n"@valeur": x   # erreur: CG104', "« @valeur »", ""),
    "such a key in a party": (SIREN, f'{SIREN}    "@publique": x   # erreur: CG104\n', "« @publique »", ""),
    "such a group": (SIREN, f'{SIREN}    "@x": {{y: z}}   # erreur: CG104\n', "« @x »", ""),
    "an empty key": (TERME, f'{TERME}\n"": x   # erreur: CG005', "il manque la clé", ""),
    "a key of Python": (TERME, f"{TERME}\n__class__: x   # erreur: CG104", "« __class__ »", ""),
    "a method": (TERME, f"{TERME}\nroles: x   # erreur: CG104", "« roles »", ""),
}  # fmt: skip


@pytest.mark.parametrize(("old", "new", "message", "way_out"), FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_case(shelf: Shelf, old: str, new: str, message: str, way_out: str) -> None:
    file = shelf.edit(CASE, (old, new))
    fault, *others = shelf.faults()
    if expected(file):
        assert told([fault]) == expected(file), fault
    assert message in plain(fault.message)
    assert way_out in fault.help
    assert fault.is_error
    assert fault.span.column >= 1
    assert not others or "a role" in new or "autre:" in new or "mode: a" in new, others
    draft = shelf.act(State.DRAFT)
    assert draft.can_be_written(State.DRAFT), draft.diagnostics


def test_all_faults_at_once_in_file_order(shelf: Shelf) -> None:
    file = shelf.edit(
        CASE,
        ("nature: commune", "nature: mairie   # erreur: CG102"),
        (SIREN, "    siren:   # erreur: CG101\n"),
        ("insee: 94022", "insee: 9402   # erreur: CG102"),
        ("date: 19/11/2025}", "date: demain}   # erreur: CG102"),
        (NOM, "  nom: [x]   # erreur: CG010\n  lot: y   # erreur: CG104"),
        (TERME, "terme:   # erreur: CG101\nautre: z   # erreur: CG104"),
    )
    assert told(shelf.faults()) == expected(file)


@pytest.mark.parametrize(
    "line",
    [
        "siege: {adresse: 1, rue Haute, code_postal: 94600, commune: X}   # erreur: CG010",
        "siege: {{ siege }}   # erreur: CG009",
        "siege: &s   # erreur: CG009",
    ],
)
def test_what_yaml_has_misread_is_told_once(shelf: Shelf, line: str) -> None:
    """What it made of the line would be told too: an unknown key, a value that is missing."""
    file = shelf.edit(
        CASE, ("siege: {adresse: 1 rue Haute, code_postal: 94600, commune: Choisy-le-Roi}", line)
    )
    assert told(shelf.faults()) == expected(file)


@pytest.mark.parametrize("nature", ["État", "ÉTAT", '" État "', "E\u0301tat"])
def test_a_state_party_needs_neither_siren_nor_seat(shelf: Shelf, nature: str) -> None:
    text = (shelf.root / CASE).read_text()
    before, _, rest = text.partition("  association:\n")
    state = (
        f"  association:\n    nature: {nature}\n    denomination: État\n"
        "    signataire: {civilite: Madame, prenom: A, nom: B, qualite: préfète}\n"
    )
    shelf.write(CASE, before + state + "projet:" + rest.partition("projet:")[2])
    assert shelf.faults() == []


@pytest.mark.parametrize(
    ("nature", "missing"), [("association", []), ("commune", ["habilitation"])]
)
def test_a_public_body_needs_its_authorisation(
    shelf: Shelf, nature: str, missing: list[str]
) -> None:
    shelf.edit(CASE, ("nature: association", f"nature: {nature}"))
    assert [fault.message.rstrip(")").rpartition(".")[2] for fault in shelf.faults()] == missing


# Alternatives


@pytest.fixture
def either(shelf: Shelf) -> Shelf:
    """A programme where a case has lots or a mode."""
    group = "un_de: [[projet.lots, projet.mode]]"
    shelf.edit(PROGRAMME, ("champs:\n  projet:", f"{group}\nchamps:\n  projet:"))
    shelf.body(
        "{% if projet.lots %}\n{{ projet.lots }}\n{% else %}\n{{ projet.mode }}\n{% endif %}\n"
    )
    return shelf


def test_one_alternative(either: Shelf) -> None:
    either.project("  mode: a")
    assert either.lines() == ["mode A"]


def test_the_other(either: Shelf) -> None:
    either.project("  lots: [x]")
    assert either.lines() == ["x"]


def test_both_alternatives(either: Shelf) -> None:
    either.project("  mode: a", "  lots: [x]")
    fault = either.only()
    assert told([fault]) == [("fiche.yaml", 19, "CG105")]
    assert fault.message == "« projet.lots » et « projet.mode » s’excluent"
    assert fault.notes[0].span.line == 20
    assert either.lines(State.DRAFT) == ["x"]


def test_none(either: Shelf) -> None:
    fault = either.only()
    assert fault.code.value == "CG101"
    assert "« projet.lots » ou « projet.mode »" in fault.help


@pytest.mark.parametrize("empty", ["  mode:", '  mode: ""', "  mode: []"])
def test_an_empty_key_is_a_choice(either: Shelf, empty: str) -> None:
    either.project(empty)
    assert told(either.faults()) == [("fiche.yaml", 19, "CG101")]
    assert either.lines(State.DRAFT) == ["[à compléter : mode du projet]"]


# Common file


@pytest.fixture
def shared(shelf: Shelf) -> Shelf:
    """A case whose commune comes from a common file."""
    text = (shelf.root / CASE).read_text()
    before, _, rest = text.partition("  commune:\n")
    commune, _, after = rest.partition("  association:")
    shelf.write("cases/_communs/c.yaml", f"parties:\n  commune:\n{commune}terme: 1/1/2020\n")
    shelf.write(
        CASE,
        before.replace("essai\n", "essai\ncommun: _communs/c.yaml\n") + f"  association:{after}",
    )
    return shelf


def test_a_common_file_gives_what_the_case_does_not_say(shared: Shelf) -> None:
    shared.body("{{ terme }} {{ commune.nom }}\n")
    assert shared.faults() == []
    assert shared.lines() == ["31 décembre 2026 Ville de Choisy-le-Roi"]


def test_a_case_adds_to_a_common_group(shared: Shelf) -> None:
    shared.edit(CASE, ("  association:", "  commune: {denomination: Choisy}\n  association:"))
    shared.body("{{ commune.nom }} {{ commune.siren }}\n")
    assert shared.lines() == ["Choisy 219 400 223"]


def test_a_fault_of_a_common_value_stands_in_the_common_file(shared: Shelf) -> None:
    file = shared.edit("cases/_communs/c.yaml", ("siren: 219400223", "siren: 1   # erreur: CG102"))
    assert told(shared.faults()) == expected(file)


def test_what_a_common_group_lacks_is_told_in_the_case(shared: Shelf) -> None:
    shared.edit("cases/_communs/c.yaml", ("    siren: 219400223\n", ""))
    fault = shared.only()
    assert told([fault]) == [("fiche.yaml", 2, "CG101")]
    assert fault.help.startswith("ajoutez « commune: {siren: …} » sous « parties »")


def test_an_unknown_key_of_a_common_file(shared: Shelf) -> None:
    file = shared.edit("cases/_communs/c.yaml", ("terme:", "termes: x   # erreur: CG104\nterme:"))
    assert told(shared.faults()) == expected(file)


def test_an_empty_key_hides_the_common_value(shared: Shelf) -> None:
    shared.edit(CASE, (TERME, "terme:   # vide"))
    assert told(shared.faults())[0][2] == "CG101"


@pytest.mark.parametrize("path", ["rien.yaml", "../../ailleurs.yaml", "/etc/passwd", "", "[a]"])
def test_a_common_file_that_cannot_be_read(shared: Shelf, path: str) -> None:
    shared.edit(CASE, ("_communs/c.yaml", path))
    faults = shared.faults()
    assert ("fiche.yaml", 2, "CG011") in told(faults)
    assert all(fault.span.file.name == "fiche.yaml" for fault in faults)
