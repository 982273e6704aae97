"""What tasks cost, run in turns: wall time, and processor time of a process and its children."""

from __future__ import annotations

import resource
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

WARM_UPS = 2


class Cost(NamedTuple):
    """What a task takes, in seconds."""

    wall: float
    processor: float


def interleaved(tasks: dict[str, Callable[[], object]], rounds: int) -> dict[str, Cost]:
    """The median cost of each task, one of each a round after two warm-ups."""
    costs: dict[str, list[Cost]] = {name: [] for name in tasks}
    for turn in range(rounds + WARM_UPS):
        for name, task in tasks.items():
            wall, processor = time.perf_counter(), _processor_time()
            task()
            if turn >= WARM_UPS:
                spent = Cost(time.perf_counter() - wall, _processor_time() - processor)
                costs[name].append(spent)
    return {name: Cost(*map(statistics.median, zip(*c, strict=True))) for name, c in costs.items()}


def _processor_time() -> float:
    """Seconds of this process, and of those that it has run."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime
