"""Values that a case gives and that no clause of its act reads: a jurist thinks them there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet

from pydantic import BaseModel

from convgen.faults.diagnostic import Code, Diagnostic, Severity, Span
from convgen.model.absent import Absent
from convgen.model.convention import Convention
from convgen.model.party import Party
from convgen.model.personal_data import QUALIFICATION

_WATCHED = ("donnees_personnelles", "tribunal_coordonnees", "subvention")
"""Slots whose parts serve some acts only, by what the case itself chooses."""
_OWN_PLACE = "signe_a"


def lost_values(
    case: Convention, read: AbstractSet[str], place: Callable[..., Span]
) -> Iterator[Diagnostic]:
    """A warning for each such value; `read` are the paths that the clauses of the act went by."""
    for slot in _WATCHED:
        for loc in _given((slot,), getattr(case, slot)):
            path = ".".join(loc)
            if path != QUALIFICATION and not any(_covers(one, path) for one in read):
                yield _lost(path, place(*loc))
    for role, held in case.roles().items():
        for rank, party in enumerate(held):
            signs = isinstance(party, Party) and isinstance(party.signe_a, str)
            if signs and not read & {f"parties.{_OWN_PLACE}", f"{role}.{_OWN_PLACE}"}:
                yield _lost(_OWN_PLACE, place("parties", role, rank, _OWN_PLACE))


def _given(loc: tuple[str, ...], value: object) -> Iterator[tuple[str, ...]]:
    """The places of what a case gives, lists taken whole."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _given((*loc, name), getattr(value, name))
    elif value is not None and not isinstance(value, Absent):
        yield loc


def _covers(read: str, path: str) -> bool:
    """Does going by a path go by another one, or through it?"""
    return read == path or read.startswith(f"{path}.") or path.startswith(f"{read}.")


def _lost(path: str, place: Span) -> Diagnostic:
    return Diagnostic(
        Code.LOST_VALUE,
        f"« {path} » n’est dans aucun texte de cet acte",
        place,
        "retirez cette clé, ou voyez avec « convgen show » ce que l’acte contient",
        Severity.WARNING,
    )
