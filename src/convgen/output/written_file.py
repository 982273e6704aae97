"""A file written, or the fault that stands in its way."""

from __future__ import annotations

from pathlib import Path

from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.output.atomic import write_atomically
from convgen.system.refusals import refused


def write_file(
    data: bytes, output: Path, *, overwrite: bool, replaceable: bool = True
) -> list[Diagnostic]:
    """Write the file, whole or not at all. Raise ConvgenError when the folder refuses it.

    `replaceable` says that the command knows --force.
    """
    try:
        write_atomically(output, data, overwrite=overwrite)
    except FileExistsError:
        message = "ce fichier existe déjà"
        way_out = "donnez un autre nom avec -o" + (
            ", ou --force pour le remplacer" if replaceable else ""
        )
        return [Diagnostic(Code.FILE_EXISTS, message, Span(output), way_out)]
    except OSError as error:
        raise ConvgenError(f"écriture impossible : {output} ({refused(error)})") from error
    return []
