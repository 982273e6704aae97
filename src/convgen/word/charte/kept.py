"""Compiled templates on disk, so that a single `convgen render` need not import docxtpl.

What names an entry, and keeps it private: `convgen.cache`.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

from convgen import cache
from convgen.model.labels import Level
from convgen.word.charte.compiled import Compiled
from convgen.word.charte.layout import sound
from convgen.word.charte.stylesheet import ListLevel
from convgen.word.opc.archive import Stored

_ROOM = "templates"


def entry_path(template: bytes) -> Path:
    """Where the compiled form of these bytes is kept."""
    return cache.path_of(_ROOM, cache.key_of(template))


def load(template: bytes) -> Compiled | None:
    """The compiled form of a template seen before; None when it is absent or not sound."""
    return cache.load(_ROOM, cache.key_of(template), _typed)


def store(template: bytes, compiled: Compiled) -> None:
    """Keep a compiled template; a folder that refuses is no fault."""
    cache.store(_ROOM, cache.key_of(template), _to_json(compiled))


def _to_json(compiled: Compiled) -> dict[str, Any]:
    return {
        "layouts": compiled.layouts,
        "static": [
            [part.name, part.crc, part.size, b64encode(part.deflated).decode()]
            for part in compiled.static
        ],
        "numbering": compiled.numbering,
        "first_list": compiled.first_list,
        "lists": compiled.lists,
        "levels": compiled.levels,
        "genre_styles": compiled.genre_styles,
        "python_styles": compiled.python_styles,
        "text_width": compiled.text_width,
        "drawings": sorted(compiled.drawings),
    }


def _typed(data: dict[str, Any]) -> Compiled:
    """An entry, typed. Raises ValueError, TypeError or KeyError for anything else."""
    part, head, tail = data["numbering"]
    return Compiled(
        layouts=[(_text(name), sound(layout)) for name, layout in data["layouts"]],
        static=[
            Stored(_text(name), _number(crc), _number(size), b64decode(deflated, validate=True))
            for name, crc, size, deflated in data["static"]
        ],
        numbering=(_text(part), _text(head), _text(tail)),
        first_list=_number(data["first_list"]),
        lists={
            _text(genre): ListLevel(_text(definition), _number(level))
            for genre, (definition, level) in data["lists"].items()
        },
        levels={name: tuple(map(_level, all_)) for name, all_ in data["levels"].items()},
        genre_styles={genre: _text(style) for genre, style in data["genre_styles"].items()},
        python_styles={name: _text(style) for name, style in data["python_styles"].items()},
        text_width=_number(data["text_width"]),
        drawings=frozenset(map(_number, data["drawings"])),
    )


def _level(data: Any) -> Level:
    text, kind, start, restart, legal = data
    if type(legal) is not bool:
        raise TypeError("not a level of a list")
    return Level(_text(text), _text(kind), _number(start), _number(restart), legal)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("not a text")
    return value


def _number(value: Any) -> int:
    if type(value) is not int or value < 0:
        raise TypeError("not a number")
    return value
