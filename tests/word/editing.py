"""A .docx edited as a careless hand, or a hostile one, would do it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

MAIN = "word/document.xml"


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def rewrite(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    parts = parts_of(data)
    before = parts[part].decode()
    after = change(before)
    assert after != before, "the edit changed nothing"
    return zipped(parts | {part: after.encode()})


def replace(data: bytes, old: str, new: str, part: str = MAIN, count: int = 1) -> bytes:
    return rewrite(data, part, lambda xml: xml.replace(old, new, count))


def add(data: bytes, name: str, content: bytes) -> bytes:
    return zipped(parts_of(data) | {name: content})


def text_of(data: bytes, part: str = MAIN) -> str:
    return parts_of(data)[part].decode()
