"""`convgen show`: the plan of a case, and why each clause is there."""

from __future__ import annotations

import sys
from pathlib import Path
from textwrap import wrap
from typing import TYPE_CHECKING, Annotated

import typer

from convgen.cli.library_options import tell
from convgen.cli.options import FAULTS, WIDTH, Library
from convgen.model.state import State

if TYPE_CHECKING:
    from collections.abc import Iterator

    from convgen.assembly.plan import Plan, PlannedSection
    from convgen.case.passes import Deduced
    from convgen.model.document import Document, Section

HELP = (
    "Montre le plan d’une fiche : chaque article et son nom, ses clauses, leur version, "
    "leur condition, et les termes définis."
)

Case = Annotated[Path, typer.Argument(metavar="FICHE", help="Une fiche YAML.", readable=False)]


def show(case: Case, library: Library = None) -> None:
    """Print the plan of a case, even with gaps; exit 1 when there is none."""
    from convgen import pipeline  # noqa: PLC0415 - `--help` stays light

    assembled = pipeline.assemble_case(case, State.DRAFT, library)
    plan, document = assembled.plan, assembled.document
    if plan is None or document is None or not assembled.can_be_written(State.DRAFT):
        tell(assembled.diagnostics)
        raise typer.Exit(FAULTS)
    lines = (*_lines(plan, document), *_deduced(assembled.deduced))
    sys.stdout.write("\n".join(lines) + "\n")


def _deduced(deduced: tuple[Deduced, ...]) -> Iterator[str]:
    """What the act says and the case does not write."""
    from convgen.report.visible_text import visible  # noqa: PLC0415 - `--help` stays light

    if deduced:
        yield ""
        yield "Déduit d’autres valeurs de la fiche"
    yield from (visible(f"  {found.path} : {found.text} (par {found.source})") for found in deduced)


def _lines(plan: Plan, document: Document) -> Iterator[str]:
    """Each part of the act, then its clauses below; a name is never cut."""
    from convgen.report.visible_text import visible  # noqa: PLC0415 - `--help` stays light

    planned = [clause for section in plan.sections for clause in section.all_clauses]
    width = max((len(clause.clause.name) for clause in planned), default=0)
    yield f"Plan : {plan.programme.name}"
    _, *written = document.sections  # the first one is the title
    for section, act in zip(plan.sections, written, strict=True):
        yield ""
        yield from _told(_heading(section, act), section.spec.condition_text, section.gap)
        for clause in section.all_clauses:
            name, version = clause.clause.name, clause.clause.version
            line = visible(f"  {name:<{width}}  {version}".rstrip())
            yield from _told(line, clause.condition, clause.gap)
    yield ""
    yield "Termes définis (dans un texte : {{ nom }}, {{ nom.de }}, {{ nom.a }})"
    words = {**plan.programme.roles, **plan.programme.terms}
    longest = max(map(len, words), default=0)
    yield from (f"  {name:<{longest}}  {words[name].nominative}" for name in words)
    if plan.changes:
        yield ""
        yield "Clauses particulières de cette fiche"
    for change in plan.changes:
        yield visible(f"  {change.told}")
        yield from wrap(
            visible(f"motif : {change.reason}"),
            WIDTH,
            initial_indent=" " * 6,
            subsequent_indent=" " * 6,
        )


def _heading(section: PlannedSection, act: Section) -> str:
    title = section.spec.title
    label = act.heading.number if act.heading else ""
    if not label:
        return title or section.spec.kind.value.capitalize()
    key = f"[{section.spec.key}]" if section.spec.can_be_referred_to else ""
    return f"{label} – {title}  {key}".rstrip() if title else f"{label}  {key}".rstrip()


def _told(what: str, condition: str, gap: str) -> Iterator[str]:
    """What stands there, and why: on one line, or below when there is no room."""
    if not condition:
        yield what
        return
    why = f"si {condition} (à compléter : {gap})" if gap else f"si {condition}"
    if len(what) + len(why) + 2 <= WIDTH:
        yield f"{what}  {why}"
        return
    yield what
    yield from wrap(why, WIDTH, initial_indent=" " * 6, subsequent_indent=" " * 9)
