"""« de » and « à » before a bare name: « d’Orly », « du Havre », « à Paris », « au Havre »."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from convgen.french.refusal import refusal

# First words whose h is aspirated, accents and capitals removed. Names of towns are often
# heard both ways (Hénin-Beaumont, Hazebrouck): those not listed are elided.
# Source: Trésor de la langue française for the nouns, usage of the local authority for the names.
# fmt: off
_ASPIRATED_H: Final = frozenset({
    "haguenau", "hague", "hainaut", "hall", "halle", "halles", "hambourg", "hameau",
    "handicap", "hangar", "hausse", "haut", "haute", "hautes", "hauts", "havre", "hierarchie",
    "hoenheim", "hollande", "hongrie", "honfleur", "hors", "houilles", "huit", "huitieme",
    "huningue",
})
# fmt: on
_NOT_ELIDED: Final = frozenset({"onze", "onzieme", "oui", "ouagadougou"})
# A y before a vowel is not elided (« de Yenne »), but in these names.
_ELIDED_Y: Final = frozenset({"yerres", "yeu", "yonne", "yevre", "yevres"})
_CONTRACTED: Final = re.compile(r"(les?)[ \u00a0\u202f]+(?=\S)", re.IGNORECASE)
_FIRST_WORD: Final = re.compile(r"[^\W\d_]+")


def elide_de(text: str) -> str:
    """« de » or « d’ » before a bare name: « d’Orly », « de Paris », « de Hauts-de-Seine ».

    The article of a place name contracts: « Le Havre » → « du Havre »,
    « Les Ulis » → « des Ulis »; « La Rochelle » and « L’Haÿ-les-Roses » keep
    theirs. A mute h is elided; an aspirated one is known from a short list.
    Raises ValueError, in French, on an empty name.
    """
    name = _named(text, "de")
    return _contracted(name, "du", "des") or ("d’" if is_elided(name) else "de ") + name


def at(text: str) -> str:
    """« à » before the bare name of a place, its article contracted.

    >>> at("Nice"), at("Le Pouzin"), at("Les Ulis"), at("La Rochelle")
    ('à Nice', 'au Pouzin', 'aux Ulis', 'à La Rochelle')

    Raises ValueError, in French, on an empty name.
    """
    name = _named(text, "à")
    return _contracted(name, "au", "aux") or f"à {name}"


def _named(text: str, preposition: str) -> str:
    name = text.strip()
    if not name:
        raise refusal(f"aucun nom n’est donné après « {preposition} »")
    return name


def _contracted(name: str, one: str, several: str) -> str:
    """« le » or « les » melted into the preposition; empty for any other name."""
    article = _CONTRACTED.match(name)
    if article is None:
        return ""
    return f"{one if len(article[1]) == 2 else several} {name[article.end() :]}"


def is_elided(name: str) -> bool:
    """Does a name take « d’ », « l’ » rather than « de », « le »?"""
    match = _FIRST_WORD.match(unicodedata.normalize("NFC", name))
    if match is None:
        return False
    word = _plain(match[0])
    if word[0] == "y":
        return word in _ELIDED_Y or word[1:2] not in tuple("aeiou")
    if word[0] == "h":
        return word not in _ASPIRATED_H
    return word[0] in "aeiou" and word not in _NOT_ELIDED


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.casefold().replace("œ", "oe").replace("æ", "ae"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))
