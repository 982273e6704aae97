"""Libraries that cannot be found, or hold nothing."""

from __future__ import annotations

from pathlib import Path

from convgen.faults.diagnostic import Diagnostic
from convgen.library.format import MARKER
from convgen.lint.targets import faults_at
from tests.support.small_library import write_library

PLAN = "plan:\n  - article: objet\n    clauses: [objet/pret]"
LIBRARY = f"""\
=== templates/pret/programme.yaml
{PLAN}
=== clauses/objet/pret.md
Le prêt est gratuit.
"""


def library_missing(folder: Path, *, faulty: bool) -> list[Diagnostic]:
    """A library without its marker, one without a programme, and a folder that is none."""
    lost, empty, other = (folder / name for name in ("prets", "brouillons", "photos"))
    for place in (lost, empty, other):
        write_library(place, LIBRARY)
    if faulty:
        (lost / MARKER).unlink()
        (empty / "templates/pret/programme.yaml").unlink()
        for file in (other / MARKER, *other.rglob("*.yaml"), *other.rglob("*.md")):
            file.unlink()
    faults, _ = faults_at([lost, empty, other], None)
    return faults
