"""A defined term with its article: « la Métropole », « de l’État », « aux Communes »."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Literal, cast

from convgen.french.elision import elide_de
from convgen.french.refusal import refusal

__all__ = ["Article", "Designation", "Gender", "capitalized", "elide_de", "parse_designation"]

Article = Literal["le", "la", "l’", "les"]


class Gender(StrEnum):
    """Grammatical gender, named as a jurist types it."""

    MASCULINE = "masculin"
    FEMININE = "féminin"


_DE: Final[dict[Article, str]] = {"le": "du ", "la": "de la ", "l’": "de l’", "les": "des "}
_A: Final[dict[Article, str]] = {"le": "au ", "la": "à la ", "l’": "à l’", "les": "aux "}
_SHOWN: Final[dict[Article, Gender]] = {"le": Gender.MASCULINE, "la": Gender.FEMININE}
_SHAPE: Final = re.compile(r"(l’|(?:les|le|la)(?=\s|$))\s*(.*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Designation:
    """How a convention names a party: an article, a noun, and what agrees with them."""

    article: Article
    noun: str
    gender: Gender
    plural: bool

    @property
    def nominative(self) -> str:
        """« la Métropole », « l’État »."""
        return f"{self.article}{'' if self.article == 'l’' else ' '}{self.noun}"

    @property
    def de(self) -> str:
        """« du Département », « de la Métropole », « de l’État », « des Communes »."""
        return _DE[self.article] + self.noun

    @property
    def a(self) -> str:
        """« au Département », « à la Métropole », « à l’État », « aux Communes »."""
        return _A[self.article] + self.noun

    @property
    def il(self) -> str:
        """The subject pronoun: il, elle, ils, elles."""
        return self._choose("il", "elle", "ils", "elles")

    @property
    def lui(self) -> str:
        """The indirect object pronoun: lui, leur (« la Métropole lui verse »)."""
        return "leur" if self.plural else "lui"

    @property
    def celui(self) -> str:
        """The demonstrative pronoun: celui, celle, ceux, celles."""
        return self._choose("celui", "celle", "ceux", "celles")

    def __str__(self) -> str:
        return self.nominative

    def _choose(self, *forms: str) -> str:
        return forms[2 * self.plural + (self.gender is Gender.FEMININE)]


def parse_designation(text: str, gender: Gender | None = None) -> Designation:
    """Read « la Métropole », « l'État », « les Communes ».

    `gender` is needed where the article hides it (l’, les) and must not
    contradict it elsewhere. Apostrophes come out typographic, spaces single.
    Raises ValueError, in French, when the article, the noun or the gender is
    missing, or when the gender contradicts the article.
    """
    match = _SHAPE.fullmatch(" ".join(text.replace("'", "’").split()))
    if match is None:
        raise refusal(
            "la désignation « {text} » n’a pas d’article : commencez par « le », « la », « l’ » "
            "ou « les », par exemple « la Métropole »",
            text=text,
        )
    article, noun = cast("Article", match[1].lower()), match[2]
    if not noun:
        raise refusal(
            "la désignation « {text} » n’a pas de nom : écrivez par exemple « la Métropole »",
            text=text,
        )
    shown = _SHOWN.get(article)
    known = gender or shown
    if known is None:
        raise refusal(
            "le genre de « {text} » ne se voit pas à l’article : "
            "précisez « masculin » ou « féminin »",
            text=text,
        )
    if shown not in (None, known):
        raise refusal(
            "« {text} » ne peut pas être du {gender} : l’article « {article} » est du {shown}",
            text=text,
            gender=known,
            article=article,
            shown=shown,
        )
    return Designation(article, noun, known, plural=article == "les")


def capitalized(text: str) -> str:
    """Upper-case the first letter: « à la Métropole » → « À la Métropole ».

    Leading spaces and punctuation are passed over; a text that starts with a
    digit does not change (« 1er »), nor does the rest of any text.
    """
    for index, character in enumerate(text):
        if character.isalnum():
            return text[:index] + character.upper() + text[index + 1 :]
    return text
