"""What wakes a watch: what happens in a folder; a clock alone, when the system refuses."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from convgen.watching.alarm import Alarm

HEARTBEAT = 0.5


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def alarm(told: list[str]) -> Iterator[Alarm]:
    alarm = Alarm(told.append)
    yield alarm
    alarm.close()


def test_it_wakes_when_something_happens(alarm: Alarm, tmp_path: Path) -> None:
    """Well before the clock does; where the system cannot watch, it would be the clock."""
    folders = frozenset({tmp_path})
    alarm.wait(folders)
    times = []
    for name in "abc":
        (tmp_path / name).write_text("essai")
        start = time.monotonic()
        alarm.wait(folders)
        times.append(time.monotonic() - start)
    assert min(times) < HEARTBEAT / 2


def test_it_gives_back_what_it_takes(alarm: Alarm, tmp_path: Path) -> None:
    """Each round may watch other folders: no descriptor is left behind."""
    opened = []
    for number in range(6):
        folder = tmp_path / str(number)
        folder.mkdir()
        alarm.wait(frozenset({folder}))
        opened.append(len([*Path("/proc/self/fd").iterdir()]))
    assert opened[-1] == opened[0]


def test_a_folder_that_has_gone_is_not_the_end(
    alarm: Alarm, told: list[str], tmp_path: Path
) -> None:
    for folders in ({tmp_path / "absent"}, {tmp_path}, set()):
        alarm.wait(frozenset(folders))
    assert told == []
