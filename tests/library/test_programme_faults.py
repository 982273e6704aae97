"""programme.yaml: each thing that can be wrong with it, at its line."""

from __future__ import annotations

import pytest

from tests.library.shelf import CASE, HEADER, PROGRAMME, Shelf, expected, told

NOM = "nom: {type: texte, libelle: nom du projet}"
TERMS = "  parties_ensemble: {designation: les Parties, genre: féminin}"
ARTICLE = "  - article: objet\n"
USE = "[objet/projet]"
TITLE = "titre: Convention « {{ projet.nom }} »"

FAULTS = {
    # keys and shapes
    "unknown key": ("exige: [terme]", "exige: [terme]\nexiges: x   # erreur: CG202"),
    "list where text": ("  - article: objet", "  - article: [objet]   # erreur: CG202"),
    "text where group": ("  commune: {designation: la Commune}", "  commune: x   # erreur: CG202"),
    "text where list": ("exige: [terme]", "exige: terme   # erreur: CG202"),
    "list in a list of texts": ("exige: [terme]", "exige: [[terme]]   # erreur: CG202"),
    # roles and terms
    "no article": ("la Commune}", "Commune}   # erreur: CG202"),
    "gender hidden": ('l’Association", genre: féminin}', 'l’Association"}   # erreur: CG202'),
    "unknown gender": ("genre: féminin}\ntermes", "genre: neutre}   # erreur: CG202\ntermes"),
    "unknown key of a role": ("{designation: la Commune}", "{nom: la Commune}   # erreur: CG202"),
    "term named like a role": (TERMS, "  commune: {designation: la Ville}   # erreur: CG202"),
    "term named like a slot": (TERMS, "  terme: {designation: le Terme}   # erreur: CG202"),
    "accent in a name": (TERMS, "  Été: {designation: le Terme}   # erreur: CG202"),
    "word of the language": (TERMS, "  et: {designation: le Terme}   # erreur: CG202"),
    "word of Jinja": (TERMS, "  is: {designation: le Terme}   # erreur: CG202"),
    "method of a case": (TERMS, "  roles: {designation: le Terme}   # erreur: CG202"),
    "unknown nature": (
        "{designation: la Commune}",
        "{designation: la Commune, natures: [ville]}   # erreur: CG202",
    ),
    # summary
    "unknown key of a summary": (
        "exige: [terme]",
        "resume: {but: x}   # erreur: CG202\nexige: [terme]",
    ),
    "condition in a summary": (
        "exige: [terme]",
        "resume:\n  objet: \"{{ 'a' if projet.nom else 'b' }}\"   # erreur: CG202\nexige: [terme]",
    ),
    "unknown name in a summary": (
        "exige: [terme]",
        'resume:\n  objet: "{{ projet.x }}"   # erreur: CG207\nexige: [terme]',
    ),
    # slots
    "unknown slot": ("exige: [terme]", "exige: [therme]   # erreur: CG202"),
    "unknown part of a slot": (
        "admet: [reference",
        "admet: [calendrier.x, reference   # erreur: CG202\n ",
    ),
    "slot always admitted": ("exige: [terme]", "exige: [signature]   # erreur: CG202"),
    # alternatives
    "alternative of one": (
        "champs:\n  projet",
        "un_de: [[projet.nom]]   # erreur: CG202\nchamps:\n  projet",
    ),
    "alternative of none": (
        "champs:\n  projet",
        "un_de: [[]]   # erreur: CG202\nchamps:\n  projet",
    ),
    "alternative of twice one": (
        "champs:\n  projet",
        "un_de: [[projet.nom, projet.nom]]   # erreur: CG202\nchamps:\n  projet",
    ),
    "flat alternative": ("champs:\n  projet", "un_de: [a, b]   # erreur: CG202\nchamps:\n  projet"),
    "alternative unknown": (
        "champs:\n  projet",
        "un_de: [[projet.nom, projet.x]]   # erreur: CG202\nchamps:\n  projet",
    ),
    "alternative in a list": (
        "champs:\n  projet",
        "un_de: [[liste.x, projet.nom]]   # erreur: CG202\n"
        "champs:\n  liste: {liste_de: {x: {type: texte}}}\n  projet",
    ),
    # fields
    "unknown type": (NOM, "nom: {type: texe}   # erreur: CG202"),
    "unknown key of a field": (NOM, "nom: {typ: texte}   # erreur: CG202"),
    "field without group": (NOM, "nom: texte   # erreur: CG202"),
    "choice without options": (NOM, "nom: {type: choix}   # erreur: CG202"),
    "options without choice": (NOM, "nom: {type: texte, options: [a]}   # erreur: CG202"),
    "list of an unknown type": (NOM, "nom: {type: liste, de: texe}   # erreur: CG202"),
    "list of choices": (NOM, "nom: {type: liste, de: choix}   # erreur: CG202"),
    "type of a list without it": (NOM, "nom: {type: texte, de: date}   # erreur: CG202"),
    "group without fields": (NOM, "nom: {type: groupe}   # erreur: CG202"),
    "empty group": (NOM, "nom: {champs: }   # erreur: CG202"),
    "empty list of groups": (NOM, "nom: {liste_de: {}}   # erreur: CG202"),
    "group and type": (NOM, "nom: {type: texte, champs: {x: {type: date}}}   # erreur: CG202"),
    "group and list": (
        NOM,
        "nom: {liste_de: {x: {type: date}}, champs: {x: {type: date}}}   # erreur: CG202",
    ),
    "neither yes nor no": (NOM, "nom: {type: texte, facultatif: parfois}   # erreur: CG202"),
    "hyphen in a field": (NOM, "nom-court: {type: texte}   # erreur: CG202"),
    "underscore first": (NOM, "_nom: {type: texte}   # erreur: CG202"),
    "field named like a method": (NOM, "schema: {type: texte}   # erreur: CG202"),
    "field of pydantic": (NOM, "model_nom: {type: texte}   # erreur: CG202"),
    "field of a gap": (NOM, "label: {type: texte}   # erreur: CG202"),
    # plan
    "two kinds": (ARTICLE, "  - article: objet   # erreur: CG202\n    partie: x\n"),
    "no kind": ("  - comparution:", "  - comparutions:"),
    "line of text": (ARTICLE, "  - objet   # erreur: CG202\n  - article: objet\n"),
    "unknown key of a line": (ARTICLE, "  - article: objet\n    clause: x   # erreur: CG202\n"),
    "block elsewhere": (ARTICLE, "  - article: objet\n    bloc: a/b   # erreur: CG202\n"),
    "bad name": (ARTICLE, "  - article: Objet de l’acte   # erreur: CG202\n"),
    "long name": (ARTICLE, f"  - article: {'a' * 36}   # erreur: CG202\n"),
    "twice": (
        "  - signature",
        "  - annexe: objet   # erreur: CG202\n    clauses: [objet/projet]\n  - signature",
    ),
    "no clause": ("    clauses: [objet/projet]", "    si: terme"),
    "value in a heading": (
        "intitule: Objet",
        'intitule: "Objet {{ projet.nom }}"   # erreur: CG202',
    ),
    "bad clause name": (USE, "[objet]   # erreur: CG202"),
    "clause out of the folder": (USE, "[../x]   # erreur: CG202"),
    "two clauses in one": (USE, "[{objet/projet: , signature/lieu: }]   # erreur: CG202"),
    "condition without clause": (USE, "[{si: terme}]   # erreur: CG202"),
    "list as clause": (USE, "[[objet/projet]]   # erreur: CG202"),
    "list as condition": (USE, "[{objet/projet: , si: [terme]}]   # erreur: CG202"),
    # what clauses and conditions name
    "condition": (USE, "[{objet/projet: , si: terme et}]   # erreur: CG211"),
    "unknown clause": (USE, "[objet/projets]   # erreur: CG203"),
    "unknown name in a condition": (USE, "[{objet/projet: , si: therme}]   # erreur: CG207"),
    "unknown option": (USE, "[{objet/projet: , si: 'projet.mode = \"c\"'}]   # erreur: CG207"),
    "unknown name in a heading's condition": (
        ARTICLE,
        "  - article: objet\n    si: non therme   # erreur: CG207\n",
    ),
    # title
    "name in the title": ("projet.nom }} »", "projet.nmo }} »   # erreur: CG207"),
    "call in the title": ("projet.nom }} »", "projet.nom() }} »   # erreur: CG206"),
    "syntax of the title": ("projet.nom }} »", "projet.nom } »   # erreur: CG205"),
    "list in the title": (TITLE, "titre: 1. Convention   # erreur: CG205"),
    "reference in the title": (TITLE, 'titre: x {{ renvoi("objet") }}   # erreur: CG205'),
    "box in the title": (TITLE, "titre: '{{ projet.mode | case(\"a\") }}'   # erreur: CG205"),
    "empty title": (TITLE, "titre: ''   # erreur: CG205"),
}


@pytest.mark.parametrize("change", FAULTS.values(), ids=FAULTS)
def test_a_fault_of_a_programme(shelf: Shelf, change: tuple[str, str]) -> None:
    file = shelf.edit(PROGRAMME, change)
    faults = shelf.faults()
    announced = expected(file)
    if announced:
        assert told(faults)[0] == announced[0], [fault.message for fault in faults]
    else:
        assert {code for _, _, code in told(faults)} == {"CG202"}
    assert {name for name, _, _ in told(faults)} == {"programme.yaml"}
    assert all(fault.message and fault.help for fault in faults)


@pytest.mark.parametrize("key", ["titre", "parties", "plan"])
def test_a_programme_has_a_title_parties_and_a_plan(shelf: Shelf, key: str) -> None:
    text = (shelf.root / PROGRAMME).read_text()
    kept, skip = [], False
    for line in text.splitlines():
        skip = line.startswith(key) or (skip and line.startswith(" "))
        kept += [] if skip else [line]
    shelf.write(PROGRAMME, "\n".join(kept))
    fault, *_ = shelf.faults()
    assert (fault.code.value, fault.message) == ("CG202", f"il manque « {key} » au programme")


@pytest.mark.parametrize("key", ["parties", "plan"])
def test_neither_may_be_empty(shelf: Shelf, key: str) -> None:
    empty = {"parties": "parties: {}\n", "plan": "plan: []\n"}
    shelf.write(
        PROGRAMME,
        "titre: x\nparties: {a: {designation: la Ville}}\nplan:\n  - preambule: [objet/projet]\n",
    )
    before = {
        "parties": "parties: {a: {designation: la Ville}}\n",
        "plan": "plan:\n  - preambule: [objet/projet]\n",
    }
    shelf.edit(PROGRAMME, (before[key], empty[key]))
    fault, *_ = shelf.faults()
    assert (fault.code.value, fault.message) == ("CG202", f"« {key} » est vide")


def test_the_faults_of_a_programme_are_told_together(shelf: Shelf) -> None:
    file = shelf.edit(
        PROGRAMME,
        ("exige: [terme]", "exige: [therme]   # erreur: CG202"),
        (NOM, "nom: {type: texe}   # erreur: CG202"),
        (USE, "[objet]   # erreur: CG202"),
    )
    assert told(shelf.faults()) == expected(file)


@pytest.mark.parametrize(
    ("change", "column", "length"),
    [
        ((USE, "[{objet/projet: , si: terme et therme}]"), 45, 6),
        ((USE, "[{objet/projet: , si: 'terme et therme'}]"), 46, 6),
        ((ARTICLE, "  - article: objet\n    si: therme ou terme\n"), 9, 6),
        (("projet.nom }} »", "projet.nmo }} »"), 24, 10),
        (("titre: Convention « {{ projet.nom }} »", "titre: 'C {{ projet.nmo }}'"), 14, 10),
    ],
)
def test_an_unknown_name_is_underlined(
    shelf: Shelf, change: tuple[str, str], column: int, length: int
) -> None:
    shelf.edit(PROGRAMME, change)
    fault = shelf.only()
    assert (fault.code.value, fault.span.column) == ("CG207", column)
    assert fault.span.end_column - fault.span.column == length
    assert "vouliez-vous dire" in fault.help


def test_a_condition_is_underlined_where_it_stops_making_sense(shelf: Shelf) -> None:
    file = shelf.edit(PROGRAMME, (USE, '[{objet/projet: , si: "terme ; 3"}]'))
    line = next(text for text in file.read_text().splitlines() if ";" in text)
    fault = shelf.only()
    assert (fault.code.value, fault.span.column) == ("CG211", line.index(";") + 1)


def test_a_missing_clause_says_which_one_was_meant(shelf: Shelf) -> None:
    shelf.edit(PROGRAMME, (USE, "[objet/projets]"))
    assert shelf.only().help == "vouliez-vous dire « objet/projet » ?"
    shelf.edit(PROGRAMME, ("[objet/projets]", "[assurances/dommages]"))
    assert shelf.only().help == "créez clauses/assurances/dommages.md"


def test_a_reference_to_what_the_plan_does_not_have(shelf: Shelf) -> None:
    shelf.body('Voir\navenant {{ renvoi("avenant") }}, {{ renvoi("avenant") }}.\n')
    (fault,) = set(shelf.faults())
    assert (fault.code.value, fault.span.line, fault.span.column) == ("CG208", 9, 20)
    assert "« objet/projet »" in fault.message
    assert "« avenant »" in fault.message


@pytest.mark.parametrize(
    ("section", "heading", "words"),
    [
        ("preambule: [objet/sous]", "## Un", "sous-articles"),
        ("preambule: [objet/sous]", "### Un", "intertitres"),
        ("article: a\n    clauses: [objet/sous]", "### Un", "intertitres"),
    ],
)
def test_headings_have_their_place(shelf: Shelf, section: str, heading: str, words: str) -> None:
    shelf.write("clauses/objet/sous.md", HEADER + f"{heading}\n\nTexte\n")
    shelf.edit(PROGRAMME, ("  - signature", f"  - {section}\n  - signature"))
    fault = shelf.only()
    assert fault.code.value == "CG202"
    assert words in fault.message


@pytest.mark.parametrize(
    ("options", "words"), [("[oui, Oui]", "casse seule"), ('["[a]", b]', "comme une lacune")]
)
def test_options_that_no_case_could_take(shelf: Shelf, options: str, words: str) -> None:
    field = f"  libre: {{type: choix, libelle: x, facultatif: oui, options: {options}}}\n"
    shelf.edit(PROGRAMME, ("\nchamps:\n", f"\nchamps:\n{field}"))
    assert words in shelf.only().message


def test_an_annex_has_headings_of_two_levels(shelf: Shelf) -> None:
    shelf.write("clauses/objet/sous.md", HEADER + "## Un\n\nTexte\n\n### Deux\n\nTexte\n")
    section = "annexe: a\n    clauses: [objet/sous]"
    shelf.edit(PROGRAMME, ("  - signature", f"  - {section}\n  - signature"))
    assert shelf.faults() == []


def test_articles_may_share_a_name_with_an_unnumbered_part(shelf: Shelf) -> None:
    shelf.edit(PROGRAMME, ("  - article: objet", "  - article: comparution"))
    assert shelf.faults() == []


def test_slots_may_be_alternatives(shelf: Shelf) -> None:
    shelf.edit(
        PROGRAMME,
        ("exige: [terme]\n", "un_de: [[duree, terme]]\n"),
        ("admet: [reference, montant, duree,", "admet: [reference, montant, duree, terme,"),
    )
    shelf.body("{% if duree %}\nPendant {{ duree }}.\n{% else %}\nLe {{ terme }}.\n{% endif %}\n")
    assert shelf.lines() == ["Le 31 décembre 2026."]
    shelf.edit(CASE, ("terme: 31/12/2026", "duree: 3 mois"))
    assert shelf.lines() == ["Pendant 3 mois."]
    shelf.edit(CASE, ("duree: 3 mois", "montant: 3 €"))
    assert told(shelf.faults()) == [("fiche.yaml", 1, "CG101")]
