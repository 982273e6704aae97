"""What a case depends on: any change of it is seen, and no change of anything else."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from convgen.model.state import State
from convgen.pipeline import assembler
from convgen.watching.look import Look
from convgen.watching.watched_case import WatchedCase
from tests.acts.desk import ALPES, CHOISY, COMMON, DELIBERATION, EUROPIA, GRANT, MISSION, Desk

CLAUSE = "clauses/objet/subvention-poste.md"
TEMPLATE = "templates/subvention-poste/convention.docx"
LIBRARY = ("convgen.toml", "templates/convention.docx", TEMPLATE, GRANT, CLAUSE)
READ = [(ALPES, name) for name in (ALPES, MISSION, *LIBRARY)] + [
    (CHOISY, COMMON),
    (DELIBERATION, EUROPIA),
    (DELIBERATION, MISSION),  # joined by a case that it joins
]
TO_COME = (
    "templates/avenant/convention.docx",
    "templates/nouveau/programme.yaml",
    "clauses/nouveau/clause.md",
    "cases/convgen.toml",
)
ELSEWHERE = (
    "cases/subvention-poste/alpes-maritimes.docx",
    "cases/subvention-poste/.convgen-0123456789abcdef-0.part",
    "cases/subvention-poste/node_modules/a/b.yaml",
    "cases/subvention-poste/autre.md",
    "clauses/objet/.#subvention-poste.md",
    "clauses/objet/subvention-poste.md~",
    "templates/subvention-poste/notes.txt",
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk.at(tmp_path / "bibliotheque")


def made(desk: Desk, case: str = ALPES) -> WatchedCase:
    """A case watched, its act made."""
    watched = WatchedCase(desk.file(case))
    watched.assembled(assembler(State.DRAFT), Look())
    assert watched.changes(Look()) == {}
    return watched


def edit(file: Path) -> None:
    """In place, the size and the date as they were: the most discreet of edits."""
    before, data = file.stat(), file.read_bytes()
    with file.open("r+b") as opened:
        opened.write(data[:-1] + bytes([data[-1] ^ 1]))
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def replace(file: Path) -> None:
    """As editors do: another file, alike, takes its name."""
    copy = file.with_name("copie")
    shutil.copy2(file, copy)
    copy.replace(file)


def turn_into_link(file: Path) -> None:
    file.symlink_to(file.rename(file.with_name("cible")).name)


def replace_folder(file: Path) -> None:
    folder = file.parent
    shutil.copytree(folder, folder.with_name("neuf"))
    folder.rename(folder.with_name("vieux"))
    folder.with_name("neuf").rename(folder)


@pytest.mark.parametrize("change", [edit, replace, Path.unlink, turn_into_link, replace_folder])
@pytest.mark.parametrize(("case", "name"), READ)
def test_whatever_befalls_a_file_of_the_act_is_seen(
    desk: Desk, case: str, name: str, change: Callable[[Path], None]
) -> None:
    replace(desk.file(name))  # desks share their files by hard links: not one edited in place
    watched = made(desk, case)
    change(desk.file(name))
    seen = {os.path.realpath(path.parent) + f"/{path.name}" for path in watched.changes(Look())}
    assert str(desk.file(name)) in seen


def test_an_edit_behind_a_link_is_seen(desk: Desk) -> None:
    turn_into_link(desk.file(MISSION))
    watched = made(desk)
    edit(desk.file(MISSION).resolve())
    assert [path.name for path in watched.changes(Look())] == [Path(MISSION).name]


@pytest.mark.parametrize("name", TO_COME)
def test_a_file_that_comes_is_seen(desk: Desk, name: str) -> None:
    watched = made(desk)
    create(desk.file(name))
    assert [*watched.changes(Look())] == [desk.file(name)]


def test_a_joined_file_that_was_not_there_is_seen(desk: Desk) -> None:
    folder = desk.file(ALPES).parent
    desk.edit(ALPES, ("fiche-de-mission.md", "textes/mission.md"))
    watched = made(desk)
    create(folder / "textes/mission.md")
    assert folder / "textes/mission.md" in watched.changes(Look())


@pytest.mark.parametrize("name", ELSEWHERE)
def test_what_is_not_of_the_act_is_not_seen(desk: Desk, name: str) -> None:
    watched = made(desk)
    create(desk.file(name))
    assert watched.changes(Look()) == {}


def test_a_case_that_cannot_be_read_waits_for_itself(desk: Desk) -> None:
    desk.write(ALPES, "montant: [\n")
    watched = made(desk)
    desk.write(ALPES, "montant: 1\n")
    assert [*watched.changes(Look())] == [desk.file(ALPES)]


def test_only_the_folders_concerned_are_watched(desk: Desk, tmp_path: Path) -> None:
    """Neither what is below them, nor where a link leads out of the library."""
    create(tmp_path / "dehors/clause.md")
    create(desk.file("cases/subvention-poste/node_modules/a/b.js"))
    desk.file("clauses/lien").symlink_to(tmp_path / "dehors")
    desk.edit(ALPES, ("fiche-de-mission.md", "../../../dehors/clause.md"))
    folders = {folder.relative_to(tmp_path) for folder in made(desk).folders()}
    root = Path("bibliotheque")
    above = {root, root / "clauses", root / "templates", (root / ALPES).parent}
    below = {
        folder.relative_to(tmp_path)
        for name in ("clauses", "templates")
        for folder in desk.file(name).iterdir()
        if folder.is_dir() and not folder.is_symlink()
    }
    assert folders == above | below


def create(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("essai\n")
