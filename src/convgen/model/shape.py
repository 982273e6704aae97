"""What a path of a case leads to, read from the annotations of its model."""

from __future__ import annotations

import types
from dataclasses import dataclass, replace
from typing import Annotated, Any, Union, get_args, get_origin
from weakref import WeakKeyDictionary

from pydantic import BaseModel

from convgen.kinds.base.kind import Kind
from convgen.model.absent import Absent


@dataclass(frozen=True, slots=True)
class Shape:
    """The type of a value, whether it is a list of them, whether it may be absent.

    `kind` is that of a plain value, None for a group.
    """

    type: type[Any]
    many: bool = False
    optional: bool = False
    kind: Kind[Any] | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of its parts, none for a plain value."""
        return tuple(self.type.model_fields) if issubclass(self.type, BaseModel) else ()

    def child(self, name: str) -> Shape | None:
        """The shape of one part, None if there is no such part."""
        if self.many or not issubclass(self.type, BaseModel) or name not in self.type.model_fields:
            return None
        return _child(self.type, name)

    def item(self) -> Shape:
        """The shape of one element of a list."""
        return Shape(self.type, kind=self.kind)


_children: WeakKeyDictionary[type[BaseModel], dict[str, Shape]] = WeakKeyDictionary()
"""The shapes read so far. Each goes with its model: a programme being edited has many."""


def _child(group: type[BaseModel], name: str) -> Shape:
    known = _children.setdefault(group, {})
    if name not in known:
        known[name] = shape_of(group.model_fields[name].annotation)
    return known[name]


def shape_of(annotation: Any) -> Shape:
    """Read a field's annotation, gaps set aside."""
    origin = get_origin(annotation)
    if origin is Annotated:
        bare, *marks = get_args(annotation)
        kind = next((mark for mark in marks if isinstance(mark, Kind)), None)
        return replace(shape_of(bare), kind=kind) if kind is not None else shape_of(bare)
    if origin in (Union, types.UnionType):
        members = {member: _bare(member) for member in get_args(annotation)}
        shape = shape_of(next(m for m, b in members.items() if b not in (Absent, type(None))))
        return replace(shape, optional=shape.optional or type(None) in members.values())
    if origin is tuple:
        inner = shape_of(get_args(annotation)[0])
        return Shape(inner.type, many=True, kind=inner.kind)
    return Shape(annotation)


def _bare(annotation: Any) -> Any:
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    return annotation


def shape_at(model: type[BaseModel], loc: tuple[str | int, ...]) -> Shape | None:
    """The shape of a place of a case, None where the model has nothing."""
    shape: Shape | None = Shape(model)
    for segment in loc:
        if shape is not None and shape.many:
            shape = shape.item()
        if shape is not None and isinstance(segment, str):
            shape = shape.child(segment)
    return shape


def label_of(model: type[BaseModel], loc: tuple[str | int, ...]) -> str:
    """Name a place of a case in French, as « il manque … » wants it.

    >>> label_of(case, ("parties", "porteur", "habilitation", "date"))
    'date de l’acte d’habilitation de la Métropole'
    """
    label, owner, role, shape = "", "", "", Shape(model)
    for segment in loc:
        if isinstance(segment, int):
            if shape.many:
                label = f"{label} (n° {segment + 1})" if segment and not owner else label
                shape = shape.item()
            continue
        shape = shape.item() if shape.many else shape
        if not issubclass(shape.type, BaseModel) or segment not in shape.type.model_fields:
            return label or str(segment)
        info = shape.type.model_fields[segment]
        label = info.title or str(segment)
        extra = info.json_schema_extra
        if isinstance(extra, dict) and "de" in extra:
            owner, role = str(extra["de"]), label
        shape = shape_of(info.annotation)
    return f"{label} {owner}" if owner and label != role else label
