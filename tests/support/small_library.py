"""A small library written as one text: each file starts with what every library needs.

What nothing tests is not written in the text: the title and the parties of a programme, the
header of a clause. A fault there stands at the line of the « === » that names the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from convgen.faults.diagnostic import Diagnostic
from convgen.library.format import MARKER
from tests.library.shelf import HEADER, build_file_tree
from tests.support.examples import Example, read_example, told_by

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


@dataclass
class SmallLibrary:
    """The library of an example, under `root`; `heads` counts the lines supplied to each file."""

    root: Path
    example: Example
    heads: dict[str, int] = field(default_factory=dict)

    def differences(self, faults: list[Diagnostic]) -> str:
        """What differs between the faults announced and those told; empty when nothing does."""
        return self.example.missing(told_by(faults, self.root, self.heads))


def write_library(root: Path, text: str) -> SmallLibrary:
    """Write the files of a text under `root`, with their heads and without their marks."""
    library = SmallLibrary(root, read_example(text))
    files = {MARKER: "format = 2\n"}
    for name, body in library.example.files.items():
        head = _head(name, body)
        library.heads[name] = head.count("\n")
        files[name] = head + "\n".join([*body, ""])
    if COMPARUTION in text:
        files.setdefault(f"clauses/{COMPARUTION}.md", SUPPLIED)
    build_file_tree(root, files)
    return library


def _head(name: str, body: list[str]) -> str:
    if name.endswith("programme.yaml"):
        return "" if any(line.startswith("titre:") for line in body) else PROGRAMME_HEAD
    return HEADER if name.endswith(".md") and body[:1] != ["---"] else ""
