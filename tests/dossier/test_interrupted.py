"""A dossier on a disk that fills up, or killed: all of its files, or what was there before."""

from __future__ import annotations

import random
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from convgen.output.together import STAGING
from convgen.output.written_file import put_back
from tests.acts.desk import ALPES, DELIBERATION, Desk
from tests.dossier.test_dossier import PIECES, convgen, whole, written

__all__ = ["whole"]
KILLS = 30
AMOUNT = ("\nmontant: 50 000 €", "\nmontant: 61 000 €")


def started(desk: Desk, *options: str, **more: object) -> subprocess.Popen[str]:
    """`convgen dossier`, in a process of its own."""
    command = [sys.executable, "-m", "convgen", "dossier", str(desk.file(DELIBERATION)), *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **more)  # type: ignore[call-overload, no-any-return]


def content(folder: Path) -> dict[str, bytes]:
    """The files that are seen in a folder."""
    return {f.name: f.read_bytes() for f in folder.iterdir() if not f.name.startswith(".")}


def at_most(size: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_file_that_the_disk_refuses_stops_them_all(whole: Desk) -> None:
    """One piece of five does not fit, then several."""
    _, folder = written(whole)
    before = content(folder)
    whole.edit(ALPES, AMOUNT)
    sizes = sorted({len(data) for data in before.values()})
    for size in sizes[::2]:
        for where, left in ((folder, before), (whole.root / "neuf", None)):
            run = started(whole, "-o", str(where), "--force", preexec_fn=at_most(size - 1000))
            _, told = run.communicate()
            assert run.returncode == 2
            assert told.endswith(
                f"convgen : écriture impossible : {where} (il dépasse la taille permise)\n"
            )
            assert (content(where) if left else where.exists()) == (left or False)
            assert sorted(f.stem for f in folder.iterdir()) == PIECES


def test_killed_at_any_moment_the_next_run_ends_well(whole: Desk) -> None:
    _, folder = written(whole)
    states = [content(folder)]
    whole.edit(ALPES, AMOUNT)
    written(whole, "--force")
    states.append(content(folder))
    chance, caught = random.Random(1201), 0
    for kill in range(KILLS):
        whole.edit(ALPES, AMOUNT[::-1] if kill % 2 == 0 else AMOUNT)
        run = started(whole, "-o", str(folder), "--force")
        while run.poll() is None and kill % 3 and not (folder / STAGING).exists():
            pass  # two kills of three fall while it writes
        time.sleep(chance.uniform(0.0, 0.03 if kill % 3 else 1.2))
        run.kill()
        run.communicate()
        caught += (folder / STAGING).exists()
        seen = content(folder)
        assert seen in states or (folder / STAGING / "journal.json").exists()
        assert all(seen[name] in {state[name] for state in states} for name in states[0])
        put_back(folder)  # what the next run does first
        assert content(folder) in states
        assert sorted(file.stem for file in folder.iterdir()) == PIECES
    assert caught, "no kill fell while it was writing: the test proves nothing"
    assert convgen("dossier", whole.file(DELIBERATION), "-o", folder, "--force").exit_code == 0
    assert content(folder) == states[(KILLS - 1) % 2]
    assert sorted(file.stem for file in folder.iterdir()) == PIECES
