"""A jurist's desk: a copy of the real library, whose cases and clauses a test may spoil."""

from __future__ import annotations

import atexit
import os
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from convgen.model.state import State
from convgen.pipeline import assemble_case
from tests.acts import table
from tests.acts.reading import Act

ROOT = Path(__file__).parents[2]
COMPLEMENTS = Path(__file__).with_name("complements")
CHOISY, MODEL, ALPES = table.CHOISY.case, table.MODEL.case, table.ALPES.case
# The real case, then the same completed.
VAR, VAR_COMPLETE = "cases/experimentation-ia/var.yaml", table.VAR.case
NUMERIAN = "cases/partenariat-innovation/numerian.yaml"
NUMERIAN_COMPLETE = table.NUMERIAN.case
S2MIA, S2MIA_COMPLETE = "cases/mise-a-disposition-services/s2mia.yaml", table.S2MIA.case
EUROPIA, EUROPIA_COMPLETE = "cases/avenant/europia.yaml", table.EUROPIA.case
DELIBERATION = table.VOTED.case
MISSION = "cases/subvention-poste/fiche-de-mission.md"
COMMON, PROGRAMME = "cases/_communs/mgp-2025.yaml", "templates/engagement-programme/programme.yaml"
GRANT = "templates/subvention-poste/programme.yaml"

# What the real act of Choisy-le-Roi still lacked. The date is a test's: the sources do not give it.
DATE = ("parties:\n", "parties:\n  porteur: {habilitation: {date: 14/10/2025}}\n")
CHOICE = ("experimentation:   #", "experimentation: redaction   #")


@cache
def _shared() -> tuple[Path, dict[Path, tuple[int, int]]]:
    """The clauses and the templates, copied once; what each file is, so that none changes."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    root = Path(folder.name)
    for name in SHARED:
        shutil.copytree(ROOT / name, root / name)
    return root, _signatures(root)


def _signatures(root: Path) -> dict[Path, tuple[int, int]]:
    stats = {file: file.stat() for file in root.rglob("*") if file.is_file()}
    return {file: (found.st_size, found.st_mtime_ns) for file, found in stats.items()}


SHARED = ("clauses", "templates")


@dataclass(frozen=True)
class Desk:
    """The library copied under `root`."""

    root: Path

    @classmethod
    def at(cls, root: Path) -> Desk:
        """Copy the library: a file that a test edits is its own, the others are links."""
        shared, signatures = _shared()
        assert _signatures(shared) == signatures, "a test has written into what all share"
        for name in SHARED:
            shutil.copytree(shared / name, root / name, copy_function=os.link)
        shutil.copytree(ROOT / "cases", root / "cases")
        shutil.copy(ROOT / "convgen.toml", root)
        return cls(root)

    def file(self, name: str) -> Path:
        """A file of the library."""
        return self.root / name

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        """Replace texts, each found exactly once."""
        file = self.file(name)
        text = file.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, f"{text.count(old)} × {old!r} in {name}"
            text = text.replace(old, new)
        self.write(name, text)

    def write(self, name: str, text: str) -> Path:
        """Replace a file."""
        file = self.file(name)
        file.unlink(missing_ok=True)  # another desk may share it
        file.write_text(text, encoding="utf-8")
        return file

    def add(self, name: str, text: str) -> None:
        """Add a text at the end of a file."""
        file = self.file(name)
        self.write(name, file.read_text(encoding="utf-8") + text)

    def complete(self) -> None:
        """Fill in the two gaps of Choisy-le-Roi, and all those of the acts that are projects."""
        self.edit(CHOISY, DATE, CHOICE)
        self.complete_projects()

    def complete_projects(self) -> None:
        """Beside each real case that is not ready to sign, one that completes it."""
        for version in (table.VAR, table.NUMERIAN, table.S2MIA, table.EUROPIA):
            stem = str(version).removesuffix("-complete")
            shutil.copy(COMPLEMENTS / f"{stem}.yaml", self.file(version.case))

    def act(self, name: str = CHOISY, state: State = State.FINAL) -> Act:
        """Assemble a case."""
        return Act(assemble_case(self.file(name), state))

    def place(self, name: str, text: str) -> tuple[int, int]:
        """Line and column, from 1, of the only occurrence of a text."""
        source = self.file(name).read_text(encoding="utf-8")
        assert source.count(text) == 1, f"{source.count(text)} × {text!r}"
        before = source[: source.index(text)]
        return before.count("\n") + 1, len(before) - before.rfind("\n")
