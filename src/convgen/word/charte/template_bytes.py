"""The bytes of a Word template, bounded."""

from __future__ import annotations

from pathlib import Path

from convgen.faults.diagnostic import Code
from convgen.system.bounded import read_bytes
from convgen.system.refusals import refused
from convgen.word.charte.findings import Finding
from convgen.word.opc.archive import MAX_ARCHIVE


def read_template(path: Path) -> tuple[bytes, list[Finding]]:
    """The bytes of the file, no more than a template may have, or why they cannot be read."""
    try:
        return read_bytes(path, MAX_ARCHIVE), []
    except OSError as error:
        return b"", [_unreadable(refused(error))]


def _unreadable(reason: str) -> Finding:
    return Finding(
        Code.TEMPLATE_UNREADABLE,
        f"le modèle ne peut pas être lu : {reason}",
        "mettez à sa place un document Word (*.docx), que vous ayez le droit de lire",
    )
