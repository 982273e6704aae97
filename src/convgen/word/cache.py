"""Compiled templates on disk, so that a single `convgen render` need not import docxtpl.

An entry is JSON with a fingerprint of its own content, named after the template's bytes
and the versions that made it. Anything wrong with it, or with the folder, means « not there ».
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import tempfile
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from lxml import etree

from convgen import __version__
from convgen.word.archive import Stored
from convgen.word.compilation import Compiled
from convgen.word.stylesheet import ListLevel

_FORMAT = 1


def entry_path(template: bytes) -> Path:
    """Where the compiled form of these bytes is kept."""
    home = os.environ.get("XDG_CACHE_HOME", "")
    root = Path(home) if Path(home).is_absolute() else Path("~/.cache").expanduser()
    made_by = f"{_FORMAT} {__version__} {etree.LXML_VERSION} {_docxtpl()}"
    name = sha256(made_by.encode() + b"\0" + template).hexdigest()
    return root / "convgen" / "templates" / f"{name}.json"


@cache
def _docxtpl() -> str:
    """The fingerprint of docxtpl’s code: to ask for its version would cost 14 ms."""
    spec = find_spec("docxtpl")
    if spec is None or spec.origin is None:
        return ""
    return sha256(Path(spec.origin).with_name("template.py").read_bytes()).hexdigest()


def load(template: bytes) -> Compiled | None:
    """The compiled form of a template seen before; None when it is absent or not sound."""
    try:
        fingerprint, _, payload = entry_path(template).read_bytes().partition(b"\n")
        if fingerprint.decode() != sha256(payload).hexdigest():
            return None
        return _from_json(json.loads(payload))
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, AttributeError):
        return None


def store(template: bytes, compiled: Compiled) -> None:
    """Keep a compiled template, whole or not at all; a folder that refuses is no fault."""
    payload = json.dumps(_to_json(compiled), ensure_ascii=False, sort_keys=True).encode()
    with contextlib.suppress(OSError, RuntimeError):
        path = entry_path(template)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(sha256(payload).hexdigest().encode() + b"\n" + payload)
            Path(temporary).replace(path)
        except OSError:
            Path(temporary).unlink(missing_ok=True)


def _to_json(compiled: Compiled) -> dict[str, Any]:
    return {
        "sources": compiled.sources,
        "static": [
            [part.name, part.crc, part.size, base64.b64encode(part.deflated).decode()]
            for part in compiled.static
        ],
        "numbering": compiled.numbering,
        "first_list": compiled.first_list,
        "lists": compiled.lists,
        "genre_styles": compiled.genre_styles,
        "python_styles": compiled.python_styles,
        "text_width": compiled.text_width,
    }


def _from_json(data: dict[str, Any]) -> Compiled:
    part, head, tail = data["numbering"]
    return Compiled(
        sources=[(name, source) for name, source in data["sources"]],
        static=[
            Stored(name, crc, size, base64.b64decode(deflated, validate=True))
            for name, crc, size, deflated in data["static"]
        ],
        numbering=(part, head, tail),
        first_list=int(data["first_list"]),
        lists={genre: ListLevel(*level) for genre, level in data["lists"].items()},
        genre_styles=dict(data["genre_styles"]),
        python_styles=dict(data["python_styles"]),
        text_width=int(data["text_width"]),
    )
