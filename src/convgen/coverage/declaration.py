"""What the cases of a programme may hold, place by place, and what excludes what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice, product
from weakref import WeakKeyDictionary

from convgen.authoring.outline import COMMON, Part, outline_of
from convgen.coverage.sample_values import in_order, is_declared, usual_value
from convgen.french.designation import Designation
from convgen.kinds import other_case
from convgen.library.programme import Programme
from convgen.logic.domains import ELEMENT
from convgen.model.party import NATURES

_LEFT_OUT = ("programme", "parties", "clauses_particulieres", COMMON.key)
_LEAST, _MOST = "_min", "_max"
_STEP = re.compile(r"\.|\[\]")


@dataclass(frozen=True, eq=False)
class Declaration:
    """What a programme declares.

    `places` are the parts of a case by path: `parties.porteur.siren`, `calendrier.etapes`,
    `calendrier.etapes[].intitule`, where « [] » stands for any element. `usual` is what a case
    writes at each plain place; `natures` are those that a party of each role may have; `twins`
    are the other ends of ranges (`x_min`, `x_max`).
    """

    programme: str
    roles: Mapping[str, Designation]
    natures: Mapping[str, tuple[str, ...]]
    one_of: tuple[tuple[str, ...], ...]
    parts: tuple[Part, ...]
    places: Mapping[str, Part]
    usual: Mapping[str, str]
    twins: Mapping[str, str]

    def place(self, path: str) -> str:
        """The place of a path as clauses write it, from a role or a slot. Raise KeyError."""
        first, _, rest = path.partition(".")
        if first in self.roles:
            path = f"parties.{first}.denomination" if rest == "nom" else f"parties.{path}"
        if path not in self.places:
            raise KeyError(path)
        return path

    def chosen(self, present: frozenset[str], absent: frozenset[str]) -> frozenset[str] | None:
        """One path of each group of `un_de`, as what is there or not allows; None if none is."""
        barred = {
            path
            for group in self.one_of
            for path in group
            if absent & {path, *above(path)} or present & (set(group) - {path})
        }
        allowed = ([path for path in group if path not in barred] for group in self.one_of)
        ways = islice(map(frozenset, product(*allowed)), _MOST_WAYS)
        return next((way for way in ways if all(len(way & {*g}) == 1 for g in self.one_of)), None)


_MOST_WAYS = 10_000  # groups that overlap may have more of them than can be tried
_KNOWN: WeakKeyDictionary[Programme, Declaration] = WeakKeyDictionary()


def declaration_of(programme: Programme) -> Declaration:
    """What a programme declares, read once."""
    if programme not in _KNOWN:
        _KNOWN[programme] = _read(programme)
    return _KNOWN[programme]


def _read(programme: Programme) -> Declaration:
    outline = {part.key: part for part in outline_of(programme.model())}
    others = (part for key, part in outline.items() if key not in _LEFT_OUT)
    parts = tuple(map(_alone, (outline["parties"], *others)))  # first: one signs where one is
    places = dict(_places(parts))
    twins = dict(_twins(places))
    return Declaration(
        programme=programme.name,
        roles=programme.roles,
        natures={role: programme.natures.get(role, tuple(NATURES)) for role in programme.roles},
        one_of=programme.one_of,
        parts=parts,
        places=places,
        usual=dict(_usual(places, twins)),
        twins=twins,
    )


def _alone(part: Part) -> Part:
    """A part without the cases that it may join: what they would tell is written."""
    kept = tuple(_alone(inner) for inner in part.parts if inner.kind is not other_case.KIND)
    return replace(part, parts=kept) if part.parts else part


def _places(parts: Iterable[Part], path: str = "") -> Iterator[tuple[str, Part]]:
    for part in parts:
        place = f"{path}{part.key}"
        yield place, part
        if part.many:
            place += ELEMENT
            yield place, replace(part, many=False, required=True)
        yield from _places(part.parts, f"{place}.")


def _twins(places: Mapping[str, Part]) -> Iterator[tuple[str, str]]:
    for least in places:
        most = least.removesuffix(_LEAST) + _MOST
        if (
            least.endswith(_LEAST)
            and most in places
            and _are_of_a_kind(places[least], places[most])
        ):
            yield least, most
            yield most, least


def _are_of_a_kind(one: Part, other: Part) -> bool:
    return one.kind is other.kind is not None and not (one.many or other.many)


def _usual(places: Mapping[str, Part], twins: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each plain place and its value; the ends of a range that would be reversed share one."""
    for place, part in places.items():
        if part.parts or part.many:
            continue
        ends = sorted({place, twins.get(place, place)}, reverse=True)  # « _min », then « _max »
        least, most = places[ends[0]], places[ends[-1]]
        declared = next(filter(is_declared, (least, most)), least)
        yield place, usual_value(part if in_order(least, most) else declared)


def above(place: str) -> Iterator[str]:
    """What holds a place, from the outermost.

    >>> list(above("cas_usage[].part.max"))
    ['cas_usage', 'cas_usage[]', 'cas_usage[].part']
    """
    return (place[: step.start()] for step in _STEP.finditer(place))
