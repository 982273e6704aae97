"""The files of a dossier: all of them, or none."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from convgen.diagnostics import Code, Diagnostic, Span
from convgen.dossier.dossier import Piece
from convgen.pipeline import fill_case, write_case


def write_pieces(
    pieces: Sequence[Piece], folder: Path, *, overwrite: bool
) -> tuple[list[Path], list[Diagnostic]]:
    """Fill every piece, then write them; what stands before one stops them all.

    Raise ConvgenError when the folder refuses a file.
    """
    files = [folder / f"{piece.name}.docx" for piece in pieces]
    if not overwrite:
        taken = [_taken(file) for file in files if file.exists() or file.is_symlink()]
        if taken:
            return [], taken
    filled = [fill_case(piece.assembled) for piece in pieces]
    faults = [fault for one in filled for fault in one.diagnostics]
    if any(one.data is None for one in filled):
        return [], faults
    for file, one in zip(files, filled, strict=True):
        assert one.data is not None
        faults += write_case(one.data, file, overwrite=overwrite)
    return files, faults


def _taken(file: Path) -> Diagnostic:
    way_out = "donnez un autre dossier avec -o, ou --force pour remplacer"
    return Diagnostic(Code.FILE_EXISTS, "ce fichier existe déjà", Span(file), way_out)
