"""What the checks say of a whole act, beside what rendering says of the same."""

from __future__ import annotations

import shutil

import pytest

from convgen.library.store import Library
from convgen.lint.library import faults_of_library
from tests.acts.desk import ROOT
from tests.library.shelf import CLAUSE, HEADER, PROGRAMME, Shelf

COMPARUTION = "clauses/parties/comparution.md"


def codes(shelf: Shelf, *wanted: str) -> set[str]:
    """The codes told of the library, among those that matter here."""
    shutil.copy(ROOT / "templates/convention.docx", shelf.root / "templates/convention.docx")
    told = {fault.code.value for fault in faults_of_library(Library(shelf.root))}
    return told & {*wanted}


def rendered(shelf: Shelf) -> set[str]:
    return {fault.code.value for fault in shelf.faults() if fault.is_error}


def test_a_title_names_a_party_before_any_definition(shelf: Shelf) -> None:
    shelf.edit(PROGRAMME, ("« {{ projet.nom }} »", "avec {{ association }}"))
    assert codes(shelf, "CG209") == rendered(shelf) == set()


def test_a_title_defines_nothing(shelf: Shelf) -> None:
    shelf.edit(PROGRAMME, ("« {{ projet.nom }} »", "avec {{ association.definition }}"))
    shelf.edit(
        COMPARUTION,
        ("{% for", "{{ commune.definition }}\n\n{% for"),
        (", ci-après {{ partie.definition }}", ""),
    )
    shelf.body("{{ association }} agit pour {{ projet.nom }}.\n")
    assert codes(shelf, "CG209") == rendered(shelf) == {"CG209"}


def test_all_the_parties_are_named_once_defined(shelf: Shelf) -> None:
    shelf.body("Entre {{ parties }} : {{ projet.nom }}.\n")
    assert codes(shelf, "CG209") == rendered(shelf) == set()
    shelf.edit(COMPARUTION, ("{% for", "Entre {{ parties }} :\n\n{% for"))
    assert codes(shelf, "CG209") == rendered(shelf) == {"CG209"}


@pytest.mark.parametrize("name", ["association", "parties_ensemble", "terme", "projet.lots"])
def test_what_de_does_not_stand_before(shelf: Shelf, name: str) -> None:
    shelf.body(f"Au titre {{{{ {name} | de }}}}, pour {{{{ projet.nom | de }}}}.\n")
    assert "CG207" in codes(shelf, "CG207")
    assert "CG207" in rendered(shelf)


def test_a_number_given_by_the_plan_is_a_number(shelf: Shelf) -> None:
    shelf.write(
        CLAUSE, HEADER.replace("relue_le", "parametres: {n: entier}\nrelue_le")
        + "{{ n | lettres }} fois, {{ projet.nom }}.\n",
    )  # fmt: skip
    shelf.edit(PROGRAMME, ("[objet/projet]", "[{objet/projet: {n: '\"2\"'}}]"))
    assert shelf.lines() == ["deux fois, Jardin."]
    shelf.edit(PROGRAMME, ("'\"2\"'", "'\"deux\"'"))
    assert codes(shelf, "CG212") == rendered(shelf) == {"CG212"}


def test_a_choice_inside_an_argument_is_decided_too(shelf: Shelf) -> None:
    shelf.edit(
        PROGRAMME, ("      part:", "      haut: {type: pourcentage, libelle: haut}\n      part:")
    )
    shelf.body(
        "{% if projet.part %}\n{{ projet.part | jusqu_a(projet.haut if terme else projet.part) }},"
        " {{ projet.nom }}.\n{% endif %}\n"
    )
    assert codes(shelf, "CG216") == {"CG216"}  # `terme` is required
