"""`convgen.toml`: what marks a folder as a library, and in which format it is written.

Format 1, that of a file that does not say, knew two languages of conditions. Format 2 has one,
in French words (ADR 22).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from convgen.faults.diagnostic import Code, Diagnostic, Edit, Severity, Span, suggestion
from convgen.language.places import stretch_in
from convgen.yaml.decoding import read_text

MARKER: Final = "convgen.toml"
CURRENT: Final = 2
_KEYS: Final = ("nom", "format")
_LINE: Final = re.compile(r"^[ \t]*format[ \t]*=[ \t]*(?P<value>[^\s#]+)", re.MULTILINE)
_PLACE: Final = re.compile(r"\(at line (\d+), column (\d+)\)")


@dataclass(frozen=True, slots=True)
class LibraryFormat:
    """The format of a library, where it is said, and the faults of the file that says it.

    `edit` makes it the current one.
    """

    number: int
    edit: Edit
    faults: tuple[Diagnostic, ...] = ()


def read_format(root: Path) -> LibraryFormat:
    """The format that the marker of a library declares; 1 when it does not."""
    file = root / MARKER
    start = Span(file)
    read = read_text(file)
    if read.text is None:
        return LibraryFormat(CURRENT, Edit(start, ""), read.diagnostics)
    text = read.text
    values = _values(text, file)
    if isinstance(values, Diagnostic):
        return LibraryFormat(CURRENT, Edit(start, ""), (values,))
    faults = tuple(_unknown(key, file, text) for key in values if key not in _KEYS)
    if "format" not in values:
        return LibraryFormat(1, Edit(start, f"format = {CURRENT}\n"), faults)
    span = _place_of_value(text, file)
    number = values["format"]
    if type(number) is not int or not 1 <= number <= CURRENT:
        return LibraryFormat(CURRENT, Edit(span, ""), (_not_known(number, span),))
    return LibraryFormat(number, Edit(span, str(CURRENT)), faults)


def _values(text: str, file: Path) -> dict[str, Any] | Diagnostic:
    import tomllib  # noqa: PLC0415 - an empty marker, as many are, does not need it

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = _PLACE.search(str(error))
        line, column = (int(place[1]), int(place[2])) if place else (text.count("\n") + 1, 1)
        return Diagnostic(
            Code.FORMAT,
            f"{MARKER} ne se lit pas : ce n’est pas du TOML",
            Span(file, line, column, line, column + 1),
            'une ligne par réglage : nom = "Notre bibliothèque", format = 2',
        )


def _not_known(number: object, span: Span) -> Diagnostic:
    if type(number) is int and number > CURRENT:
        message = f"cette bibliothèque est au format {number}, plus récent que ce convgen"
        way_out = "mettez convgen à jour, ou prenez la version qui a écrit cette bibliothèque"
    else:
        message = "« format » est un nombre entier"
        way_out = f"écrivez « format = {CURRENT} »"
    return Diagnostic(Code.FORMAT, message, span, way_out)


def _unknown(key: str, file: Path, text: str) -> Diagnostic:
    line = next(
        (n for n, row in enumerate(text.split("\n"), 1) if row.lstrip(' ["').startswith(key)), 1
    )
    message = f"réglage inconnu : « {key} »"
    way_out = suggestion(key, _KEYS, f"réglages possibles : {', '.join(_KEYS)}")
    span = Span(file, line, 1, line, 1 + len(key))
    return Diagnostic(Code.FORMAT, message, span, way_out, Severity.WARNING)


def _place_of_value(text: str, file: Path) -> Span:
    found = _LINE.search(text)
    return stretch_in(text, file, 1, *found.span("value")) if found is not None else Span(file)
