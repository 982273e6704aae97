"""render, check and show: exit codes, streams, files."""

from __future__ import annotations

import json
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.library.shelf import CASE, CLAUSE, PROGRAMME, Shelf

if TYPE_CHECKING:
    from tests.cli.conftest import Run

WRITTEN = "cases/fiche.docx"

# render


def test_a_complete_case_is_written_beside_itself(run: Run) -> None:
    ran = run("render", CASE)
    assert (ran.code, ran.out, ran.err) == (0, "", f"écrit : {WRITTEN} (définitif)\n")
    with zipfile.ZipFile(WRITTEN) as file:
        assert file.testzip() is None


def test_a_gap_stops_it(run: Run, broken: Shelf) -> None:
    ran = run("render", CASE)
    assert (ran.code, ran.out) == (1, "")
    assert "erreur[CG101] : il manque : terme de la convention (terme)" in ran.err
    assert f"--> {CASE}:19:1" in ran.err
    assert ran.err.endswith("1 erreur\nrien n’a été écrit\n")
    assert not Path(WRITTEN).exists()


@pytest.mark.parametrize("state", ["brouillon", "Brouillon", "BROUILLON"])
def test_a_draft_is_written_and_its_gaps_are_told(run: Run, broken: Shelf, state: str) -> None:
    broken.body("Jusqu'au {{ terme }}.\n")
    ran = run("render", CASE, "--etat", state)
    assert (ran.code, ran.out) == (0, "")
    assert "CG101" in ran.err
    assert ran.err.endswith(f"écrit : {WRITTEN} (brouillon, 1 point à compléter ou à corriger)\n")


@pytest.mark.parametrize("state", ["definitif", "définitif", "DÉFINITIF", "de\u0301finitif"])
def test_accents_of_a_state_do_not_matter(run: Run, state: str) -> None:
    assert run("render", CASE, "--etat", state).code == 0


def test_a_project(run: Run, desk: Shelf) -> None:
    habilitation = (
        "    habilitation: {acte: délibération, organe: conseil municipal, date: 19/11/2025}\n"
    )
    desk.edit(CASE, (habilitation, ""))
    assert run("render", CASE).code == 1
    assert run("render", CASE, "--etat", "projet").code == 0


def test_nothing_is_overwritten_unasked(run: Run) -> None:
    Path(WRITTEN).write_text("déjà là")
    ran = run("render", CASE)
    assert ran.code == 1
    assert "erreur[CG501] : ce fichier existe déjà" in ran.err
    assert "--force" in ran.err
    assert Path(WRITTEN).read_text() == "déjà là"
    assert run("render", CASE, "--force").code == 0
    assert zipfile.is_zipfile(WRITTEN)


def test_output_is_a_file_or_a_folder(run: Run) -> None:
    assert run("render", CASE, "-o", "acte.docx").code == 0
    Path("actes").mkdir()
    assert run("render", CASE, "--output", "actes").code == 0
    assert run("render", CASE, "-o", "actes/autre.DOCX").code == 0
    assert sorted(str(path) for path in Path("actes").iterdir()) == [
        "actes/autre.DOCX",
        "actes/fiche.docx",
    ]
    assert Path("acte.docx").exists()


def test_the_same_case_gives_the_same_bytes(run: Run) -> None:
    run("render", CASE, "-o", "a.docx")
    run("render", CASE, "-o", "b.docx")
    assert Path("a.docx").read_bytes() == Path("b.docx").read_bytes()


def test_several_cases(run: Run, desk: Shelf) -> None:
    other = desk.write(
        "cases/autre.yaml", (desk.root / CASE).read_text().replace("terme: 31/12/2026", "terme: x")
    )
    ran = run("render", CASE, other)
    assert ran.code == 1
    assert "cases/autre.yaml:19:8" in ran.err
    assert ran.err.endswith(f"écrit : {WRITTEN} (définitif)\n1 fiche refusée : cases/autre.yaml\n")


@pytest.mark.parametrize("output", [["-o", "x.docx"], ["-o", "."]])
def test_two_cases_do_not_go_to_one_file(run: Run, desk: Shelf, output: list[str]) -> None:
    other = desk.write("cases/autre/fiche.yaml", (desk.root / CASE).read_text())
    ran = run("render", CASE, other, *output)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("convgen : plusieurs fiches iraient dans le même fichier\n")


@pytest.mark.parametrize(
    ("output", "why"),
    [("/proc/rien/x.docx", "n’existe pas"), ("convgen.toml/x.docx", "dossier")],
)
def test_a_folder_that_cannot_be_written(run: Run, output: str, why: str) -> None:
    ran = run("render", CASE, "-o", output)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"convgen : écriture impossible : {output}")
    assert ran.err.count("\n") == 1
    assert why in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_without_right(run: Run) -> None:
    Path("ferme").mkdir(mode=0o500)
    ran = run("render", CASE, "-o", "ferme")
    assert ran.code == 2
    assert "pas le droit" in ran.err


def test_a_failure_does_not_hide_what_was_written_before(run: Run, desk: Shelf) -> None:
    other = desk.write("autre/fiche.yaml", (desk.root / CASE).read_text())
    Path("autre/fiche.docx").mkdir()
    ran = run("render", CASE, other, "--force")
    assert ran.code == 2
    told, failed = ran.err.splitlines()
    assert told == f"écrit : {WRITTEN} (définitif)"
    assert failed.startswith("convgen : écriture impossible")


@pytest.mark.parametrize(
    ("case", "words"),
    [
        ("absente.yaml", "fichier introuvable"),
        ("cases", "c’est un dossier, pas un fichier"),
        (".", "c’est un dossier"),
        ("/", "c’est un dossier"),
        ("/dev/null", "fichier illisible"),
        ("templates/convention.docx", "ce n’est pas un fichier texte"),
    ],
)
@pytest.mark.parametrize("command", ["render", "show"])
def test_what_is_no_case(run: Run, case: str, words: str, command: str) -> None:
    ran = run(command, case)
    assert ran.code == 1
    assert words in ran.out + ran.err
    assert "Traceback" not in ran.out + ran.err


def test_a_fault_of_the_library_stops_even_a_draft(run: Run, desk: Shelf) -> None:
    desk.body("{{ projte.nom }}\n")
    ran = run("render", CASE, "--etat", "brouillon")
    assert ran.code == 1
    assert f"--> {CLAUSE}:8:4" in ran.err
    assert f"note : la clause est appelée ici : {PROGRAMME}:24:15" in ran.err


def test_a_damaged_word_template_stops_it(run: Run, desk: Shelf) -> None:
    (desk.root / "templates/convention.docx").write_bytes(b"PK")
    ran = run("render", CASE)
    assert ran.code == 1
    assert "CG4" in ran.err
    assert run("check", CASE).code == 1


# check


def test_check_says_that_all_is_well(run: Run) -> None:
    ran = run("check", CASE)
    assert (ran.code, ran.out, ran.err) == (0, "", "aucune faute\n")
    assert not Path(WRITTEN).exists()


def test_check_reports_on_standard_output(run: Run, broken: Shelf) -> None:
    ran = run("check", CASE)
    assert (ran.code, ran.err) == (1, "")
    assert "erreur[CG101]" in ran.out


def test_a_warning_stops_nothing(run: Run, desk: Shelf) -> None:
    desk.edit(CASE, ("insee: 94022", "insee: 94054"))
    ran = run("check", CASE)
    assert ran.code == 0
    assert ran.out.endswith("1 avertissement\n")
    assert run("render", CASE).code == 0


def test_a_fault_that_two_cases_share_is_told_once(run: Run, desk: Shelf) -> None:
    desk.body("{{ projte.nom }}\n")
    other = desk.write("cases/autre.yaml", (desk.root / CASE).read_text())
    assert run("check", CASE, other).out.count("CG207") == 1


def test_concise(run: Run, broken: Shelf) -> None:
    ran = run("check", CASE, "--output-format", "concise")
    first, last = ran.out.splitlines()
    assert first == f"{CASE}:19:1: erreur CG101 il manque : terme de la convention (terme)"
    assert last == "1 erreur"


@pytest.mark.parametrize("command", ["check", "render"])
def test_json_goes_to_standard_output(run: Run, broken: Shelf, command: str) -> None:
    ran = run(command, CASE, "--output-format", "json")
    assert ran.code == 1
    (fault,) = json.loads(ran.out)
    assert fault.pop("message").startswith("il manque")
    assert fault.pop("help").startswith("complétez")
    assert fault == {
        "code": "CG101",
        "severity": "error",
        "file": CASE,
        "line": 19,
        "column": 1,
        "end_line": 19,
        "end_column": 6,
        "notes": [],
        "fixable": False,
    }


def test_json_of_nothing(run: Run) -> None:
    ran = run("render", CASE, "--output-format", "json")
    assert (ran.code, json.loads(ran.out)) == (0, [])
    assert ran.err == f"écrit : {WRITTEN} (définitif)\n"


def test_another_library(run: Run, desk: Shelf, tmp_path: Path) -> None:
    case = tmp_path / "seule.yaml"
    case.write_text((desk.root / CASE).read_text("utf-8"), "utf-8")
    ran = run("check", case)
    assert ran.code == 1
    assert "CG106" in ran.out  # the library that comes with convgen has no such programme
    assert run("check", case, "--library", desk.root).code == 0
    assert "n’est pas une bibliothèque" in run("check", case, "--library", tmp_path).out


# show


def test_show_tells_the_plan_and_why(run: Run, desk: Shelf) -> None:
    annex = "  - annexe: carte\n    clauses: [{objet/projet: , si: projet.mode}]\n    si: terme"
    desk.edit(PROGRAMME, ("  - signature", f"{annex}\n  - signature"))
    desk.project("  mode:")
    ran = run("show", CASE)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Plan : essai",
        "",
        "Comparution",
        "  parties/comparution  1.0.0",
        "",
        "Article\u00a01 – Objet  [objet]",
        "  objet/projet         1.0.0",
        "",
        "Annexe\u00a01  [carte]  si terme",
        "  objet/projet         1.0.0  si projet.mode (à compléter : mode du projet)",
        "",
        "Signature",
        "  signature/lieu       1.0.0",
        "  signature/bloc       1.0.0",
        "",
        "Termes définis (dans un texte : {{ nom }}, {{ nom.de }}, {{ nom.a }})",
        "  commune           la Commune",
        "  association       l’Association",
        "  parties_ensemble  les Parties",
    ]


def test_show_fits_eighty_columns_and_cuts_no_name(run: Run, desk: Shelf) -> None:
    name = "responsabilite-et-assurances/renonciation-a-recours-reciproque"
    desk.write(f"clauses/{name}.md", (desk.root / CLAUSE).read_text("utf-8"))
    condition = " et ".join(['projet.mode = "a"'] * 6)
    desk.edit(
        PROGRAMME,
        ("[objet/projet]", f"\n      - {{{name}: , si: '{condition}'}}\n      - objet/projet"),
    )
    desk.project("  mode: a")
    lines = run("show", CASE).out.splitlines()
    assert all(len(line) <= 80 for line in lines)
    assert f"  {name}  1.0.0" in lines
    assert "      si projet.mode" in "\n".join(lines)


def test_show_of_a_case_that_cannot_be_planned(run: Run, desk: Shelf) -> None:
    desk.edit(CASE, ("programme: essai", "programme: esai"))
    ran = run("show", CASE)
    assert (ran.code, ran.out) == (1, "")
    assert "vouliez-vous dire « essai » ?" in ran.err
