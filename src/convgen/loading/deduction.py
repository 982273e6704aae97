"""What a case leaves out and its other values tell: a SIREN by its SIRET, a court by a place.

What is deduced stands in the tree where the case would have written it, at the place of what
tells it, so that every later step reads it like any other value.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from convgen.french.courts import court_of_place
from convgen.french.identifiers import check_siret
from convgen.loading.nodes import Entry, Mapping, Node, Scalar, Sequence, locate
from convgen.loading.translate import Loc, dotted
from convgen.model.convention import Convention
from convgen.model.jurisdiction import (
    COURT,
    PERFORMANCE,
    lead_of,
    places_that_tell_the_court,
)
from convgen.model.scalars import folded
from convgen.model.shape import shape_at

_SIREN_DIGITS = 9


class Deduced(NamedTuple):
    """A value that the case does not write, and the path of what tells it, as it is told."""

    path: str
    text: str
    source: str


def deduce(root: Mapping, model: type[Convention]) -> tuple[Mapping, tuple[Deduced, ...]]:
    """The same tree with what it leaves out and tells elsewhere; and what is worth telling.

    A court is deduced where the programme requires one.
    """
    root = _with_sirens(root)
    if not model.model_fields[COURT].is_required() or COURT in root.entries:
        return root, ()
    performed = PERFORMANCE in root.entries
    for path in places_that_tell_the_court(_lead(root, model), performed=performed):
        source = _written(root, path)
        if source is None:
            if locate(root, path).found:  # left empty: it is to be told there
                return root, ()
            continue
        court = court_of_place(str(path[-1]), source.text or "")
        if court is None:  # a fault of its own
            return root, ()
        made = Scalar(court.name, source.span, plain=True)
        told = dotted(tuple(segment for segment in path if isinstance(segment, str)))
        return _with(root, COURT, made), (Deduced(COURT, court.name, told),)
    return root, ()


def _lead(root: Mapping, model: type[Convention]) -> str:
    parties = shape_at(model, ("parties",))
    natures = {
        role: _written(root, ("parties", role, 0, "nature"))
        for role in (parties.fields if parties else ())
    }
    return lead_of(
        {role: folded(told.text or "") if told else "" for role, told in natures.items()}
    )


def _written(root: Mapping, path: Loc) -> Scalar | None:
    """What the case writes at a path, None when it writes nothing."""
    located = locate(root, path)
    node = located.value if located.found else None
    return node if isinstance(node, Scalar) and node.text else None


def _with_sirens(root: Mapping) -> Mapping:
    """Each party that has a SIRET and no SIREN has the SIREN that its SIRET starts with."""
    parties = root.entries.get("parties")
    if parties is None or not isinstance(parties.node, Mapping):
        return root
    told = parties.node
    for role, entry in parties.node.entries.items():
        told = _with(told, role, _with_siren(entry.node))
    return _with(root, "parties", told)


def _with_siren(party: Node) -> Node:
    if isinstance(party, Sequence):
        return replace(party, items=tuple(map(_with_siren, party.items)))
    if not isinstance(party, Mapping) or "siren" in party.entries:
        return party
    siret = _written(party, ("siret",))
    if siret is None:
        return party
    try:
        digits = check_siret(siret.text or "")
    except ValueError:  # a fault of its own, told at its place
        return party
    return _with(party, "siren", Scalar(digits[:_SIREN_DIGITS], siret.span, plain=True))


def _with(group: Mapping, key: str, node: Node) -> Mapping:
    """The same group, that key standing for that node."""
    known = group.entries.get(key)
    entry = Entry(key, known.key_span if known else node.span, node)
    return replace(group, entries={**group.entries, key: entry})
