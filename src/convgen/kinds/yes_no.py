"""Yes or no."""

from __future__ import annotations

from typing import Annotated

from convgen.french.reading import read_boolean
from convgen.kinds.base.comparison import Comparison, Refused
from convgen.kinds.base.kind import Kind
from convgen.kinds.base.schemas import any_case

YES, NO = "oui", "non"


def _printed(yes: bool) -> str:
    return YES if yes else NO


def _refuses(path: str, text: str) -> Refused | None:
    if text in {YES, NO}:
        return None
    return f"« {path} » vaut oui ou non, jamais « {text} »", 'comparez à "oui" ou à "non"'


KIND = Kind(
    type=bool,
    name="oui_non",
    words="oui ou non",
    read=read_boolean,
    schema={
        "anyOf": [
            {"enum": [YES, NO, True, False, None]},
            {
                "type": "string",
                "pattern": any_case(("oui", "vrai", "true", "non", "faux", "false")),
            },
        ]
    },
    printed=_printed,
    comparison=Comparison(_printed, _refuses),
    example=YES,
    values=(YES, NO),
)
YesNo = Annotated[bool, KIND]
