"""`convgen show`: the plan of a case, and why each clause is there."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from convgen.cli.options import FAULTS, Library
from convgen.model.state import State
from convgen.report.names import Format

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convgen.assembly.plan import Plan, PlannedClause, PlannedSection

HELP = "Montre le plan d’une fiche : chaque article, sa clause, sa version, sa condition."

_WIDTH = 80

Case = Annotated[Path, typer.Argument(metavar="FICHE", help="Une fiche YAML.")]


def show(case: Case, library: Library = None) -> None:
    """Print the plan of a case, even with gaps; exit 1 when there is none."""
    from convgen import pipeline  # noqa: PLC0415 - `--help` stays light
    from convgen.cli.reporting import print_report  # noqa: PLC0415

    assembled = pipeline.assemble_case(case, State.DRAFT, library)
    if assembled.plan is None or not assembled.can_be_written(State.DRAFT):
        print_report(assembled.diagnostics, Format.FULL, sys.stderr)
        raise typer.Exit(FAULTS)
    _print(assembled.plan)


def _print(plan: Plan) -> None:
    sys.stdout.write("\n".join(_lines(plan)) + "\n")


def _lines(plan: Plan) -> Iterator[str]:
    """Each part of the act, then its clauses below; a name is never cut."""
    planned = [clause for section in plan.sections for clause in _clauses(section)]
    width = max((len(clause.clause.name) for clause in planned), default=0)
    yield f"Plan : {plan.programme.name}"
    for section in plan.sections:
        spec = section.spec
        yield ""
        yield from _told(_heading(section), spec.condition_text, section.gap)
        for clause in _clauses(section):
            name, version = clause.clause.name, clause.clause.version
            yield from _told(f"  {name:<{width}}  {version}", clause.condition, clause.gap)


def _clauses(section: PlannedSection) -> list[PlannedClause]:
    return [*section.clauses, *([section.block] if section.block else [])]


def _heading(section: PlannedSection) -> str:
    from convgen.assembly.numbering import heading_label  # noqa: PLC0415 - `--help` stays light

    spec = section.spec
    if not section.number:
        return spec.title or spec.kind.value.capitalize()
    label = heading_label(spec.kind, section.number)
    return f"{label} – {spec.title}" if spec.title else label


def _told(what: str, condition: str, gap: str) -> Iterator[str]:
    """What stands there, and why: on one line, or below when there is no room."""
    if not condition:
        yield what
        return
    why = f"si {condition} (à compléter : {gap})" if gap else f"si {condition}"
    if len(what) + len(why) + 2 <= _WIDTH:
        yield f"{what}  {why}"
        return
    yield what
    yield from wrap(why, _WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 9)
