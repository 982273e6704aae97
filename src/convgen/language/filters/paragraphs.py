"""What makes a paragraph what it is: the box of an option, an image."""

from __future__ import annotations

from typing import Any

from convgen.kinds.choice import Choice
from convgen.kinds.picture import Picture
from convgen.language.filters.base import (
    Argument,
    Filter,
    Opening,
    Worth,
    Written,
    a,
    a_text,
    unprintable,
)
from convgen.language.markup_refusals import Refusal
from convgen.language.printing import Box
from convgen.model.absent import Absent
from convgen.model.document import Figure


def _box(choice: Any, option: object) -> object:
    """Ticked if the case takes the option."""
    return Box(choice, str(option))


def _figure(picture: Any, description: Any) -> object:
    """An image, and the words that stand for it."""
    if not isinstance(picture, Picture):
        return picture
    if description is None or isinstance(description, Absent):
        return description
    return Figure(picture, str(description))


BOX = Filter(
    name="case",
    apply=_box,
    takes=a("« {} » n’est pas un choix", Choice),
    gives=unprintable,
    on_a_path=True,
    argument=Argument("une option entre guillemets", 'case("…")', Written.A_TEXT),
    opening=Opening(
        Refusal(
            "une case se place en tête d’alinéa",
            "commencez l’alinéa par elle, hors de toute liste et de tout tableau",
        )
    ),
)
FIGURE = Filter(
    name="figure",
    apply=_figure,
    takes=a("« {} » n’est pas une image", Picture),
    gives=unprintable,
    on_a_path=True,
    worth=Worth.OF_BOTH,
    argument=Argument(
        "un chemin ou un texte",
        "figure(logo.nom)",
        Written.A_PATH_OR_A_TEXT,
        a_text("« {} » n’est pas un texte"),
    ),
    opening=Opening(
        Refusal(
            "une image est seule dans son alinéa",
            "laissez une ligne vide avant et après elle, hors de toute liste et de tout tableau",
        ),
        alone=True,
    ),
)
