"""A file written, or the fault that stands in its way."""

from __future__ import annotations

import errno
from pathlib import Path

from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.output.atomic import write_atomically


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
        why = _REFUSALS.get(error.errno or 0, error.strerror)
        raise ConvgenError(f"écriture impossible : {output} ({why})") from error
    return []


_REFUSALS = {
    errno.ENOENT: "ce dossier n’existe pas",
    errno.ENOTDIR: "ce n’est pas un dossier",
    errno.EISDIR: "c’est un dossier",
    errno.EACCES: "vous n’avez pas le droit d’y écrire",
    errno.EPERM: "vous n’avez pas le droit d’y écrire",
    errno.EROFS: "ce disque ne s’écrit pas",
    errno.ENOSPC: "le disque est plein",
    errno.ELOOP: "ce lien tourne en rond",
    errno.ENAMETOOLONG: "ce nom est trop long",
    errno.EINVAL: "ce n’est pas un fichier ordinaire",
}
