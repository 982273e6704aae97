"""Files that a case names: found inside the folders that it may read, within bounds."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Sequence
from pathlib import Path, PureWindowsPath


class FileRefusedError(ValueError):
    """A file that a case may not name. Both texts are French."""

    def __init__(self, message: str, advice: str) -> None:
        super().__init__(message)
        self.advice = advice


def find_file(written: str, what: str, folders: Iterable[Path], roots: Sequence[Path]) -> Path:
    """Find a file by its path, which counts from each of `folders` in turn.

    It must stand, links followed, under one of `roots`. `what` names it in French
    (« fichier commun »). The path is relative to the current folder where it can be. Raises
    FileRefusedError.
    """
    if PureWindowsPath(written).anchor or "\\" in written:
        advice = "donnez-le à partir du dossier de la fiche, avec des « / »"
        raise FileRefusedError(f"le chemin du {what} n’est pas un chemin relatif", advice)
    inside = led_out = False
    try:
        for folder in folders:
            path = (folder / written).resolve()
            held, there = any(path.is_relative_to(root.resolve()) for root in roots), path.is_file()
            inside, led_out = inside or held, led_out or (there and not held)
            if held and there:
                here = Path.cwd()
                return path.relative_to(here) if path.is_relative_to(here) else path
    except (OSError, RuntimeError, ValueError):
        raise FileRefusedError(f"le chemin du {what} ne mène nulle part", "vérifiez-le") from None
    if inside and not led_out:
        raise FileRefusedError(f"{what} introuvable : « {written} »", "vérifiez le chemin")
    message = f"le {what} est hors de la bibliothèque et du dossier de la fiche"
    raise FileRefusedError(message, "déplacez-le dans la bibliothèque")


def read_bytes(path: Path, limit: int) -> bytes:
    """At most one byte more than `limit`; never blocks. OSError for what is no ordinary file."""
    _refuse_special(path.stat().st_mode)
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags), "rb", buffering=0) as file:
        _refuse_special(os.fstat(file.fileno()).st_mode)
        data = bytearray()
        while len(data) <= limit:
            chunk = file.read(limit + 1 - len(data))
            if not chunk:
                break
            data += chunk
    return bytes(data)


def _refuse_special(mode: int) -> None:
    if stat.S_ISDIR(mode):
        raise IsADirectoryError
    if not stat.S_ISREG(mode):
        raise OSError
