"""Files written as one text, each fault announced on its line.

    === templates/essai/programme.yaml
    plan:
      - article: objet
        clauses: [objet/objet]
    === clauses/objet/objet.md
    Jusqu'au {{ therme }}.   {# CG207 vouliez-vous dire « terme » #}

A mark names a code, and words that its message or its help has; a line may have several. Marks
are taken away before a file is written: a comment of Jinja would join its line to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from convgen.faults.diagnostic import Diagnostic
from tests.acts.reading import plain

_FILE = re.compile(r"=== (\S+)")
_MARK = re.compile(r"\s*(?:\{# *(CG\d{3}.*?) *#\}|# *(CG\d{3}.*))$")
_CODE = re.compile(r"(CG\d{3})([^C]*(?:C(?!G\d{3})[^C]*)*)")


class Announced(NamedTuple):
    """A fault to be told: its file, its line there (0 on the line that names it), some words."""

    file: str
    line: int
    code: str
    words: str


@dataclass(frozen=True)
class Example:
    """The lines of each file, without their marks, and what the marks announce."""

    files: Mapping[str, list[str]]
    announced: tuple[Announced, ...]

    def missing(self, told: Mapping[tuple[str, int, str], list[str]]) -> str:
        """What differs between the faults announced and those told; empty when nothing does."""
        wanted = sorted(one[:3] for one in self.announced)
        got = sorted(place for place, texts in told.items() for _ in texts)
        if wanted != got:
            return f"announced {wanted}\ntold      {got}\n{told}"
        unsaid = [one for one in self.announced if not _said(one, told)]
        return f"words that no fault has: {unsaid}\n{told}" if unsaid else ""


def _said(one: Announced, told: Mapping[tuple[str, int, str], list[str]]) -> bool:
    words = plain(one.words)
    return any(words in plain(text) for text in told[one.file, one.line, one.code])


def read_example(text: str, first: str = "") -> Example:
    """Read a text; what stands before any « === » is of the file `first`."""
    files: dict[str, list[str]] = {first: []} if first else {}
    announced: list[Announced] = []
    name = first
    for line in text.splitlines():
        plain = _MARK.sub("", line)
        opening = _FILE.fullmatch(plain)
        if opening is not None:
            name = opening[1]
            files[name] = []
        else:
            files[name].append(plain)
        mark = _MARK.search(line)
        if mark is not None:
            announced += _announced(name, len(files[name]), mark[1] or mark[2])
    return Example(
        {name: body for name, body in files.items() if body or name != first}, tuple(announced)
    )


def _announced(file: str, line: int, mark: str) -> Iterator[Announced]:
    for code, words in _CODE.findall(mark):
        yield Announced(file, line, code, words.strip())


def told_by(
    faults: list[Diagnostic], root: Path, heads: Mapping[str, int]
) -> dict[tuple[str, int, str], list[str]]:
    """What is told at each place of an example: file, line below its head, code."""
    told: dict[tuple[str, int, str], list[str]] = {}
    for fault in faults:
        file, line = place_in(fault.span.file, fault.span.line, root, heads)
        told.setdefault((file, line, fault.code.value), []).append(
            f"{fault.message} ({fault.help})"
        )
    return told


def place_in(file: Path, line: int, root: Path, heads: Mapping[str, int]) -> tuple[str, int]:
    """The name of a file under `root`, and a line of it as its example counts."""
    name = file.resolve().relative_to(root.resolve()).as_posix()
    return name, max(line - heads.get(name, 0), 0)
