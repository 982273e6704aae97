"""Compiled templates on disk, so that a single `convgen render` need not import docxtpl.

An entry is named after the template's bytes and the versions that made it.
"""

from __future__ import annotations

import base64
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree

from convgen import __version__
from convgen import cache as disk
from convgen.model.labels import Level
from convgen.word.charte.compiled import Compiled
from convgen.word.charte.layout import sound
from convgen.word.charte.stylesheet import ListLevel
from convgen.word.opc.archive import Stored

_FORMAT = 3
_ROOM = "templates"


def entry_path(template: bytes) -> Path:
    """Where the compiled form of these bytes is kept."""
    return disk.path_of(_ROOM, _key(template))


def _key(template: bytes) -> str:
    return disk.key_of(f"{_FORMAT} {__version__} {etree.LXML_VERSION} {_docxtpl()}", template)


@cache
def _docxtpl() -> str:
    """The fingerprint of docxtpl’s code: to ask for its version would cost 14 ms."""
    spec = find_spec("docxtpl")
    if spec is None or spec.origin is None:
        return ""
    return sha256(Path(spec.origin).with_name("template.py").read_bytes()).hexdigest()


def load(template: bytes) -> Compiled | None:
    """The compiled form of a template seen before; None when it is absent or not sound."""
    data: Any = disk.load(_ROOM, _key(template))
    try:
        return _from_json(data)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def store(template: bytes, compiled: Compiled) -> None:
    """Keep a compiled template; a folder that refuses is no fault."""
    disk.store(_ROOM, _key(template), _to_json(compiled))


def _to_json(compiled: Compiled) -> dict[str, Any]:
    return {
        "layouts": compiled.layouts,
        "static": [
            [part.name, part.crc, part.size, base64.b64encode(part.deflated).decode()]
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


def _from_json(data: dict[str, Any]) -> Compiled:
    part, head, tail = data["numbering"]
    return Compiled(
        layouts=[(name, sound(layout)) for name, layout in data["layouts"]],
        static=[
            Stored(name, crc, size, base64.b64decode(deflated, validate=True))
            for name, crc, size, deflated in data["static"]
        ],
        numbering=(part, head, tail),
        first_list=int(data["first_list"]),
        lists={genre: ListLevel(*level) for genre, level in data["lists"].items()},
        levels={name: tuple(Level(*one) for one in all_) for name, all_ in data["levels"].items()},
        genre_styles=dict(data["genre_styles"]),
        python_styles=dict(data["python_styles"]),
        text_width=int(data["text_width"]),
        drawings=frozenset(map(int, data["drawings"])),
    )
