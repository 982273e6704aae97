"""A value for each kind of plain value, and what agrees from one slot to another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from convgen.authoring.outline import Part
from convgen.french.characters import folded
from convgen.kinds import text
from convgen.kinds.base.attachments import AttachedKind
from convgen.kinds.base.kind import stands_for_nothing
from convgen.kinds.text import read_text

FOREIGN_IBAN: Final = "DE89 3704 0044 0532 0130 00"

# What rules hold together: a start before its term, stages within a schedule, a court.
AGREED: Mapping[str, str] = {
    "prise_effet": "01/01/2026",
    "terme": "31/12/2026",
    "calendrier.duree": "12 mois",
    "calendrier.debut_souhaite": "janvier 2026",
    "calendrier.etapes[].duree_min": "1 mois",
    "calendrier.etapes[].duree_max": "2 mois",
    "calendrier.mise_en_place_avant": "30/06/2026",
    "calendrier.bilan_avant": "31/12/2026",
    "signature.date": "15/12/2025",
    "tribunal": "Melun",  # of the first made-up seat
    "convention_initiale.duree": "6 mois",
    "convention_initiale.avenants[].duree": "8 mois",
    "sujets[].signe_le": "15/12/2025",
    "sujets[].montant": "20 000 €",
    "lieu_execution.insee": "94022",
    "lieu_execution.departement": "94",
}
BOUNDED = frozenset(
    {
        "donnees_personnelles.alerte_violation",
        "numero",
        "convention_initiale.duree",
        "convention_initiale.avenants[].duree",
        "convention_initiale.avenants[].numero",
        *(f"seance.vote.{way}" for way in ("pour", "contre", "abstentions")),
    }
)
"""Durations and numbers that a rule holds: they do not vary with the others."""
_SHARED, _IN_TURN = "versements[].fraction", "convention_initiale.avenants[].numero"


def agreed_value(place: str, rank: int, count: int) -> str | None:
    """What stands at a place so that every rule holds, None where any value will do.

    `rank` is that of the element being written, from 0, in a list of `count`.
    """
    if place == _SHARED:
        share = 100 // count
        return f"{100 - share * (count - 1) if rank == 0 else share} %"
    if place == _IN_TURN:
        return str(rank + 1)
    return AGREED.get(place)


def usual_value(part: Part) -> str:
    """What a case writes there: what the declaration gives as an example, if it can be read."""
    if part.options:
        keys = {folded(key): key for key in part.options}
        return keys.get(folded(part.example), next(iter(part.options)))
    kind = part.kind
    if kind is None or (isinstance(kind, AttachedKind) and kind.sample):
        return kind.sample if kind is not None else ""
    if is_declared(part):
        return read_text(part.example)
    if kind is text.KIND:
        return "texte" if stands_for_nothing(part.label) else read_text(part.label)
    return kind.sample or kind.example


def is_declared(part: Part) -> bool:
    """Does the declaration give a value that can be read?"""
    if part.kind is None or part.example in {"", part.kind.example}:
        return False
    try:
        part.kind.validate(part.example)
    except ValueError:
        return False
    return True


def in_order(least: Part, most: Part) -> bool:
    """Do two places of a kind, as they are usually filled, go from the least to the most?"""
    kind = least.kind
    if kind is None or kind.order is None:
        return True
    first, last = (kind.order(kind.validate(usual_value(part))) for part in (least, most))
    return first <= last


def bic_for(iban: str) -> str:
    """A bank that can hold an account."""
    country = iban.strip()[:2].upper()
    return "PSSTFRPPPAR" if country == "FR" else f"ABCD{country}2X"


_HOSTILE = (
    "- {{{{ x }}}} {} <b>&amp;</b> {{% if x %}} **gras** [à compléter : x] « citation » "
    '“quotes” "droits" l\'un — # \\n \\xe %s `code` {{#'
    " שלום مرحبا e\u0301 🏛️ ]]>"
)
_SENTENCE = (
    "qui se poursuit bien au-delà de ce qu’une fiche porte d’ordinaire, afin que chaque ligne, "
    "chaque cellule et chaque titre de l’acte montre comment il se replie ;"
)


def hostile(text: str) -> str:
    """The text among signs that mean something to YAML, Markdown, Jinja or XML."""
    return _HOSTILE.format(text)


def lengthy(text: str) -> str:
    """The text, then some three hundred words."""
    return " ".join((text, *[_SENTENCE] * 11))
