"""Bank accounts: IBAN (ISO 13616), the French RIB inside it, BIC (ISO 9362)."""

from __future__ import annotations

from convgen.french.characters import NBSP
from convgen.french.refusal import refusal

_RIB_COUNTRIES = frozenset({"FR", "MC"})  # an IBAN of these holds bank, branch, account, key
_FRENCH_LENGTH, _RIB_LENGTH = 27, 23
# Overseas, a bank is at home in a country code of its own; its accounts are French.
_FRENCH_BANKS = frozenset(
    {"FR", "GP", "MQ", "GF", "RE", "PM", "YT", "BL", "MF", "NC", "PF", "WF", "TF"}
)


def check_iban(text: str) -> str:
    """Return an IBAN without spaces, typed with or without.

    Raises ValueError, in French, on another length than its country's or a wrong key
    (modulo 97).
    """
    from stdnum import iban  # noqa: PLC0415 - 11 ms
    from stdnum.exceptions import InvalidComponent, InvalidLength, ValidationError  # noqa: PLC0415

    bare = "".join(text.split()).upper()
    if not (bare.isascii() and bare.isalnum()):
        raise refusal("« {text} » : un IBAN n’a que des lettres et des chiffres", text=text)
    if len(bare) == _RIB_LENGTH and bare[:10].isdigit():
        raise refusal(
            "« {text} » ressemble à un RIB : l’IBAN commence par deux lettres (FR76…)",
            text=text,
        )
    if bare.startswith("FR") and len(bare) != _FRENCH_LENGTH:
        raise refusal(
            "un IBAN français a 27 caractères, « {text} » en a {n}", text=text, n=len(bare)
        )
    try:
        iban.validate(bare)
    except (InvalidLength, InvalidComponent) as error:
        raise refusal(
            "« {text} » n’est pas un IBAN : code du pays ou longueur inconnus", text=text
        ) from error
    except ValidationError as error:
        raise refusal(
            "la clé de contrôle est fausse : « {text} » n’est pas un IBAN, "
            "vérifiez chaque caractère sur le relevé d’identité bancaire",
            text=text,
        ) from error
    if bare[:2] in _RIB_COUNTRIES and not _rib_key_is_right(bare):
        raise refusal(
            "la clé du RIB contenu dans l’IBAN est fausse : « {text} », "
            "vérifiez chaque caractère sur le relevé d’identité bancaire",
            text=text,
        )
    return bare


# The letters of an account number count as digits in its RIB key.
_AS_DIGITS = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "12345678912345678923456789")


def _rib_key_is_right(iban: str) -> bool:
    """The RIB inside a French IBAN has a key of its own (modulo 97)."""
    bank, branch, account, key = (
        int(part.translate(_AS_DIGITS)) for part in (iban[4:9], iban[9:14], iban[14:25], iban[25:])
    )
    return (89 * bank + 15 * branch + 3 * account + key) % 97 == 0


def iban_figures(iban: str) -> str:
    """An IBAN in groups of four, kept on one line: « FR58 3000 1005… »."""
    return NBSP.join(iban[start : start + 4] for start in range(0, len(iban), 4))


def rib_figures(iban: str) -> str:
    """The RIB that a French IBAN holds: bank, branch, account, key; empty for a foreign one.

    >>> rib_figures("FR5830001005" "96C0640000000" "16").split()
    ['30001', '00596', 'C0640000000', '16']
    """
    if iban[:2] not in _RIB_COUNTRIES:
        return ""
    return NBSP.join((iban[4:9], iban[9:14], iban[14:25], iban[25:27]))


def check_bic(text: str) -> str:
    """Return a BIC without spaces, in capitals. Raises ValueError, in French."""
    from stdnum import bic  # noqa: PLC0415 - 11 ms

    bare = "".join(text.split()).upper()
    if len(bare) not in (8, 11):
        raise refusal("un BIC a 8 ou 11 caractères, « {text} » en a {n}", text=text, n=len(bare))
    if not bare.isascii() or not bic.is_valid(bare):
        raise refusal(
            "« {text} » n’est pas un BIC : quatre lettres (banque), deux lettres (pays), "
            "puis deux caractères (ville), et trois au plus (agence)",
            text=text,
        )
    return bare


def same_country(iban: str, bic: str) -> bool:
    """Can this bank hold this account? French accounts may be held overseas."""
    country = bic[4:6]
    return country == iban[:2] or (iban[:2] == "FR" and country in _FRENCH_BANKS)
