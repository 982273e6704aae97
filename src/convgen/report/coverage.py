"""The coverage of a library: a table to read, JSON for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from convgen.coverage.measure import Coverage
from convgen.logic.forks import REACHED, Fork
from convgen.report.formats.json import as_objects, escaped
from convgen.report.visible_text import shown_path, visible

_WIDTH = 80
_WAYS = {True: "vraie", False: "fausse"}
_STATES = {True: "never_true", False: "never_false"}


def as_table(coverage: Coverage) -> str:
    """One paragraph for each clause, plan and title, one line for each of its branches."""
    owners = groupby(coverage.forks, key=lambda fork: fork.owner)
    paragraphs = ["\n".join(_paragraph(coverage, owner, forks)) for owner, forks in owners]
    return "\n".join([*paragraphs, "", summary(coverage)])


def summary(coverage: Coverage) -> str:
    """How many branches are taken, and by how many acts."""
    taken, asked = coverage.share
    told = f"{taken} branches prises, sur {asked} ({_percentage(taken, asked)} %)"
    if coverage.exempt:
        told += f", {len(coverage.exempt)} en exception"
    told += f"\nfiches composées : {coverage.samples} ; fiches réelles : {coverage.cases}"
    return told + (f" (incomplètes, non comptées : {coverage.drafts})" * bool(coverage.drafts))


def _percentage(taken: int, asked: int) -> str:
    """Never rounded up to a hundred."""
    return f"{int(1000 * taken / asked) / 10:g}".replace(".", ",") if asked else "100"


def _paragraph(coverage: Coverage, owner: str, forks: Iterator[Fork]) -> Iterator[str]:
    for fork in forks:
        if fork.rank == REACHED:
            times = coverage.taken[fork.key, True]
            yield f"{owner} : {f'écrite {times} fois' if times else 'jamais écrite'}"
            continue
        if not fork.rank and owner.endswith("(plan)"):
            yield owner
        told = ", ".join(_told(coverage, fork, way) for way in sorted(fork.ways, reverse=True))
        line = f"  {fork.place.line:>4}  {told:<24}  {visible(fork.written)}"
        yield line if len(line) <= _WIDTH else f"{line[: _WIDTH - 1]}…"


def _told(coverage: Coverage, fork: Fork, way: bool) -> str:
    times = coverage.taken[fork.key, way]
    if times:
        return f"{_WAYS[way]} {times}"
    exempt = " (exception)" if (fork.key, way) in coverage.exempt else ""
    return f"jamais {_WAYS[way]}{exempt}"


def as_json(coverage: Coverage) -> str:
    """The same figures, each branch with its place; `null` for a way that no case can take."""
    taken, asked = coverage.share
    owners = groupby(coverage.forks, key=lambda fork: fork.owner)
    data: dict[str, Any] = {
        "taken": taken,
        "branches": asked,
        "cases": coverage.cases,
        "drafts": coverage.drafts,
        "samples": coverage.samples,
        "owners": [
            {"name": owner, "branches": [_branch(coverage, fork) for fork in forks]}
            for owner, forks in owners
        ],
        "faults": as_objects(coverage.faults),
    }
    return escaped(json.dumps(data, ensure_ascii=False, indent=2))


def _branch(coverage: Coverage, fork: Fork) -> dict[str, Any]:
    times = {way: coverage.taken[fork.key, way] if way in fork.ways else None for way in _WAYS}
    exempt = {way: coverage.exempt.get((fork.key, way)) for way in _WAYS}
    never = [_STATES[way] for way in _WAYS if times[way] == 0 and exempt[way] is None]
    return {
        "file": shown_path(fork.place.file),
        "line": fork.place.line,
        "text": fork.written,
        "true": times[True],
        "false": times[False],
        "state": " ".join(never) or "taken",
        "reasons": [one.reason for one in exempt.values() if one is not None],
    }
