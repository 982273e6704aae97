"""A written file is whole or absent."""

import contextlib
import errno
import os
import random
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from convgen.output import atomic
from convgen.output.atomic import write_atomically


def names(folder: Path) -> list[str]:
    return sorted(p.name for p in folder.iterdir())


@pytest.fixture
def umask_022() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_a_new_file_and_its_folders(tmp_path: Path) -> None:
    target = tmp_path / "a" / "b" / "convention.docx"
    write_atomically(target, b"PK", overwrite=False)
    assert target.read_bytes() == b"PK"
    assert names(target.parent) == ["convention.docx"]


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    target = tmp_path / "c.docx"
    target.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        write_atomically(target, b"new", overwrite=False)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["c.docx"]


def test_not_even_what_appears_while_writing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "c.docx"
    real = os.fsync

    def rival(descriptor: int) -> None:
        target.write_bytes(b"rival")
        real(descriptor)

    monkeypatch.setattr(os, "fsync", rival)
    with pytest.raises(FileExistsError):
        write_atomically(target, b"new", overwrite=False)
    assert target.read_bytes() == b"rival"
    assert names(tmp_path) == ["c.docx"]


def test_overwriting_when_asked(tmp_path: Path) -> None:
    target = tmp_path / "c.docx"
    target.write_bytes(b"a longer old content")
    write_atomically(target, b"new", overwrite=True)
    assert target.read_bytes() == b"new"
    assert names(tmp_path) == ["c.docx"]


def test_a_new_file_honours_the_umask(tmp_path: Path, umask_022: None) -> None:
    for mask, mode in ((0o022, 0o644), (0o077, 0o600)):
        os.umask(mask)
        target = tmp_path / f"{mode:o}.docx"
        write_atomically(target, b"x", overwrite=False)
        assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o640])
def test_a_replaced_file_keeps_its_mode(tmp_path: Path, umask_022: None, mode: int) -> None:
    target = tmp_path / "c.docx"
    target.write_bytes(b"old")
    target.chmod(mode)
    write_atomically(target, b"new", overwrite=True)
    assert stat.S_IMODE(target.stat().st_mode) == mode


def test_a_private_file_is_never_readable_by_others_meanwhile(
    tmp_path: Path, umask_022: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "c.docx"
    target.write_bytes(b"old")
    target.chmod(0o600)
    seen: list[int] = []
    real = os.open

    def spy(path: Path, flags: int, mode: int = 0o777) -> int:
        descriptor = real(path, flags, mode)
        seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return descriptor

    monkeypatch.setattr(os, "open", spy)
    write_atomically(target, b"new", overwrite=True)
    assert seen == [0o600]


def test_a_link_is_replaced_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.docx"
    outside.write_bytes(b"precious")
    link = tmp_path / "out" / "c.docx"
    link.parent.mkdir()
    link.symlink_to(outside)
    with pytest.raises(FileExistsError):
        write_atomically(link, b"new", overwrite=False)
    write_atomically(link, b"new", overwrite=True)
    assert outside.read_bytes() == b"precious"
    assert not link.is_symlink()
    assert link.read_bytes() == b"new"


def test_a_link_lends_nothing_of_what_it_points_to(tmp_path: Path, umask_022: None) -> None:
    secret, folder = tmp_path / "secret", tmp_path / "folder"
    secret.write_bytes(b"")
    secret.chmod(0o600)
    folder.mkdir()
    for aim in (secret, folder):
        link = tmp_path / "c.docx"
        link.unlink(missing_ok=True)
        link.symlink_to(aim)
        write_atomically(link, b"new", overwrite=True)
        assert stat.S_IMODE(link.lstat().st_mode) == 0o644
    assert names(folder) == []


def test_a_dangling_link_counts_as_something(tmp_path: Path) -> None:
    link = tmp_path / "c.docx"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(FileExistsError):
        write_atomically(link, b"new", overwrite=False)
    assert not (tmp_path / "nowhere").exists()


def test_what_is_no_file_is_left_alone(tmp_path: Path) -> None:
    pipe, folder = tmp_path / "pipe", tmp_path / "folder"
    os.mkfifo(pipe)
    folder.mkdir()
    for target in (pipe, folder):
        with pytest.raises(OSError, match="not an ordinary file"):
            write_atomically(target, b"x", overwrite=True)
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert names(tmp_path) == ["folder", "pipe"]


def test_a_file_in_place_of_the_folder_is_not_an_existing_target(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"")
    with pytest.raises(NotADirectoryError):
        write_atomically(tmp_path / "out" / "c.docx", b"x", overwrite=False)


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
) -> None:
    target = tmp_path / "c.docx"
    target.write_bytes(b"old")

    def fail(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    monkeypatch.setattr(os if failing == "fsync" else Path, failing, fail)
    with pytest.raises(OSError, match="no space left"):
        write_atomically(target, b"new", overwrite=True)
    assert target.read_bytes() == b"old"
    assert names(tmp_path) == ["c.docx"]


def test_a_very_long_name(tmp_path: Path) -> None:
    target = tmp_path / ("é" * 120 + ".docx")
    write_atomically(target, b"x", overwrite=False)
    assert target.read_bytes() == b"x"


WRITER = """
import sys, pathlib
from convgen.output.atomic import write_atomically
target = pathlib.Path(sys.argv[1])
contents = [bytes([65 + i]) * 400_000 for i in range(3)]
print("ready", flush=True)
while True:
    for data in contents:
        write_atomically(target, data, overwrite=True)
"""

CREATOR = """
import sys, pathlib
from convgen.output.atomic import write_atomically
folder = pathlib.Path(sys.argv[1])
print("ready", flush=True)
for i in range(100_000):
    write_atomically(folder / f"{i}.docx", b"A" * 400_000, overwrite=False)
"""


def killed_after(script: str, target: Path, seconds: float) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(target)],
        env={**os.environ, "PYTHONPATH": str(Path(atomic.__file__).parents[2])},
        stdout=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGKILL)
    assert process.returncode == -signal.SIGKILL


def test_killed_at_any_moment_the_file_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "c.docx"
    chance = random.Random(20261122)
    leftovers = 0
    for _ in range(20):
        killed_after(WRITER, target, chance.uniform(0.0, 0.02))
        if target.exists():
            content = target.read_bytes()
            assert len(content) == 400_000
            assert len(set(content)) == 1
        others = [n for n in names(tmp_path) if n != "c.docx"]
        leftovers += len(others)
        assert len(others) <= 1
        assert all(n.startswith(".convgen-") and n.endswith(".part") for n in others)
    assert leftovers, "no kill fell while a draft was open: the test proves nothing"
    write_atomically(target, b"after", overwrite=True)
    assert names(tmp_path) == ["c.docx"]


def test_killed_at_any_moment_a_new_file_is_whole_or_absent(tmp_path: Path) -> None:
    chance = random.Random(7)
    for run in range(12):
        folder = tmp_path / str(run)
        folder.mkdir()
        killed_after(CREATOR, folder, chance.uniform(0.0, 0.02))
        for written in folder.glob("*.docx"):
            assert written.read_bytes() == b"A" * 400_000
        for name in ("0.docx", "1.docx"):
            write_atomically(folder / name, b"B", overwrite=True)
            assert (folder / name).read_bytes() == b"B"


def test_a_draft_left_just_after_publishing_does_not_harm_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "c.docx"
    monkeypatch.setattr(atomic, "_discard", lambda *_: None)  # as if killed between the two
    write_atomically(target, b"first", overwrite=False)
    assert len(names(tmp_path)) == 2
    monkeypatch.undo()
    with pytest.raises(FileExistsError):
        write_atomically(target, b"second", overwrite=False)
    assert target.read_bytes() == b"first"
    write_atomically(target, b"second", overwrite=True)
    assert target.read_bytes() == b"second"
    assert names(tmp_path) == ["c.docx"]


def test_the_draft_of_a_living_writer_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "c.docx"
    real = os.fsync
    nested: list[list[str]] = []

    def write_meanwhile(descriptor: int) -> None:
        real(descriptor)
        monkeypatch.setattr(os, "fsync", real)
        write_atomically(target, b"inner", overwrite=True)
        nested.append(names(tmp_path))

    monkeypatch.setattr(os, "fsync", write_meanwhile)
    write_atomically(target, b"outer", overwrite=True)
    assert len(nested[0]) == 2
    assert target.read_bytes() == b"outer"
    assert names(tmp_path) == ["c.docx"]


def test_many_at_once_only_one_creates(tmp_path: Path) -> None:
    target = tmp_path / "c.docx"
    won: list[bytes] = []

    def compete(content: bytes) -> None:
        with contextlib.suppress(FileExistsError):
            write_atomically(target, content, overwrite=False)
            won.append(content)

    rivals = [threading.Thread(target=compete, args=(bytes([65 + i]) * 50_000,)) for i in range(16)]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join()
    assert won == [target.read_bytes()]
    assert names(tmp_path) == ["c.docx"]


def test_many_at_once_overwriting_never_disturb_each_other(tmp_path: Path) -> None:
    target = tmp_path / "c.docx"
    failures: list[BaseException] = []

    def write(content: bytes) -> None:
        try:
            for _ in range(30):
                write_atomically(target, content, overwrite=True)
        except BaseException as error:
            failures.append(error)

    rivals = [threading.Thread(target=write, args=(bytes([65 + i]) * 20_000,)) for i in range(6)]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join()
    assert failures == []
    assert len(set(target.read_bytes())) == 1
    assert names(tmp_path) == ["c.docx"]
