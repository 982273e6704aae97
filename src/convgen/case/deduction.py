"""What a case leaves out and its other values tell: a SIREN by its SIRET, a court by a place.

Visas are put in their order, whichever they are written in.

What is deduced stands in the tree where the case would have written it, at the place of what
tells it, so that every later step reads it like any other value.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from convgen.case.passes import Deduced, Fact, PartialCase, Pass
from convgen.french.characters import folded
from convgen.french.identifiers import check_siret
from convgen.french.reading import read_date
from convgen.model.convention import Convention
from convgen.model.deliberation import RANKS
from convgen.model.jurisdiction import COURT, PERFORMANCE, competent_court
from convgen.model.shape import shape_at
from convgen.yaml.nodes import (
    Loc,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    locate,
    with_entry,
)

_SIREN_DIGITS = 9


def _deduce(case: PartialCase) -> PartialCase:
    root, deduced = deduce(case.root, case.model)
    return case.having(root=root, deduced=(*case.deduced, *deduced))


def deduce(root: MappingNode, model: type[Convention]) -> tuple[MappingNode, tuple[Deduced, ...]]:
    """The same tree with what it leaves out and tells elsewhere; and what is worth telling.

    A court is deduced where the programme requires one.
    """
    root = _with_visas_in_order(_with_sirens(root))
    if not model.model_fields[COURT].is_required() or COURT in root.entries:
        return root, ()
    found = competent_court(
        _natures(root, model),
        lambda path: _written_or_empty(root, path),
        performed=PERFORMANCE in root.entries,
    )
    if found.court is None:  # no place, or one that has a fault of its own
        return root, ()
    made = ScalarNode(found.court.name, locate(root, found.path).value.span, plain=True)
    return with_entry(root, COURT, made), (Deduced(COURT, found.court.name, found.told_by),)


def _natures(root: MappingNode, model: type[Convention]) -> dict[str, str]:
    parties = shape_at(model, ("parties",))
    natures = {
        role: _written(root, ("parties", role, 0, "nature"))
        for role in (parties.fields if parties else ())
    }
    return {role: folded(told.text or "") if told else "" for role, told in natures.items()}


def _written_or_empty(root: MappingNode, path: Loc) -> str | None:
    """What the case writes at a path, an empty text when it leaves the key empty."""
    found = _written(root, path)
    if found is not None:
        return found.text
    return "" if locate(root, path).found else None


def _written(root: MappingNode, path: Loc) -> ScalarNode | None:
    """What the case writes at a path, None when it writes nothing."""
    located = locate(root, path)
    node = located.value if located.found else None
    return node if isinstance(node, ScalarNode) and node.text else None


def _with_sirens(root: MappingNode) -> MappingNode:
    """Each party that has a SIRET and no SIREN has the SIREN that its SIRET starts with."""
    parties = root.entries.get("parties")
    if parties is None or not isinstance(parties.node, MappingNode):
        return root
    told = parties.node
    for role, entry in parties.node.entries.items():
        told = with_entry(told, role, _with_siren(entry.node))
    return with_entry(root, "parties", told)


def _with_siren(party: Node) -> Node:
    if isinstance(party, SequenceNode):
        return replace(party, items=tuple(map(_with_siren, party.items)))
    if not isinstance(party, MappingNode) or "siren" in party.entries:
        return party
    siret = _written(party, ("siret",))
    if siret is None:
        return party
    try:
        digits = check_siret(siret.text or "")
    except ValueError:  # a fault of its own, told at its place
        return party
    return with_entry(party, "siren", ScalarNode(digits[:_SIREN_DIGITS], siret.span, plain=True))


_VISAS, _SUBJECTS = "visas", "sujets"


def _with_visas_in_order(root: MappingNode) -> MappingNode:
    """The visas of the case, and those of each of its subjects, by rank then by date."""
    root = _in_order(root)
    subjects = root.entries.get(_SUBJECTS)
    if subjects is None or not isinstance(subjects.node, SequenceNode):
        return root
    items = (_in_order(i) if isinstance(i, MappingNode) else i for i in subjects.node.items)
    return with_entry(root, _SUBJECTS, replace(subjects.node, items=tuple(items)))


def _in_order(group: MappingNode) -> MappingNode:
    visas = group.entries.get(_VISAS)
    if visas is None or not isinstance(visas.node, SequenceNode):
        return group
    ordered = replace(visas.node, items=tuple(sorted(visas.node.items, key=_rank)))
    return with_entry(group, _VISAS, ordered)


def _rank(visa: Node) -> tuple[int, date]:
    """What is not understood comes last, in the order of the file."""
    nature, day = (
        folded(told.text or "")
        if isinstance(visa, MappingNode) and (told := _written(visa, (key,)))
        else ""
        for key in ("nature", "date")
    )
    rank = RANKS.index(nature) if nature in RANKS else len(RANKS)
    try:
        return rank, read_date(day)
    except ValueError:
        return rank, date.max


PASS = Pass(
    "deduce what its other values tell",
    _deduce,
    gives=Fact.DEDUCED,
    needs=frozenset({Fact.REQUIRED}),
)
