"""Durations, as a jurist types them."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from convgen.french.durations import Unit
from convgen.french.refusal import refusal

_DURATION: Final = re.compile(r"([0-9]+|[0-9]{1,3}(?: [0-9]{3})+) ?([^\W\d_]*)")
_MOST_DIGITS: Final = 4
_UNITS: Final = {form: unit for unit in Unit for form in (unit.value, unit.plural)} | {
    "h": Unit.HOUR,
    "j": Unit.DAY,
    "année": Unit.YEAR,
    "années": Unit.YEAR,
}


def read_duration(text: str) -> tuple[int, Unit]:
    """Read « 30 jours », « 1 an », « 12 mois », « 2 semaines », « 72 heures » or « 72 h ».

    The number is in figures, from 1 to 9 999.
    """
    match = _DURATION.fullmatch(unicodedata.normalize("NFC", " ".join(text.split())))
    if match is None:
        raise refusal(
            "« {text} » ne se lit pas comme une durée : écrivez un nombre en chiffres et une "
            "seule unité, par exemple « 30 jours », « 18 mois » ou « 72 heures »",
            text=text,
        )
    digits = match[1].replace(" ", "").lstrip("0")
    if not match[2]:
        raise refusal(
            "« {text} » ne dit pas de quoi : précisez l’unité, par exemple « {digits} jours » "
            "ou « {digits} mois »",
            text=text,
            digits=digits or "0",
        )
    unit = _UNITS.get(match[2].lower())
    if unit is None:
        raise refusal(
            "« {unit} » n’est pas une unité de durée connue : précisez heures, jours, semaines, "
            "mois ou ans",
            unit=match[2],
        )
    if not digits:
        raise refusal("« {text} » est une durée nulle : écrivez au moins 1", text=text)
    if len(digits) > _MOST_DIGITS:
        raise refusal("« {text} » est une durée trop longue : 9 999 au plus", text=text)
    return int(digits), unit
