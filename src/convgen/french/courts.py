"""Which administrative court judges a contract: départements, courts, and who read it when.

The table is `tribunaux.json`, beside this file: its source, its date of reading, the départements.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from convgen.french.communes import department_of
from convgen.french.elision import elide_de
from convgen.french.refusal import refusal

RULE = "code de justice administrative, art. R. 312-11 et R. 221-3"
"""Where a court's competence comes from (R. 312-11 in a secondary source; read 2026-11-22)."""


@dataclass(frozen=True, slots=True)
class Court:
    """An administrative court. `name` is what « de » stands before: « Nice », « la Guadeloupe ».

    `seat` is the town where it sits: « Basse-Terre » for that of la Guadeloupe.
    """

    name: str
    seat: str

    @property
    def designation(self) -> str:
        """As an act writes it: « tribunal administratif de Nice »."""
        return f"tribunal administratif {elide_de(self.name)}"


def read_department(text: str) -> str:
    """The code of a département, from its code or its name: « 06 », « 6 », « Alpes-Maritimes ».

    >>> read_department("2a"), read_department("var"), read_department("6AE")
    ('2A', '83', '67')

    Raises ValueError, in French, on anything else.
    """
    written = "".join(text.split()).upper()
    code = _table()["alias"].get(written, written.rjust(2, "0"))
    found = code if code in _departments() else _by_name().get(_folded(text))
    if found is None:
        message = "« {text} » n’est pas un département : écrivez son code (06, 2A, 971) ou son nom"
        raise refusal(message, text=text)
    return found


def department_name(code: str) -> str:
    """The name of a département, from its code.

    >>> department_name("83")
    'Var'
    """
    return str(_departments()[code]["nom"])


def court_of(department: str) -> Court:
    """The court of a département, from its code (code de justice administrative, R. 221-3).

    >>> court_of("971").designation
    'tribunal administratif de la Guadeloupe'
    """
    known = _departments()[department]
    return Court(known["tribunal"], known["siege"])


def court_of_commune(insee: str) -> Court:
    """The court of a commune, from its INSEE code. Raises ValueError, in French."""
    department = department_of(insee)
    if department not in _departments():
        raise refusal("« {insee} » n’est d’aucun département connu", insee=insee)
    return court_of(department)


def court_of_place(key: str, text: str) -> Court | None:
    """The court of a place that a case writes: `key` is « insee » or « departement ».

    None for what names no place: that is a fault of its own.
    """
    try:
        return court_of_commune(text) if key == "insee" else court_of(read_department(text))
    except ValueError:
        return None


def read_court(text: str) -> str:
    """The name of a court as acts write it, whatever its capitals; another text as it is."""
    court = court_named(text)
    return court.name if court is not None else " ".join(text.split())


def court_named(name: str) -> Court | None:
    """The court that a case names, by what « de » stands before or by its seat; None if none is.

    >>> court_named("nimes"), court_named("Niece")
    (Court(name='Nîmes', seat='Nîmes'), None)
    """
    return _by_court().get(_folded(name))


def court_names() -> tuple[str, ...]:
    """The name of each court, in alphabetical order."""
    return tuple(sorted({str(known["tribunal"]) for known in _departments().values()}))


@cache
def _table() -> Any:
    return json.loads(Path(__file__).with_name("tribunaux.json").read_text(encoding="utf-8"))


def _departments() -> Mapping[str, Any]:
    departments: Mapping[str, Any] = _table()["departements"]
    return departments


@cache
def _by_name() -> Mapping[str, str]:
    return {_folded(known["nom"]): code for code, known in _departments().items()}


@cache
def _by_court() -> Mapping[str, Court]:
    """Every court by its seat, then by its name: « Basse-Terre » is first la Guadeloupe's."""
    courts = [court_of(code) for code in _departments()]
    by_seat = {_folded(court.seat): court for court in reversed(courts)}
    return by_seat | {_folded(court.name): court for court in courts}


def _folded(text: str) -> str:
    """A name as it is looked up: no accents, capitals, hyphens nor apostrophes of any kind."""
    letters = unicodedata.normalize("NFKD", text.casefold().replace("’", "'"))
    plain = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(plain.replace("-", " ").replace("'", " ").split())
