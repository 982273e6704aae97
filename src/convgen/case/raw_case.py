"""A case file becomes a typed case: its common file merged, its alternatives settled."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from convgen.case.attachments import CaseFiles
from convgen.case.common import common_key_span, merge_common
from convgen.case.deduction import Deduced, deduce
from convgen.case.pydantic_errors import Loc, Place, first_key_span, unknown_key
from convgen.case.validation import Typed, read_typed
from convgen.faults.diagnostic import Code, Diagnostic, Note, Span
from convgen.french.characters import folded
from convgen.french.designation import Designation
from convgen.joining.linking import Teller, link
from convgen.model.calls import CALLS, NATURE, OPTIONS, Call
from convgen.model.convention import Convention
from convgen.model.jurisdiction import COURT
from convgen.yaml.nodes import Entry, MappingNode, Node, ScalarNode, SequenceNode, locate
from convgen.yaml.source import read_source


@dataclass(frozen=True, slots=True)
class RawCase:
    """A case as written: the tree with its common file merged in, and where it says what."""

    root: MappingNode
    fallback: Span  # the `commun:` line, else the first key
    files: CaseFiles

    @property
    def programme(self) -> tuple[str, Span]:
        """The programme that the case names (empty if none), and the place to show."""
        entry = self.root.entries.get("programme")
        if entry is None:
            return "", self.fallback
        text = entry.node.text if isinstance(entry.node, ScalarNode) else None
        return text or "", entry.node.span if text else entry.key_span


@dataclass(frozen=True, slots=True)
class TypedCase(Typed[Convention]):
    """A typed case, what other values have told of it, how it is to call its parties."""

    deduced: tuple[Deduced, ...] = ()
    called: Mapping[str, Designation] = field(default_factory=dict)


Change = Callable[[MappingNode], tuple[MappingNode, tuple[Diagnostic, ...]]]
"""What a dossier knows of a case, put into its tree, and the faults met."""


def unchanged(root: MappingNode) -> tuple[MappingNode, tuple[Diagnostic, ...]]:
    """A case that stands alone."""
    return root, ()


class Elsewhere(NamedTuple):
    """What other files say of a case: those that it joins, the dossier that it is part of."""

    tell: Teller
    change: Change = unchanged


def read_case(file: Path, roots: Sequence[Path]) -> tuple[RawCase | None, list[Diagnostic]]:
    """Read a case file and its common file, which must stand under one of `roots`.

    The last root is the library's.

    None when the YAML itself cannot be read.
    """
    source, diagnostics = read_source(file)
    if source is None:
        return None, diagnostics
    merged, faults = merge_common(source, roots)
    fallback = common_key_span(source) or first_key_span(source.root) or source.root.span
    return RawCase(merged, fallback, CaseFiles(source, roots)), [*diagnostics, *faults]


def type_case(
    case: RawCase,
    model_for: Callable[[Sequence[str]], type[Convention]],
    one_of: Sequence[Sequence[str]],
    open_paths: Callable[[Loc], bool],
    elsewhere: Elsewhere,
) -> TypedCase:
    """Type a case with the model that its alternatives call for."""
    root, chosen, faults = _settle(case, one_of)
    model = model_for(chosen)
    root, disagreements, told, called = link(root, model, case.files, elsewhere.tell)
    root, changed = elsewhere.change(root)
    model = model_for((*chosen, *_called_for(root, model)))
    root, deduced = deduce(root, model)
    root, refused = _without_refused_slots(root, model, case.fallback)
    typed = read_typed(_emptied(root), model, case.fallback, open_paths, files=case.files)
    missing = [
        _with_places(_with_alternatives(fault, root, one_of), root) for fault in typed.diagnostics
    ]
    every = (*faults, *disagreements, *changed, *refused, *missing)
    return TypedCase(typed.value, typed.root, every, (*told, *deduced), called)


def _called_for(root: MappingNode, model: type[Convention]) -> tuple[str, ...]:
    """What this case must have, by what it says; all that a choice may ask, while it is unknown."""
    called = (call for call in CALLS if call.paths[0].partition(".")[0] in model.admitted)
    paths = (path for call in called if _calls(call, root, model) for path in call.paths)
    return tuple(dict.fromkeys(paths))


def _calls(call: Call, root: MappingNode, model: type[Convention]) -> bool:
    if call.when == NATURE:
        return any(_says(root, (*loc, NATURE), call.value) for loc in _parties(root))
    loc = tuple(call.when.split("."))
    if loc[0] not in model.admitted:
        return False
    if not call.value:
        return loc[0] in root.entries
    if loc[0] not in root.entries and not model.model_fields[loc[0]].is_required():
        return False
    return _says(root, loc, call.value) or not _says_one_of(root, loc, call.when)


def _says_one_of(root: MappingNode, loc: Loc, path: str) -> bool:
    """Does a case take an option that calls for something, or for nothing at all?"""
    return any(_says(root, loc, option) for option in OPTIONS[path])


def _says(root: MappingNode, loc: Loc, option: str) -> bool:
    located = locate(root, loc)
    told = located.value if located.found else None
    return isinstance(told, ScalarNode) and folded(told.text or "") == folded(option)


def _parties(root: MappingNode) -> list[Loc]:
    held = locate(root, ("parties",)).value
    return [("parties", role, 0) for role in held.entries] if isinstance(held, MappingNode) else []


def _settle(
    case: RawCase, one_of: Sequence[Sequence[str]]
) -> tuple[MappingNode, list[str], list[Diagnostic]]:
    """Take, in each group of alternatives, the key that the case has, even empty."""
    root, chosen, faults = case.root, [], []
    for group in one_of:
        present = [path for path in group if locate(root, tuple(path.split("."))).found]
        chosen.append(present[0] if present else group[0])
        first = locate(root, tuple(chosen[-1].split("."))).key_span
        for path in present[1:]:
            faults.append(_exclusive(chosen[-1], first, path, root, case.fallback))
            root = _without(root, tuple(path.split(".")))
    return root, chosen, faults


def _with_alternatives(
    fault: Diagnostic, root: MappingNode, one_of: Sequence[Sequence[str]]
) -> Diagnostic:
    """A case that has none of several keys may take any of them."""
    for group in one_of:
        absent = not any(locate(root, tuple(path.split("."))).found for path in group)
        if absent and fault.code is Code.GAP and fault.message.endswith(f"({group[0]})"):
            keys = " ou ".join(f"« {path} »" for path in group)
            return replace(fault, help=f"ajoutez {keys}")
    return fault


def _with_places(fault: Diagnostic, root: MappingNode) -> Diagnostic:
    """A court that nothing tells may be told by a place."""
    if COURT in root.entries or not fault.message.endswith(f"({COURT})"):
        return fault
    told = "« lieu_execution: {departement: 94} », ou « departement: 94 » sous le siège"
    return replace(fault, help=f"dites où la convention s’exécute : {told} ; ou « {COURT}: … »")


def _exclusive(
    kept: str, kept_span: Span | None, path: str, root: MappingNode, fallback: Span
) -> Diagnostic:
    span = locate(root, tuple(path.split("."))).key_span or fallback
    return Diagnostic(
        Code.EXCLUSIVE_KEYS,
        f"« {kept} » et « {path} » s’excluent",
        span,
        f"gardez l’une des deux clés : « {kept} » ou « {path} »",
        notes=(Note(f"« {kept} » est ici", kept_span),) if kept_span else (),
    )


def _without(root: MappingNode, loc: tuple[str, ...]) -> MappingNode:
    """The same tree without the key at `loc`."""
    entries = dict(root.entries)
    entry = entries.pop(loc[0])
    if len(loc) > 1 and isinstance(entry.node, MappingNode):
        inner = _without(entry.node, loc[1:])
        kept = {**root.entries, loc[0]: Entry(entry.key, entry.key_span, inner)}
        return MappingNode(kept, root.span, root.flow)
    return MappingNode(entries, root.span, root.flow)


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


def _without_refused_slots(
    root: MappingNode, model: type[Convention], fallback: Span
) -> tuple[MappingNode, list[Diagnostic]]:
    """Take away, and report, the slots that this programme does not admit."""
    slots = set(Convention.model_fields) - model.admitted
    refused = [key for key in root.entries if key in slots]
    place = Place(root, model, fallback)
    known = sorted(model.admitted)
    faults = [unknown_key((key,), place, known) for key in refused]
    entries = {key: entry for key, entry in root.entries.items() if key not in refused}
    return MappingNode(entries, root.span, root.flow), faults
