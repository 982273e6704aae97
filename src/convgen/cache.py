"""What is slow to make again, kept from one run to the next: JSON, named by what it came from.

An entry bears a fingerprint of its own content. Anything wrong with it, or with the
folder, means « not there ».
"""

from __future__ import annotations

import contextlib
import json
import os
from hashlib import sha256
from pathlib import Path
from typing import Any


def folder() -> Path:
    """Where entries are kept: XDG_CACHE_HOME, else ~/.cache."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    root = Path(home) if Path(home).is_absolute() else Path("~/.cache").expanduser()
    return root / "convgen"


def key_of(made_by: str, content: bytes) -> str:
    """The name of an entry: what it was made from, and by what."""
    return sha256(made_by.encode() + b"\0" + content).hexdigest()


def path_of(room: str, key: str) -> Path:
    """The file of an entry."""
    return folder() / room / f"{key}.json"


def load(room: str, key: str) -> Any | None:
    """The data of an entry; None when it is absent or not sound."""
    try:
        entry = path_of(room, key).read_bytes()
        fingerprint, _, payload = entry.partition(b"\n")
        if fingerprint.decode() != sha256(payload).hexdigest():
            return None
        return json.loads(payload)
    except (OSError, RuntimeError, ValueError):
        return None


def store(room: str, key: str, data: Any) -> None:
    """Keep an entry, whole or not at all; a folder that refuses is no fault."""
    import tempfile  # noqa: PLC0415 - most runs only read

    payload = json.dumps(data, ensure_ascii=False, sort_keys=True).encode()
    with contextlib.suppress(OSError, RuntimeError):
        path = path_of(room, key)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(sha256(payload).hexdigest().encode() + b"\n" + payload)
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)
