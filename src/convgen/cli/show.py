"""`convgen show`: the plan of a case, and why each clause is there."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from convgen.cli.options import FAULTS, Library, OutputFormat

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convgen.assembly.plan import Plan, PlannedSection

HELP = "Montre le plan d’une fiche : chaque article, sa clause, sa version, sa condition."

Case = Annotated[Path, typer.Argument(metavar="FICHE", help="Une fiche YAML.")]


def show(case: Case, library: Library = None) -> None:
    """Print the plan of a case, even with gaps; exit 1 when there is none."""
    from convgen import pipeline  # noqa: PLC0415 - `--help` stays light
    from convgen.cli.reporting import print_report  # noqa: PLC0415
    from convgen.model.state import State  # noqa: PLC0415

    assembled = pipeline.assemble_case(case, State.DRAFT, library)
    if assembled.plan is None or not assembled.can_be_written(State.DRAFT):
        print_report(assembled.diagnostics, OutputFormat.FULL, sys.stderr)
        raise typer.Exit(FAULTS)
    _print(assembled.plan)


def _print(plan: Plan) -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(title=f"Plan : {plan.programme.name}", title_justify="left", pad_edge=False)
    for heading in ("Partie", "Clause", "Version", "Condition"):
        table.add_column(heading, overflow="fold")
    for section in plan.sections:
        for row in _rows(section):
            table.add_row(*row)
    Console().print(table)


def _rows(section: PlannedSection) -> Iterator[tuple[str, str, str, str]]:
    from rich.markup import escape  # noqa: PLC0415

    from convgen.assembly.numbering import heading_label  # noqa: PLC0415

    spec = section.spec
    label = heading_label(spec.kind, section.number) if section.number else spec.title or spec.key
    title = f"{label} – {spec.title}" if section.number and spec.title else label
    clauses = [*section.clauses, *([section.block] if section.block else [])]
    if not clauses:
        yield escape(title), "", "", escape(spec.condition_text)
    for index, planned in enumerate(clauses):
        conditions = filter(None, (spec.condition_text, planned.condition))
        condition = " et ".join(conditions)
        gap = planned.gap or section.gap
        if gap:
            condition += f" (à compléter : {gap})"
        heading = title if index == 0 else ""
        yield escape(heading), planned.clause.name, planned.clause.version, escape(condition)
