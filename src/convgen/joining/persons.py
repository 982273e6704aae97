"""Who the parties of a case are, told to another case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from convgen.assembly.interpreter import Mentions, said
from convgen.french.reading import read_date
from convgen.joining.merging import derived_scalar, is_empty, same_value
from convgen.yaml.nodes import MappingNode, ScalarNode, SequenceNode, with_entry


@dataclass(frozen=True, slots=True)
class Person:
    """A party of another case: as written there, its name, also in a sentence, what authorises it.

    A name is None where it is a gap.
    """

    party: MappingNode | None
    name: str | None
    named: str | None
    authorisation: str


def first_party(root: MappingNode) -> MappingNode | None:
    """The first party that a case writes: of a deliberation, the authority that deliberates."""
    parties = root.entries.get("parties")
    held = parties.node.entries if parties and isinstance(parties.node, MappingNode) else {}
    first = next((entry.node for entry in held.values()), None)
    if isinstance(first, SequenceNode):  # a role is held by a list, of one here
        first = first.items[0] if first.items else None
    return first if isinstance(first, MappingNode) else None


def same_person(one: MappingNode | None, other: MappingNode | None) -> bool:
    """Are two parties, each as its case writes it, one? By their SIREN, else by their names."""
    for key in ("siren", "denomination"):
        ours = one.entries.get(key) if one is not None else None
        theirs = other.entries.get(key) if other is not None else None
        if ours and theirs and not is_empty(ours.node) and not is_empty(theirs.node):
            return same_value(ours.node, theirs.node)
    return False


def with_persons(
    values: MappingNode, persons: Sequence[Person], own: MappingNode | None, mention: Mentions
) -> MappingNode:
    """The other parties than the authority that deliberates, and what authorises each."""
    others = [person for person in persons if not same_person(person.party, own)]
    lines = [
        _line(person, person.authorisation if person in others else _own_act(own, mention))
        for person in persons
    ]
    place = values.span
    listed = SequenceNode(
        tuple(derived_scalar(person.named, place) for person in others), place, flow=False
    )
    told = SequenceNode(tuple(derived_scalar(line, place) for line in lines), place, flow=False)
    return with_entry(with_entry(values, "cocontractants", listed), "habilitations", told)


def _line(person: Person, act: str) -> str | None:
    return f"{person.name}\u00a0: {act}" if person.name else None


def _own_act(authority: MappingNode | None, mention: Mentions) -> str:
    """The deliberation itself, as far as it is known."""
    held = authority.entries.get("habilitation") if authority is not None else None
    told = held.node.entries if held is not None and isinstance(held.node, MappingNode) else {}
    texts = {k: e.node.text for k, e in told.items() if isinstance(e.node, ScalarNode)}
    names = {"numero": texts.get("numero") or None, "date": _day(texts.get("date") or "")}
    return said(mention("deliberation"), names) or ""


def _day(text: str) -> date | None:
    try:
        return read_date(text)
    except ValueError:
        return None
