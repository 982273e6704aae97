"""A file read within bounds: nothing that a stranger leaves there blocks, or fills the memory."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

from convgen.system.refusals import NotOrdinaryError


def read_bytes(path: Path, limit: int) -> bytes:
    """At most one byte more than `limit`; never blocks. OSError for what is no ordinary file."""
    _refuse_special(path, path.stat().st_mode)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
        _refuse_special(path, os.fstat(file.fileno()).st_mode)
        data = bytearray()
        while len(data) <= limit:
            chunk = file.read(limit + 1 - len(data))
            if not chunk:
                break
            data += chunk
    return bytes(data)


def _refuse_special(path: Path, mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(mode):
        raise NotOrdinaryError(path)
