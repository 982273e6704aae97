"""The names that clauses use, bound to a case: parties in their roles, terms, slots, fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from convgen.french.designation import Designation
from convgen.language.printing import Term
from convgen.language.scope import FORMS, WORDS
from convgen.library.programme import Programme
from convgen.model.absent import Absent, Blank, Gap
from convgen.model.convention import NOT_SAID, Convention, Signing
from convgen.model.party import Party
from convgen.model.state import SIGNING


class TermView:
    """A defined term: printed, « le Prestataire »; its forms are attributes."""

    __slots__ = ("forms", "key")

    def __init__(self, key: str, forms: Designation) -> None:
        self.key = key
        self.forms = forms

    def __getattr__(self, name: str) -> Any:
        if name == "definition":
            return Term(self.key, self.forms.nominative, defines=True)
        if name in FORMS:
            return Term(self.key, getattr(self.forms, name))
        raise AttributeError(name)

    @property
    def written(self) -> Term:
        """The term as a clause prints it."""
        return Term(self.key, self.forms.nominative)


@dataclass(frozen=True, slots=True)
class OpenSigning:
    """Place and date of signature, ruled blanks while they are open."""

    lieu: object
    date: object


class PartyView(TermView):
    """A party as clauses see it: a defined term that also has a name, a seat, a signatory…"""

    __slots__ = ("party", "place", "signing")

    def __init__(
        self,
        key: str,
        forms: Designation,
        party: Party | Absent,
        signing: OpenSigning,
        place: str = "",
    ) -> None:
        super().__init__(key, forms)
        self.party = party
        self.place = place  # in the case
        self.signing = signing  # common to all, for a party that has none of its own

    def __getattr__(self, name: str) -> Any:
        if name in WORDS:
            return super().__getattr__(name)
        if name == "nom":
            return self.party.denomination
        value = getattr(self.party, name)
        if value is None and name in SIGNING:
            return getattr(self.signing, SIGNING[name])
        return value


class SharedRoleError(ValueError):
    """A part of a role is asked for, where several parties hold it. The message is French."""

    def __init__(self, role: str, part: str) -> None:
        super().__init__(
            f"« {role} » est tenu par plusieurs parties, « {part} » n’y désigne personne"
        )
        self.role, self.part = role, part


class SharedRole(TermView):
    """A role held by several parties: a defined term, but no single name, seat or signatory.

    Each of them equals it: « partie = communes » holds for every commune.
    """

    __slots__ = ("held",)
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, key: str, forms: Designation, held: tuple[PartyView, ...]) -> None:
        super().__init__(key, forms)
        self.held = held

    def __eq__(self, other: object) -> bool:
        return other is self or any(other is party for party in self.held)

    def __getattr__(self, name: str) -> Any:
        if name in WORDS or name.startswith("__"):
            return super().__getattr__(name)
        raise SharedRoleError(self.key, name)


def each_of(items: object) -> tuple[Any, ...]:
    """What a loop goes through: the elements of a list, the parties that hold a role."""
    if isinstance(items, SharedRole):
        return items.held
    if isinstance(items, PartyView):
        return (items,)
    return tuple(items) if isinstance(items, Iterable) else ()


def _signing(signing: Signing | Absent | None) -> OpenSigning:
    if isinstance(signing, Gap):
        return OpenSigning(signing, signing)
    known = signing if isinstance(signing, Signing) else Signing()
    return OpenSigning(known.lieu or Blank("lieu"), known.date or Blank("date"))


def _parties(programme: Programme, case: Convention, signing: OpenSigning) -> tuple[PartyView, ...]:
    """Every party in its role, in the order of the act; each is absent when all are."""
    parties = getattr(case, "parties", None)
    roles = case.roles()
    if isinstance(parties, Absent):
        roles = dict.fromkeys(programme.roles, (parties,))
    return tuple(
        PartyView(role, programme.roles[role], party, signing, _place(role, rank, len(held)))
        for role, held in roles.items()
        for rank, party in enumerate(held, 1)
    )


def _place(role: str, rank: int, count: int) -> str:
    return f"parties.{role}" if count == 1 else f"parties.{role}[{rank}]"


def context_of(programme: Programme, case: Convention) -> Mapping[str, Any]:
    """What each name of the programme's scope is worth in this case."""
    signing = _signing(case.signature)
    parties = _parties(programme, case, signing)
    names: dict[str, Any] = {name: getattr(case, name) for name in case.admitted - NOT_SAID}
    names["signature"] = signing
    names["parties"] = parties
    names |= {key: TermView(key, forms) for key, forms in programme.terms.items()}
    for role in programme.roles:
        held = tuple(party for party in parties if party.key == role)
        names[role] = held[0] if len(held) == 1 else SharedRole(role, programme.roles[role], held)
    return names


def read_path(names: Mapping[str, Any], path: str) -> Any:
    """What a dotted path is worth; a path through an absent value is absent too.

    Raises SharedRoleError for a part of a role that several parties hold.
    """
    first, rest = _segments(path)
    value = names[first]
    for name in rest:
        if value is None:
            return None
        value = getattr(value, name)
    return value


@cache
def _segments(path: str) -> tuple[str, tuple[str, ...]]:
    first, *rest = path.split(".")
    return first, tuple(rest)
