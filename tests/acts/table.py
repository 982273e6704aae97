"""The tables of provisions (`dispositions/`): what each says, where, in which act."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from convgen.model.state import State

FOLDER = Path(__file__).with_name("dispositions")
OUTSIDE = "hors"
_VALUE, _RULE = re.escape("…"), re.escape("____")
_NUMBER = re.compile(r"^(?:[–•]|\d+°|[a-z]\)|\d+[.-]\d+\.?) ")
_HEADING = re.compile(r"^(?:(?:Article|Annexe) \d+|Titre [IVXLC]+) ")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the act, whole: `…` for a value of the case, `____` for a ruled blank."""

    text: str
    versions: str

    @property
    def without_number(self) -> str:
        """The same without what Word's own numbering prints."""
        return _NUMBER.sub("", self.text)

    @property
    def is_telling(self) -> bool:
        """Does it say something of its own, beside values?"""
        return re.search(r"\w", self.text.replace("…", "")) is not None

    def matches(self, written: str, *, numbered: bool = True) -> bool:
        """Does a paragraph of an act say exactly this?"""
        pattern = re.escape(self.text if numbered else self.without_number)
        pattern = pattern.replace(_VALUE, ".+?").replace(_RULE, "_{4,}")
        return re.fullmatch(pattern, written) is not None


@dataclass(frozen=True, slots=True)
class Provision:
    """One of the provisions, or a line that the notes do not count (`counted` is False)."""

    id: str
    section: str
    versions: str
    counted: bool = True
    lines: list[Line] = field(default_factory=list)

    def said_in(self, version: str) -> list[Line]:
        """Its paragraphs in one version."""
        return [line for line in self.lines if version in line.versions]


@dataclass(frozen=True, slots=True)
class Heading:
    """A section of the plan and its printed heading, empty for none."""

    key: str
    text: str

    @property
    def without_number(self) -> str:
        """The heading as it is typed: Word numbers articles and annexes itself."""
        return _HEADING.sub("", self.text)


@dataclass(frozen=True)
class Table:
    """What the acts of one programme say; `versions` is a letter for each of them."""

    programme: str
    versions: str

    @cached_property
    def _rows(self) -> tuple[Heading | Provision, ...]:
        return tuple(_read(FOLDER / f"{self.programme}.txt", self.versions))

    @property
    def headings(self) -> list[Heading]:
        """The sections of the plan, in order."""
        return [row for row in self._rows if isinstance(row, Heading)]

    @property
    def entries(self) -> list[Provision]:
        """Every provision, those that the notes do not count included."""
        return [row for row in self._rows if isinstance(row, Provision)]

    @property
    def provisions(self) -> list[Provision]:
        """Those that the notes count."""
        return [entry for entry in self.entries if entry.counted]


def _read(source: Path, every: str) -> Iterator[Heading | Provision]:
    section, provision = "", None
    for row in source.read_text(encoding="utf-8").splitlines():
        if row.startswith("== "):
            section, _, title = row[3:].partition(": ")
            yield Heading(section, title)
        elif row.startswith("    ") and provision is not None:
            text, versions = row.strip(), provision.versions
            if text[:3] in {f"{version}: " for version in every}:
                text, versions = text[3:], text[0]
            provision.lines.append(Line(text, versions))
        elif row and not row.startswith("#"):
            name, _, rest = row.partition(" ")
            counted = name != OUTSIDE
            versions = rest if counted and rest else every
            provision = Provision(name if counted else rest, section, versions, counted)
            yield provision


@dataclass(frozen=True)
class Version:
    """An act to hold against its table: a case, and the state in which the notes know it."""

    table: Table
    letter: str
    case: str
    state: State

    def __str__(self) -> str:
        return Path(self.case).stem

    def lines_of(self, section: str) -> list[Line]:
        """Every paragraph that a section must hold, in order."""
        entries = (entry for entry in self.table.entries if entry.section == section)
        return [line for entry in entries for line in entry.said_in(self.letter)]


ENGAGEMENT, SUBVENTION = Table("engagement-programme", "VR"), Table("subvention-poste", "R")
MODEL = Version(ENGAGEMENT, "V", "cases/engagement-programme/modele-vierge.yaml", State.DRAFT)
CHOISY = Version(ENGAGEMENT, "R", "cases/engagement-programme/choisy-le-roi.yaml", State.FINAL)
ALPES = Version(SUBVENTION, "R", "cases/subvention-poste/alpes-maritimes.yaml", State.FINAL)

AI, PARTNERSHIP = Table("experimentation-ia", "R"), Table("partenariat-innovation", "R")
SERVICES = Table("mise-a-disposition-services", "R")
VAR = Version(AI, "R", "cases/experimentation-ia/var-complete.yaml", State.FINAL)
NUMERIAN = Version(
    PARTNERSHIP, "R", "cases/partenariat-innovation/numerian-complete.yaml", State.FINAL
)
S2MIA = Version(SERVICES, "R", "cases/mise-a-disposition-services/s2mia-complete.yaml", State.FINAL)

AMENDMENT = Table("avenant", "R")
EUROPIA = Version(AMENDMENT, "R", "cases/avenant/europia-complete.yaml", State.FINAL)

TABLES = (ENGAGEMENT, SUBVENTION, AI, PARTNERSHIP, SERVICES, AMENDMENT)
ACTS = (MODEL, CHOISY, ALPES, VAR, NUMERIAN, S2MIA, EUROPIA)
READY_TO_SIGN = (CHOISY, ALPES, VAR, NUMERIAN, S2MIA, EUROPIA)

# It is no convention: it has provisions, and none of the points of a convention.
DELIBERATION = Table("deliberation", "R")
VOTED = Version(
    DELIBERATION, "R", "cases/deliberation/alpes-maritimes-2023-12-15.yaml", State.FINAL
)
