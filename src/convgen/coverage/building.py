"""A case built from a declaration: what is asked for stands, and every rule is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Final

from convgen.authoring.outline import Part
from convgen.coverage.declaration import Declaration, above
from convgen.coverage.invented_parties import STATE, invented, usual_nature
from convgen.coverage.sample_values import agreed_value, bic_for
from convgen.kinds import text
from convgen.logic.domains import ELEMENT
from convgen.model.amendment import AMENDED
from convgen.model.calls import NATURE, Call, calls_for
from convgen.model.deliberation import WANTED_OF_VISAS
from convgen.model.jurisdiction import COURT
from convgen.yaml.nodes import Plain


class Presence(Enum):
    """A value that is there, whichever it is."""

    PRESENT = "présent"


PRESENT: Final = Presence.PRESENT
Setting = str | int | Presence | None
_NOT_FREE = frozenset({"accuse", COURT})
_IBAN, _BIC = "compte.iban", "compte.bic"
_FEW, _ONE = 3, 1


@dataclass(frozen=True, slots=True)
class Brief:
    """What is asked of a case.

    `full` says whether what may be left out is there. `settings`, by place, say otherwise: None
    leaves a key out, a number is the size of a list or of a role, a text a value, PRESENT any
    value; what holds a place that is there is there. `values` are those of places that stand for
    another reason; `voice` rewrites free texts.
    """

    full: bool
    settings: Mapping[str, Setting] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    voice: Callable[[str], str] = str


def build(declaration: Declaration, brief: Brief) -> dict[str, Plain] | None:
    """The tree of a case, None when the programme admits no such case."""
    absent = frozenset(place for place, wish in brief.settings.items() if wish in (None, 0))
    asked = brief.settings.keys() - absent
    present = asked.union(*map(above, asked))
    chosen = declaration.chosen(frozenset(present), absent)
    if chosen is None:
        return None
    rivals = {path for group in declaration.one_of for path in group} - chosen
    present = present.union(chosen, *map(above, chosen))
    builder = _Builder(declaration, brief, frozenset(present), absent | rivals)
    iban = builder.literal(_IBAN) or declaration.usual.get(_IBAN, "")
    case = replace(builder, made={_BIC: bic_for(iban)}).group(declaration.parts, "")
    return {"programme": declaration.programme, **_numbered(builder.signed(case))} if case else None


@dataclass(frozen=True, slots=True)
class _Builder:
    """`made` are values made up for some places.

    `rank` is that of the element being written, from 0, in a list of `count`.
    """

    declaration: Declaration
    brief: Brief
    present: frozenset[str]
    absent: frozenset[str]
    made: Mapping[str, str] = field(default_factory=dict)
    rank: int = 0
    count: int = 1

    def group(self, parts: Iterable[Part], path: str, nature: str = "") -> dict[str, Plain] | None:
        """The keys that stand under a path; None when one that must cannot, or none can."""
        group: dict[str, Plain] = {}
        for part in parts:
            place = f"{path}{part.key}"
            needed = self._is_needed(part, place, nature)
            value = self._value(part, place) if needed or self.brief.full else None
            if value is not None:
                group[part.key] = value
            elif needed:
                return None
        return group or self._least(parts, path)

    def literal(self, place: str) -> str | None:
        """The value that is asked for at a place; that of one end of a range goes for the other."""
        twin = self.declaration.twins.get(place)
        for values in (self.brief.settings, self.brief.values):
            for wanted in (place, twin):
                value = values.get(wanted) if wanted else None
                if isinstance(value, str):
                    return value
        return None

    def signed(self, case: dict[str, Plain]) -> dict[str, Plain]:
        """The case, signed where the first party that has a seat has it."""
        place = "signature.lieu"
        signing, seats = case.get("signature"), list(_seats(case))
        if (
            self.literal(place) is None
            and isinstance(signing, dict)
            and "lieu" in signing
            and seats
        ):
            return case | {"signature": signing | {"lieu": seats[0]}}
        return case

    def _is_needed(self, part: Part, place: str, nature: str) -> bool:
        called = any(map(self._is_met, calls_for(place)))
        called = called or self._tells_a_visa(place) or self._amends_something(place)
        return place in self.present or called or (part.required and nature not in part.exempt)

    def _tells_a_visa(self, place: str) -> bool:
        """Is it what a visa of that nature is found by?"""
        visa, _, key = place.rpartition(".")
        if not visa.endswith(f"visas{ELEMENT}") or key not in WANTED_OF_VISAS:
            return False
        nature = f"{visa}.nature"
        told = self.literal(nature) or self.declaration.usual[nature]
        return told in WANTED_OF_VISAS[key]

    def _amends_something(self, place: str) -> bool:
        """Is it what an avenant amends, when it would amend nothing else?"""
        if "convention_initiale" not in self.declaration.places or self.brief.full:
            return False
        left = [name for name in AMENDED if name not in self.absent]
        return not self.present.intersection(AMENDED) and left[:1] == [place]

    def _is_met(self, call: Call) -> bool:
        """Does this case say what makes something else compulsory?"""
        if call.when == NATURE:
            places = self.declaration.places
            roles = (place for place, part in places.items() if part.role)
            return call.value in {self._nature(places[p], p, r) for r, p in enumerate(roles)}
        if call.value:
            told = self.literal(call.when) or self.declaration.usual.get(call.when, "")
            return told == call.value
        part = self.declaration.places.get(call.when)
        if part is None or call.when in self.absent:
            return False
        stands = part.required or call.when in self.present or self._amends_something(call.when)
        return self.brief.full or stands

    def _least(self, parts: Iterable[Part], path: str) -> dict[str, Plain] | None:
        """A group is not left empty: its first key that may stand."""
        for part in parts:
            value = self._value(part, f"{path}{part.key}")
            if value is not None:
                return {part.key: value}
        return None

    def _value(self, part: Part, place: str) -> Plain:
        """What stands at a place, None when nothing can."""
        if place in self.absent:
            return None
        if part.role:
            return self._role(part, place)
        return self._list(part, place) if part.many else self._one(part, place)

    def _one(self, part: Part, place: str) -> Plain:
        return self.group(part.parts, f"{place}.") if part.parts else self._text(part, place)

    def _list(self, part: Part, place: str) -> list[Plain] | None:
        count = self._count(place, _FEW if self.brief.full else _ONE)
        each = (replace(self, rank=rank, count=count) for rank in range(count))
        items = [element._one(part, place + ELEMENT) for element in each]
        return None if None in items else items

    def _count(self, place: str, usual: int) -> int:
        wanted = self.brief.settings.get(place)
        return wanted if isinstance(wanted, int) else usual

    def _text(self, part: Part, place: str) -> str:
        literal = self.literal(place)
        if literal is not None:
            is_figure = part.kind is not None and part.kind.comparison.numeric
            return literal.replace(".", ",") if is_figure else literal
        agreed = self.made.get(place) or agreed_value(place, self.rank, self.count)
        value = agreed or self.declaration.usual[place]
        if part.kind is not text.KIND or part.key in _NOT_FREE or value == STATE:
            return value  # an identifier, a court and the State's name are no free texts
        return self.brief.voice(f"{value} n° {self.rank + 1}" if self.rank else value)

    # Parties

    def _role(self, part: Part, place: str) -> Plain:
        designation = self.declaration.roles[part.key]
        count = self._count(place, 1)
        if count > 1 and not designation.plural:
            return None
        first = list(self.declaration.roles).index(part.key)
        ranks = (first + turn * len(self.declaration.roles) for turn in range(count))
        parties: list[Plain] = [self._party(part, place, rank) for rank in ranks]
        if count == 1:
            return parties[0]
        return None if None in parties else parties

    def _party(self, part: Part, place: str, rank: int) -> dict[str, Plain] | None:
        nature = self._nature(part, place, rank)
        delegation = f"{place}.habilitation.delegation"
        delegated = self.brief.full or delegation in self.present
        texts = invented(nature, rank, delegated=delegated and delegation not in self.absent)
        made = {f"{place}.{path}": text for path, text in texts.items()}
        return replace(self, made=made).group(part.parts, f"{place}.", nature)

    def _nature(self, part: Part, place: str, rank: int) -> str:
        """The nature asked for, else the first that may do without what is left out."""
        asked = self.literal(f"{place}.nature")
        if asked is not None:
            return asked
        admitted = self.declaration.natures[part.key]
        told = usual_nature(self.declaration.roles[part.key], rank)
        usual = told if told in admitted else admitted[0]
        needed = [inner for inner in part.parts if inner.required]
        left_out = [inner for inner in needed if f"{place}.{inner.key}" in self.absent]
        fitting = (n for n in (usual, *admitted) if all(n in inner.exempt for inner in left_out))
        return next(fitting, usual)


def _numbered(case: dict[str, Plain]) -> dict[str, Plain]:
    """An avenant takes the number that follows those before it."""
    initial = case.get("convention_initiale")
    if "numero" not in case or not isinstance(initial, dict):
        return case
    earlier = initial.get("avenants")
    return case | {"numero": str(1 + (len(earlier) if isinstance(earlier, list) else 0))}


def _seats(case: Mapping[str, Plain]) -> Iterable[Plain]:
    """The towns where the parties of a case have their seats."""
    roles = case["parties"]
    for held in roles.values() if isinstance(roles, dict) else ():
        for party in held if isinstance(held, list) else [held]:
            seat = party.get("siege") if isinstance(party, dict) else None
            if isinstance(seat, dict):
                yield seat["commune"]
