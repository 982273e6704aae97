"""`convgen check --fix` and `--diff`, as they are called."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.library.shelf import CASE, CLAUSE, Shelf

DATE, DOTS = "terme: 31/12/2026", "terme: 31.12.2026   # fin"


@pytest.fixture
def spoilt(desk: Shelf) -> Shelf:
    desk.edit(CASE, (DATE, DOTS))
    return desk


def test_what_is_mended_is_announced_and_the_rest_told(run: Run, spoilt: Shelf) -> None:
    spoilt.edit(CASE, ("qualite: maire}", "qualite: }"))
    ran = run("check", "--fix", CASE, "--output-format", "concise")
    assert ran.code == 1
    assert ran.err == f"corrigé : {CASE} (1 correction)\n"
    assert "CG101" in ran.out
    assert "CG102" not in ran.out
    assert "terme: 31/12/2026   # fin\n" in spoilt.text(CASE)


def test_nothing_left_is_said(run: Run, spoilt: Shelf) -> None:
    ran = run("check", "--fix", CASE)
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"corrigé : {CASE} (1 correction)\naucune faute\n"
    assert run("check", "--fix", CASE).err == "aucune faute\n"


def test_a_diff_is_shown_and_nothing_written(run: Run, spoilt: Shelf) -> None:
    before = spoilt.text(CASE)
    ran = run("check", "--diff", CASE)
    assert ran.code == 1
    assert ran.out.startswith(f"--- {CASE}\n+++ {CASE}\n@@")
    assert f"\n-{DOTS}\n+{DATE}   # fin\n" in ran.out
    assert spoilt.text(CASE) == before
    run("check", "--fix", CASE)
    assert (run("check", "--diff", CASE).code, run("check", "--diff", CASE).out) == (0, "")


def test_the_clauses_of_a_case_are_not_its_own(run: Run, spoilt: Shelf) -> None:
    """A case is named: its library, its common file are not."""
    spoilt.write(CLAUSE, spoilt.text(CLAUSE) + '\n{% if projet.mode == "a" %}\nA.\n{% endif %}\n')
    before = spoilt.text(CLAUSE)
    run("check", "--fix", CASE)
    assert spoilt.text(CLAUSE) == before
    assert (
        run("check", "--fix", "clauses").err == f"corrigé : {CLAUSE} (1 correction)\naucune faute\n"
    )
    assert '{% if projet.mode = "a" %}' in spoilt.text(CLAUSE)


def test_outside_a_library_nothing_is_mended_unnamed(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Alone, it would mend the library that came with convgen."""
    monkeypatch.chdir(tmp_path)
    ran = run("check", "--fix")
    assert ran.code == 2
    assert "nommez ce qu’il faut corriger" in ran.err


def test_fix_and_diff_exclude_each_other(run: Run, spoilt: Shelf) -> None:
    ran = run("check", "--fix", "--diff", CASE)
    assert ran.code == 2
    assert "--fix" in ran.err
