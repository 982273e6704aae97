"""Slots that a programme does not admit are told, and taken away."""

from __future__ import annotations

from convgen.case.passes import Fact, PartialCase, Pass
from convgen.case.pydantic_errors import ErrorContext, unknown_key
from convgen.model.convention import Convention
from convgen.yaml.nodes import MappingNode


def _admit(case: PartialCase) -> PartialCase:
    root, model = case.root, case.model
    refused = [key for key in root.entries if key in SLOTS_OF_ANY - model.admitted]
    place, known = ErrorContext(root, model, case.fallback), sorted(model.admitted)
    faults = [unknown_key((key,), place, known) for key in refused]
    entries = {key: entry for key, entry in root.entries.items() if key not in refused}
    return case.having(faults, root=MappingNode(entries, root.span, root.flow))


SLOTS_OF_ANY = frozenset(Convention.model_fields)
PASS = Pass(
    "take away the slots of other programmes",
    _admit,
    gives=Fact.ADMITTED,
    needs=frozenset({Fact.REQUIRED, Fact.DEDUCED}),
)
