"""Files written, or the fault that stands in their way."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.output.atomic import write_atomically
from convgen.output.open_elsewhere import open_in_an_office
from convgen.output.together import Undone, undo_interrupted, write_together
from convgen.system.refusals import refused


def write_file(
    data: bytes, output: Path, *, overwrite: bool, replaceable: bool = True
) -> list[Diagnostic]:
    """Write the file, whole or not at all. Raise ConvgenError when the folder refuses it.

    An error says that it was not written: one is there; a warning, that it is open elsewhere.
    `replaceable` says that the command knows --force.
    """
    opened = open_in_an_office(output)
    try:
        with _in_french(output):
            write_atomically(output, data, overwrite=overwrite)
    except FileExistsError:
        message = "ce fichier existe déjà"
        way_out = "donnez un autre nom avec -o" + (
            ", ou --force pour le remplacer" if replaceable else ""
        )
        return [Diagnostic(Code.FILE_EXISTS, message, Span(output), way_out)]
    return opened


def write_files(folder: Path, files: Mapping[str, bytes], *, overwrite: bool) -> list[Diagnostic]:
    """Write files in a folder, by name, all or none, as `write_file` does one."""
    opened = [fault for name in files for fault in open_in_an_office(folder / name)]
    try:
        with _in_french(folder):
            write_together(folder, files, overwrite=overwrite)
    except FileExistsError as error:
        taken = Path(error.filename2 or error.filename)
        message, way_out = "ce fichier existe déjà", "donnez un autre dossier avec -o, ou --force"
        return [Diagnostic(Code.FILE_EXISTS, message, Span(taken), way_out)]
    return opened


def put_back(folder: Path) -> Undone | None:
    """Undo what a killed `write_files` has left in a folder, if it has. Raise ConvgenError."""
    with _in_french(folder):
        return undo_interrupted(folder)


@contextlib.contextmanager
def _in_french(place: Path) -> Iterator[None]:
    """What the system refuses; a file that is already there is the matter of who asks."""
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise ConvgenError(f"écriture impossible : {place} ({refused(error)})") from error
