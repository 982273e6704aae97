"""The article that a name takes inside a sentence: « la Ville de Nice », « l’association X »."""

from __future__ import annotations

import re
from typing import Final

from convgen.french.designation import Designation, Gender, parse_designation
from convgen.french.elision import elide_de, is_elided

# What legal persons and acts are called by, with the article of each.
_MASCULINE: Final = (
    "Avenant", "Bureau", "Centre", "Comité", "Conseil", "Département", "Établissement", "État",
    "Fonds", "Groupement", "Institut", "Office", "Pôle", "Service", "Syndicat", "Territoire",
)  # fmt: skip
_FEMININE: Final = (
    "Agence", "Agglomération", "Association", "Caisse", "Chambre", "Collectivité", "Commune",
    "Communauté", "Convention", "Délibération", "Fédération", "Fondation", "Métropole", "Région",
    "Régie", "Société", "Union", "Université", "Ville",
)  # fmt: skip
_GENDERS: Final = {
    **{word.casefold(): Gender.MASCULINE for word in _MASCULINE},
    **{word.casefold(): Gender.FEMININE for word in _FEMININE},
}
_BEFORE_A_NAME: Final = frozenset({"association", "fondation", "société"})
_BEFORE_A_PLACE: Final = frozenset({"commune", "région"})
_HIDING: Final = re.compile(r"l[’']\s*|les\s+", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+")


def with_article(name: str) -> str:
    """A name as a sentence takes it, when its first word tells its article; else as it is.

    >>> with_article("Ville de Nice"), with_article("État"), with_article("Numérian")
    ('la Ville de Nice', 'l’État', 'Numérian')
    """
    first = _WORD.match(name)
    gender = _GENDERS.get(first[0].casefold()) if first else None
    if gender is None:
        return name
    if is_elided(name):
        return f"l’{name}"
    return f"{'le' if gender is Gender.MASCULINE else 'la'} {name}"


def read_designation(text: str) -> Designation:
    """Read how an act calls a party: « le Département », « l’Association ».

    Raises ValueError, in French, when the article is missing or hides an unknown gender.
    """
    name = _HIDING.match(text.strip())
    if name is None:
        return parse_designation(text)
    first = _WORD.match(text.strip()[name.end() :])
    gender = _GENDERS.get(first[0].casefold().removesuffix("s")) if first else None
    if gender is None:
        raise ValueError(
            f"le genre de « {text} » ne se voit pas à l’article : écrivez un autre nom, "
            "par exemple « la Collectivité »"
        )
    return parse_designation(text, gender)


def person_named(name: str, nature: str) -> str:
    """A legal person as a sentence names it, by its name, else by its nature.

    >>> person_named("Institut X", "association"), person_named("Valombre", "commune")
    ('l’association Institut X', 'la commune de Valombre')
    """
    named = with_article(name)
    if nature in _BEFORE_A_NAME:
        said = name.casefold().startswith(nature)
        return named if said else f"{with_article(nature)} {name}"
    if named != name:
        return named
    return f"{with_article(nature)} {elide_de(name)}" if nature in _BEFORE_A_PLACE else name


def act_named(title: str) -> str:
    """An act as a sentence names it: « la convention de… », « l’avenant n° 1 à… ».

    >>> act_named("Avenant n° 1 à la convention"), act_named("Convention de prêt")
    ('l’avenant n° 1 à la convention', 'la convention de prêt')

    A title that opens with no known word is quoted.
    """
    inside = title[:1].lower() + title[1:]
    named = with_article(inside)
    return named if named != inside else f"l’acte «\u00a0{title}\u00a0»"
