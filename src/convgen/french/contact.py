"""How someone is reached: electronic addresses and telephone numbers, as a jurist types them."""

from __future__ import annotations

import re

from convgen.french.characters import NBSP
from convgen.french.refusal import refusal

_REGION = "FR"
_WRITTEN = re.compile(r"\+?[0-9][0-9 .()/\u00a0\u202f\u2011-]*")
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

    Raises ValueError, in French.
    """
    import phonenumbers as phones  # noqa: PLC0415 - slow, and rare

    if _SHORT.fullmatch(text.strip()):
        return text.strip()
    try:
        number = phones.parse(text, _REGION) if _WRITTEN.fullmatch(text.strip()) else None
    except phones.NumberParseException:
        number = None
    if number is None or not phones.is_valid_number(number):
        message = "« {text} » n’est pas un numéro de téléphone, par exemple 01 23 45 67 89"
        raise refusal(message, text=text)
    ours = number.country_code == phones.country_code_for_region(_REGION)
    form = phones.PhoneNumberFormat.NATIONAL if ours else phones.PhoneNumberFormat.INTERNATIONAL
    return str(phones.format_number(number, form)).replace(" ", NBSP)
