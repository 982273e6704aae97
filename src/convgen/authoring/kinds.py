"""What each type of value is called, how it is written, and what an editor may say of it.

An editor reads YAML 1.2, where `219400223` is a number and `true` a boolean; convgen reads
every value as text. A schema must then never refuse what convgen accepts. It is looser on
purpose: it checks no key (SIREN, IBAN), no calendar, no unit; it takes a number whose leading
zeros the editor has lost (`code_postal: 01000`) and any scalar as a text; and it takes an empty
value everywhere, a gap that the jurist declares.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from convgen.model.party import CalledBy, Organ
from convgen.model.scalars import (
    AmountField,
    BicField,
    CourtName,
    Date,
    Department,
    DurationField,
    Email,
    IbanField,
    Insee,
    Integer,
    LongTextField,
    MonthField,
    Number,
    OtherCaseField,
    PercentageField,
    PictureField,
    Postcode,
    Prose,
    Quantity,
    SirenField,
    SiretField,
    Telephone,
    Text,
    Year,
    YesNo,
)

Schema = dict[str, Any]

_MOST_EUROS = 10**12 - 1
TEXT: Schema = {"type": ["string", "number", "boolean", "null"]}
_SPACED = r"^\s*[0-9][0-9\s]*"


@dataclass(frozen=True, slots=True)
class Kind:
    """A type of plain value: its name in French, how a case could write it, its JSON Schema."""

    words: str
    schema: Mapping[str, Any]
    example: str = ""


def _written(pattern: str) -> Schema:
    return {"type": ["string", "null"], "pattern": pattern}


def _numeric(pattern: str, most: int) -> Schema:
    """Figures, which an editor takes for a number unless something stands among them."""
    types = ["string", "integer", "null"]
    return {"type": types, "minimum": 0, "maximum": most, "pattern": pattern}


def any_case(words: Iterable[str]) -> str:
    """The pattern of some words in capitals or not, their accents coded in any way.

    >>> print(any_case(["un", "oui"]))
    ^\\s*([uU][nN]|[oO][uU][iI])\\s*$
    """
    composed = (unicodedata.normalize("NFC", word) for word in words)
    return rf"^\s*({'|'.join(''.join(map(_any_case, word)) for word in composed)})\s*$"


def _any_case(letter: str) -> str:
    cases = (letter, letter.lower(), letter.upper())
    ways = dict.fromkeys((*cases, *(unicodedata.normalize("NFD", cased) for cased in cases)))
    escaped = [re.sub(r"([\^$\\.*+?()\[\]{}|/])", r"\\\1", way) for way in ways]
    if len(escaped) == 1:
        return escaped[0]
    one_character = all(len(way) == 1 for way in ways)
    return f"[{''.join(escaped)}]" if one_character else f"({'|'.join(escaped)})"


def choice_schema(options: Iterable[str], *, empty: bool = True) -> Schema:
    """The schema of a choice, offered as the library writes it, taken in capitals or not.

    `empty` lets it be left out.
    """
    keys = list(options)
    twins = [twin for key in keys if (twin := _as_an_editor_reads(key)) is not None]
    offered = [*keys, *twins, *([None] if empty else [])]
    return {"anyOf": [{"enum": offered}, {"type": "string", "pattern": any_case(keys)}]}


_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")


def _as_an_editor_reads(text: str) -> int | float | bool | None:
    """What YAML 1.2 makes of an unquoted text, None for a text."""
    if text.casefold() in {"true", "false"}:
        return text.casefold() == "true"
    if _INTEGER.fullmatch(text):
        return int(text)
    return float(text) if _FLOAT.fullmatch(text) else None


_AMOUNT = _numeric(rf"{_SPACED}(,[0-9]+)?\s*[^0-9\s.,]*\s*$", _MOST_EUROS)
_PERCENTAGE = _numeric(rf"{_SPACED}(,[0-9]+)?\s*[^0-9.,]*$", 100)
_DATE = _written(
    r"^\s*([0-9]{1,2}/[0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"|(1[eE][rR]|[0-9]{1,2})\s+\S+\s+[0-9]{4})\s*$"
)
_MONTH = _written(r"^\s*([0-9]{1,2}/[0-9]{4}|[0-9]{4}-[0-9]{1,2}|\S+\s+[0-9]{4})\s*$")
_YES_NO: Schema = {
    "anyOf": [
        {"enum": ["oui", "non", True, False, None]},
        {"type": "string", "pattern": any_case(("oui", "vrai", "true", "non", "faux", "false"))},
    ]
}

_KINDS: tuple[tuple[Any, Kind], ...] = (
    (Text, Kind("texte", TEXT)),
    (Prose, Kind("texte, en plusieurs alinéas après « | » et en retrait", TEXT)),
    (Integer, Kind("nombre entier", _numeric(rf"{_SPACED}$", _MOST_EUROS), "12")),
    (Quantity, Kind("nombre entier, d’un au moins", _numeric(rf"{_SPACED}$", _MOST_EUROS), "4")),
    (Email, Kind("adresse électronique", TEXT, "contact@exemple.fr")),
    (Telephone, Kind("numéro de téléphone", TEXT, "01 23 45 67 89")),
    (CourtName, Kind("nom d’une ville", TEXT, "Paris")),
    (Department, Kind("code ou nom d’un département", TEXT, "94")),
    (Number, Kind("nombre", _AMOUNT, "12,5")),
    (AmountField, Kind("somme en euros", _AMOUNT, "50 000")),
    (PercentageField, Kind("pourcentage", _PERCENTAGE, "50 %")),
    (Date, Kind("date", _DATE, "31/12/2026")),
    (MonthField, Kind("mois et année", _MONTH, "janvier 2026")),
    (
        DurationField,
        Kind(
            "durée (heures, jours, semaines, mois, ans)",
            _written(rf"{_SPACED}[^0-9\s]\S*\s*$"),
            "12 mois",
        ),
    ),
    (YesNo, Kind("oui ou non", _YES_NO, "oui")),
    (Organ, Kind("texte", TEXT)),
    (CalledBy, Kind("texte", TEXT)),
    (
        SirenField,
        Kind("neuf chiffres", _numeric(r"^\s*([0-9]\s*){9}$", 10**9 - 1), "219 400 223"),
    ),
    (
        SiretField,
        Kind(
            "quatorze chiffres", _numeric(r"^\s*([0-9]\s*){14}$", 10**14 - 1), "200 054 781 00014"
        ),
    ),
    (Postcode, Kind("cinq chiffres", _numeric(r"^[0-9]{5}$", 10**5 - 1), "94600")),
    (Year, Kind("année", _numeric(r"^\s*(19|20)[0-9]{2}\s*$", 2099), "2026")),
    (Insee, Kind("cinq caractères", _numeric(r"^([0-9]{2}|2[AB])[0-9]{3}$", 10**5 - 1), "94022")),
    (
        IbanField,
        Kind(
            "27 caractères pour un compte français",
            _written(r"^\s*([0-9A-Za-z]\s*){15,34}$"),
            "FR14 2004 1010 0505 0001 3M02 606",
        ),
    ),
    (
        BicField,
        Kind("8 ou 11 caractères", _written(r"^\s*([0-9A-Za-z]\s*){8,11}$"), "PSSTFRPPPAR"),
    ),
    (PictureField, Kind("chemin d’une image PNG ou JPEG", TEXT, "images/logo.png")),
    (OtherCaseField, Kind("chemin d’une fiche", TEXT, "../autre/fiche.yaml")),
    (LongTextField, Kind("chemin d’un fichier de texte", TEXT, "annexes/fiche-de-poste.md")),
)
_BY_VALIDATOR = {annotation.__metadata__[0]: kind for annotation, kind in _KINDS}


def kind_of(marks: Iterable[Any]) -> Kind:
    """The kind of a plain value, by what stands beside its type in an annotation."""
    return next(_BY_VALIDATOR[mark] for mark in marks if mark in _BY_VALIDATOR)
