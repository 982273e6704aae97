"""What is open in an office suite, as the lock file that it leaves beside it tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from convgen.faults.diagnostic import Code, Diagnostic, Severity, Span
from convgen.system.bounded import read_bytes

_LARGEST = 4096  # bytes of a lock file: those of Word have 162
_LONGEST = 60  # characters of a name
_CUT = frozenset({".doc", ".docx", ".rtf", ".odt"})
"""Word cuts their names from the seventh letter on, by two letters at most."""
_FIELD = re.compile(r"((?:[^\\,;]|\\.)*)[,;]", re.DOTALL)
_WORD_NAME, _WORD_LONGEST = 54, 52  # where the name stands in two-byte characters, after its length


def open_in_an_office(path: Path) -> list[Diagnostic]:
    """The warning that a file about to be written is open elsewhere, if it is.

    A lock file is read within bounds, and believed whatever it holds: only its name tells.
    """
    for suite, lock, who in _locks(path):
        user = _user(lock, who)
        if user is not None:
            by = f", par {user}" if user else ""
            return [
                Diagnostic(
                    Code.OPEN_ELSEWHERE,
                    f"ce fichier est ouvert dans {suite}{by}",
                    Span(path),
                    "fermez-le sans l’enregistrer : sinon, l’ancien texte reviendrait à la place "
                    f"du nouveau ; s’il n’est plus ouvert, supprimez « {lock.name} »",
                    Severity.WARNING,
                )
            ]
    return []


def _locks(path: Path) -> Iterator[tuple[str, Path, Callable[[bytes], str]]]:
    """Each suite, its lock file, and how that one tells who has the file."""
    yield "LibreOffice", path.with_name(f".~lock.{path.name}#"), _user_of_libreoffice
    cut = min(2, max(0, len(path.stem) - 6)) if path.suffix.casefold() in _CUT else 0
    yield "Word", path.with_name(f"~${path.name[cut:]}"), _user_of_word


def _user(lock: Path, who: Callable[[bytes], str]) -> str | None:
    """Who has the file, as far as it can be read; None when there is no lock."""
    try:
        said = who(read_bytes(lock, _LARGEST)[:_LARGEST])
    except PermissionError:  # of another user
        return ""
    except OSError:
        return None
    return " ".join("".join(filter(str.isprintable, said)).split())[:_LONGEST].strip()


def _user_of_libreoffice(lock: bytes) -> str:
    """The name that the user has given to LibreOffice, else to the system."""
    fields = _FIELD.findall(lock.decode("utf-8", "replace"))
    return next((re.sub(r"\\(.)", r"\1", field) for field in fields[:2] if field.strip()), "")


def _user_of_word(lock: bytes) -> str:
    start, length = _WORD_NAME + 2, int.from_bytes(lock[_WORD_NAME : _WORD_NAME + 2], "little")
    if length > _WORD_LONGEST:
        return ""
    return lock[start : start + 2 * length].decode("utf-16-le", "replace")
