"""The files of a dossier: all of them, or none."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from convgen.dossier.dossier import SHEET, Piece
from convgen.faults.diagnostic import Code, Diagnostic, Span, has_errors
from convgen.output.written_file import write_files
from convgen.pipeline import fill_case

_OURS = re.compile(rf"(?:\d+-.+|{SHEET})\.docx")


def write_pieces(
    pieces: Sequence[Piece], folder: Path, *, overwrite: bool
) -> tuple[list[Path], list[Diagnostic]]:
    """Fill every piece, then write them; what stands before one stops them all.

    The files written, all or none, and every fault. Raise ConvgenError when the folder refuses one.
    """
    files = [folder / f"{piece.name}.docx" for piece in pieces]
    taken = list(_obstacles(files, overwrite=overwrite))
    if taken:
        return [], taken
    filled = [fill_case(piece.assembled) for piece in pieces]
    faults = [fault for one in filled for fault in one.diagnostics]
    data = {file.name: one.data for file, one in zip(files, filled, strict=True) if one.data}
    if len(data) < len(files):
        return [], faults
    told = write_files(folder, data, overwrite=overwrite)
    return ([] if has_errors(told) else files), [*faults, *told]


def left_behind(folder: Path, written: Sequence[Path]) -> list[Path]:
    """The pieces of an earlier dossier that this one has not replaced."""
    names = {file.name for file in written}
    found = (file for file in sorted(folder.iterdir()) if _OURS.fullmatch(file.name))
    return [file for file in found if file.name not in names]


def _obstacles(files: Sequence[Path], *, overwrite: bool) -> Iterator[Diagnostic]:
    for file in files:
        if os.path.isdir(file):  # noqa: PTH112 - Path.is_dir raises on too long a name
            message, way_out = "un dossier porte ce nom", "donnez un autre dossier avec -o"
            yield Diagnostic(Code.FILE_EXISTS, message, Span(file), way_out)
        elif not overwrite and os.path.lexists(file):
            way_out = "donnez un autre dossier avec -o, ou --force pour remplacer"
            yield Diagnostic(Code.FILE_EXISTS, "ce fichier existe déjà", Span(file), way_out)
