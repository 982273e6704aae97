"""What a plan gives the parameters of a clause: as they are declared, or told what they want."""

from __future__ import annotations

import pytest

from tests.library.shelf import CASE, CLAUSE, HEADER, PROGRAMME, Shelf


def test_parameters_are_given_by_the_plan(shelf: Shelf) -> None:
    header = HEADER.replace("sources: []", "parametres: {delai: duree, mot: texte, qui: partie}")
    shelf.write(CLAUSE, header + "{{ mot }} {{ delai }} {{ qui.de }} {{ qui.nom }}\n")
    use = "{objet/projet: {delai: duree, mot: '\"le mot, juste\"', qui: association}}"
    shelf.edit(PROGRAMME, ("[objet/projet]", f"\n      - {use}"))
    shelf.edit(CASE, ("terme:", "duree: 30 jours\nterme:"))
    assert shelf.lines() == ["le mot, juste 30 jours de l’Association Les Amis du Parc"]


@pytest.mark.parametrize(
    ("given", "code", "words"),
    [
        ("{}", "CG212", "attend le paramètre « delai »"),
        ("{delai: duree, autre: terme}", "CG212", "n’a pas de paramètre « autre »"),
        ("{delai: terme}", "CG212", "« terme » est de type date ;"),
        ("{delai: projet.lots}", "CG212", "« projet.lots » est une liste ;"),
        ("{delai: projet.mode}", "CG212", "« projet.mode » est un choix ;"),
        ("{delai: compte}", "CG212", "« compte » est un groupe de valeurs ;"),
        ("{delai: commune}", "CG212", "« commune » est une partie ;"),
        ("{delai: commune.nom}", "CG212", "« commune.nom » est de type texte ;"),
        ("{delai: '\"30 jours\"'}", "CG212", "« 30 jours » est un texte fixe ;"),
        ("{delai: durée}", "CG207", "variable inconnue : « durée »"),
        ("{delai: 'a b'}", "CG211", "« b » n’est pas attendu ici : un seul nom"),
        ("{delai: 'non'}", "CG211", "un nom ou un texte fixe est attendu ici"),
    ],
)
def test_parameters_that_do_not_fit(shelf: Shelf, given: str, code: str, words: str) -> None:
    header = HEADER.replace("sources: []", "parametres: {delai: duree}")
    shelf.write(CLAUSE, header + "{{ delai }}\n")
    file = shelf.edit(PROGRAMME, ("[objet/projet]", f"[{{objet/projet: {given}}}]"))
    line = next(
        n for n, text in enumerate(file.read_text().splitlines(), 1) if "objet/projet" in text
    )
    fault, *_ = (fault for fault in shelf.faults() if fault.span.file == file)
    assert (fault.span.line, fault.code.value) == (line, code)
    assert words in fault.message


@pytest.mark.parametrize(
    ("kind", "given", "way_out"),
    [
        (
            "duree",
            "",
            "ajoutez « x: … », et donnez le nom d’une valeur de type duree, ici « duree »",
        ),
        ("duree", "x: terme", "donnez le nom d’une valeur de type duree, ici « duree »"),
        ("partie", "x: terme", "donnez le nom d’une partie, ici « association » ou « commune »"),
        ("pourcentage", "x: terme", "donnez le nom d’une valeur de type pourcentage"),
        (
            "texte",
            "x: duree",
            "donnez le nom d’une valeur de type texte, ici « reference » ou « tribunal »",
        ),
        ("texte", "x: duree", """, ou un texte fixe ('"…"')"""),
        ("texte", "x: un mot", """ou un texte fixe : '"…"'"""),
        ("entier", "x: '\"trois\"'", ", ou un nombre (3)"),
        ("duree", "xx: duree", "ajoutez « x: … »"),
    ],
)
def test_a_parameter_says_what_it_may_be_given(
    shelf: Shelf, kind: str, given: str, way_out: str
) -> None:
    header = HEADER.replace("sources: []", f"parametres: {{x: {kind}}}")
    shelf.write(CLAUSE, header + "{{ x }}\n")
    shelf.edit(PROGRAMME, ("[objet/projet]", f"[{{objet/projet: {{{given}}}}}]"))
    assert way_out in shelf.faults()[0].help


def test_a_parameter_misspelt_is_told_with_the_one_that_was_meant(shelf: Shelf) -> None:
    header = HEADER.replace("sources: []", "parametres: {delai: duree}")
    shelf.write(CLAUSE, header + "{{ delai }}\n")
    shelf.edit(PROGRAMME, ("[objet/projet]", "[{objet/projet: {delais: duree}}]"))
    assert [fault.help for fault in shelf.faults()][1] == "vouliez-vous dire « delai » ?"
