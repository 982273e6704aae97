"""A small library written as one text, each fault announced on its line.

    === templates/essai/programme.yaml
    plan:
      - article: objet
        clauses: [objet/objet]
    === clauses/objet/objet.md
    Jusqu'au {{ therme }}.   {# CG207 vouliez-vous dire « terme » #}

A mark names a code, and words that its message or its help has. Marks are taken away before a
file is written: a comment of Jinja would join its line to the next one. Each file starts with
what every library needs and nothing tests; a fault there stands at the line of its `===`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from convgen.faults.diagnostic import Diagnostic
from convgen.library.store import MARKER
from tests.library.shelf import HEADER

PROGRAMME_HEAD = """\
titre: Convention
parties:
  commune: {designation: la Commune}
  association: {designation: "l’Association", genre: féminin}
"""
COMPARUTION = "parties/comparution"
SUPPLIED = (
    HEADER
    + """\
{% for partie in parties %}
{{ partie.nom }}, ci-après {{ partie.definition }},

{% endfor %}
d'autre part.
"""
)
_FILE = re.compile(r"=== (\S+)")
_MARK = re.compile(r"\s*(?:\{# *(CG\d{3}.*?) *#\}|# *(CG\d{3}.*))$")
_CODE = re.compile(r"(CG\d{3})([^C]*(?:C(?!G\d{3})[^C]*)*)")


@dataclass(frozen=True)
class Announced:
    """A fault to be told at a line of the text, with some words."""

    line: int
    code: str
    words: str


@dataclass
class SmallLibrary:
    """The library under `root`; `lines` gives, for each file, the line of the text of each line."""

    root: Path
    announced: list[Announced] = field(default_factory=list)
    lines: dict[Path, list[int]] = field(default_factory=dict)

    def line_of(self, fault: Diagnostic) -> int:
        """The line of the text where a fault is told, 0 outside the text."""
        lines = self.lines.get(fault.span.file, [])
        return lines[fault.span.line - 1] if 0 < fault.span.line <= len(lines) else 0


def write_library(root: Path, text: str) -> SmallLibrary:
    """Write the files of a text under `root`, without their marks."""
    library = SmallLibrary(root)
    written: dict[Path, list[str]] = {}
    file = root
    for number, line in enumerate(text.splitlines(), 1):
        found = _MARK.search(line)
        if found is not None:
            library.announced += _announced(number, found[1] or found[2])
        plain = _MARK.sub("", line)
        opening = _FILE.fullmatch(plain)
        if opening is None:
            written[file].append(plain)
            library.lines[file].append(number)
        else:
            file = root / opening[1]
            written[file], library.lines[file] = [], [number]  # the head is at its first line
    for file, body in written.items():
        head = _head(file, body).splitlines()
        (announcement, *numbers), heads = library.lines[file], len(head)
        library.lines[file] = [announcement] * heads + numbers
        _write(file, "\n".join([*head, *body, ""]))
    _write(root / MARKER, "")
    comparution = root / "clauses" / f"{COMPARUTION}.md"
    if COMPARUTION in text and comparution not in written:
        _write(comparution, SUPPLIED)
    return library


def _announced(line: int, mark: str) -> Iterator[Announced]:
    for code, words in _CODE.findall(mark):
        yield Announced(line, code, words.strip())


def _head(file: Path, body: list[str]) -> str:
    if file.name == "programme.yaml":
        return "" if any(line.startswith("titre:") for line in body) else PROGRAMME_HEAD
    return HEADER if file.suffix == ".md" and body[:1] != ["---"] else ""


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
