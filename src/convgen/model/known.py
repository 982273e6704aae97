"""A value of a case, or what stands for its absence."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import Discriminator, GetPydanticSchema, Tag
from pydantic_core import core_schema

from convgen.model.absent import Absent

_AbsentSchema = Annotated[
    Absent, GetPydanticSchema(lambda _s, _h: core_schema.is_instance_schema(Absent))
]


def _tag(value: object) -> str:
    return "@absente" if isinstance(value, Absent) else "@valeur"


T = TypeVar("T")

# A value that must be there, or what stands for its absence.
Known = Annotated[
    Annotated[T, Tag("@valeur")] | Annotated[_AbsentSchema, Tag("@absente")],
    Discriminator(_tag),
]
# The same, or None when the case leaves the key out; a key left empty is a gap all the same.
Optionally = Annotated[
    Annotated[T, Tag("@valeur")]
    | Annotated[_AbsentSchema, Tag("@absente")]
    | Annotated[None, Tag("@vide")],
    Discriminator(_tag),
]
