"""What a deliberation knows of its authority is laid under each act that it approves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from convgen.diagnostics import Code, Diagnostic
from convgen.loading.case import TypedCase
from convgen.loading.laying import (
    Restated,
    first_party,
    is_empty,
    laid_under,
    restated_fault,
    same_person,
)
from convgen.loading.nodes import Entry, Mapping, locate, with_entry
from convgen.loading.translate import Loc

_OWN = frozenset({"designation", "signe_le", "signe_a", "agissant_par"})
_WANTED = {
    "numero": "numéro de la délibération",
    "recue_le": "date de sa réception en préfecture",
    "accuse": "identifiant de l’accusé de réception",
}


@dataclass(frozen=True, slots=True)
class Vote:
    """The authority that deliberates, as its case has it; its habilitation is the vote."""

    authority: Mapping

    def under(self, root: Mapping) -> tuple[Mapping, tuple[Diagnostic, ...]]:
        """An act of the dossier, where this authority is authorised by this vote."""
        faults: list[Diagnostic] = []
        held = locate(root, ("parties",))
        if not held.found or not isinstance(held.value, Mapping):
            return root, ()
        parties = held.value
        for role, entry in parties.entries.items():
            party = entry.node
            if isinstance(party, Mapping) and same_person(self.authority, party):
                laid, restated = laid_under(party, self._told(), ("parties", role))
                parties = with_entry(parties, role, laid)
                told = (one for one in restated if not _is_anothers(one, party))
                faults += map(restated_fault, told)
        return with_entry(root, "parties", parties), tuple(faults)

    def _told(self) -> Mapping:
        kept = {key: e for key, e in self.authority.entries.items() if key not in _OWN}
        return replace(self.authority, entries=kept)

    def lacks(self) -> Iterator[Diagnostic]:
        """What a deliberation that has been voted must say, to be one that authorises."""
        act = self.authority.entries.get("habilitation")
        said = act.node.entries if act is not None and isinstance(act.node, Mapping) else {}
        for key, label in _WANTED.items():
            if act is not None and not _is_said(said.get(key)):
                yield Diagnostic(
                    Code.GAP,
                    f"il manque : {label} ({key})",
                    said[key].key_span if key in said else act.key_span,
                    f"ajoutez « {key} » sous « habilitation » : un acte est exécutoire une fois "
                    "transmis et publié (CGCT, L. 2131-1, L. 3131-1)",
                )


def _is_said(entry: Entry | None) -> bool:
    return entry is not None and not is_empty(entry.node)


def _is_anothers(one: Restated, party: Mapping) -> bool:
    """A deputy who signs by delegation is not the head of the authority."""
    signatory: Loc = one.loc[2:3]
    held = party.entries.get("signataire")
    delegated = (
        held is not None and isinstance(held.node, Mapping) and "delegation" in held.node.entries
    )
    return signatory == ("signataire",) and delegated


def vote_of(typed: TypedCase) -> Vote | None:
    """The vote of a deliberation, None when its case has no party."""
    authority = first_party(typed.root)
    return Vote(authority) if authority is not None else None
