"""Several files of one folder, all of them written, or none, whatever interrupts the writing.

Renaming one file is done at once, renaming several is not. So the new files are first whole on the
disk, in a hidden folder, beside what they will replace and a journal of both; only then are they
renamed. What stops between two renamings is undone: at once when it raises, by the next run when
the process was killed.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import stat
from collections.abc import Iterator, Mapping
from hashlib import file_digest, sha256
from pathlib import Path
from typing import NamedTuple

from convgen.errors import ConvgenError
from convgen.output.atomic import make_folder, mode_of, publish, write_atomically
from convgen.system.bounded import read_bytes

try:
    import fcntl
except ImportError:  # pragma: no cover  (Windows)
    fcntl = None  # type: ignore[assignment]

STAGING = ".convgen-ensemble.part"
_JOURNAL, _NEW, _OLD = "journal.json", "{}.neuf", "{}.ancien"
_LARGEST = 1_000_000  # bytes of a journal: some ten thousand files


class _Step(NamedTuple):
    """One file to put in place: how to know it again, and whether it replaces another."""

    name: str
    digest: str
    replaces: bool


class Undone(NamedTuple):
    """A writing that was interrupted, and is undone; `kept` has been changed since, and stays."""

    folder: Path
    kept: tuple[Path, ...]


def write_together(folder: Path, files: Mapping[str, bytes], *, overwrite: bool) -> None:
    """Write files in a folder, by name, all of them or none; create the folder if need be.

    A link is replaced, never followed; a replaced file keeps its permissions. Raises
    FileExistsError when one is there and `overwrite` is False, OSError when the folder cannot take
    them, ConvgenError when another run is writing there: nothing has changed then.
    """
    with _made(folder), _staging(folder) as staging:
        steps = [
            _prepare(staging, rank, folder / name, data, overwrite=overwrite)
            for rank, (name, data) in enumerate(files.items())
        ]
        write_atomically(staging / _JOURNAL, json.dumps(steps).encode(), overwrite=True)
        _on_disk(staging, folder)
        try:
            for rank, step in enumerate(steps):
                new = staging / _NEW.format(rank)
                publish(new, folder / step.name, overwrite=overwrite)
            _on_disk(folder)
            (staging / _JOURNAL).unlink()  # from here on, the new files are those of the folder
            _on_disk(staging)
        except BaseException:
            _undo(folder, staging)
            raise


def undo_interrupted(folder: Path) -> Undone | None:
    """Put back what a killed `write_together` had begun to replace in a folder, if it has.

    None when all was as before, or is as it should be. Raises OSError, and ConvgenError when
    another run is writing there.
    """
    staging = folder / STAGING
    try:
        held = _hold(staging)
    except (FileNotFoundError, NotADirectoryError):
        return None
    try:
        kept = _undo(folder, staging)
    finally:
        _leave(staging, held)
    return None if kept is None else Undone(folder, tuple(kept))


@contextlib.contextmanager
def _made(folder: Path) -> Iterator[None]:
    """The folder, with those above it; what was made of them is removed if all fails."""
    missing = [one for one in (folder, *folder.parents) if not os.path.lexists(one)]
    try:
        make_folder(folder)
        yield
    except BaseException:
        for made in missing:
            with contextlib.suppress(OSError):
                made.rmdir()
        raise


@contextlib.contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """The hidden folder, held as long as its writer lives."""
    staging = folder / STAGING
    try:
        staging.mkdir()
        held = _hold(staging)
    except (FileExistsError, FileNotFoundError) as error:  # another run’s, or removed by it
        raise _busy(folder) from error
    try:
        yield staging
    finally:
        _leave(staging, held)


def _hold(staging: Path) -> int | None:
    """Lock the hidden folder. Raises ConvgenError when a living run has it, OSError without it."""
    if fcntl is None:  # pragma: no cover  (there, a folder cannot be opened)
        staging.lstat()
        return None
    held = os.open(staging, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(held)
        raise _busy(staging.parent) from error
    except OSError:  # a file system without locks
        pass
    if os.fstat(held).st_nlink == 0:  # removed just before by who had it
        os.close(held)
        raise FileNotFoundError
    return held


def _leave(staging: Path, held: int | None) -> None:
    """Remove the hidden folder, unless something is still to be undone with it."""
    if not os.path.lexists(staging / _JOURNAL):
        shutil.rmtree(staging, ignore_errors=True)
    if held is not None:
        os.close(held)


def _busy(folder: Path) -> ConvgenError:
    return ConvgenError(f"écriture impossible : un autre convgen écrit dans {folder}")


def _prepare(staging: Path, rank: int, target: Path, data: bytes, *, overwrite: bool) -> _Step:
    """The new file and, if it replaces one, that one, both whole in the hidden folder."""
    mode = mode_of(target, overwrite=overwrite)
    replaces = os.path.lexists(target)
    write_atomically(staging / _NEW.format(rank), data, overwrite=True, mode=mode)
    if replaces:
        _save(target, staging / _OLD.format(rank))
    return _Step(target.name, sha256(data).hexdigest(), replaces)


def _save(file: Path, copy: Path) -> None:
    """The same file, or the same link, under a second name; a copy where the disk has no such."""
    if file.is_symlink():
        copy.symlink_to(file.readlink())
        return
    try:
        os.link(file, copy)
    except OSError:
        shutil.copy2(file, copy)
        with copy.open("rb") as written:
            os.fsync(written.fileno())


def _undo(folder: Path, staging: Path) -> list[Path] | None:
    """Put back what the journal tells; the files changed since, None when none had been replaced.

    One that was killed is done again without harm.
    """
    steps = _journal(staging)
    done, kept = False, []
    for rank, step in enumerate(steps):
        target, old = folder / step.name, staging / _OLD.format(rank)
        if _digest(target) == step.digest:
            if os.path.lexists(old):
                old.replace(target)
            elif not step.replaces:
                target.unlink()
            done = True
        elif not _untouched(target, old, step):
            kept.append(target)
    _on_disk(folder)
    (staging / _JOURNAL).unlink(missing_ok=True)
    return kept if done or kept else None


def _untouched(target: Path, old: Path, step: _Step) -> bool:
    """Is what was there before, if anything, still there, or already back?"""
    if not os.path.lexists(old):
        return step.replaces or not os.path.lexists(target)
    if old.is_symlink() or target.is_symlink():
        return old.is_symlink() and target.is_symlink() and old.readlink() == target.readlink()
    return _digest(old) == _digest(target)


def _journal(staging: Path) -> list[_Step]:
    """What was to be put in place; empty when nothing had been yet, or all was."""
    try:
        told = read_bytes(staging / _JOURNAL, _LARGEST)
    except FileNotFoundError:
        return []
    try:
        return [_step(*step) for step in json.loads(told)]
    except (ValueError, TypeError) as error:
        message = f"ce journal n’est pas de convgen, supprimez-le : {staging / _JOURNAL}"
        raise ConvgenError(message) from error


def _step(name: str, digest: str, replaces: bool) -> _Step:
    """A line of the journal. Raises ValueError or TypeError for what we have not written."""
    if Path(name).name != name:
        raise ValueError("not a file of this folder")
    return _Step(name, digest, replaces)


def _digest(file: Path) -> str:
    """What tells an ordinary file by its content; empty for anything else, or nothing."""
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return ""
        with file.open("rb") as read:
            return file_digest(read, "sha256").hexdigest()
    except FileNotFoundError:
        return ""


def _on_disk(*folders: Path) -> None:
    """Have the names of folders reach the disk, where the system can."""
    for folder in folders if os.name == "posix" else ():
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            with contextlib.suppress(OSError):
                os.fsync(descriptor)
        finally:
            os.close(descriptor)
