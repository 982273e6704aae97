"""SIREN and SIRET numbers of the Sirene register."""

from __future__ import annotations

from functools import cache
from types import ModuleType

from convgen.french.characters import NBSP, ascii_digits
from convgen.french.refusal import refusal


def check_siren(text: str) -> str:
    """Return the nine digits of a SIREN typed with or without spaces of any kind.

    Raises ValueError, in French, on another character, another length, or a
    wrong key (Luhn; décret n° 73-314 du 14 mars 1973 and its successors).
    """
    digits = _digits(text, "SIREN", "neuf", 9)
    if not _registers().siren.is_valid(digits):
        raise refusal(
            "la clé de contrôle est fausse : « {text} » n’est pas un SIREN, "
            "vérifiez chaque chiffre",
            text=text,
        )
    if not int(digits):
        raise refusal("« {text} » n’est le SIREN de personne", text=text)
    return digits


def check_siret(text: str) -> str:
    """Return the fourteen digits of a SIRET typed with or without spaces of any kind.

    The first nine are a SIREN. The key is Luhn’s, save for the establishments
    of La Poste other than its head office, whose digits add up to a multiple of 5
    (Insee, « Numéro SIRET »). Raises ValueError, in French, as `check_siren` does.
    """
    digits = _digits(text, "SIRET", "quatorze", 14)
    try:
        check_siren(digits[:9])
    except ValueError:
        raise refusal(
            "les neuf premiers chiffres de « {text} » ne forment pas un SIREN : "
            "leur clé de contrôle est fausse, vérifiez-les",
            text=text,
        ) from None
    if not _registers().siret.is_valid(digits):
        raise refusal(
            "la clé de contrôle est fausse : « {text} » n’est pas un SIRET, "
            "vérifiez les cinq derniers chiffres",
            text=text,
        )
    return digits


def siren_figures(siren: str) -> str:
    """« 219 400 223 », no-break spaces. Raises ValueError, in French, if not nine digits."""
    d = _digits(siren, "SIREN", "neuf", 9)
    return NBSP.join((d[:3], d[3:6], d[6:]))


def siret_figures(siret: str) -> str:
    """« 219 400 223 00014 ». Raises ValueError, in French, if not fourteen digits."""
    d = _digits(siret, "SIRET", "quatorze", 14)
    return NBSP.join((d[:3], d[3:6], d[6:9], d[9:]))


def _digits(text: str, name: str, length_in_words: str, length: int) -> str:
    digits = "".join(text.split())
    if not digits:
        raise refusal("le {name} est vide : écrivez ses {n} chiffres", name=name, n=length_in_words)
    if not ascii_digits(digits):
        stranger = next(c for c in digits if not ascii_digits(c))
        raise refusal(
            "un {name} ne comporte que des chiffres et des espaces : « {text} » contient "
            "« {stranger} »",
            name=name,
            text=text,
            stranger=stranger if stranger.isprintable() else f"U+{ord(stranger):04X}",
        )
    if len(digits) != length:
        raise refusal(
            "un {name} compte {n} chiffres : « {text} » en compte {count}",
            name=name,
            n=length_in_words,
            text=text,
            count=len(digits),
        )
    return digits


@cache
def _registers() -> ModuleType:
    """python-stdnum's French numbers: 20 to 50 ms to import, so only when one is read."""
    from stdnum import fr  # noqa: PLC0415
    from stdnum.fr import siren, siret  # noqa: F401, PLC0415

    return fr
