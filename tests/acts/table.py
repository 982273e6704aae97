"""The table of provisions (`dispositions.txt`): what each says, where, in which version."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SOURCE = Path(__file__).with_name("dispositions.txt")
BLANK_MODEL, CHOISY = "V", "R"
VERSIONS = (BLANK_MODEL, CHOISY)
OUTSIDE = "hors"
_VALUE, _RULE = re.escape("…"), re.escape("____")
_NUMBER = re.compile(r"^(?:[–•]|\d+°|\d+\.\d+\.) ")
_ARTICLE = re.compile(r"^Article \d+ ")


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
    """One of the 70 provisions, or a line that the notes do not count (`counted` is False)."""

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
        """The heading as it is typed: Word numbers articles itself."""
        return _ARTICLE.sub("", self.text)


def _read() -> Iterator[Heading | Provision]:
    section, provision = "", None
    for row in SOURCE.read_text(encoding="utf-8").splitlines():
        if row.startswith("== "):
            section, _, title = row[3:].partition(": ")
            yield Heading(section, title)
        elif row.startswith("    ") and provision is not None:
            text, versions = row.strip(), provision.versions
            if text[:3] in {f"{version}: " for version in VERSIONS}:
                text, versions = text[3:], text[0]
            provision.lines.append(Line(text, versions))
        elif row and not row.startswith("#"):
            name, _, versions = row.partition(" ")
            counted = name != OUTSIDE
            provision = Provision(
                name if counted else versions, section, versions if counted else "VR", counted
            )
            yield provision


_TABLE = tuple(_read())
HEADINGS = tuple(entry for entry in _TABLE if isinstance(entry, Heading))
ENTRIES = tuple(entry for entry in _TABLE if isinstance(entry, Provision))
PROVISIONS = tuple(entry for entry in ENTRIES if entry.counted)


def lines_of(section: str, version: str) -> list[Line]:
    """Every paragraph that a section must hold in one version, in order."""
    return [line for e in ENTRIES if e.section == section for line in e.said_in(version)]
