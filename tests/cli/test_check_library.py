"""`convgen check` on a library: which one, what of it, and how it ends."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.conftest import ROOT
from tests.library.shelf import CASE, CLAUSE, PROGRAMME, Shelf

if TYPE_CHECKING:
    from tests.cli.conftest import Ran, Run

TEMPLATE, LAST = "templates/convention.docx", "clauses/signature/lieu.md"
TYPED, UNKNOWN = (CLAUSE, "CG222"), (LAST, "CG207")


@pytest.fixture
def sound(desk: Shelf) -> Shelf:
    """A library without a fault."""
    before, _, rest = desk.text(PROGRAMME).partition("      mode:")
    desk.write(PROGRAMME, before + rest[rest.index("plan:\n") :])
    return desk


@pytest.fixture
def faulty(sound: Shelf) -> Shelf:
    """A warning in a clause, an error in another."""
    sound.body("La Commune porte {{ projet.nom }}.\n")
    sound.edit(LAST, ("signature.lieu", "signature.lieux"))
    return sound


def check(run: Run, *arguments: str | Path) -> Ran:
    return run("check", *arguments, "--output-format", "concise")


def told(ran: Ran) -> list[tuple[str, str]]:
    """The file and the code of each fault."""
    return re.findall(r"^(\S+?):\d+:\d+: \w+ (CG\d{3}) ", ran.out, re.MULTILINE)


# What of it


OTHER = "templates/autre/programme.yaml"


@pytest.mark.parametrize("programme", [PROGRAMME, OTHER])
@pytest.mark.parametrize(
    ("change", "code"),
    [
        (("signature.lieu", "signature.lieux"), "CG207"),  # a name, at each use
        (("{{ signature.lieu }}", "{{ signature.lieu | upper }}"), "CG206"),  # wherever it is used
        (("{{ signature.lieu }}", "{{ duree }}"), "CG210"),  # a value that some cases have not
    ],
)
def test_a_programme_answers_for_a_clause_that_another_takes_too(
    run: Run, sound: Shelf, programme: str, change: tuple[str, str], code: str
) -> None:
    sound.write(OTHER, sound.text(PROGRAMME))
    sound.edit(LAST, change)
    ran = check(run, programme)
    assert (ran.code, told(ran)) == (1, [(LAST, code)])
    assert told(check(run, Path(programme).parent)) == [(LAST, code)]


# Which library


def test_alone_it_checks_the_library_where_one_stands(run: Run, faulty: Shelf) -> None:
    ran = check(run)
    assert (ran.code, told(ran)) == (1, [TYPED, UNKNOWN])
    assert ran.out.endswith(f"1 erreur, 1 avertissement dans 2 fichiers : {CLAUSE}, {LAST}\n")
    assert ran.err == f"bibliothèque : {faulty.root}\n"


def test_or_the_one_above(run: Run, faulty: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(faulty.root / "cases")
    ran = check(run)
    assert ran.code == 1
    assert [Path(file).name for file, _ in told(ran)] == ["projet.md", "lieu.md"]
    assert ran.err == f"bibliothèque : {faulty.root}\n"


def test_or_the_one_that_an_option_names(
    run: Run, faulty: Shelf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert len(told(check(run, "--library", faulty.root))) == 2
    ran = check(run, "--library", tmp_path)
    assert (ran.code, ran.out) == (1, "")
    assert "n’est pas une bibliothèque" in ran.err


def test_a_sound_library(run: Run, sound: Shelf) -> None:
    for arguments in ([], ["."], [sound.root], ["convgen.toml"], [".", "--strict"]):
        ran = check(run, *arguments)
        assert (ran.code, ran.out) == (0, ""), arguments
        assert ran.err.endswith("aucune faute\n")


@pytest.mark.parametrize("folder", [".", "..", "clauses/.."])
def test_a_library_is_named_by_its_folder(run: Run, faulty: Shelf, folder: str) -> None:
    name = faulty.root.name if folder == ".." else ""
    ran = check(run, f"{folder}/{name}" if name else folder)
    assert (ran.code, told(ran), ran.err) == (1, [TYPED, UNKNOWN], "")


# What of it


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("convgen.toml", [TYPED, UNKNOWN]),
        ("clauses", [TYPED, UNKNOWN]),
        ("clauses/objet", [TYPED]),
        ("clauses/signature/", [UNKNOWN]),
        (CLAUSE, [TYPED]),
        (LAST, [UNKNOWN]),
        ("clauses/signature/bloc.md", []),
        (PROGRAMME, [TYPED, UNKNOWN]),  # each is called by this plan
        ("templates/essai", [TYPED, UNKNOWN]),
        (TEMPLATE, []),
    ],
)
def test_a_part_of_a_library(
    run: Run, faulty: Shelf, path: str, expected: list[tuple[str, str]]
) -> None:
    ran = check(run, path)
    assert told(ran) == expected
    assert ran.code == (1 if UNKNOWN in expected else 0)
    assert bool(expected) is ("aucune faute" not in ran.err)


def test_parts_that_hold_each_other_are_told_once(run: Run, faulty: Shelf) -> None:
    assert told(check(run, "clauses", ".", CLAUSE)) == [TYPED, UNKNOWN]


def test_a_damaged_word_template(run: Run, sound: Shelf) -> None:
    (sound.root / TEMPLATE).write_bytes(b"PK")
    for path in (TEMPLATE, ".", "templates"):
        ran = check(run, path)
        assert (ran.code, told(ran)) == (1, [(TEMPLATE, "CG401")])
    assert check(run, CLAUSE).code == 0


def test_a_programme_that_cannot_be_read(run: Run, sound: Shelf) -> None:
    sound.edit(PROGRAMME, ("\nplan:\n", "\nplans:\n"))
    ran = check(run)
    assert ran.code == 1
    assert {file for file, _ in told(ran)} == {PROGRAMME}


@pytest.mark.parametrize(
    ("path", "code", "words"),
    [
        ("cases", "CG001", "ce dossier ne contient que des fiches"),
        ("cases/jointe.md", "CG001", "ce fichier n’est ni une fiche, ni un programme"),
        ("cases/fiche.docx", "CG001", "ce fichier n’est ni une fiche, ni un programme"),
        ("clauses/perdue.md", "CG001", "ce fichier n’est ni une fiche, ni un programme"),
        ("absente.yaml", "CG001", "fichier introuvable"),
        ("clauses/objet/absente.md", "CG001", "fichier introuvable"),
        ("templates/absent/programme.yaml", "CG001", "fichier introuvable"),
        ("templates/absent.docx", "CG001", "fichier introuvable"),
        ("absent", "CG001", "fichier introuvable"),
        ("/dev/null", "CG001", "fichier illisible"),
        ("/", "CG201", "ce dossier n’est pas une bibliothèque"),
        ("..", "CG201", "ce dossier n’est pas une bibliothèque"),
        ("../seule.md", "CG201", "ce fichier n’est dans aucune bibliothèque"),
    ],
)
def test_what_is_no_library_nor_case(
    run: Run, sound: Shelf, path: str, code: str, words: str
) -> None:
    for file in ("cases/jointe.md", "clauses/perdue.md", "../seule.md"):
        sound.write(file, "Un texte.\n")
    shutil.copy(TEMPLATE, "cases/fiche.docx")
    ran = run("check", path)
    assert (ran.code, ran.err) == (1, "")
    assert f"erreur[{code}] : {words}" in ran.out
    assert "= aide : " in ran.out
    assert ran.out.endswith("1 erreur\n")


def test_a_clause_that_a_link_leads_out_of_the_library(run: Run, sound: Shelf) -> None:
    outside = sound.write("../ailleurs.md", sound.text(CLAUSE))
    Path("clauses/objet/lien.md").symlink_to(outside.resolve())
    for path in ("clauses/objet/lien.md", "."):
        ran = run("check", path)
        assert ran.code == 1
        assert "« lien.md » est hors de la bibliothèque (lien symbolique)" in ran.out


@pytest.mark.parametrize("path", [".", CLAUSE, PROGRAMME, "templates", CASE])
def test_a_library_without_its_marker(run: Run, sound: Shelf, path: str) -> None:
    Path("convgen.toml").unlink()
    ran = run("check", path)
    assert ran.code == 1
    assert "erreur[CG201] : ce dossier a des programmes ou des clauses" in ran.out
    assert "créez-y un fichier convgen.toml" in ran.out


def test_alone_without_a_marker(run: Run, sound: Shelf) -> None:
    Path("convgen.toml").unlink()
    ran = run("check")
    assert (ran.code, ran.out) == (1, "")
    assert "créez-y un fichier convgen.toml" in ran.err


# How it ends


def test_a_warning_stops_nothing_unless_asked(run: Run, faulty: Shelf) -> None:
    assert check(run, CLAUSE).code == 0
    ran = check(run, CLAUSE, "--strict")
    assert (ran.code, told(ran)) == (1, [TYPED])
    assert " avertissement CG222 " in ran.out  # it stays one


def test_strict_cases(run: Run, sound: Shelf) -> None:
    sound.edit(CASE, ("insee: 94022", "insee: 94054"))
    assert check(run, CASE).code == 0
    assert check(run, CASE, "--strict").code == 1


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ([], 0),
        (["--revue-max", "12"], 0),
        (["--revue-max", "12", "--aujourdhui", "22/11/2027"], 0),
        (["--revue-max", "12", "--aujourdhui", "23/11/2027"], 4),
        (["--revue-max", "12", "--aujourdhui", "1er décembre 2027"], 4),
        (["--revue-max", "13", "--aujourdhui", "2027-11-23"], 0),
        (["--revue-max", "0", "--aujourdhui", "22/11/2026"], 0),
        (["--revue-max", "0", "--aujourdhui", "23/11/2026"], 4),
        (["--revue-max", "1", "--aujourdhui", "21/11/2026"], 4),  # read tomorrow
        (["--revue-max", "999999999"], 0),
        (["--aujourdhui", "01/01/2099"], 0),  # nothing is asked of reviews
    ],
)
def test_the_age_of_reviews(run: Run, sound: Shelf, arguments: list[str], expected: int) -> None:
    ran = check(run, *arguments)
    assert [code for _, code in told(ran)] == ["CG220"] * expected
    assert ran.code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--aujourdhui", "hier"], "« hier » ne se lit pas comme une date"),
        (["--aujourdhui", "31/02/2026"], "31/02/2026"),
        (["--aujourdhui", ""], "ne se lit pas comme une date"),
        (["--revue-max", "un"], "« un » ne se lit pas comme un nombre entier"),
        (["--revue-max", "1,5"], "« 1,5 » n’est pas un nombre entier"),
        (["--revue-max", "-1"], "« -1 » : un nombre entier ne peut pas être négatif"),
        (["--strict=oui"], "--strict"),
    ],
)
def test_wrong_calls(run: Run, sound: Shelf, arguments: list[str], words: str) -> None:
    ran = run("check", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("convgen : ")
    assert words in ran.err.replace("\u00a0", " ")
    assert not re.search(r"\b(Invalid|value|range|valid|integer|not)\b", ran.err)


def test_a_library_and_cases_together(run: Run, faulty: Shelf) -> None:
    faulty.edit(CASE, ("terme: 31/12/2026", "terme:"))
    ran = check(run, CASE, ".")
    assert ran.code == 1
    assert told(ran) == [(CASE, "CG101"), TYPED, UNKNOWN]
    assert told(check(run, CASE)) == [(CASE, "CG101"), UNKNOWN]  # a case: no word on style


def test_json(run: Run, faulty: Shelf) -> None:
    ran = run("check", "--output-format", "json")
    assert ran.code == 1
    warning, error = json.loads(ran.out)
    assert (warning["code"], warning["severity"]) == ("CG222", "warning")
    assert (error["code"], error["severity"]) == ("CG207", "error")
    assert error["file"] == LAST
    assert (error["line"], error["column"], error["end_column"]) == (8, 11, 26)
    assert error["notes"][0]["file"] == PROGRAMME
    assert json.loads(run("check", CLAUSE, "--output-format", "json").out) == [warning]


def test_json_of_nothing(run: Run, sound: Shelf) -> None:
    ran = run("check", "--output-format", "json")
    assert (ran.code, json.loads(ran.out)) == (0, [])


def test_the_library_of_this_project_has_no_fault(run: Run) -> None:
    ran = run("check", ROOT, "--strict")
    assert (ran.code, ran.out, ran.err) == (0, "", "aucune faute\n")
