"""Mend what can be, check again, until nothing more can."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import unified_diff
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from convgen.faults.diagnostic import Diagnostic
from convgen.mending.edits import edited
from convgen.output.written_file import write_file
from convgen.system.bounded import read_bytes
from convgen.yaml.decoding import MAX_BYTES

_MOST_ROUNDS = 20  # a file that YAML cannot read tells one fault at a time


class Checked(NamedTuple):
    """The faults that a check tells, and the texts joined to the cases that it was given."""

    faults: list[Diagnostic]
    texts: Sequence[Path] = ()


Check = Callable[[], Checked]


@dataclass(frozen=True)
class Mended:
    """The faults that are left, and how many edits each file has had."""

    faults: list[Diagnostic]
    files: Mapping[Path, int] = field(default_factory=dict)


def mend(check: Check, named: Sequence[Path]) -> Mended:
    """Do the edits of the faults that `check` tells, in the files that stand in `named`.

    A text that a named case joins, and that stands in its folder, is named with it.

    Raises ConvgenError when a file cannot be written.
    """
    files: dict[Path, int] = {}
    told: list[Diagnostic] = []
    checked = check()
    for _ in range(_MOST_ROUNDS):
        changed = proposed(checked, named)
        if not changed:
            break
        for file, change in changed.items():
            told += write_file(change.after, file, overwrite=True)
            files[file] = files.get(file, 0) + change.edits
        checked = check()
    return Mended([*dict.fromkeys(told), *checked.faults], files)


@dataclass(frozen=True)
class Change:
    """The bytes of a file, before and after some edits."""

    before: bytes
    after: bytes
    edits: int


def proposed(checked: Checked, named: Sequence[Path]) -> dict[Path, Change]:
    """What the edits of some faults make of each file that stands in `named`."""
    roots = [path.resolve() for path in named]
    folders = [root.parent for root in roots if root.is_file()]
    texts = {text.resolve() for text in checked.texts}
    mends = {edit for fault in checked.faults for edit in fault.mend}
    edits = sorted(mends, key=lambda edit: edit.span)
    changes: dict[Path, Change] = {}
    for file, group in groupby(edits, key=lambda edit: edit.span.file):
        real = file.resolve()
        allowed = (*roots, *folders) if real in texts else roots
        if any(map(real.is_relative_to, allowed)):
            before = read_bytes(real, MAX_BYTES)
            after, done = edited(before, group)
            if after != before:
                changes[real] = Change(before, after, done)
    return changes


def as_diff(changes: Mapping[Path, Change], shown: Callable[[Path], str]) -> str:
    """The changes as « diff -u » shows them; `shown` gives the name of a file."""
    lines: list[str] = []
    for file, change in changes.items():
        before, after = (
            data.decode("utf-8").splitlines(keepends=True) for data in (change.before, change.after)
        )
        lines += unified_diff(before, after, shown(file), shown(file))
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)
