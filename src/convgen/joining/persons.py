"""Who the parties of a case are, told to another case."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from convgen.french.dates import long_date
from convgen.french.reading import read_date
from convgen.joining.merging import is_empty, made, same_value
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
    values: MappingNode, persons: Sequence[Person], own: MappingNode | None
) -> MappingNode:
    """The other parties than the authority that deliberates, and what authorises each."""
    others = [person for person in persons if not same_person(person.party, own)]
    lines = [
        _line(person, person.authorisation if person in others else _own_act(own))
        for person in persons
    ]
    place = values.span
    listed = SequenceNode(tuple(made(person.named, place) for person in others), place, flow=False)
    said = SequenceNode(tuple(made(line, place) for line in lines), place, flow=False)
    return with_entry(with_entry(values, "cocontractants", listed), "habilitations", said)


def _line(person: Person, act: str) -> str | None:
    return f"{person.name}\u00a0: {act}" if person.name else None


def _own_act(authority: MappingNode | None) -> str:
    """« délibération n° 27 du 15 décembre 2023 », as far as it is known."""
    held = authority.entries.get("habilitation") if authority is not None else None
    said = held.node.entries if held is not None and isinstance(held.node, MappingNode) else {}
    texts = {k: e.node.text for k, e in said.items() if isinstance(e.node, ScalarNode)}
    number = f" n°\u00a0{texts['numero']}" if texts.get("numero") else ""
    try:
        return f"délibération{number} du {long_date(read_date(texts.get('date') or ''))}"
    except ValueError:
        return "délibération à intervenir"
