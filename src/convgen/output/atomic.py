"""A written file is whole or absent, whatever interrupts the writing."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import itertools
import os
import stat
from pathlib import Path

from convgen.system.refusals import NotOrdinaryError

try:
    import fcntl
except ImportError:  # pragma: no cover  (Windows)
    fcntl = None  # type: ignore[assignment]

_PRIVATE_NAME = ".convgen-{digest}-{slot}.part"


def write_atomically(path: Path, data: bytes, *, overwrite: bool, mode: int | None = None) -> None:
    """Write `data` at `path`, all at once; create the folder it is in if need be.

    A link at `path` is replaced, never followed. A new file has the permissions that the umask
    grants, or `mode`; a replaced one keeps its own. Raises FileExistsError when something is there
    and `overwrite` is False, and OSError when the folder cannot take the file.

    Until then the bytes are in a hidden file beside it. One that a killed run has left is
    removed by the next writing of the same `path`.
    """
    kept = mode_of(path, overwrite=overwrite)
    mode = mode if kept is None else kept
    make_folder(path.parent)
    descriptor, draft = _open_draft(path, mode)
    with os.fdopen(descriptor, "wb") as file:
        try:
            if mode is not None:
                draft.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
            if os.name == "nt":  # pragma: no cover  (there, an open file keeps its name)
                file.close()
            publish(draft, path, overwrite=overwrite)
        finally:
            _discard(draft, descriptor)


def make_folder(folder: Path) -> None:
    """Create a folder and those above it, unless it is there. Raises OSError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:  # a file bears that name: not what our caller would read
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from error


def mode_of(path: Path, *, overwrite: bool) -> int | None:
    """The permissions to keep, None for a new file; refuse what is not to be replaced."""
    try:
        found = path.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not overwrite:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
    if stat.S_ISLNK(found):
        return None
    if not stat.S_ISREG(found):
        raise NotOrdinaryError(path)
    return stat.S_IMODE(found) & 0o777


def publish(draft: Path, path: Path, *, overwrite: bool) -> None:
    """Give the finished draft its name; a link, unlike a renaming, never replaces."""
    if overwrite:
        draft.replace(path)
    elif os.name == "nt":  # pragma: no cover  (there, a renaming never replaces)
        draft.rename(path)
    else:
        os.link(draft, path)


def _discard(draft: Path, descriptor: int) -> None:
    """Remove the draft unless it was renamed: its name may already be another run's."""
    if os.name == "nt":  # pragma: no cover
        draft.unlink(missing_ok=True)
        return
    with contextlib.suppress(FileNotFoundError):
        if os.path.samestat(os.fstat(descriptor), draft.lstat()):
            draft.unlink()


def _open_draft(path: Path, mode: int | None) -> tuple[int, Path]:
    """A new hidden file beside `path`, locked as long as its writer lives."""
    digest = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for slot in itertools.count():
        draft = path.parent / _PRIVATE_NAME.format(digest=digest, slot=slot)
        while True:
            try:
                descriptor = os.open(draft, flags, 0o666 if mode is None else mode)
            except FileExistsError:
                if not _remove_if_stale(draft):
                    break
                continue
            if _lock_is_ours(descriptor):
                return descriptor, draft
            os.close(descriptor)
    raise AssertionError  # itertools.count has no end


def _lock_is_ours(descriptor: int) -> bool:
    """Lock a draft just made; False when another run took it for a stale one in between."""
    if fcntl is not None:
        with contextlib.suppress(OSError):  # a file system without locks
            fcntl.flock(descriptor, fcntl.LOCK_EX)
    return os.fstat(descriptor).st_nlink > 0


def _remove_if_stale(draft: Path) -> bool:
    """Remove a draft whose writer is dead: nobody holds its lock. True when its name is free."""
    if fcntl is None:  # pragma: no cover
        return False
    try:
        descriptor = os.open(draft, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        return True
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.path.samestat(os.fstat(descriptor), draft.lstat()):
            draft.unlink()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    else:
        return True
    finally:
        os.close(descriptor)
