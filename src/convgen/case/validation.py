"""A YAML tree becomes a typed value that always exists: what is wrong is a gap and a fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from convgen.case.attachments import CaseFiles
from convgen.case.passes import Fact, PartialCase, Pass
from convgen.case.pydantic_errors import ErrorContext, Fault, raw_text, translate
from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.model.absent import Absent, Blank, Gap
from convgen.model.jurisdiction import COURT
from convgen.model.shape import shape_at
from convgen.yaml.nodes import (
    Entry,
    Loc,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    dotted,
    first_key_span,
    locate,
    plain,
)

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Typed(Generic[M]):
    """A value read from a tree, the faults that left gaps in it, where blanks are instead."""

    value: M
    root: MappingNode
    faults: tuple[Fault, ...] = ()
    blanks: frozenset[Loc] = frozenset()


def read_typed(  # noqa: PLR0913, PLR0917 - the last four seldom differ
    root: MappingNode,
    model: type[M],
    fallback: Span | None = None,
    open_paths: Callable[[Loc], bool] = lambda _loc: False,
    whole: str = "à la fiche",
    files: CaseFiles | None = None,
) -> Typed[M]:
    """Read `root` as a `model`, whose fields accept gaps.

    `fallback` is the place to show when a missing key has no parent in the file;
    what is missing under `open_paths` is a blank, and no fault. `whole` says where a key of
    the first level is to be added. `files` are where joined files are read.
    """
    values = plain(root)
    try:
        return Typed(model.model_validate(values, context=files), root)
    except ValidationError as error:
        errors = error.errors(include_url=False)
    place = ErrorContext(root, model, fallback or first_key_span(root) or root.span, whole)
    faults = _outermost([translate(error, place) for error in errors])
    blanks = {f.loc for f in faults if f.diagnostic.code is Code.GAP and open_paths(f.loc)}
    for fault in faults:
        absence = (Blank if fault.loc in blanks else Gap)(
            fault.label, fault.loc, raw_text(root, fault.loc), shape_at(model, fault.loc)
        )
        _patch(values, fault, absence)
    try:
        value = model.model_validate(values, context=files)
    except ValidationError as error:  # pragma: no cover - a gap is refused nowhere
        raise ConvgenError(f"modèle de fiche incohérent : {error}") from error
    return Typed(value, root, tuple(f for f in faults if f.loc not in blanks), frozenset(blanks))


def _outermost(faults: list[Fault]) -> list[Fault]:
    """One fault a place: a gap already stands for all that is below it."""
    by_place: dict[Loc, Fault] = {}
    for fault in faults:
        by_place.setdefault(fault.loc, fault)
    return [
        fault
        for loc, fault in by_place.items()
        if not any(loc[:depth] in by_place for depth in range(1, len(loc)))
    ]


def _patch(values: Any, fault: Fault, absence: Absent) -> None:
    """Put an absence where the fault stands, or take the unknown key away."""
    holder = values
    for segment in fault.loc[:-1]:
        holder = holder[segment]
    if fault.unknown_key:
        holder.pop(fault.loc[-1])
    else:
        holder[fault.loc[-1]] = absence


# The last pass of a case


def _validate(case: PartialCase) -> PartialCase:
    """Read every key; an empty list or group is a value left empty."""
    root = _emptied(case.root)
    typed = read_typed(root, case.model, case.fallback, case.demands.open_paths, files=case.files)
    faults = [_with_other_ways(fault, case) for fault in typed.faults]
    return case.having(faults, root=root, value=typed.value, left_open=tuple(typed.blanks))


def _with_other_ways(fault: Fault, case: PartialCase) -> Diagnostic:
    """What is missing, told with the other keys that would do."""
    told, path = fault.diagnostic, dotted(fault.loc)
    if told.code is not Code.GAP:
        return told
    for group in case.demands.one_of:
        found = (locate(case.root, tuple(one.split("."))).found for one in group)
        if path == group[0] and not any(found):
            keys = " ou ".join(f"« {one} »" for one in group)
            return replace(told, help=f"ajoutez {keys}")
    if path == COURT and COURT not in case.root.entries:
        places = "« lieu_execution: {departement: 94} », ou « departement: 94 » sous le siège"
        way_out = f"dites où la convention s’exécute : {places} ; ou « {COURT}: … »"
        return replace(told, help=way_out)
    return told


def _emptied(root: MappingNode) -> MappingNode:
    """The same tree, where an empty list or group is a value left empty: a gap."""
    entries = {
        key: Entry(key, entry.key_span, _emptied_node(entry.node))
        for key, entry in root.entries.items()
    }
    return MappingNode(entries, root.span, root.flow)


def _emptied_node(node: Node) -> Node:
    match node:
        case MappingNode(entries) if entries:
            return _emptied(node)
        case SequenceNode(items) if items:
            return SequenceNode(tuple(map(_emptied_node, items)), node.span, node.flow)
        case MappingNode() | SequenceNode():
            return ScalarNode(None, node.span, plain=True)
    return node


PASS = Pass("read every key", _validate, gives=Fact.TYPED, needs=frozenset({Fact.ADMITTED}))
