"""Agreement of a past participle, an adjective or an office: « désigné » → « désignées »."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from convgen.french.designation import Gender
from convgen.french.refusal import refusal

# Feminine forms that no ending tells.
_FEMININE: Final = {
    "absous": "absoute",
    "bas": "basse",
    "beau": "belle",
    "blanc": "blanche",
    "bref": "brève",
    "caduc": "caduque",
    "chef": "cheffe",
    "dissous": "dissoute",
    "doux": "douce",
    "dû": "due",
    "exprès": "expresse",
    "faux": "fausse",
    "favori": "favorite",
    "frais": "fraîche",
    "franc": "franche",
    "gras": "grasse",
    "grec": "grecque",
    "gros": "grosse",
    "ledit": "ladite",
    "lequel": "laquelle",
    "long": "longue",
    "mû": "mue",
    "nouveau": "nouvelle",
    "nul": "nulle",
    "public": "publique",
    "roux": "rousse",
    "sec": "sèche",
    "tiers": "tierce",
    "turc": "turque",
    "vieux": "vieille",
}
# (masculine, feminine) plurals that neither the ending nor the feminine singular tells.
_PLURALS: Final = {
    "dû": ("dus", "dues"),
    "ledit": ("lesdits", "lesdites"),
    "lequel": ("lesquels", "lesquelles"),
    "mû": ("mus", "mues"),
    "tout": ("tous", "toutes"),
}
_PLURAL_IN_ALS: Final = frozenset(
    {"banal", "bancal", "fatal", "final", "glacial", "natal", "naval"}
)

# Feminine endings; the first that fits wins: (endings, letters to cut, what to add).
#
# No single rule covers -eur. Ours follows the report of the Académie française on the feminine
# of trades and offices (1 March 2019): comparatives and nouns without a living verb take -e
# (antérieure, professeure, procureure); parties to an act or a suit take -eresse (bailleresse,
# demanderesse); -teur gives -trice (directrice) unless the t belongs to a French verb (porteuse,
# acheteuse); all others give -euse.
_ENDINGS: Final = (
    (("e",), 0, ""),
    (("érieur", "majeur", "mineur", "meilleur", "esseur", "censeur", "défenseur"), 0, "e"),
    (("gouverneur", "ingénieur", "procureur"), 0, "e"),
    (("demandeur", "défendeur", "bailleur", "vendeur"), 3, "eresse"),
    (("acheteur", "porteur", "prêteur", "emprunteur", "visiteur"), 1, "se"),
    (("teur",), 3, "rice"),
    (("eur", "eux", "oux"), 1, "se"),
    (("el", "eil"), 0, "le"),
    (("en", "on"), 0, "ne"),
    (("er",), 2, "ère"),
    (("complet", "concret", "discret", "inquiet", "préfet", "secret"), 2, "ète"),
    (("et",), 0, "te"),
    (("f",), 1, "ve"),
    (("gu",), 0, "ë"),
)
_FIRST_WORD: Final = re.compile(r"\s*([^\W\d_]+(?:-[^\W\d_]+)*)")


def agree(word: str, gender: Gender, *, plural: bool = False) -> str:
    """Agree a masculine singular: « tenu » → « tenue », « public » → « publiques ».

    In a text of several words only the first one agrees, and what follows is
    kept as it is: « habilité par délibération » → « habilitée par
    délibération » (so pass « habilité », not « dûment habilité »). Capitals
    are kept. Raises ValueError, in French, on an empty text.
    """
    if not word.strip():
        raise refusal("il n’y a aucun mot à accorder")
    text = unicodedata.normalize("NFC", word)
    match = _FIRST_WORD.match(text)
    if match is None:
        return text
    agreed = _agreed(match[1].lower(), gender is Gender.FEMININE, plural)
    return text[: match.start(1)] + _with_capitals_of(match[1], agreed) + text[match.end(1) :]


def _agreed(word: str, feminine: bool, plural: bool) -> str:
    if plural and word in _PLURALS:
        return _PLURALS[word][feminine]
    if feminine:
        return _feminine(word) + "s" * plural
    return _masculine_plural(word) if plural else word


def _feminine(word: str) -> str:
    if word in _FEMININE:
        return _FEMININE[word]
    for endings, cut, added in _ENDINGS:
        if word.endswith(endings):
            return word[: len(word) - cut] + added
    return word + "e"


def _masculine_plural(word: str) -> str:
    if word.endswith(("s", "x", "z")):
        return word
    if word.endswith("al") and word not in _PLURAL_IN_ALS:
        return word[:-1] + "ux"
    return word + ("x" if word.endswith("au") else "s")


def _with_capitals_of(model: str, word: str) -> str:
    if len(model) > 1 and model.isupper():
        return word.upper()
    return word[0].upper() + word[1:] if model[0].isupper() else word
