"""What is slow to make again, kept from one run to the next: JSON, named by what it came from.

The name of an entry holds what it was made from, every file of convgen, and the libraries that
made it: an edit of any is another name. An entry bears a fingerprint of its own content, stands in
a folder that its owner alone may open, and is typed as it is read. Anything wrong with it, or with
the folder, means « not there ».
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
import sys
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

from platformdirs import user_cache_path

T = TypeVar("T")
_LIBRARIES = ("docxtpl", "jinja2", "lxml", "markdown_it")
_NOT_CODE = frozenset({"__pycache__", "bibliotheque"})  # the second is the material, not its maker
_LARGEST = 64 * 1024 * 1024
_PRIVATE = 0o700
_WRONG = (ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError)
"""What typing an entry may raise."""


def folder() -> Path:
    """Where entries are kept, which the system tells (XDG_CACHE_HOME, ~/.cache…)."""
    return user_cache_path("convgen", appauthor=False)


def key_of(content: bytes) -> str:
    """The name of an entry: what it is made from, and by what."""
    return sha256(_maker() + content).hexdigest()


@cache
def _maker() -> bytes:
    """Every file of convgen, and what it works with: two milliseconds, once a process."""
    here = Path(__file__).parent
    told = [sys.version, *sorted(_files(str(here), ""))]
    for name in _LIBRARIES:
        spec = find_spec(name)
        if spec is not None and spec.origin is not None:
            told.append(f"{name} {_signature(Path(spec.origin).stat())}")
    return sha256("\n".join(told).encode("utf-8", "surrogatepass")).digest()


def _files(folder: str, above: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name in _NOT_CODE:
                continue
            if entry.is_dir(follow_symlinks=False):
                yield from _files(entry.path, f"{above}{entry.name}/")
            else:
                yield f"{above}{entry.name} {_signature(entry.stat())}"


def _signature(found: os.stat_result) -> str:
    """What an edit changes: the last figure, even when the date is put back."""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def path_of(room: str, key: str) -> Path:
    """The file of an entry."""
    return folder() / room / f"{key}.json"


def load(room: str, key: str, typed: Callable[[Any], T]) -> T | None:
    """An entry, as `typed` makes it of its data; None when it is absent or not sound."""
    try:
        if not (_is_private(folder()) and _is_private(folder() / room)):
            return None
        fingerprint, _, payload = _read(path_of(room, key)).partition(b"\n")
        if fingerprint.decode() != sha256(payload).hexdigest():
            return None
        return typed(json.loads(payload))
    except (OSError, *_WRONG):
        return None


def _is_private(folder: Path) -> bool:
    """Is this a true folder of ours, that nobody else may open?"""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and _is_ours(found) and not found.st_mode & 0o077


def _is_ours(found: os.stat_result) -> bool:
    """Where the system has no owners, everything is."""
    return not hasattr(os, "geteuid") or found.st_uid == os.geteuid()


def _read(path: Path) -> bytes:
    """The bytes of a regular file of ours; OSError for anything else, which is never waited for."""
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    for name in ("O_NONBLOCK", "O_NOFOLLOW", "O_CLOEXEC"):
        flags |= getattr(os, name, 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode) or not _is_ours(found) or found.st_mode & 0o022:
            raise OSError
        if found.st_size > _LARGEST:
            raise OSError
        return file.read(_LARGEST)


def store(room: str, key: str, data: Any) -> None:
    """Keep an entry, whole or not at all; a folder that refuses is no fault."""
    import tempfile  # noqa: PLC0415 - most runs only read

    payload = json.dumps(data, ensure_ascii=False, sort_keys=True).encode()
    with contextlib.suppress(OSError):
        path = path_of(room, key)
        _make_private(folder())
        _make_private(path.parent)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(sha256(payload).hexdigest().encode() + b"\n" + payload)
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)


def _make_private(folder: Path) -> None:
    """Make a folder that its owner alone may open; OSError when it is another's, or no folder."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=_PRIVATE)
    if not _is_private(folder):
        found = folder.lstat()
        if not (stat.S_ISDIR(found.st_mode) and _is_ours(found)):
            raise OSError
        folder.chmod(_PRIVATE)
