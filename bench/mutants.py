"""Random edits of the library: which does `check` catch, which `coverage` by itself, which neither.

`python -m bench.mutants [NUMBER] [SEED]`. Each edit is made alone, in a copy of the library; the
survivors are listed with their line before and after, to be explained one by one.
"""

from __future__ import annotations

import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from convgen.coverage.measure import measure
from convgen.library.format import MARKER
from convgen.library.store import Library
from convgen.lint.library import faults_of_library

ROOT = Path(__file__).parent.parent
NUMBER, SEED = 200, 20261122
_PATH = re.compile(r"(?:{{|{%|\bsi: |: )[^}\n]*?\b([a-z][a-z_]*(?:\.[a-z_]+)+)")
_IF = re.compile(r"{% (?:el)?if (.+?) %}")
_CONDITION = re.compile(r"\bsi: ([^},\n]+)")
_REFERENCE = re.compile(r'\s*{{ renvoi\("[a-z-]+"\) }}')
_CLOSING = re.compile(r"{% end(?:if|for) %}\n|(?<=[a-z\")]) }}| %}")
_FIELD = re.compile(r"^ +([a-z_]+):(?= {type| *$)", re.MULTILINE)
_NAMED = re.compile(r"(?<=[\[ ,])[a-z-]+/[a-z-]+")
_REQUIRED = re.compile(r"{type: [a-z_]+(?=, libelle)")
_OPTION = re.compile(r'== "([^"]+)"')
_GUARD = re.compile(r"{% if [^%]+ %}\n((?:(?!{%).*\n)*){% endif %}\n")


class Edit(NamedTuple):
    """A stretch of a file, and what replaces it."""

    kind: str
    file: Path
    start: int
    end: int
    text: str


Change = Callable[[re.Match[str], random.Random], tuple[int, int, str]]


def _misspelt(found: re.Match[str], dice: random.Random) -> tuple[int, int, str]:
    place = dice.randrange(*found.span(1))
    return place, place + 1, ""


def _negated(found: re.Match[str], _: random.Random) -> tuple[int, int, str]:
    word = "not" if found[0].startswith("{%") else "non"
    return *found.span(1), f"{word} ({found[1]})"


def _dropped(found: re.Match[str], _: random.Random) -> tuple[int, int, str]:
    return *found.span(), ""


def _renamed(found: re.Match[str], _: random.Random) -> tuple[int, int, str]:
    return *found.span(1), f"{found[1]}_autre"


def _made_optional(found: re.Match[str], _: random.Random) -> tuple[int, int, str]:
    return found.end(), found.end(), ", facultatif: oui"


def _other_option(found: re.Match[str], _: random.Random) -> tuple[int, int, str]:
    return *found.span(1), f"{found[1]}s"


def _unguarded(found: re.Match[str], _: random.Random) -> tuple[int, int, str]:
    return *found.span(), found[1]


KINDS: dict[str, tuple[re.Pattern[str], Change]] = {
    "a name misspelt": (_PATH, _misspelt),
    "a condition negated": (_IF, _negated),
    "a condition of a plan negated": (_CONDITION, _negated),
    "a reference dropped": (_REFERENCE, _dropped),
    "a tag unclosed": (_CLOSING, _dropped),
    "a field renamed": (_FIELD, _renamed),
    "a field made optional": (_REQUIRED, _made_optional),
    "a clause taken out of a plan": (_NAMED, _dropped),
    "an option misspelt": (_OPTION, _other_option),
    "a condition taken away": (_GUARD, _unguarded),
}

OF_PLANS = {"a clause taken out of a plan", "a condition of a plan negated"}


def edits(number: int, seed: int) -> Iterator[Edit]:
    """As many different edits as asked, each kind in turn, at random places."""
    dice = random.Random(seed)
    files = [*sorted(ROOT.glob("clauses/*/*.md")), *sorted(ROOT.glob("templates/*/*.yaml"))]
    texts = {file: file.read_text("utf-8") for file in files}
    places = {
        kind: [
            (file, found)
            for file in files
            if kind not in OF_PLANS or file.suffix == ".yaml"
            for found in pattern.finditer(texts[file])
        ]
        for kind, (pattern, _) in KINDS.items()
    }
    seen: set[Edit] = set()
    barren = 0
    while len(seen) < number and barren < 1000:
        kind = list(KINDS)[(len(seen) + barren) % len(KINDS)]
        file, found = dice.choice(places[kind])
        edit = Edit(kind, file.relative_to(ROOT), *KINDS[kind][1](found, dice))
        if edit in seen:
            barren += 1
            continue
        seen.add(edit)
        yield edit


def caught_by(edit: Edit) -> tuple[bool, bool]:
    """Does `check` tell an edit, and does `coverage`, each by itself?"""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "library"
        for room in ("clauses", "templates", "cases"):
            shutil.copytree(ROOT / room, root / room)
        (root / MARKER).touch()
        file = root / edit.file
        text = file.read_text("utf-8")
        file.write_text(text[: edit.start] + edit.text + text[edit.end :], "utf-8")
        acts = measure(Library(root), Path(folder) / "acts")
        return bool(faults_of_library(Library(root))), bool(acts.faults)


def main() -> None:
    """Make the edits, print the count of each kind and the survivors."""
    asked = [int(text) for text in sys.argv[1:]]
    number, seed = [*asked, *(NUMBER, SEED)[len(asked) :]]
    made = list(edits(number, seed))
    with ProcessPoolExecutor() as pool:
        verdicts = list(zip(made, pool.map(caught_by, made), strict=True))
    for kind in KINDS:
        _count(kind, [verdict for edit, verdict in verdicts if edit.kind == kind])
    _count("all", [verdict for _, verdict in verdicts])
    for edit, verdict in verdicts:
        if not any(verdict):
            _show(edit)


def _count(kind: str, verdicts: list[tuple[bool, bool]]) -> None:
    check, coverage = (sum(way) for way in zip(*verdicts, strict=True))
    neither = verdicts.count((False, False))
    print(f"{kind:32}{len(verdicts):4}: check {check}, coverage {coverage}, neither {neither}")


def _show(edit: Edit) -> None:
    text = (ROOT / edit.file).read_text("utf-8")
    start = text.rfind("\n", 0, edit.start) + 1
    end = (text + "\n").index("\n", edit.end)
    print(f"\n{edit.file}:{text.count(chr(10), 0, start) + 1} ({edit.kind})")
    print(f"  - {text[start:end]}")
    print(f"  + {text[start : edit.start]}{edit.text}{text[edit.end : end]}")


if __name__ == "__main__":
    main()
