"""How a value is compared with what a condition writes."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

NUMBER = re.compile(r"-?[0-9]+(?:[.,][0-9]+)?")
Refused = tuple[str, str]  # why, in French, and the way out


class Comparison(NamedTuple):
    """What the values of a kind are compared by, and which literals they can be equal to.

    `worth` gives what is compared; `numeric` says that it is a number. `refuses` takes the path of
    a value and a literal, and tells why the one can never be the other; None when it can.
    """

    worth: Callable[[Any], object]
    refuses: Callable[[str, str], Refused | None]
    numeric: bool = False
    comparable: bool = True


def is_number(text: str) -> bool:
    """True for a text that a number can be equal to."""
    return NUMBER.fullmatch(text) is not None


def itself(value: object) -> object:
    """A value, compared as it is."""
    return value


def _no_number(path: str, text: str) -> Refused | None:
    if is_number(text):
        return None
    return f"« {path} » est un nombre, « {text} » n’en est pas un", 'comparez à un nombre : "1"'


def numbers(worth: Callable[[Any], object]) -> Comparison:
    """Values compared as numbers, by what `worth` gives."""
    return Comparison(worth, _no_number, numeric=True)


def never(path: str, _text: str = "") -> Refused:
    """What has no comparison."""
    message = f"« {path} » ne se compare pas à un texte"
    return message, "testez sa présence, ou comparez l’une de ses parties"


TEXTS = Comparison(itself, lambda _path, _text: None)
INCOMPARABLE = Comparison(itself, never, comparable=False)
