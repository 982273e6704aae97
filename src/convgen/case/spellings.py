"""The ways in which a disk may spell the name of a file that a case writes."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from typing import Final

_APOSTROPHES: Final = dict.fromkeys("’‘ʼʹ′＇`´", "'")
_HYPHENS: Final = dict.fromkeys("‐‑‒–—−", "-")
_ALIKE: Final = str.maketrans(_APOSTROPHES | _HYPHENS)


def composed(name: str) -> str:
    """What a name is, however its accents are coded: a Mac writes them apart from their letters."""
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def at_a_glance(name: str) -> str:
    """What the eye sees of a name: all apostrophes, spaces and hyphens alike, no capital."""
    if not name.isascii():
        name = unicodedata.normalize("NFKC", name.translate(_ALIKE)).translate(_ALIKE)
    if not name.isprintable():
        name = "".join(sign for sign in name if unicodedata.category(sign) != "Cf")
    return " ".join(name.casefold().split())


def spelt_on_disk(
    written: str, folder: Path, same: Callable[[str], str], may_list: Callable[[Path], bool]
) -> str:
    """A path whose every step is there, equal to what is written as `same` sees it.

    Empty when there is none, or several. A folder is listed only where a step is not there as
    written, and where `may_list` allows it.
    """
    spelt = PurePosixPath()
    for step in PurePosixPath(written).parts:
        here = folder / spelt
        if os.path.lexists(here / step):
            spelt /= step
            continue
        wanted = same(step)
        names = [name for name in _names(here, may_list) if same(name) == wanted]
        if len(names) != 1:
            return ""
        spelt /= names[0]
    return str(spelt)


def _names(folder: Path, may_list: Callable[[Path], bool]) -> Iterator[str]:
    """What stands in a folder; nothing for one that may not be read."""
    try:
        if may_list(folder.resolve()):
            with os.scandir(folder) as entries:
                yield from (entry.name for entry in entries)
    except OSError:
        return
