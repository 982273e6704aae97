"""What the values of a case make compulsory in it (`convgen.model.calls`)."""

from __future__ import annotations

from convgen.case.passes import Fact, PartialCase, Pass
from convgen.french.characters import folded
from convgen.model.calls import CALLS, NATURE, OPTIONS, Call
from convgen.model.convention import Convention
from convgen.yaml.nodes import Loc, MappingNode, ScalarNode, locate


def _require(case: PartialCase) -> PartialCase:
    """All that a choice may ask is asked while it is unknown."""
    return case.having(required=(*case.required, *_called_for(case.root, case.model)))


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


PASS = Pass(
    "require what its values call for",
    _require,
    gives=Fact.REQUIRED,
    needs=frozenset({Fact.ONE_ALTERNATIVE, Fact.JOINED, Fact.VOTED}),
)
