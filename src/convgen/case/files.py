"""Files that a case names: found inside the folders that it may read, within bounds."""

from __future__ import annotations

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
