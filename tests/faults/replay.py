"""A page of the catalogue, its example written on disk and checked as a user would check it.

An example is a case, or the files of a small library. A case shows only what matters: it is
laid over a complete case of its programme (`subvention-poste` when it names none). What cannot
be written as a text names the function of the folder `staged` that makes it, in a comment that no
reader sees: `<!-- montage: word_templates.with_a_macro -->`.
"""

from __future__ import annotations

import atexit
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property, partial
from importlib import import_module
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ruamel.yaml import YAML

from convgen.faults.catalogue import Page
from convgen.faults.diagnostic import Diagnostic, Note, Span
from convgen.library.store import Library
from convgen.lint.headers import Review
from convgen.lint.library import faults_of_library
from convgen.model.state import State
from convgen.pipeline import assemble_case, template_faults
from convgen.report.excerpt import lines_of_file
from convgen.report.format import Screen
from convgen.report.format_names import FULL
from convgen.report.reporting import report
from tests.acts.desk import Desk
from tests.support.examples import Example, place_in, read_example, told_by
from tests.support.small_library import write_library

CASE, USUAL = "fiche.yaml", "subvention-poste"
REVIEW = Review(most_months=24, today=date(2026, 11, 30))
WIDTH = 78  # a terminal of 80, and the margins of a block
SECTIONS = ("Pourquoi", "Exemple", "Message", "Corrigé")
_STAGED = re.compile(r"<!-- montage: (\w+\.\w+) -->")
_BLOCK = re.compile(r"^```(?P<tongue>\w*)\n(?P<text>.*?)^```$", re.DOTALL | re.MULTILINE)
_LIBRARY = ("clauses/", "templates/")
BASES = {
    "subvention-poste": ["cases/subvention-poste/alpes-maritimes.yaml"],
    "engagement-programme": [
        "cases/_communs/mgp-2025.yaml",
        "cases/engagement-programme/choisy-le-roi.yaml",
    ],
    "experimentation-ia": ["cases/experimentation-ia/var.yaml", "var"],
    "partenariat-innovation": ["cases/partenariat-innovation/numerian.yaml", "numerian"],
    "mise-a-disposition-services": ["cases/mise-a-disposition-services/s2mia.yaml", "s2mia"],
    "avenant": ["cases/avenant/europia.yaml", "europia"],
    "deliberation": ["cases/deliberation/alpes-maritimes-2023-12-15.yaml"],
}
# What the real cases leave open, or rightly have told; made up, and shown on no page.
_CHANGES: Mapping[str, Mapping[str, Any]] = {
    "subvention-poste": {
        "parties": {"beneficiaire": {"habilitation": {"accuse": "006-220600019-20231215-27-DE"}}}
    },
    "engagement-programme": {
        "parties": {
            "porteur": {
                "habilitation": {
                    "date": "14/10/2025",
                    "delegation": {"acte": "délibération", "date": "01/07/2021"},
                }
            },
            "beneficiaire": {"habilitation": {"accuse": "094-219400223-20251119-DEL-25-111-DE"}},
        },
        "experimentation": "redaction",
        "calendrier": {"duree": "13 mois"},
    },
    "deliberation": {
        "parties": {"collectivite": {"habilitation": {"accuse": "006-220600019-20231215-27-DE"}}}
    },
}


@dataclass(frozen=True)
class Replayed:
    """What is told of an example, and what its message looks like."""

    differences: str
    faults: list[Diagnostic]
    message: str


@dataclass(frozen=True)
class Leaf:
    """A page cut in its sections."""

    page: Page

    @cached_property
    def sections(self) -> dict[str, str]:
        """The text under each heading, by name, in order; what the fault is under «  »."""
        parts = re.split(r"^## (.+)\n", self.page.text, flags=re.MULTILINE)
        return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}

    @property
    def staging(self) -> str:
        """The name of the function that makes the example; empty for one that is written."""
        found = _STAGED.search(self.sections["Exemple"])
        return found[1] if found else ""

    @property
    def message(self) -> str:
        """What the page says that convgen answers."""
        found = _BLOCK.search(self.sections["Message"])
        return found["text"] if found else ""

    def example(self, section: str) -> Example:
        """The files of « Exemple » or of « Corrigé »."""
        found = _BLOCK.search(self.sections[section])
        assert found is not None, f"{self.page.code}: no block under « {section} »"
        return read_example(found["text"], CASE)

    def replayed(self, section: str, folder: Path) -> Replayed:
        """What convgen says of that example; its files are written in `folder`, or beside cases."""
        if self.staging:
            module, function = self.staging.split(".")
            stage = getattr(import_module(f"tests.faults.staged.{module}"), function)
            faults = stage(folder, faulty=section == "Exemple")
            return Replayed("", faults, shown(faults, folder, {}) if faults else "")
        example = self.example(section)
        if any(name.startswith(_LIBRARY) for name in example.files):
            library = write_library(folder, _text_of(example))
            faults = faults_of_library(Library(folder), REVIEW)
            return _replayed(example, faults, folder, library.heads)
        # beside the real cases, whose folder holds what they join
        place = _root() / "cases" / f"{self.page.code}-{section[0]}"
        faults = faults_of_case(example, place)
        return _replayed(example, faults, place, {})

    def with_message(self, message: str) -> str:
        """The whole file of the page, with another message."""
        head = f"# {self.page.code} : {self.page.title}\n\n"
        block = f"## Message\n\n```text\n{message}```\n"
        return head + re.sub(
            r"## Message\n.*?(?=^## )",
            lambda _: block + "\n",
            self.page.text,
            flags=re.DOTALL | re.MULTILINE,
        )


def faults_of_case(example: Example, folder: Path) -> list[Diagnostic]:
    """The faults of the case of an example, as `convgen check fiche.yaml` tells them."""
    folder.mkdir(exist_ok=True)
    for name, lines in example.files.items():
        text = "\n".join([*lines, ""])
        is_case = name.endswith(".yaml")
        (folder / name).write_text(laid_over(text) if is_case else text, encoding="utf-8")
    assembled = assemble_case(folder / CASE, State.FINAL, library_of_pages())
    return [*assembled.diagnostics, *template_faults(assembled)]


def laid_over(text: str) -> str:
    """A case that names, on its last lines, the complete case that it changes."""
    named = re.search(r"^programme: *([\w-]+)", text, re.MULTILINE)
    programme = named[1] if named else USUAL
    if programme not in BASES or re.search(r"^commun:", text, re.MULTILINE):
        return text
    own = "" if named else f"programme: {programme}\n"
    return f"{text}{own}commun: ../{programme}/{_base(programme).name}\n"


def shown(faults: list[Diagnostic], root: Path, heads: Mapping[str, int]) -> str:
    """The report that a person reads, its lines counted as the example counts them."""
    moved = [_moved(fault, root, heads) for fault in faults]
    screen = Screen(width=WIDTH, is_terminal=True, lines_of=partial(_lines_of, root, heads))
    told, _how_to_know_more = report(moved, FULL, screen).rsplit("\n", 1)
    return f"{told}\n"


def _lines_of(root: Path, heads: Mapping[str, int], file: Path) -> Sequence[str]:
    """What the report quotes of a file, below what the example does not show."""
    return lines_of_file(root / file)[heads.get(file.as_posix(), 0) :]


def _moved(fault: Diagnostic, root: Path, heads: Mapping[str, int]) -> Diagnostic:
    notes = tuple(Note(note.message, _span(note.span, root, heads)) for note in fault.notes)
    return replace(fault, span=_span(fault.span, root, heads), notes=notes)


def _span(span: Span, root: Path, heads: Mapping[str, int]) -> Span:
    if not span.file.resolve().is_relative_to(root.resolve()):
        return replace(span, file=Path(span.file.name))
    name, line = place_in(span.file, span.line, root, heads)
    return replace(span, file=Path(name), line=line, end_line=span.end_line - heads.get(name, 0))


def _replayed(
    example: Example, faults: list[Diagnostic], root: Path, heads: Mapping[str, int]
) -> Replayed:
    differences = example.missing(told_by(faults, root, heads))
    return Replayed(differences, faults, shown(faults, root, heads) if faults else "")


def _text_of(example: Example) -> str:
    return "\n".join(
        line for name, body in example.files.items() for line in (f"=== {name}", *body)
    )


@cache
def _root() -> Path:
    """The real library, copied once for all the pages."""
    folder = TemporaryDirectory()
    atexit.register(folder.cleanup)
    return Desk.at(Path(folder.name) / "bibliotheque").root


@cache
def library_of_pages() -> Library:
    """The real library, opened once, with the cases that examples are laid over."""
    return Library(_root())


def complete_case(programme: str) -> dict[str, Any]:
    """The values of a complete case of a programme, of which convgen has nothing to say."""
    reader = YAML(typ="base")
    complements = Path(__file__).parents[1] / "acts" / "complements"
    values: dict[str, Any] = {}
    for name in BASES[programme]:
        file = _root() / name if "/" in name else complements / f"{name}.yaml"
        values = _merged(values, reader.load(file.read_text(encoding="utf-8")))
    values = _merged(values, _CHANGES.get(programme, {}))
    values.pop("commun", None)
    return values


@cache
def _base(programme: str) -> Path:
    values = complete_case(programme)
    base = _root() / "cases" / programme / "complete.yaml"
    base.write_text(json.dumps(values, ensure_ascii=False, indent=1), encoding="utf-8")
    return base


def _merged(under: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    both = {**under, **over}
    for key in under.keys() & over.keys():
        if isinstance(under[key], dict) and isinstance(over[key], dict):
            both[key] = _merged(under[key], over[key])
    return both
