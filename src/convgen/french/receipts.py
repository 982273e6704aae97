"""The receipt of the prefecture for an act submitted to its control (« accusé de réception »)."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from typing import Final

from convgen.french.characters import ascii_digits
from convgen.french.refusal import refusal
from convgen.french.sirene import check_siren

_DASHES: Final = str.maketrans("‐‑–—−", "-----")  # what Word makes of a hyphen
_DEPARTMENT: Final = re.compile(r"[0-9]{3}|02[AB]")
_NUMBER: Final = re.compile(r"[A-Za-z0-9_./-]+")
_NATURE: Final = re.compile(r"[A-Za-z]{2}")
_EXAMPLE: Final = "094-219400223-20251126-DEL-25-111-DE"


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a receipt says: who sent which act, adopted when.

    `departement` has three characters (« 094 », « 02A »), `siren` nine digits;
    `nature` is two capitals: DE, deliberation; AR, AI, regulatory or individual
    order; CC, contract; BF, budget; AU, other. `raw` is the text as typed.
    """

    departement: str
    siren: str
    date: datetime.date
    numero: str
    nature: str
    raw: str


def parse_receipt(text: str) -> Receipt:
    """Read DDD-SIREN-AAAAMMJJ-numéro-nature[-indice…]; the number may hold dashes.

    Raises ValueError, in French, naming the part that is wrong.
    """
    parts = text.strip().translate(_DASHES).split("-")
    if len(parts) < 5:
        raise refusal(
            "« {text} » n’est pas un accusé de réception : il s’écrit "
            "département-SIREN-date-numéro-nature, par exemple " + _EXAMPLE,
            text=text,
        )
    department, siren, day = parts[0].upper(), parts[1], parts[2]
    if not _DEPARTMENT.fullmatch(department):
        raise refusal(
            "l’accusé commence par le département sur trois caractères (094, 02A) : "
            "« {part} » n’en est pas un",
            part=parts[0],
        )
    numero, nature = _number_and_nature(parts[3:])
    try:
        siren = check_siren(siren)
    except ValueError as error:
        raise refusal("le SIREN de l’accusé est à revoir : {why}", why=error) from None
    return Receipt(department, siren, _date(day), numero, nature, text)


def _number_and_nature(parts: list[str]) -> tuple[str, str]:
    while len(parts) > 1 and ascii_digits(parts[-1]):
        parts = parts[:-1]
    *number, nature = parts
    if not _NATURE.fullmatch(nature):
        raise refusal(
            "la nature de l’acte manque dans l’accusé : après le numéro viennent deux lettres "
            "(DE pour une délibération, AR pour un arrêté), comme dans " + _EXAMPLE
        )
    numero = "-".join(number)
    if not _NUMBER.fullmatch(numero):
        raise refusal(
            "le numéro de l’acte manque dans l’accusé, ou contient un signe inattendu : "
            "« {number} » ; comparez avec " + _EXAMPLE,
            number=numero,
        )
    return numero, nature.upper()


def _date(digits: str) -> datetime.date:
    if not ascii_digits(digits) or len(digits) != 8:
        raise refusal(
            "la date de l’accusé s’écrit en huit chiffres, AAAAMMJJ (20251126) : « {digits} »",
            digits=digits,
        )
    try:
        return datetime.date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        raise refusal(
            "la date de l’accusé n’existe pas : « {digits} » (AAAAMMJJ attendu)", digits=digits
        ) from None
