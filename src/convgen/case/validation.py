"""A YAML tree becomes a typed value that always exists: what is wrong is a gap and a fault."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from convgen.case.pydantic_errors import Fault, Loc, Place, first_key_span, raw_text, translate
from convgen.errors import ConvgenError
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.kinds.base.attachments import Attachments
from convgen.model.absent import Absent, Blank, Gap
from convgen.model.shape import shape_at
from convgen.yaml.nodes import MappingNode, plain

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Typed(Generic[M]):
    """A value read from a tree, and the faults that left gaps in it."""

    value: M
    root: MappingNode
    diagnostics: tuple[Diagnostic, ...]


def read_typed(  # noqa: PLR0913, PLR0917 - the last four seldom differ
    root: MappingNode,
    model: type[M],
    fallback: Span | None = None,
    open_paths: Callable[[Loc], bool] = lambda _loc: False,
    whole: str = "à la fiche",
    files: Attachments | None = None,
) -> Typed[M]:
    """Read `root` as a `model`, whose fields accept gaps.

    `fallback` is the place to show when a missing key has no parent in the file;
    what is missing under `open_paths` is a blank, and no fault. `whole` says where a key of
    the first level is to be added. `files` are where joined files are read.
    """
    values = plain(root)
    try:
        return Typed(model.model_validate(values, context=files), root, ())
    except ValidationError as error:
        errors = error.errors(include_url=False)
    place = Place(root, model, fallback or first_key_span(root) or root.span, whole)
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
    return Typed(value, root, tuple(f.diagnostic for f in faults if f.loc not in blanks))


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
