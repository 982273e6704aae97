"""The cases that a programme's declaration gives: one for each thing that may vary."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from convgen.authoring.outline import Part
from convgen.coverage.building import PRESENT, Brief, Setting, build
from convgen.coverage.declaration import Declaration, above, declaration_of
from convgen.coverage.sample_values import BOUNDED, FOREIGN_IBAN, hostile, lengthy
from convgen.kinds import duration
from convgen.kinds.base.series import Series
from convgen.library.programme import Programme
from convgen.logic.domains import ELEMENT
from convgen.yaml.nodes import Plain


@dataclass(frozen=True, slots=True)
class Sample:
    """A made-up case: a name for its file, what it varies, in French, its values."""

    name: str
    about: str
    data: dict[str, Plain]


def samples_of(programme: Programme) -> Iterator[Sample]:
    """Cases that can be signed, from the declaration alone; no two hold the same values."""
    declaration = declaration_of(programme)
    names: set[str] = set()
    known: set[str] = set()
    for idea in _ideas(declaration):
        data = build(declaration, idea.brief)
        written = json.dumps(data)
        if data is not None and written not in known:
            known.add(written)
            name = _free(idea.name, names)
            names.add(name)
            yield Sample(name, idea.about, data)


def variant(
    programme: Programme, settings: Mapping[str, Setting], name: str = "variante"
) -> Sample | None:
    """The complete case, but for what is asked; None when the programme admits no such case.

    `settings` are by path, as clauses write them (`porteur.habilitation.numero`, `calendrier`,
    `cas_usage[].part_max`): None leaves the key out, a number is how many elements a list has,
    or parties a role, PRESENT any value, a text that value. Raise KeyError for an unknown path.
    """
    declaration = declaration_of(programme)
    placed = {declaration.place(path): wish for path, wish in settings.items()}
    data = build(declaration, Brief(True, placed))
    asked = " ; ".join(f"{path} : {_shown(wish)}" for path, wish in settings.items())
    return Sample(name, asked or "tout est renseigné", data) if data is not None else None


def _shown(wish: Setting) -> str:
    match wish:
        case None:
            return "absent"
        case str() | int():
            return str(wish)
    return wish.value


class _Idea(NamedTuple):
    name: str
    about: str
    brief: Brief


def _ideas(declaration: Declaration) -> Iterator[_Idea]:
    yield _Idea("complete", "tout est renseigné", Brief(True))
    yield _Idea("minimale", "rien de facultatif", Brief(False))
    yield from _alternatives(declaration)
    yield from _optional_keys(declaration)
    yield from _options(declaration)
    for role, part in _roles(declaration):
        yield from _natures(role, part, declaration.natures[part.key])
    yield from _sizes(declaration)
    yield from _figures(declaration)
    yield from _forms(declaration)


def _both(name: str, about: str, settings: Mapping[str, Setting]) -> Iterator[_Idea]:
    """An idea put into the complete case, then into the minimal one."""
    yield _Idea(name, about, Brief(True, settings))
    yield _Idea(f"{name}-minimale", f"{about}, rien d’autre de facultatif", Brief(False, settings))


def _alternatives(declaration: Declaration) -> Iterator[_Idea]:
    for path in (path for group in declaration.one_of for path in group):
        yield from _both(f"par-{_slug(path)}", f"au choix, « {path} »", {path: PRESENT})


def _optional_keys(declaration: Declaration) -> Iterator[_Idea]:
    alternatives = {path for group in declaration.one_of for path in group}
    for place, part in declaration.places.items():
        if part.required or place in alternatives:
            continue
        without: dict[str, Setting] = dict.fromkeys(above(place), PRESENT)
        without[place] = None
        yield _Idea(f"sans-{_slug(place)}", f"tout, sauf « {place} »", Brief(True, without))
        alone = Brief(False, {place: PRESENT})
        yield _Idea(f"avec-{_slug(place)}", f"« {place} », rien d’autre de facultatif", alone)


def _options(declaration: Declaration) -> Iterator[_Idea]:
    natures = {f"{role}.nature" for role, _ in _roles(declaration)}
    for place, part in declaration.places.items():
        options = part.kind.values if part.kind is not None else part.options
        if part.many or place in natures:
            continue
        for option in options:
            name = f"{_slug(place)}-{_slug(option)}"
            yield from _both(name, f"« {place} » vaut {option}", {place: option})


def _roles(declaration: Declaration) -> Iterator[tuple[str, Part]]:
    return ((place, part) for place, part in declaration.places.items() if part.role)


def _natures(role: str, part: Part, natures: tuple[str, ...]) -> Iterator[_Idea]:
    for nature in natures:
        name, about = f"{_slug(role)}-{_slug(nature)}", f"« {role} » est de nature {nature}"
        settings: dict[str, Setting] = {f"{role}.nature": nature}
        yield from _both(name, about, settings)
        for key in (inner.key for inner in part.parts if nature in inner.exempt):
            place = f"{role}.{key}"
            without, alone = settings | {place: None}, settings | {place: PRESENT}
            yield _Idea(
                f"{name}-sans-{_slug(key)}", f"{about}, sans « {key} »", Brief(True, without)
            )
            yield _Idea(
                f"{name}-avec-{_slug(key)}", f"{about}, avec « {key} »", Brief(False, alone)
            )


def _sizes(declaration: Declaration) -> Iterator[_Idea]:
    for place, part in declaration.places.items():
        if part.many:
            about = f"« {place} » a un seul élément"
            yield _Idea(f"{_slug(place)}-un", about, Brief(True, {place: 1}))
            about = f"« {place} » a trois éléments, rien de facultatif"
            yield _Idea(f"{_slug(place)}-trois", about, Brief(False, {place: 3}))
    for place, part in _roles(declaration):
        if declaration.roles[part.key].plural:
            yield from _both(f"{_slug(place)}-deux", f"« {place} » : deux parties", {place: 2})


def _figures(declaration: Declaration) -> Iterator[_Idea]:
    """What every place of some kinds takes at once (`convgen.kinds.base.series`)."""
    taking: dict[Series, list[str]] = {}
    for place, part in declaration.places.items():
        for one in part.kind.series if part.kind is not None and not part.many else ():
            taking.setdefault(one, []).extend([place] if place not in BOUNDED else [])
    for one, places in sorted(taking.items()):
        values = dict.fromkeys(places, one.value)
        yield _Idea(one.name, one.about, Brief(True, values=values))
    ends = [
        place
        for place, part in declaration.places.items()
        if part.kind is duration.KIND and not part.many and place in declaration.twins
    ]
    units = {place: "30 jours" if place.endswith("_min") else "2 mois" for place in ends}
    about = "chaque fourchette de durées va de jours à des mois"
    yield _Idea("durees-de-deux-unites", about, Brief(True, values=units))


def _forms(declaration: Declaration) -> Iterator[_Idea]:
    if "compte.iban" in declaration.places:
        abroad = Brief(True, {"compte.iban": FOREIGN_IBAN})
        yield _Idea("compte-etranger", "le compte est à l’étranger", abroad)
    about = "chaque texte libre est fait de signes qui ont un sens ailleurs"
    yield _Idea("textes-hostiles", about, Brief(True, voice=hostile))
    yield _Idea(
        "textes-longs",
        "chaque texte libre a quelques centaines de mots",
        Brief(True, voice=lengthy),
    )


_LONGEST = 80


def _slug(text: str) -> str:
    """A path or an option as part of a file's name.

    >>> _slug("parties.porteur.siège_social")
    'porteur-siege-social'
    """
    letters = unicodedata.normalize("NFKD", text.removeprefix("parties.").replace(ELEMENT, ""))
    plain = letters.encode("ascii", "ignore").decode().casefold()
    return re.sub(r"[^a-z0-9]+", "-", plain)[:_LONGEST].strip("-")


def _free(name: str, taken: set[str]) -> str:
    """The name, numbered if another sample has it."""
    number, free = 1, name
    while free in taken:
        number += 1
        free = f"{name}-{number}"
    return free
