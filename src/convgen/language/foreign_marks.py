"""What other ways of writing a text have, and ours has not: it would be printed as it is typed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from convgen.language.markup_refusals import Refusal

_WORD: Final = r"[^\W_]"
_FOREIGN: Final = tuple(
    (re.compile(rf"(?<!\\)(?:{pattern})"), Refusal(message, way_out))
    for pattern, message, way_out in (
        (
            r"\[\^[^\]\s]+\]:?|\^\[",
            "un texte n’a pas de note de bas de page",
            "écrivez la note dans l’alinéa, entre parenthèses",
        ),
        (
            r"!\[[^\]]*\]\(",
            "ceci n’affiche pas d’image",
            "donnez-la dans un champ « image », et imprimez-la par {{ chemin | figure(texte) }}",
        ),
        (
            r"\]\([^)\s]*\)?|\]\[|<(?:https?|mailto):|\[\[|^\[[^\]]+\]:\s",
            "un texte n’a pas de lien",
            "écrivez l’adresse en toutes lettres : « le site exemple.fr »",
        ),
        (
            r"</?[A-Za-zÀ-ÿ!?][^<>]*>|<!--|<[A-Za-z/]+\b[^<>]*$",
            "une balise HTML serait imprimée telle quelle",
            "retirez-la : « **gras** », « *italique* » ; une ligne vide ouvre un alinéa",
        ),
        (
            r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]{1,30});",
            "une entité HTML serait imprimée telle quelle",
            "tapez le signe lui-même ; les espaces insécables se posent toutes seules",
        ),
        (
            r"`",
            "un texte n’a pas de code",
            "retirez les accents graves ; des mots se citent entre guillemets « … »",
        ),
        (r"~~", "un texte n’a pas de mots barrés", "retirez ces mots, ou les « ~~ »"),
        (
            r"\^[^\s^]{1,20}\^|(?<!~)~[^\s~]{1,20}~(?!~)",
            "un texte n’a ni exposant ni indice",
            "écrivez « m² », « 1er », « CO₂ »",
        ),
        (r"==(?=\S)|(?<=\S)==", "un texte n’a pas de mots surlignés", "retirez les « == »"),
        (
            rf"(?<!\w)_{{1,3}}(?={_WORD})|(?<={_WORD})_{{1,3}}(?!\w)",
            "« _ » ne met rien en italique ni en gras",
            "écrivez « *mots* » ou « **mots** » ; à imprimer, il s’écrit « \\_ »",
        ),
    )
)


def foreign_marks(text: str) -> Iterator[Refusal]:
    """Why a line holds what would be printed raw, each kind of mark once."""
    return (refusal for pattern, refusal in _FOREIGN if pattern.search(text))
