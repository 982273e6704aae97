"""The second pass: each `renvoi` takes the label of its target, or is a fault naming both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from convgen.assembly.gaps import gap_text
from convgen.assembly.plan import Plan
from convgen.faults.diagnostic import Code, Diagnostic, Note, Span
from convgen.library.clause import Clause
from convgen.library.programme import SectionKind, SectionSpec
from convgen.model.document import Block, Line, Row, Run, RunKind, Section
from convgen.model.labels import referred
from convgen.negotiation.changes import Action


class Target(NamedTuple):
    """What a reference prints after its article (« l’ »), and the bookmark that it follows.

    `noun` is « article » or « annexe » where the house style prints a bare number.
    """

    noun: str
    label: str
    anchor: str


Targets = dict[str, Target]  # by key of the plan


@dataclass(frozen=True, slots=True)
class Reference:
    """A `renvoi` met in a clause: its target and its line in the body."""

    target: str
    clause: Clause
    line: int


def resolve_references(
    plan: Plan, sections: Sequence[Section], references: Iterable[Reference]
) -> tuple[tuple[Section, ...], list[Diagnostic]]:
    """Give every reference its label; report those whose target is not in this act."""
    targets = {s.key: _target(s.heading) for s in sections if s.heading and s.heading.anchor}
    faults = [_missing(plan, ref) for ref in references if ref.target not in targets]
    resolved = tuple(
        replace(section, blocks=tuple(_resolved(block, targets) for block in section.blocks))
        for section in sections
    )
    return resolved, faults


def _target(heading: Block) -> Target:
    label = referred(heading.number)
    return Target("" if label[:1].isalpha() else heading.kind.value, label, heading.anchor)


def _resolved(block: Block, targets: Targets) -> Block:
    if not block.rows and not any(run.target for run in block.runs):
        return block
    rows: tuple[Row, ...] = tuple(
        tuple(tuple(_line(line, targets) for line in cell) for cell in row) for row in block.rows
    )
    return replace(block, runs=_line(block.runs, targets), rows=rows)


def _line(line: Line, targets: Targets) -> Line:
    return tuple(_runs(line, targets))


def _runs(line: Line, targets: Targets) -> Iterator[Run]:
    for run in line:
        if run.kind is not RunKind.REFERENCE:
            yield run
        elif run.target not in targets:  # a fault, told; a draft shows it
            about = f"renvoi à « {run.target} »"
            yield run._replace(text=gap_text(about), kind=RunKind.GAP, target="", about=about)
        else:
            noun, label, anchor = targets[run.target]
            if noun:
                yield Run(f"{noun} ", RunKind.TEXT, run.bold, run.italic, line=run.line)
            yield run._replace(text=label, target=anchor)


def _missing(plan: Plan, reference: Reference) -> Diagnostic:
    spec = plan.programme.section(reference.target)
    article = "annexe" if spec and spec.kind is SectionKind.ANNEX else "article"
    where = f"renvoie à l’{article} « {reference.target} »"
    message = f"{reference.clause.told} {where}, qui n’est pas dans cet acte"
    place = reference.clause.place(reference.line, reference.target)
    removal = _removal(plan, spec)
    if removal is not None:
        notes = (Note("le renvoi est ici", place),)
        way_out = "retirez aussi la clause qui y renvoie, ou gardez cet article"
        return Diagnostic(
            Code.UNKNOWN_REFERENCE, f"{message} : la fiche le retire", removal, way_out, notes=notes
        )
    if spec and spec.condition_text:
        message += f" (sa condition n’est pas remplie : {spec.condition_text})"
    way_out = "mettez le renvoi sous la même condition que l’article, ou gardez l’article"
    return Diagnostic(Code.UNKNOWN_REFERENCE, message, place, way_out)


def _removal(plan: Plan, spec: SectionSpec | None) -> Span | None:
    """Where a case takes away what an article is made of."""
    clauses = {use.clause for use in spec.clauses} if spec else set()
    removals = (c for c in plan.changes if c.action is Action.REMOVES and c.target in clauses)
    return next((change.span for change in removals), None)
