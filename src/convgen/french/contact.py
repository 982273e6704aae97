"""How someone is reached: electronic addresses and telephone numbers, as a jurist types them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from convgen.french.characters import NBSP
from convgen.french.refusal import refusal

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

_REGION = "FR"
_OVERSEAS = ("GP", "MQ", "GF", "RE", "YT", "PM")
"""Those whose numbers are called from mainland France as its own, by ten figures.

Saint-Barthélemy and Saint-Martin have those of Guadeloupe. A number of the Pacific has six or
eight figures, which could be of any of its territories: it needs its prefix, +687, +689 or +681.
"""
_WRITTEN = re.compile(r"\+?[0-9][0-9 .()/\u00a0\u202f\u2011-]*")
_TEN_FIGURES = re.compile(r"0[^0-9]*[1-9](?:[^0-9]*[0-9]){8}[^0-9]*")
_SHORT = re.compile(r"(?:3[0-9]{3}|1[0-9]{1,2}|11[0-9]{4})")
"""Numbers of a few digits, which are called as they are: 3949, 15."""


def read_email(text: str) -> str:
    """An electronic address; nothing is asked of the network.

    Raises ValueError, in French.
    """
    from email_validator import EmailNotValidError, validate_email  # noqa: PLC0415 - slow, and rare

    try:
        return str(validate_email(text.strip(), check_deliverability=False).normalized)
    except EmailNotValidError:
        message = "« {text} » n’est pas une adresse électronique, par exemple greffe@exemple.fr"
        raise refusal(message, text=text) from None


def read_telephone(text: str) -> str:
    """A telephone number, in the French way: « 04 87 63 50 00 »; a foreign one keeps its prefix.

    One of overseas France is written as it is there, « 0692 12 34 56 »: its first four figures
    are those of the territory. Raises ValueError, in French.
    """
    import phonenumbers as phones  # noqa: PLC0415 - slow, and rare

    typed = text.strip()
    if _SHORT.fullmatch(typed):
        return typed
    if _WRITTEN.fullmatch(typed):
        national = _TEN_FIGURES.fullmatch(typed) is not None
        for region in (_REGION, *_OVERSEAS) if national else (_REGION,):
            number = _number_of(typed, region)
            if number is not None:
                home = number.country_code == phones.country_code_for_region(region)
                form = phones.PhoneNumberFormat
                usual = form.NATIONAL if home else form.INTERNATIONAL
                return str(phones.format_number(number, usual)).replace(" ", NBSP)
    message = "« {text} » n’est pas un numéro de téléphone, par exemple 01 23 45 67 89"
    raise refusal(message, text=text)


def _number_of(typed: str, region: str) -> PhoneNumber | None:
    """The number that is meant where one calls from a region; None if there is no such number."""
    import phonenumbers as phones  # noqa: PLC0415 - slow, and rare

    try:
        number = phones.parse(typed, region)
    except phones.NumberParseException:
        return None
    return number if phones.is_valid_number(number) else None
