"""`convgen watch`: the true command, true files, true saves."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.acts.desk import EUROPIA, Desk
from tests.cli.watching import Told, Watch, save_by_rename
from tests.library.shelf import CASE, CLAUSE, PROGRAMME, Shelf

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.cli.conftest import Run

    Start = Callable[..., Watch]

WRITTEN = "cases/fiche.docx"
TEMPLATE = "templates/convention.docx"
DONE = [f"écrit : {WRITTEN} (définitif)"]


@pytest.fixture
def start(desk: Shelf, tmp_path: Path) -> Iterator[Start]:
    """Start `convgen watch`, and read its first round."""
    started: list[Watch] = []

    def begin(*arguments: str, prefix: tuple[str, ...] = ()) -> Watch:
        log = tmp_path / f"journal{len(started)}"
        watch = Watch(*arguments, cwd=desk.root, log=log, prefix=prefix)
        started.append(watch)
        return watch

    yield begin
    for watch in started:
        watch.__exit__(None, None, None)


def test_each_save_is_answered_wrong_or_right(start: Start, desk: Shelf) -> None:
    watch = start(CASE)
    assert watch.next() == Told(CASE, "aucune faute", DONE)
    text, clause, programme = (desk.text(name) for name in (CASE, CLAUSE, PROGRAMME))
    template = (desk.root / TEMPLATE).read_bytes()

    def answer(file: str, code: str) -> None:
        told = watch.next()
        assert told.files == file
        if code:
            assert told.found == "1 faute", told
            assert f"erreur[{code}]" in told.text
            assert told.lines[-1] == "rien n’a été écrit"
        else:
            assert (told.found, told.lines) == ("aucune faute", DONE)

    desk.edit(CASE, ("terme: 31/12/2026", "terme:"))
    answer(CASE, "CG101")
    desk.write(CASE, "programme: [\n")
    answer(CASE, "CG005")
    save_by_rename(desk.root / CASE, text)
    answer(CASE, "")
    desk.body("{{ projte.nom }}\n")
    answer(CLAUSE, "CG207")
    desk.write(CLAUSE, clause)
    answer(CLAUSE, "")
    desk.write(PROGRAMME, programme.replace("intitule: Objet", "intitulé: Objet"))
    answer(PROGRAMME, "CG202")
    desk.write(PROGRAMME, programme)
    answer(PROGRAMME, "")
    (desk.root / TEMPLATE).write_bytes(b"PK")
    answer(TEMPLATE, "CG401")
    (desk.root / TEMPLATE).write_bytes(template)
    answer(TEMPLATE, "")
    desk.write("convgen.toml", "format = 9\n")
    answer("convgen.toml", "CG230")
    desk.write("convgen.toml", "format = 2\n")
    answer("convgen.toml", "")
    (desk.root / CASE).unlink()
    answer(CASE, "CG001")
    desk.write(CASE, text)
    answer(CASE, "")
    assert watch.interrupt() == 130


def test_what_a_case_joins_and_a_folder_replaced(start: Start, desk: Shelf) -> None:
    """The current folder itself: what stands there now counts, not what stood there."""
    case = desk.text(CASE)
    desk.write("cases/commun.yaml", "projet: {nom: Jardin}\n")
    desk.write(CASE, "commun: commun.yaml\n" + case.replace("projet:\n  nom: Jardin\n", ""))
    watch = start(CASE)
    assert watch.next().lines == DONE
    desk.write("cases/commun.yaml", "projet: {nom: }\n")
    told = watch.next()
    assert (told.files, told.found) == ("cases/commun.yaml", "1 faute")
    (desk.root / "cases/commun.yaml").unlink()
    assert "fichier commun introuvable" in watch.next().text
    copy = shutil.copytree(desk.root, desk.root.with_name("neuve"))
    (copy / "cases/commun.yaml").write_text("projet: {nom: Verger}\n")
    desk.root.rename(desk.root.with_name("vieille"))
    copy.rename(desk.root)
    watch.until(lambda: watch.rounds()[-1].lines == DONE and len(watch.rounds()) > 3)
    assert b"Verger" in document(desk.root / WRITTEN)
    assert watch.interrupt() == 130


def document(file: Path) -> bytes:
    with zipfile.ZipFile(file) as archive:
        assert archive.testzip() is None
        return archive.read("word/document.xml")


def test_the_folder_that_it_stands_in_may_go_and_come_back(start: Start, desk: Shelf) -> None:
    watch = start(CASE)
    watch.next()
    desk.root.rename(desk.root.with_name("ailleurs"))
    told = watch.next()
    assert (told.found, told.lines) == (
        "échec", [f"convgen : le dossier courant n’est plus là : {desk.root}"]
    )  # fmt: skip
    desk.root.with_name("ailleurs").rename(desk.root)
    assert watch.next().lines == DONE


def test_only_what_a_save_can_change_is_done_again(start: Start, desk: Shelf) -> None:
    other = "cases/autre.yaml"
    desk.write(other, desk.text(CASE))
    both = [*DONE, "écrit : cases/autre.docx (définitif)"]
    watch = start(CASE, other)
    assert watch.next() == Told(f"{CASE}, {other}", "aucune faute", both)
    desk.add(CASE, "# un mot\n")
    assert watch.next() == Told(CASE, "aucune faute", DONE)
    desk.add(CLAUSE, "\nUn mot.\n")
    assert watch.next() == Told(CLAUSE, "aucune faute", both)


def test_a_burst_is_one_round_and_its_own_writing_none(start: Start, desk: Shelf) -> None:
    """Neither do other files of the same folders wake it: the last save is the third round."""
    watch = start(CASE)
    watch.next()
    text = desk.text(CASE)
    for number in range(20):
        desk.write(CASE, f"{text}# {number}\n")
    desk.add(CLAUSE, "\nUn mot.\n")
    assert watch.next() == Told(f"{CASE}, {CLAUSE}", "aucune faute", DONE)
    desk.write("cases/notes.txt", "rien")
    desk.write("cases/node_modules/a/fiche.yaml", "rien")
    time.sleep(1)  # twice what it takes to answer: nothing must come
    desk.write(CASE, text)
    assert watch.next().files == CASE
    assert len(watch.rounds()) == 3


def test_nothing_is_overwritten_unasked(start: Start, desk: Shelf) -> None:
    """What was there, or was changed since, is kept; its own file is replaced."""
    written = desk.write(WRITTEN, "déjà là")
    watch = start(CASE)
    assert "CG501" in watch.next().text
    written.unlink()
    desk.add(CASE, "# un\n")
    assert watch.next().lines == DONE
    desk.add(CASE, "# deux\n")
    assert watch.next().lines == DONE
    written.write_text("relu dans Word")
    desk.add(CASE, "# trois\n")
    assert "CG501" in watch.next().text
    assert written.read_text() == "relu dans Word"
    assert start(CASE, "--force").next().lines == DONE
    assert zipfile.is_zipfile(written)


def test_a_failure_is_told_and_the_next_save_answered(start: Start, desk: Shelf) -> None:
    watch = start(CASE, "-o", "acte.docx", "--force", "--etat", "brouillon")
    watch.next()
    (desk.root / "acte.docx").unlink()
    (desk.root / "acte.docx").mkdir()
    desk.add(CASE, "# un\n")
    told = watch.next()
    assert told.found == "échec"
    assert told.lines[0].startswith("convgen : écriture impossible : acte.docx")
    (desk.root / "acte.docx").rmdir()
    desk.add(CASE, "# deux\n")
    assert watch.next().lines == ["écrit : acte.docx (brouillon)"]


@pytest.mark.parametrize("delay", [0.1, 0.2, 0.25, 0.3])
def test_an_interruption_leaves_nothing_half_written(
    start: Start, desk: Shelf, delay: float
) -> None:
    watch = start(CASE)
    watch.next()
    desk.add(CASE, "# un mot\n")
    time.sleep(delay)
    assert watch.interrupt() == 130
    assert watch.err.read_text("utf-8").endswith(
        "\nconvgen : interrompu, rien n’a été écrit à moitié\n"
    )
    document(desk.root / WRITTEN)
    assert sorted(file.name for file in (desk.root / "cases").iterdir()) == [
        "fiche.docx", "fiche.yaml"
    ]  # fmt: skip


def test_a_program_reads_each_report_as_it_comes(start: Start, desk: Shelf) -> None:
    """What watches is told first, on the other stream; the pipe of data has whole rounds."""
    watch = start(CASE, "--output-format", "json")
    watch.next()
    assert watch.err.read_text("utf-8").startswith(f"surveille : {CASE}, ")
    desk.edit(CASE, ("terme: 31/12/2026", "terme:"))
    watch.next()
    first, second = watch.out.read_text("utf-8").split("\n", 1)
    assert json.loads(first) == []
    assert [fault["code"] for fault in json.loads(second)] == ["CG101"]


def test_amendments_are_judged_together(start: Start, tmp_path: Path) -> None:
    """The fault of one may come from another: a save of either judges both."""
    real = Desk.at(tmp_path / "reelle")
    first, second = real.file(EUROPIA), real.file("cases/avenant/autre.yaml")
    shutil.copy(first, second)
    watch = start(str(first), str(second), "--etat", "brouillon")
    assert watch.next().text.count("deux avenants") == 1
    real.add(EUROPIA, "# un mot\n")
    assert watch.next().text.count("deux avenants") == 1


def test_two_cases_do_not_go_to_one_file(run: Run, desk: Shelf) -> None:
    ran = run("watch", CASE, CASE)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("convgen : plusieurs fiches iraient dans le même fichier\n")


def test_a_system_out_of_watches_is_told_and_borne(start: Start, desk: Shelf) -> None:
    """The limit is that of a namespace of our own, where the system lets us have one."""
    limited = ("unshare", "-Ur", "sh", "-c", 'echo 1 > /proc/sys/user/max_inotify_watches && "$@"')
    able = subprocess.run([*limited, "-", "true"], capture_output=True, check=False)
    if able.returncode:
        pytest.skip("no namespace here")
    watch = start(CASE, prefix=(*limited[:-1], limited[-1].replace("&& ", "&& exec "), "-"))
    assert watch.next().lines == DONE
    watch.until(lambda: "ne prévient pas" in watch.err.read_text("utf-8"))
    desk.edit(CASE, ("terme: 31/12/2026", "terme:"))
    assert "CG101" in watch.next().text
    assert watch.err.read_text("utf-8").count("ne prévient pas") == 1
    assert watch.interrupt() == 130


def test_on_a_screen(broken: Shelf) -> None:
    reader, writer = os.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "convgen", "watch", CASE],
        stdin=writer,
        stdout=writer,
        stderr=writer,
    ) as process:
        os.close(writer)
        shown = ""
        while "rien n’a été écrit" not in shown:
            shown += os.read(reader, 10_000).decode("utf-8", "replace")
        assert "\x1b[" in shown
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
    os.close(reader)
