"""A true `convgen watch`, and what it says, round by round."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

_PATIENCE = 60  # seconds: machines that run tests are slow, and busy
_HEADER = re.compile(
    r"^\d\d:\d\d:\d\d – (?P<files>.+) : (?P<found>\d+ fautes?|aucune faute|échec)$"
)


@dataclass(frozen=True)
class Told:
    """One round: the files saved, what was found, and the lines below."""

    files: str
    found: str
    lines: list[str]

    @property
    def text(self) -> str:
        """The lines below the header."""
        return "\n".join(self.lines)


class Watch:
    """The command, started in a folder; killed at the end if need be."""

    def __init__(self, *arguments: str, cwd: Path, log: Path, prefix: tuple[str, ...] = ()) -> None:
        self.out, self.err = log.with_suffix(".out"), log.with_suffix(".err")
        command = [*prefix, sys.executable, "-m", "convgen", "watch", *arguments]
        environment = {k: v for k, v in os.environ.items() if k != "PYTHONUNBUFFERED"}
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.process = subprocess.Popen(
                command, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=err
            )
        self._read = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.kill()
        self.process.wait()

    def rounds(self) -> list[Told]:
        """The rounds that are over, or are being told."""
        rounds: list[Told] = []
        for line in self.err.read_text("utf-8").splitlines():
            header = _HEADER.match(line)
            if header is not None:
                rounds.append(Told(header["files"], header["found"], []))
            elif rounds and line:
                rounds[-1].lines.append(line)
        return rounds

    def next(self) -> Told:
        """The next round, once it is told whole: it ends with what became of the files."""
        self.until(lambda: len(self.rounds()) > self._read and _is_over(self.rounds()[self._read]))
        self._read += 1
        return self.rounds()[self._read - 1]

    def until(self, holds: Callable[[], bool]) -> None:
        """Wait for something, not for ever."""
        end = time.monotonic() + _PATIENCE
        while not holds():
            assert self.process.poll() is None, self.err.read_text("utf-8")
            assert time.monotonic() < end, self.err.read_text("utf-8")
            time.sleep(0.02)

    def interrupt(self) -> int:
        """Ctrl-C; the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(_PATIENCE)


def _is_over(told: Told) -> bool:
    ends = ("écrit : ", "rien n’a été écrit", "convgen : ")
    return any(line.startswith(ends) or " refusée" in line for line in told.lines)


def save_by_rename(file: Path, text: str) -> None:
    """As many editors do."""
    draft = file.with_name(f".{file.name}.tmp")
    draft.write_text(text, "utf-8")
    os.replace(draft, file)  # noqa: PTH105
