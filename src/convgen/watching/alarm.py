"""What wakes a watch: the system, through watchfiles; and a clock, for what it does not tell."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from watchfiles.main import FileChange

_HEARTBEAT = 500  # milliseconds; for network drives, replaced folders, a system out of watches
_BLIND = (
    "convgen : le système ne prévient pas de ce qui change (limite de surveillance atteinte, ou "
    "disque qui ne s’y prête pas) : les fichiers sont regardés deux fois par seconde"
)


class Alarm:
    """Wakes when something happens in some folders, not below them, and twice a second anyway.

    `tell` is told once, in French, when the system refuses: the clock is then all there is.
    """

    def __init__(self, tell: Callable[[str], None]) -> None:
        self._tell = tell
        self._folders: frozenset[Path] = frozenset()
        self._events: Generator[set[FileChange], None, None] | None = None
        self._is_blind = False

    def wait(self, folders: frozenset[Path]) -> None:
        """Come back soon after something has happened there, or after a while."""
        if self._is_blind:
            time.sleep(_HEARTBEAT / 1000)
            return
        if self._events is None or folders != self._folders:
            self.close()
            self._events, self._folders = _events_in(folders), folders
        try:
            next(self._events)
        except FileNotFoundError:  # a folder that has just gone: who calls will name others
            self.close()
        except (OSError, RuntimeError):  # the second is that of watchfiles
            self._is_blind = True
            self._tell(_BLIND)

    def close(self) -> None:
        """Give back to the system what it has lent."""
        if self._events is not None:
            self._events.close()
        self._events = None


def _events_in(folders: frozenset[Path]) -> Generator[set[FileChange], None, None]:
    from watchfiles import watch  # noqa: PLC0415 - slow, and for this command alone

    return watch(
        *folders,
        watch_filter=None,
        debounce=200,
        rust_timeout=_HEARTBEAT,
        yield_on_timeout=True,
        recursive=False,
    )
