"""The rounds of a watch: which files were saved, and which cases are to be rendered again."""

from __future__ import annotations

import gc
import os
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from convgen.watching.alarm import Alarm
from convgen.watching.look import Look, Signature
from convgen.watching.watched_case import WatchedCase

Changes = dict[Path, Signature]

_REST = 0.15  # seconds without a change: an editor, a formatter, git have done
_MOST_RESTS = 20


class Round(NamedTuple):
    """The files saved, and the cases to render: what the disk was like is in `look`."""

    saved: tuple[Path, ...]
    cases: tuple[WatchedCase, ...]
    look: Look


def rounds(cases: Sequence[WatchedCase], tell: Callable[[str], None]) -> Iterator[Round]:
    """Every case at once, then a round a burst of saves, without end.

    Only files decide, by what they were when a case was made: an event wakes, and tells nothing.
    """
    alarm = Alarm(tell)
    yield Round(tuple(case.file for case in cases), tuple(cases), Look())
    while True:
        gc.collect()  # what the round has left: `main` has Python do it seldom
        folders = frozenset(filter(_is_readable, (f for case in cases for f in case.folders())))
        look, changes = _at_rest(cases)
        while not changes:
            alarm.wait(folders)
            look, changes = _at_rest(cases)
        changed = tuple(case for case in cases if case.is_amendment or case.changes(look))
        yield Round(tuple(sorted(changes)), changed, look)


def _is_readable(folder: Path) -> bool:
    return os.access(folder, os.R_OK)


def _at_rest(cases: Sequence[WatchedCase]) -> tuple[Look, Changes]:
    """What has changed, once it changes no more."""
    look, changes = _changes(cases)
    for _ in range(_MOST_RESTS):
        if not changes:
            break
        before = changes
        time.sleep(_REST)
        look, changes = _changes(cases)
        if changes == before:
            break
    return look, changes


def _changes(cases: Sequence[WatchedCase]) -> tuple[Look, Changes]:
    look = Look()
    return look, {path: found for case in cases for path, found in case.changes(look).items()}
