"""list: what there is and where it is used."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.library.shelf import CLAUSE, HEADER, PROGRAMME, Shelf

if TYPE_CHECKING:
    from tests.cli.conftest import Run

pytestmark = pytest.mark.usefixtures("desk")


def test_programmes(run: Run, desk: Shelf) -> None:
    described = "description: Un essai qui dit « l'essentiel »\ntitre:"
    desk.edit(PROGRAMME, ("titre:", described))
    desk.write("cases/essai/une.yaml", "programme: essai\n")
    desk.write(
        "templates/autre/programme.yaml",
        "titre: Autre\nparties:\n  commune: {designation: la Commune}\n"
        "plan:\n  - article: objet\n    clauses: [objet/projet, objet/projet]\n",
    )
    ran = run("list", "programmes")
    assert (ran.code, ran.err) == (0, f"bibliothèque : {desk.root.resolve()}\n")
    assert ran.out.replace("\u00a0", " ") == (
        "autre\n"
        "  Autre\n"
        "  1 clause, 0 fiche dans cases/autre\n"
        "\n"
        "essai\n"
        "  Convention « … »\n"
        "  Un essai qui dit « l’essentiel »\n"
        "  4 clauses, 1 fiche dans cases/essai\n"
    )


def test_clauses(run: Run, desk: Shelf) -> None:
    desk.write("clauses/objet/ancienne.md", HEADER.replace("1.0.0", "0.9.0") + "Rien.\n")
    desk.write(
        "templates/autre/programme.yaml",
        "titre: Autre\nparties:\n  commune: {designation: la Commune}\n"
        "plan:\n  - article: objet\n    clauses: [objet/projet]\n",
    )
    ran = run("list", "clauses")
    assert (ran.code, ran.err) == (0, "")
    lines = ran.out.replace("\u00a0", " ").splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [
        *("objet", "parties", "signature"),
    ]
    start = lines.index("objet")
    assert lines[start : start + 10] == [
        "objet",
        "  objet/ancienne  0.9.0",
        "    Objet",
        "    emploi : essai",
        "    sans emploi",
        "  objet/projet  1.0.0",
        "    Objet",
        "    emploi : essai",
        "    dans : autre, essai",
        "",
    ]


def test_eighty_columns_and_no_name_cut(run: Run, desk: Shelf) -> None:
    clause = "responsabilite-et-assurances/renonciation-a-recours-" + "reciproque-" * 6 + "x"
    programme = "convention-" * 9 + "x"
    usage = "emploi: convention dont l'une des parties renonce à tout recours " + "et encore " * 9
    desk.write(f"clauses/{clause}.md", HEADER.replace("emploi: essai", usage) + "Rien.\n")
    desk.write(
        f"templates/{programme}/programme.yaml",
        "titre: Autre\nparties:\n  commune: {designation: la Commune}\n"
        f"plan:\n  - article: objet\n    clauses: [{clause}]\n",
    )
    for what in ("clauses", "programmes"):
        lines = run("list", what).out.splitlines()
        assert any(line.endswith(programme) for line in lines)
        assert all(len(line) <= 80 or programme in line or clause in line for line in lines)
        if what == "clauses":
            assert f"  {clause}  1.0.0" in lines
            assert sum("et encore" in line for line in lines) > 1


@pytest.mark.parametrize("what", ["programmes", "clauses"])
def test_faults_go_to_standard_error_and_the_rest_is_listed(
    run: Run, desk: Shelf, what: str
) -> None:
    desk.write("templates/faux/programme.yaml", "titre: Faux\n")
    desk.write("clauses/objet/sans-en-tete.md", "Rien.\n")
    desk.write("clauses/objet/en-tete-incomplet.md", "---\nversion: 1.0.0\n---\nRien.\n")
    desk.edit(PROGRAMME, ("[objet/projet]", "[objet/projet, objet/projte]"))
    ran = run("list", what)
    assert ran.code == 1
    assert "templates/faux/programme.yaml" in ran.err
    assert "faux" not in ran.out
    assert ("essai\n" if what == "programmes" else "  objet/projet  1.0.0\n") in ran.out
    if what == "clauses":
        assert "clauses/objet/sans-en-tete.md" in ran.err
        assert "clauses/objet/en-tete-incomplet.md" in ran.err
        assert "clause introuvable : « objet/projte »" in ran.err
        assert "sans-en-tete" not in ran.out


@pytest.mark.parametrize(
    ("what", "nothing"), [("programmes", "aucun programme\n"), ("clauses", "aucune clause\n")]
)
def test_an_empty_library(run: Run, desk: Shelf, what: str, nothing: str) -> None:
    for folder in ("templates/essai", "clauses/objet", "clauses/parties", "clauses/signature"):
        for file in (desk.root / folder).iterdir():
            file.unlink()
    ran = run("list", what)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith(nothing)


def test_a_process_lists_in_plain_text(run: Run, desk: Shelf) -> None:
    listed = subprocess.run(
        [sys.executable, "-m", "convgen", "list", "clauses"], capture_output=True, check=True
    )
    assert (listed.stdout.decode("utf-8"), listed.stderr) == (run("list", "clauses").out, b"")
    assert "\x1b" not in listed.stdout.decode("utf-8")


def test_what_a_clause_says_is_kept_from_one_run_to_the_next(run: Run, desk: Shelf) -> None:
    first = run("list", "clauses").out
    assert run("list", "clauses").out == first
    desk.edit(CLAUSE, ("emploi: essai", "emploi: autre usage"))
    assert "emploi\u00a0: autre usage" in run("list", "clauses").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["list", "articles"], "commande inconnue : « articles » ; au choix : clauses, programmes"),
        (["list", "clauses", "x"], "arguments de trop"),
        (["new"], "il manque PROGRAMME"),
        (["schema"], "il manque PROGRAMME"),
    ],
)
def test_a_wrong_call(run: Run, arguments: list[str], words: str) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


@pytest.mark.parametrize(
    "arguments", [["new", "-h"], ["schema", "-h"], ["list", "-h"], ["list", "clauses", "-h"]]
)
def test_help(run: Run, arguments: list[str]) -> None:
    ran = run(*arguments)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"Utilisation\u00a0: convgen {' '.join(arguments[:-1])}")
    assert "Affiche cette aide." in ran.out
    assert "Show" not in ran.out
