"""What convgen writes by itself in an act: short texts of the library, read like clauses.

`clauses/mentions/<name>.md` of a library, else of the one that comes with convgen.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from convgen.kinds import choice, date, integer, text
from convgen.kinds.base.kind import Kind
from convgen.language.scope import FORMS, Scope, Symbol, TextSymbol
from convgen.model.deliberation import Visa
from convgen.model.party import NATURES
from convgen.model.shape import Shape

THEME: Final = "mentions"


def _plain(kind: Kind[object]) -> Shape:
    return Shape(kind.type, optional=True, kind=kind)


_TEXT, _DATE, _ORGAN = _plain(text.KIND), _plain(date.KIND), TextSymbol(FORMS)  # type: ignore[arg-type]
_NATURE = _plain(choice.choice(NATURES))  # type: ignore[arg-type]
SCOPES: Final[Mapping[str, Scope]] = {
    name: Scope(names)
    for name, names in {
        "visa": dict[str, Symbol]({"visa": Shape(Visa)}),
        "personne": dict[str, Symbol]({"nom": _TEXT, "representant": _TEXT}),
        "habilitation": dict[str, Symbol](
            {
                "nature": _NATURE,
                "acte": _TEXT,
                "organe": _ORGAN,
                "numero": _TEXT,
                "date": _DATE,
                "recue_le": _DATE,
            }
        ),
        "deliberation": dict[str, Symbol]({"numero": _TEXT, "date": _DATE}),
        "annexe": dict[str, Symbol](
            {
                "rang": _plain(integer.KIND),  # type: ignore[arg-type]
                "connue": _TEXT,
                "numero": _TEXT,
                "organe": _ORGAN,
                "date": _DATE,
            }
        ),
    }.items()
}
"""The mentions that there are, and the names that each may read."""


def is_mention(clause: str) -> bool:
    """Is this the name of a mention, that no plan takes?"""
    theme, _, name = clause.partition("/")
    return theme == THEME and name in SCOPES
