"""What a deliberation knows of its authority is laid under each act that it approves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from convgen.case.passes import Fact, PartialCase, Pass, TypedCase
from convgen.faults.diagnostic import Code, Diagnostic, Span
from convgen.joining.merging import (
    Conflict,
    conflict_fault,
    is_empty,
    merge_under,
)
from convgen.joining.persons import first_party, same_person
from convgen.yaml.nodes import (
    Entry,
    Loc,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    locate,
    with_entry,
)

_OWN = frozenset({"designation", "signe_le", "signe_a", "agissant_par"})
_WANTED = {
    "numero": "numéro de la délibération",
    "recue_le": "date de sa réception en préfecture",
    "accuse": "identifiant de l’accusé de réception",
}


@dataclass(frozen=True, slots=True)
class Vote:
    """The authority that deliberates, as its case has it; its habilitation is the vote."""

    authority: MappingNode

    @property
    def as_pass(self) -> Pass:
        """The pass that puts the vote into an act of the dossier."""

        def authorise(case: PartialCase) -> PartialCase:
            root, faults = self.under(case.root)
            return case.having(faults, root=root)

        return Pass("take the vote", authorise, Fact.VOTED, frozenset({Fact.JOINED}))

    def under(self, root: MappingNode) -> tuple[MappingNode, tuple[Diagnostic, ...]]:
        """An act of the dossier, where this authority is authorised by this vote."""
        held = locate(root, ("parties",))
        if not held.found or not isinstance(held.value, MappingNode):
            return root, ()
        laid = _Laid(self._told())
        parties = held.value
        for role, entry in parties.entries.items():
            parties = with_entry(parties, role, laid.role(entry.node, ("parties", role)))
        if not laid.found:
            return root, (self._stranger(held.key_span or held.value.span),)
        return with_entry(root, "parties", parties), tuple(laid.faults)

    def _stranger(self, place: Span) -> Diagnostic:
        named = self.authority.entries.get("denomination")
        name = named.node.text if named and isinstance(named.node, ScalarNode) else ""
        return Diagnostic(
            Code.DELIBERATION,
            f"« {name} », qui délibère, n’est pas partie à cet acte",
            place,
            "vérifiez le SIREN de chaque partie, ou retirez l’acte de la délibération",
        )

    def _told(self) -> MappingNode:
        kept = {key: e for key, e in self.authority.entries.items() if key not in _OWN}
        return replace(self.authority, entries=kept)

    def lacks(self) -> Iterator[Diagnostic]:
        """What a deliberation that has been voted must say, to be one that authorises."""
        act = self.authority.entries.get("habilitation")
        if act is None:  # a fault of its own
            return
        said = act.node.entries if isinstance(act.node, MappingNode) else {}
        for key, label in _WANTED.items():
            if not _is_said(said.get(key)):
                yield Diagnostic(
                    Code.GAP,
                    f"il manque : {label} ({key})",
                    said[key].key_span if key in said else act.key_span,
                    f"ajoutez « {key} » sous « habilitation » : un acte est exécutoire une fois "
                    "transmis et publié (CGCT, L. 2131-1, L. 3131-1)",
                )


@dataclass(slots=True)
class _Laid:
    """The parties of one act, met one after another."""

    told: MappingNode
    found: bool = False
    faults: list[Diagnostic] = field(default_factory=list)

    def role(self, node: Node, loc: Loc) -> Node:
        """A party, or several, with what is told of the authority if it is one of them."""
        if isinstance(node, SequenceNode):
            ranked = enumerate(node.items)
            return replace(node, items=tuple(self.role(one, (*loc, n)) for n, one in ranked))
        if not isinstance(node, MappingNode) or not same_person(self.told, node):
            return node
        laid, restated = merge_under(node, self.told, loc)
        self.found = True
        mine = (one for one in restated if not _is_anothers(one, node, len(loc)))
        self.faults += map(conflict_fault, mine)
        return laid


def _is_said(entry: Entry | None) -> bool:
    return entry is not None and not is_empty(entry.node)


def _is_anothers(one: Conflict, party: MappingNode, depth: int) -> bool:
    """A deputy who signs by delegation is not the head of the authority."""
    signatory: Loc = one.loc[depth : depth + 1]
    held = party.entries.get("signataire")
    delegated = (
        held is not None
        and isinstance(held.node, MappingNode)
        and "delegation" in held.node.entries
    )
    return signatory == ("signataire",) and delegated


def vote_of(typed: TypedCase) -> Vote | None:
    """The vote of a deliberation, None when its case has no party."""
    authority = first_party(typed.root)
    return Vote(authority) if authority is not None else None
