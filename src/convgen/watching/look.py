"""One look at the disk: what each file is now, and which files a library is made of."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from convgen.library.format import MARKER
from convgen.library.store import real

Signature = tuple[int, ...]
"""What an edit, a replacement, a removal or another permission changes; empty for no file."""

_TEMPLATE, _PROGRAMME = "convention.docx", "programme.yaml"


def signature(path: Path) -> Signature:
    """What stands at a path; for a link, what it leads to as well. Opens nothing."""
    try:
        found = path.lstat()
        return _of(found) + (_of(path.stat()) if stat.S_ISLNK(found.st_mode) else ())
    except (OSError, ValueError):
        return ()


def _of(found: os.stat_result) -> Signature:
    identity = found.st_dev, found.st_ino, found.st_mode
    if stat.S_ISDIR(found.st_mode):  # its date tells what happens in it: our own writing, say
        return identity
    return *identity, found.st_size, found.st_mtime_ns, found.st_ctime_ns


class Look:
    """Each file signed once, each library listed once; to see what has changed, take another."""

    def __init__(self) -> None:
        self.signature = cache(signature)
        self.library_files = cache(_library_files)


def library_folders(root: Path) -> Iterator[Path]:
    """The folders that a library is read from, but for those that a link leads out of it."""
    yield root
    for name in ("templates", "clauses"):
        if _holds(root, root / name):
            yield from (root / name, *_subfolders(root, name))


def _library_files(root: Path) -> tuple[Path, ...]:
    """The files that a library is read from, or would be if they were there."""
    files = [root / MARKER, root / "templates" / _TEMPLATE]
    for folder in _subfolders(root, "templates"):
        files += (folder / _PROGRAMME, folder / _TEMPLATE)
    for folder in _subfolders(root, "clauses"):
        files += (folder / one.name for one in _listed(folder) if one.name.endswith(".md"))
    return tuple(files)


def _subfolders(root: Path, name: str) -> list[Path]:
    folders = (root / name / entry.name for entry in _listed(root / name) if entry.is_dir())
    return [folder for folder in folders if not folder.is_symlink() or _holds(root, folder)]


def _holds(root: Path, folder: Path) -> bool:
    """Is this folder in the library, links followed?"""
    return real(folder).is_relative_to(real(root))


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    """What a folder holds, but for what editors hide there; nothing when it cannot be read."""
    try:
        with os.scandir(folder) as entries:
            return [entry for entry in entries if not entry.name.startswith(".")]
    except OSError:
        return []
