"""The bytes of a Word template, bounded."""

from __future__ import annotations

import errno
from pathlib import Path

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import Finding
from convgen.word.opc.archive import MAX_ARCHIVE

_WHY = {
    errno.ENOENT: "il n’existe pas, ou ce lien ne mène nulle part",
    errno.ELOOP: "ce lien ne mène nulle part",
    errno.EACCES: "lecture refusée",
    errno.EPERM: "lecture refusée",
}


def read_template(path: Path) -> tuple[bytes, list[Finding]]:
    """The bytes of the file, no more than a template may have, or why they cannot be read."""
    try:
        if path.exists() and not path.is_file():  # a folder, or a pipe that would never end
            return b"", [_unreadable("ce n’est pas un fichier")]
        with path.open("rb") as file:
            return file.read(MAX_ARCHIVE + 1), []
    except OSError as error:
        return b"", [
            _unreadable(_WHY.get(error.errno or 0, error.strerror or type(error).__name__))
        ]


def _unreadable(reason: str) -> Finding:
    return Finding(
        Code.TEMPLATE_UNREADABLE,
        f"le modèle ne peut pas être lu : {reason}",
        "mettez à sa place un document Word (*.docx), que vous ayez le droit de lire",
    )
