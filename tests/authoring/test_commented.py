"""A commented case: what it shows, that it is a case, and that its examples fill it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from convgen.authoring.commented import commented_case
from convgen.faults.diagnostic import Code, Diagnostic
from convgen.model.state import State
from convgen.pipeline import assemble_case
from tests.authoring.filling import filled, uncommented, write_files
from tests.authoring.programmes import EVERYTHING, NAMES, programme_of
from tests.kinds.editor import as_an_editor_reads


def commented(root: Path, name: str) -> str:
    return commented_case(programme_of(root, name))


def faults_of(root: Path, tmp_path: Path, text: str) -> list[Diagnostic]:
    """The faults of a case of the library."""
    case = root / "cases" / tmp_path.name / "fiche.yaml"
    case.parent.mkdir(exist_ok=True)
    case.write_text(text, encoding="utf-8")
    return assemble_case(case, State.FINAL).diagnostics


def codes_of(root: Path, tmp_path: Path, text: str) -> set[str]:
    return {fault.code.value for fault in faults_of(root, tmp_path, text)}


# A case


@pytest.mark.parametrize("name", NAMES)
def test_filled_by_nobody_it_has_gaps_only(root: Path, tmp_path: Path, name: str) -> None:
    faults = faults_of(root, tmp_path, commented(root, name))
    assert {fault.code.value for fault in faults} == {"CG101"}
    assert len(faults) > 15


@pytest.mark.parametrize("name", NAMES)
def test_with_every_key_put_in_it_has_gaps_only(root: Path, tmp_path: Path, name: str) -> None:
    text = uncommented(commented(root, name))
    assert codes_of(root, tmp_path, text.replace("\ncommun:", "\n# commun:")) == {"CG101"}


def without_other_cases(text: str) -> str:
    """The text where no case joins another: what it would tell is written."""
    return re.sub(r"(?:\n *##[^\n]*)*\n *fiche:(?=\n)", "", text)


@pytest.mark.parametrize("name", NAMES)
def test_every_example_is_a_value(root: Path, tmp_path: Path, name: str) -> None:
    text, explained = filled(without_other_cases(uncommented(commented(root, name))))
    write_files(root / "cases" / tmp_path.name, explained)
    faults = [f for f in faults_of(root, tmp_path, text) if f.code.startswith(("CG0", "CG1"))]
    if programme_of(root, name).section("resiliation") is None:  # which the examples change
        faults = [f for f in faults if f.code is not Code.PARTICULAR_CLAUSE]
    assert [f for f in faults if f.is_error] == []  # no act says all that a case may give
    assert len(explained) > 60
    values = as_an_editor_reads(text)
    assert [len(change) for change in values["clauses_particulieres"]] == [3, 2, 4]
    assert values["parties"]
    assert values["signature"]["date"] == "15/12/2025"


@pytest.mark.parametrize(
    ("line", "uncommented"),
    [
        ("      # insee:", "      insee: 94022"),
        ("# reference:", "reference: 2025-042"),
        ("    # signe_le:", "    signe_le: 15/12/2025"),
    ],
)
def test_one_line_is_put_in_alone(root: Path, tmp_path: Path, line: str, uncommented: str) -> None:
    text = commented(root, EVERYTHING)
    assert line in text.splitlines()
    before = faults_of(root, tmp_path, text)
    after = faults_of(root, tmp_path, text.replace(f"\n{line}\n", f"\n{uncommented}\n"))
    assert [fault.message for fault in after] == [fault.message for fault in before]


def test_an_alternative_takes_the_place_of_the_other(root: Path, tmp_path: Path) -> None:
    text = commented(root, EVERYTHING)
    both = text.replace("\n# duree:\n", "\nduree: 12 mois\n")
    assert codes_of(root, tmp_path, both) == {"CG101", "CG105"}
    other = both.replace("\nterme:\n", "\n")
    assert codes_of(root, tmp_path, other) == {"CG101"}


# What it shows


def test_it_starts_with_what_editors_read_and_how_to_make_it(root: Path) -> None:
    first, *rest = commented(root, EVERYTHING).splitlines()
    assert first == "# yaml-language-server: $schema=./tout.schema.json"
    assert "##   convgen schema tout > tout.schema.json" in rest[:4]


@pytest.mark.parametrize("name", NAMES)
def test_it_fits_a_terminal(root: Path, name: str) -> None:
    lines = commented(root, name).splitlines()
    assert max(len(line) for line in lines if "convgen schema" not in line) <= 80
    assert not any(line != line.rstrip() for line in lines)


def test_the_order_of_keys(root: Path) -> None:
    keys = [
        line.removeprefix("# ").partition(":")[0]
        for line in commented(root, EVERYTHING).splitlines()
        if line and not line.startswith((" ", "##", "#  ", "# yaml"))
    ]
    assert keys == [
        *("programme", "parties"),
        *("groupe", "facultatif", "elements"),  # its own, required
        *("terme", "calendrier", "partage_donnees"),  # slots that it requires
        *("mode", "autre"),
        *("reference", "prise_effet", "duree", "montant"),  # slots that it admits
        *("tribunal", "lieu_execution", "compte"),
        *("signature", "clauses_particulieres", "commun"),
    ]


def test_required_keys_of_a_group_come_first(root: Path) -> None:
    lines = commented(root, EVERYTHING).splitlines()
    calendar = lines[lines.index("calendrier:") : lines.index("partage_donnees:")]
    keys = [line.strip() for line in calendar if line.strip() and "##" not in line]
    assert keys == [
        *("calendrier:", "etapes:", "- intitule:", "duree_min:", "# duree_max:"),
        *("# duree:", "# debut_souhaite:", "# mise_en_place_avant:", "# bilan_avant:"),
    ]


@pytest.mark.parametrize(
    "words",
    [
        "La Commune : une partie. commune:",
        "L’Association : une partie. ",
        "Nature, au choix : commune, département, région, EPCI, syndicat mixte, État, ",
        "Numéro SIREN : neuf chiffres. La clé peut être retirée pour : État. Il se déduit de "
        "« siret », si cette clé est donnée. Exemple : 219 400 223 siren:",
        "Siège. La clé peut être retirée pour : État. siege:",
        "La clé peut être retirée pour : État, association, fondation, société. habilitation:",
        "Terme de la convention : date. Son dernier jour. Une fiche n’a que l’une de ces clés : "
        "« terme » ou « duree ». Exemple : 31/12/2026 terme:",
        "Dates : liste (date), un tiret « - » par élément. Exemple : 31/12/2026 dates: -",
        "Mode, au choix : a (mode A) ; b (mode B). Une fiche n’a que l’une de ces clés : "
        "« groupe.lots » ou « mode » ou « autre.mode ». mode:",
        "Remplacer une clause du plan.",
        "L’une de celles du plan (« convgen show »). Exemple : fin/fin-essai - remplace:",
        "Retirer une clause du plan.",
        "L’une de celles du plan (« convgen show »). Exemple : objet/autre-essai - retire:",
        "Ajouter une clause à un article.",
        "écrivez « apres » et « intitule ». Exemple : fin dans:",
    ],
)
def test_what_is_explained(root: Path, words: str) -> None:
    lines = (line.lstrip("# ") for line in commented(root, EVERYTHING).splitlines())
    assert words in " ".join(lines)


@pytest.mark.parametrize(
    "words",
    [
        '## Texte : texte. Sans article. Exemple : "n° 1 : complément"\n  texte:\n',
        "## Numéro du programme, au choix : 1, 2, true.\n  programme:\n",
        "## Texte joint : chemin d’un fichier de texte.\n"
        "  ## Exemple : annexes/fiche-de-poste.md\n  texte_joint:\n",
        "\nelements:\n  -\n    ## Un : texte.\n    # un:\n    ## Sous-groupe.\n    # groupe:\n"
        "    #   ## Nom : texte.\n    #   nom:\n",
        "Exemple : nord\n  lots:\n    -\n",
    ],
)
def test_what_is_written_for_each_type(root: Path, words: str) -> None:
    assert words in commented(root, EVERYTHING)
