"""A library on disk: found, read once, and never out of its folder."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from convgen.faults.diagnostic import Diagnostic
from convgen.library.store import ENVIRONMENT_VARIABLE, Library, find_library, packaged
from convgen.model.state import State
from convgen.pipeline import assemble_case, fill_case, template_faults
from tests.library.fixtures import make_shelf
from tests.library.shelf import CASE, CLAUSE, PROGRAMME, Shelf, build_file_tree


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """A library of one's own, whatever happens to its files."""
    own = make_shelf(tmp_path)
    own.spoilt = True
    return own


def test_a_library_is_found_around_a_case(shelf: Shelf) -> None:
    found = find_library(shelf.root / CASE)
    assert isinstance(found, Library)
    assert found.root.resolve() == shelf.root.resolve()
    assert found.programme_names() == ["essai"]
    assert list(found.clause_names()) == [
        "objet/projet",
        "parties/comparution",
        "signature/bloc",
        "signature/lieu",
    ]


def test_without_any_library_around_convgen_has_its_own(tmp_path: Path) -> None:
    found = find_library(tmp_path)
    assert isinstance(found, Library)
    assert found.root.samefile(packaged())
    assert "engagement-programme" in found.programme_names()


@pytest.mark.parametrize("left", ["templates", "clauses"])
def test_a_library_that_lost_its_marker_is_not_passed_over(shelf: Shelf, left: str) -> None:
    (shelf.root / "convgen.toml").unlink()
    for folder in {"templates", "clauses"} - {left}:
        shutil.rmtree(shelf.root / folder)
    fault = shelf.only()
    assert (fault.code.value, fault.span.file) == ("CG201", shelf.root / "convgen.toml")
    assert "créez-y un fichier convgen.toml" in fault.help
    assert assemble_case(shelf.root / CASE, State.FINAL, shelf.root).diagnostics == [fault]


def test_nor_inside_another_library(shelf: Shelf) -> None:
    inner = shelf.root / "clients/un"
    build_file_tree(inner, {"templates/essai/programme.yaml": "", "cases/fiche.yaml": ""})
    fault = find_library(inner / "cases/fiche.yaml")
    assert isinstance(fault, Diagnostic)
    assert fault.span.file == inner / "convgen.toml"


def test_a_case_that_cannot_be_read_says_so_first(shelf: Shelf) -> None:
    (shelf.root / "convgen.toml").unlink()
    shelf.write(CASE, "a: b: c\n")
    assert [fault.code.value for fault in shelf.faults()] == ["CG010"]


@pytest.mark.parametrize(
    ("folder", "code", "why"),
    [
        ("clauses", "CG201", "convgen.toml n’y est pas"),
        ("absente", "CG201", "ce dossier n’existe pas"),
        ("convgen.toml", "CG001", "c’est un fichier, pas un dossier"),
    ],
)
def test_a_chosen_folder_that_is_no_library(shelf: Shelf, folder: str, code: str, why: str) -> None:
    (fault,) = assemble_case(shelf.root / CASE, State.FINAL, shelf.root / folder).diagnostics
    assert fault.code.value == code
    assert why in fault.message
    assert folder in str(fault.span.file)
    assert fault.help


def test_the_environment_names_a_library(
    shelf: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "seule.yaml"
    case.write_text((shelf.root / CASE).read_text("utf-8"), encoding="utf-8")
    assert assemble_case(case, State.FINAL).document is None
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(shelf.root))
    assert assemble_case(case, State.FINAL).diagnostics == []
    monkeypatch.setenv(ENVIRONMENT_VARIABLE, str(tmp_path))
    (fault,) = assemble_case(case, State.FINAL).diagnostics
    assert ENVIRONMENT_VARIABLE in fault.help


@pytest.mark.parametrize(
    ("written", "message", "way_out"),
    [
        ("programme: esai", "programme inconnu : « esai »", "vouliez-vous dire « essai » ?"),
        ("programme: subvention", "programme inconnu", "programmes de cette bibliothèque : essai"),
        ("programme: ../essai", "programme inconnu", ""),
        ("programme:", "la fiche ne nomme pas son programme", "essai"),
        ("programme: [essai]", "la fiche ne nomme pas son programme", "essai"),
        ("programme: ''", "la fiche ne nomme pas son programme", "essai"),
    ],
)
def test_an_unknown_programme(shelf: Shelf, written: str, message: str, way_out: str) -> None:
    shelf.edit(CASE, ("programme: essai", written))
    fault = shelf.only()
    assert (fault.code.value, fault.span.line) == ("CG106", 1)
    assert message in fault.message
    assert way_out in fault.help


def test_a_case_without_programme(shelf: Shelf) -> None:
    shelf.edit(CASE, ("programme: essai\n", ""))
    fault = shelf.only()
    assert (fault.code.value, fault.span.line, fault.span.column) == ("CG106", 1, 1)


@pytest.mark.parametrize("name", [CLAUSE, PROGRAMME])
def test_a_link_out_of_the_library_is_not_followed(shelf: Shelf, tmp_path: Path, name: str) -> None:
    file = shelf.root / name
    outside = tmp_path / "ailleurs"
    file.rename(outside)
    file.symlink_to(outside)
    fault = shelf.only()
    # the place is the folder: a report quotes the file of a place, and this one may be secret
    assert (fault.code.value, fault.span.file) == ("CG001", file.parent)
    assert f"« {file.name} » est hors de la bibliothèque" in fault.message


def test_nor_for_a_word_template(shelf: Shelf, tmp_path: Path) -> None:
    template = shelf.root / "templates/convention.docx"
    template.symlink_to(tmp_path / "ailleurs.docx")
    act = shelf.act()
    assert [fault.code.value for fault in template_faults(act)] == ["CG001"]
    assert [fault.code.value for fault in fill_case(act).diagnostics] == ["CG001"]


def test_nor_for_all_the_programmes(shelf: Shelf, tmp_path: Path) -> None:
    templates = shelf.root / "templates"
    templates.rename(tmp_path / "ailleurs")
    templates.symlink_to(tmp_path / "ailleurs")
    fault = shelf.only()
    assert (fault.code.value, fault.span.file) == ("CG001", (shelf.root / PROGRAMME).parent)
    assert "hors de la bibliothèque" in fault.message


def test_a_link_inside_the_library_is(shelf: Shelf) -> None:
    file = shelf.root / CLAUSE
    file.rename(file.with_name("autre.md"))
    file.symlink_to("autre.md")
    assert shelf.faults() == []


def test_a_loop_of_links_is_a_fault(shelf: Shelf) -> None:
    case = shelf.root / "cases/boucle.yaml"
    case.symlink_to("boucle.yaml")
    (fault,) = assemble_case(case, State.FINAL).diagnostics
    assert fault.code.value == "CG001"


def test_a_folder_instead_of_a_clause(shelf: Shelf) -> None:
    (shelf.root / CLAUSE).unlink()
    (shelf.root / CLAUSE).mkdir()
    assert shelf.only().code.value == "CG001"


@pytest.mark.parametrize("room", ["templates", "clauses"])
def test_a_file_or_a_dead_link_instead_of_a_folder(shelf: Shelf, room: str) -> None:
    folder = shelf.root / room
    shutil.rmtree(folder)
    folder.write_text("")
    fault = shelf.only()
    assert (fault.code.value, fault.span.file) == ("CG001", folder)
    assert fault.message == "c’est un fichier, pas un dossier"
    folder.unlink()
    folder.symlink_to("nulle-part")
    assert shelf.only().message == "ce lien ne mène nulle part"


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
@pytest.mark.parametrize(
    "closed", ["templates", "templates/essai", "clauses", "clauses/objet", "."]
)
def test_a_folder_that_cannot_be_read(shelf: Shelf, closed: str) -> None:
    folder = shelf.root / closed
    case = shelf.root.with_name("fiche.yaml")
    case.write_text((shelf.root / CASE).read_text("utf-8"), encoding="utf-8")
    folder.chmod(0)
    (fault,) = assemble_case(case, State.FINAL, shelf.root).diagnostics
    folder.chmod(0o700)
    assert (fault.code.value, fault.span.file) == ("CG001", folder)
    assert fault.message == "lecture refusée : vous n’en avez pas le droit"


@pytest.mark.parametrize(
    ("ours", "twin"), [("essai", "Essai"), ("été", "e\u0301te\u0301"), ("été", "ÉTÉ")]
)
def test_two_programmes_of_one_name(shelf: Shelf, ours: str, twin: str) -> None:
    shelf.edit(CASE, ("programme: essai", f"programme: {ours}"))
    (shelf.root / "templates/essai").rename(shelf.root / "templates" / ours)
    shutil.copytree(shelf.root / "templates" / ours, shelf.root / "templates" / twin)
    places = sorted(shelf.root / "templates" / name / "programme.yaml" for name in (ours, twin))
    fault = shelf.only()
    assert (fault.code.value, fault.span.file) == ("CG202", places[1])
    assert [note.span.file for note in fault.notes] == places[:1]
    assert "renommez" in fault.help


def test_an_accent_may_be_coded_in_two_ways(shelf: Shelf) -> None:
    """A folder that comes from a Mac, a case typed elsewhere."""
    shelf.edit(CASE, ("programme: essai", "programme: été"))
    (shelf.root / "templates/essai").rename(shelf.root / "templates/e\u0301te\u0301")
    assert shelf.faults() == []


def test_a_clause_is_read_again_when_it_changes(shelf: Shelf) -> None:
    assert shelf.lines() == ["La convention porte sur Jardin."]
    shelf.body("Autre texte sur {{ projet.nom }}.\n")
    assert shelf.lines() == ["Autre texte sur Jardin."]


def test_a_kept_clause_says_what_a_fresh_one_says(shelf: Shelf) -> None:
    shelf.body(
        "## A\n\n{% for x in projet.lots %}\n"
        "- {{ x }}{{ ';' if not loop.last else '.' }}\n\n{% endfor %}\n"
        "{% if projet.nombre == 2 and not (projet.mode or montant) %}\n"
        "**{{ 'tenu' | accord(association) }}**\n{% endif %}\n"
        '\n| a | b |\n|---|---|\n| {{ projet.nombre | lettres }} | {{ renvoi("objet") }} |\n'
    )
    shelf.project("  lots: [x, y]", "  nombre: 2")
    first, second = shelf.act().document, shelf.act().document
    assert first is not None
    assert first == second
