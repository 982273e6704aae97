"""Several files are all written, or none, on a full disk and after a kill."""

from __future__ import annotations

import os
import random
import signal
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from convgen.errors import ConvgenError
from convgen.output import atomic, together
from convgen.output.together import STAGING, undo_interrupted, write_together

OLD = {"a.docx": b"old a" * 1000, "b.docx": b"old b" * 1000, "c.docx": b"old c" * 1000}
NEW = {"a.docx": b"new a" * 2000, "b.docx": b"new b" * 2000, "c.docx": b"new c" * 2000}
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(together.__file__).parents[2])}


def content(folder: Path) -> dict[str, bytes]:
    """What stands in a folder, the hidden files included."""
    return {
        file.name: b"" if file.is_dir() else file.read_bytes() for file in sorted(folder.iterdir())
    }


def fill(folder: Path, files: dict[str, bytes] = OLD) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return folder


# What is written


def test_a_new_folder_and_those_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    write_together(folder, NEW, overwrite=False)
    assert content(folder) == NEW


def test_earlier_files_are_replaced_when_asked_and_others_stay(tmp_path: Path) -> None:
    fill(tmp_path, {"b.docx": b"old", "notes.txt": b"mine"})
    with pytest.raises(FileExistsError):
        write_together(tmp_path, NEW, overwrite=False)
    assert content(tmp_path) == {"b.docx": b"old", "notes.txt": b"mine"}
    write_together(tmp_path, NEW, overwrite=True)
    assert content(tmp_path) == {**NEW, "notes.txt": b"mine"}


def test_a_replaced_file_keeps_its_mode_and_a_link_is_not_followed(tmp_path: Path) -> None:
    folder, outside = fill(tmp_path / "out"), tmp_path / "outside.docx"
    (folder / "a.docx").chmod(0o640)
    outside.write_bytes(b"precious")
    (folder / "b.docx").unlink()
    (folder / "b.docx").symlink_to(outside)
    write_together(folder, NEW, overwrite=True)
    assert content(folder) == NEW
    assert stat.S_IMODE((folder / "a.docx").stat().st_mode) == 0o640
    assert not (folder / "b.docx").is_symlink()
    assert outside.read_bytes() == b"precious"


def test_a_new_folder_that_cannot_be_filled_is_not_left(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        write_together(tmp_path / "a" / "b", {**NEW, "x" * 300: b""}, overwrite=False)
    assert content(tmp_path) == {}


def test_another_run_that_writes_there_is_not_disturbed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second run, while the first one is between its drafts and its renamings."""
    real, refused = os.fsync, []

    def meanwhile(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", real)
        for rival in (undo_interrupted, write_again):
            with pytest.raises(ConvgenError, match="un autre convgen écrit dans"):
                rival(tmp_path)
            refused.append(rival)
        real(descriptor)

    def write_again(folder: Path) -> None:
        write_together(folder, OLD, overwrite=True)

    monkeypatch.setattr(os, "fsync", meanwhile)
    write_together(tmp_path, NEW, overwrite=True)
    assert len(refused) == 2
    assert content(tmp_path) == NEW


# What is killed

WRITER = """
import itertools, os, pathlib, signal, sys
from convgen.output import atomic, together
folder, last = pathlib.Path(sys.argv[1]), int(sys.argv[2])
real, count = together.publish, itertools.count(1)

def publish(draft, path, *, overwrite):
    real(draft, path, overwrite=overwrite)
    if next(count) == last:
        os.kill(os.getpid(), signal.SIGKILL)

together.publish = publish
sets = [{f"{n}.docx": bytes([65 + i]) * 2000 for n in range(40)} for i in range(2)]
print("ready", flush=True)
while True:
    for files in sets:
        together.undo_interrupted(folder)
        together.write_together(folder, files, overwrite=True)
"""


def test_killed_at_any_moment_it_is_put_back_by_the_next_run(tmp_path: Path) -> None:
    """Half of the kills fall anywhere, half just after a renaming."""
    chance, mixed = random.Random(20261201), 0
    for kill in range(40):
        last = chance.randint(1, 120) if kill % 2 else 0
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path), str(last)],
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            if not last:
                time.sleep(chance.uniform(0.0, 0.06))
                process.send_signal(signal.SIGKILL)
        assert process.returncode == -signal.SIGKILL
        seen = {file.read_bytes() for file in tmp_path.glob("*.docx")}
        assert all(len(set(data)) == 1 and len(data) == 2000 for data in seen)
        assert len(seen) < 2 or (tmp_path / STAGING).is_dir()
        undone = undo_interrupted(tmp_path)
        assert len(seen) < 2 or undone is not None
        mixed += len(seen) > 1
        after = content(tmp_path)
        assert len(after) in {0, 40}
        assert len(set(after.values())) < 2
    assert mixed > 10, "too few kills fell between two renamings: the test proves little"


def interrupted(folder: Path, monkeypatch: pytest.MonkeyPatch, *, overwrite: bool) -> None:
    """What a kill between the second renaming and the third leaves."""
    done: list[Path] = []

    def publish(draft: Path, path: Path, *, overwrite: bool) -> None:
        if len(done) == 2:
            raise KeyboardInterrupt
        atomic.publish(draft, path, overwrite=overwrite)
        done.append(path)

    monkeypatch.setattr(together, "publish", publish)
    monkeypatch.setattr(together, "_undo", lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        write_together(folder, NEW, overwrite=overwrite)
    monkeypatch.undo()


@pytest.mark.parametrize("before", [OLD, {"b.docx": b"old b"}, {}])
def test_what_was_interrupted_is_undone_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: dict[str, bytes]
) -> None:
    fill(tmp_path, before)
    interrupted(tmp_path, monkeypatch, overwrite=bool(before))
    assert (tmp_path / "b.docx").read_bytes() == NEW["b.docx"]
    undone = undo_interrupted(tmp_path)
    assert undone is not None
    assert undone.kept == ()
    assert content(tmp_path) == before
    assert undo_interrupted(tmp_path) is None


@pytest.mark.parametrize("killed_after", range(4))
def test_an_undoing_that_is_killed_is_undone_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, killed_after: int
) -> None:
    """The second file is the same before and after: it is not taken for a new one."""
    before = {**OLD, "b.docx": NEW["b.docx"]}
    fill(tmp_path, before)
    interrupted(tmp_path, monkeypatch, overwrite=True)
    real, asked = together._digest, []

    def digest(file: Path) -> str:
        asked.append(file)
        if len(asked) > killed_after:
            raise KeyboardInterrupt
        return real(file)

    monkeypatch.setattr(together, "_digest", digest)
    with pytest.raises(KeyboardInterrupt):
        undo_interrupted(tmp_path)
    monkeypatch.undo()
    undone = undo_interrupted(tmp_path)
    assert undone is None or undone.kept == ()
    assert content(tmp_path) == before


def test_what_has_been_changed_since_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path)
    interrupted(tmp_path, monkeypatch, overwrite=True)
    (tmp_path / "a.docx").write_bytes(b"corrected by hand")
    (tmp_path / "c.docx").unlink()
    undone = undo_interrupted(tmp_path)
    assert undone is not None
    assert [file.name for file in undone.kept] == ["a.docx", "c.docx"]
    assert content(tmp_path) == {"a.docx": b"corrected by hand", "b.docx": OLD["b.docx"]}


@pytest.mark.parametrize(
    "journal", [b"", b"\xff", b"[1]", b'[["../a.docx", "", false]]', b"[[1, 2, 3]]", b"{}}"]
)
def test_a_journal_of_another_is_refused_and_touches_nothing(
    tmp_path: Path, journal: bytes
) -> None:
    folder = fill(tmp_path / "dossier")
    (tmp_path / "a.docx").write_bytes(b"")
    (folder / STAGING).mkdir()
    (folder / STAGING / "journal.json").write_bytes(journal)
    with pytest.raises(ConvgenError, match="n’est pas de convgen"):
        undo_interrupted(folder)
    assert content(folder) == {**OLD, STAGING: b""}
    assert (tmp_path / "a.docx").exists()


@pytest.mark.parametrize("kind", ["fifo", "link", "file"])
def test_what_bears_its_name_and_is_no_folder_is_left_alone(tmp_path: Path, kind: str) -> None:
    aim, staging = fill(tmp_path / "aim"), fill(tmp_path / "out") / STAGING
    if kind == "fifo":
        os.mkfifo(staging)
    elif kind == "link":
        staging.symlink_to(aim)
    else:
        staging.write_bytes(b"")
    with pytest.raises((OSError, ConvgenError)):
        write_together(tmp_path / "out", NEW, overwrite=True)
    assert content(aim) == OLD
    assert staging.is_symlink() or staging.exists()
