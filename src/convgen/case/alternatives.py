"""Keys that exclude each other (`un_de`): a case has exactly one of each group."""

from __future__ import annotations

from convgen.case.passes import Fact, PartialCase, Pass
from convgen.faults.diagnostic import Code, Diagnostic, Note, Span
from convgen.yaml.nodes import Entry, MappingNode, locate


def _settle(case: PartialCase) -> PartialCase:
    """Take, in each group of alternatives, the key that the case has, even empty."""
    root, chosen, faults = case.root, list[str](), list[Diagnostic]()
    for group in case.demands.one_of:
        present = [path for path in group if locate(root, tuple(path.split("."))).found]
        chosen.append(present[0] if present else group[0])
        first = locate(root, tuple(chosen[-1].split("."))).key_span
        for path in present[1:]:
            faults.append(_exclusive(chosen[-1], first, path, root, case.fallback))
            root = _without(root, tuple(path.split(".")))
    return case.having(faults, root=root, required=(*case.required, *chosen))


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


PASS = Pass("settle the alternatives", _settle, gives=Fact.ONE_ALTERNATIVE)
