"""What clauses do not have of Markdown: why each thing is refused, and what to write, in French."""

from __future__ import annotations

from typing import Final, NamedTuple


class Refusal(NamedTuple):
    """Why something is refused, and the way out."""

    message: str
    way_out: str


# Lines

NOTHING_AFTER: Final = Refusal(
    "ce signe est seul sur sa ligne", "retirez-le, ou complétez la ligne"
)
RULE: Final = Refusal(
    "un texte n’a ni filet, ni en-tête, ni titre souligné",
    "retirez cette ligne ; un titre s’écrit « ## » devant ses mots",
)
WORDLESS: Final = Refusal(
    "cette ligne n’a aucun mot",
    "retirez-la, ou mettez une « \\ » devant son premier signe pour l’imprimer",
)
TWO_PARAGRAPHS: Final = Refusal(
    "deux alinéas seraient imprimés en un seul",
    "laissez une ligne vide entre eux, ou écrivez la suite de la phrase sur la même ligne",
)
TAB: Final = Refusal(
    "une tabulation au milieu d’une ligne ne s’imprime pas",
    "un tableau s’écrit « | a | b | », ses titres au-dessus de « |---|---| » ; ailleurs, mettez "
    "une espace",
)
TOO_MANY_VALUES: Final = Refusal(
    "ce passage a trop de valeurs entre accolades",
    "faites-en plusieurs textes, ou une boucle",
)


def other_sign(sign: str) -> Refusal:
    """What opens a line, and opens nothing of ours."""
    if not sign.isprintable():
        return Refusal(f"le signe U+{ord(sign):04X}, invisible, ouvre cette ligne", "retirez-le")
    return Refusal(
        f"« {sign} » n’ouvre rien en tête de ligne",
        f"retirez-le ; à imprimer, il s’écrit « \\{sign} » ; un élément de liste s’écrit « - »",
    )


# Lists

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
GLUED: Final = Refusal(
    "un tiret de liste est suivi d’une espace",
    "mettez « - » et une espace ; un tiret à imprimer s’écrit « \\- »",
)
IN_A_SENTENCE: Final = Refusal(
    "ce tiret coupe une phrase en deux, ou ouvre une liste",
    "laissez une ligne vide devant la liste, ou écrivez la phrase sur une seule ligne",
)
ITEM_OR_PARAGRAPH: Final = Refusal(
    "cette ligne continue l’élément de liste, ou ouvre un alinéa",
    "mettez-la en retrait de deux espaces pour continuer l’élément, ou une ligne vide devant elle",
)
TWICE: Final = Refusal(
    "cet élément de liste a deux marques", "ne laissez qu’un tiret, ou qu’un numéro"
)
TICK: Final = Refusal(
    "une case à cocher ne s’écrit pas entre crochets",
    'écrivez {{ chemin | case("option") }} en tête d’alinéa, hors de la liste',
)


def other_number(mark: str) -> Refusal:
    """A label that no list of ours prints."""
    return Refusal(
        f"« {mark} » n’est pas un numéro de liste",
        f"numérotez « 1. », « 2. » ; à imprimer tel quel, il s’écrit « {escaped(mark)} »",
    )


def out_of_turn(mark: str, awaited: str) -> Refusal:
    """A number that the act would not print the same."""
    if not awaited:
        return Refusal(
            f"« {mark} » : une liste commence à 1",
            f"écrivez « 1. » ; à imprimer tel quel, le nombre s’écrit « {escaped(mark)} »",
        )
    return Refusal(
        f"« {mark} » serait imprimé comme le numéro {awaited}",
        "suivez l’ordre, ou laissez une ligne vide et reprenez à « 1. » pour une autre liste",
    )


def lettered(mark: str) -> Refusal:
    """A letter, or a Roman number, at a level that counts otherwise."""
    return Refusal(
        f"« {mark} » ne serait pas imprimé ainsi à ce niveau de liste",
        "numérotez « 1. », « 2. » ; « a) » vient en retrait de trois espaces sous un « 1. », et "
        f"« i) » sous un « a) » ; à imprimer tel quel, il s’écrit « {escaped(mark)} »",
    )


def escaped(mark: str) -> str:
    """A label, printed and no number: its last sign is set aside."""
    return f"{mark[:-1]}\\{mark[-1]}"


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
CLOSED_HEADING: Final = Refusal(
    "un titre ne se ferme pas par des « # »", "retirez-les de la fin de la ligne"
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
NO_FIRST_ROW: Final = Refusal(
    "cette ligne de tirets n’a pas la ligne de titres d’un tableau au-dessus d’elle",
    "écrivez les titres juste au-dessus ; entre deux tableaux, laissez une ligne vide",
)
ROW_ASTRAY: Final = Refusal(
    "cette ligne n’est pas toujours dans le tableau qui la précède",
    "ouvrez le tableau, ses titres et leur ligne de tirets, hors de la condition ou de la boucle, "
    "et ne laissez pas de ligne vide entre ses lignes",
)
TOO_WIDE: Final = Refusal(
    "cette ligne a plus de cases que la première",
    "ajoutez un titre de colonne, ou retirez une case ; un « | » à imprimer s’écrit « \\| »",
)
OTHER_WIDTH: Final = Refusal(
    "la ligne de tirets n’a pas autant de colonnes que les titres",
    "mettez un groupe de tirets par titre : « |---|---| »",
)

# Words

STRAY_STARS: Final = Refusal(
    "« ** » ne met rien en gras ici",
    "séparez « ** » du mot voisin par une espace, et fermez le gras : « **mots** »",
)
STARS: Final = Refusal(
    "une étoile se perdrait ici",
    "à imprimer, elle s’écrit « \\* » ; l’italique tient aux bords d’un mot, « *mots* »",
)
LINE_END: Final = Refusal(
    "une « \\ » en fin de ligne ne coupe pas la ligne",
    "retirez-la ; une ligne vide sépare deux alinéas",
)


def lost(words: str) -> Refusal:
    """What the act would not print."""
    return Refusal(
        f"« {words} » ne serait pas imprimé ainsi",
        "mettez une « \\ » devant le signe à imprimer, ou retirez la mise en forme",
    )
