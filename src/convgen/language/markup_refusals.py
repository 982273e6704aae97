"""What clauses do not have of Markdown: why each thing is refused, and what to write, in French."""

from __future__ import annotations

from typing import Final, NamedTuple


class Refusal(NamedTuple):
    """Why something is refused, and the way out."""

    message: str
    way_out: str


class MarkupError(ValueError):
    """The text uses what clauses do not have; `line` counts from 0."""

    def __init__(self, refusal: Refusal, line: int) -> None:
        super().__init__(refusal.message)
        self.refusal, self.line = refusal, line


NOTHING_AFTER: Final = Refusal(
    "ce signe est seul sur sa ligne", "retirez-le, ou complétez la ligne"
)
LOST_VALUE: Final = Refusal(
    "une valeur disparaît dans la mise en forme",
    "écrivez-la dans un alinéa, un élément de liste ou une case de tableau",
)

# Lists

STARTS_AT_ONE: Final = Refusal(
    "une liste commence à 1",
    "écrivez « 1. » ; un nombre en tête d’alinéa s’écrit « 2024\\. »",
)
TOO_DEEP: Final = Refusal(
    "une liste a trois niveaux au plus",
    "remontez cet élément d’un niveau : moins d’espaces devant son tiret ou son numéro",
)
EMPTY_ITEM: Final = Refusal(
    "cet élément de liste est vide", "complétez-le, ou retirez son tiret ou son numéro"
)
ONE_PARAGRAPH: Final = Refusal(
    "un élément de liste n’a qu’un alinéa",
    "retirez la ligne vide pour continuer l’élément, ou le retrait pour quitter la liste",
)
A_DASH: Final = Refusal(
    "un tiret de liste s’écrit « - »",
    "mettez « - » et une espace à la place de « – », de « — » ou de « • »",
)

# Formulas

LIST_IN_FORMULA: Final = Refusal(
    "une formule ne contient pas de liste", "écrivez la liste hors de la formule, sans « > »"
)
FORMULA_IN_LIST: Final = Refusal(
    "une liste ne contient pas de formule",
    "écrivez la formule hors de la liste, « > » en tête de ligne",
)
NESTED_FORMULA: Final = Refusal(
    "une formule n’en contient pas une autre", "ne laissez qu’un « > » en tête de ligne"
)

# Headings

UNKNOWN_HEADING: Final = Refusal(
    "« ## » fait un sous-article, « ### » un intertitre d’annexe",
    "mettez deux « # » devant ce titre, ou trois dans une annexe",
)
HEADING_INSIDE: Final = Refusal(
    "un sous-article ou un intertitre commence sa ligne",
    "mettez-le sur une ligne à lui, hors de la liste ou de la formule",
)
NO_SPACE: Final = Refusal(
    "seul « ## » suivi d’une espace fait un sous-article",
    "mettez une espace après « ## » ; un « # » à imprimer s’écrit « \\# »",
)

# Tables

TABLE_INSIDE: Final = Refusal(
    "un tableau commence sa ligne",
    "mettez-le hors de la liste ou de la formule, « | » en tête de chaque ligne",
)
NO_SECOND_ROW: Final = Refusal(
    "un tableau a une deuxième ligne « |---| » sous ses titres",
    "ajoutez sous les titres une ligne de tirets, un groupe par colonne : « |---|---| »",
)
TOO_WIDE: Final = Refusal(
    "cette ligne a plus de cases que la première",
    "ajoutez un titre de colonne, ou retirez une case ; un « | » à imprimer s’écrit « \\| »",
)

# Words

STRAY_STARS: Final = Refusal(
    "« ** » ne met rien en gras ici",
    "séparez « ** » du mot voisin par une espace, et fermez le gras : « **mots** »",
)
