"""The second pass: each `renvoi` takes the label of its target, or is a fault naming both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from convgen.assembly.numbering import anchor, heading_label
from convgen.assembly.plan import Plan
from convgen.diagnostics import Code, Diagnostic
from convgen.library.clause import Clause
from convgen.library.programme import SectionKind
from convgen.model.document import Block, Line, Row, RunKind, Section

Labels = dict[str, tuple[str, str]]  # key of the plan → what is printed, bookmark


@dataclass(frozen=True, slots=True)
class Reference:
    """A `renvoi` met in a clause: its target and its line in the body."""

    target: str
    clause: Clause
    line: int


def resolve_references(
    plan: Plan, sections: Iterable[Section], references: Iterable[Reference]
) -> tuple[tuple[Section, ...], list[Diagnostic]]:
    """Give every reference its label; report those whose target is not in this act."""
    labels = _labels(plan)
    faults = [_missing(plan, ref) for ref in references if ref.target not in labels]
    resolved = tuple(
        replace(section, blocks=tuple(_resolved(block, labels) for block in section.blocks))
        for section in sections
    )
    return resolved, faults


def _labels(plan: Plan) -> Labels:
    return {
        section.spec.key: (
            heading_label(section.spec.kind, section.number),
            anchor(section.spec.kind, section.spec.key),
        )
        for section in plan.sections
        if section.spec.can_be_referred_to
    }


def _resolved(block: Block, labels: Labels) -> Block:
    if not block.rows and not any(run.target for run in block.runs):
        return block
    rows: tuple[Row, ...] = tuple(
        tuple(tuple(_line(line, labels) for line in cell) for cell in row) for row in block.rows
    )
    return replace(block, runs=_line(block.runs, labels), rows=rows)


def _line(line: Line, labels: Labels) -> Line:
    return tuple(
        run._replace(text=labels[run.target][0], target=labels[run.target][1])
        if run.kind is RunKind.REFERENCE and run.target in labels
        else run
        for run in line
    )


def _missing(plan: Plan, reference: Reference) -> Diagnostic:
    spec = plan.programme.section(reference.target)
    condition = spec.condition_text if spec else ""
    article = "annexe" if spec and spec.kind is SectionKind.ANNEX else "article"
    why = f" (sa condition n’est pas remplie : {condition})" if condition else ""
    return Diagnostic(
        Code.UNKNOWN_REFERENCE,
        f"la clause « {reference.clause.name} » renvoie à l’{article} « {reference.target} », "
        f"qui n’est pas dans cet acte{why}",
        reference.clause.place(reference.line, reference.target),
        "mettez le renvoi sous la même condition que l’article, ou gardez l’article",
    )
