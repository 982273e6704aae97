"""The zip around a Word file: read within bounds, written byte for byte the same each time."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import NamedTuple

MAX_ARCHIVE = 16 * 1024 * 1024
MAX_MEMBERS = 512
MAX_TOTAL = 64 * 1024 * 1024
MAX_RATIO = 200
_RATIO_MATTERS_FROM = 1024 * 1024
_MEGABYTE = 1024 * 1024

# What the standard zipfile lets out on damaged bytes, as fuzzing has shown.
_ZIP_FAILURES = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError),
    *(NotImplementedError, RuntimeError, ValueError),
)

_UTF8_NAMES = 0x800
_ENCRYPTED = 0x1
_MIDNIGHT_1980 = (0, 0x21)  # the only date that every zip tool can hold: never the clock's


class UnsafeArchiveError(ValueError):
    """Bytes that are not a zip, or a zip that must not be opened. `faults` says why, in French."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(" ; ".join(faults))
        self.faults = faults


class Stored(NamedTuple):
    """A member as it lies in a zip: its deflated bytes, with the size and CRC of the plain ones."""

    name: str
    crc: int
    size: int
    deflated: bytes


def read_members(data: bytes, *, more: int = 0) -> dict[str, bytes]:
    """Every member of a zip, in its order. Raises UnsafeArchiveError before inflating too much.

    `more` is how many bytes the zip may have beyond what a template may have.
    """
    if len(data) > MAX_ARCHIVE + more:
        raise UnsafeArchiveError([f"le fichier dépasse {MAX_ARCHIVE // _MEGABYTE} Mo"])
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
            if faults := list(_dangers(members, MAX_TOTAL + more)):
                raise UnsafeArchiveError(faults)
            return {m.filename: archive.read(m) for m in members if not m.is_dir()}
    except UnsafeArchiveError:
        raise
    except _ZIP_FAILURES as error:
        raise UnsafeArchiveError(["ce n’est pas une archive zip lisible"]) from error


def _dangers(members: list[zipfile.ZipInfo], most: int) -> Iterator[str]:
    if len(members) > MAX_MEMBERS:
        yield f"l’archive compte {len(members)} fichiers, plus de {MAX_MEMBERS}"
    if sum(m.file_size for m in members) > most:
        yield f"l’archive, une fois ouverte, dépasse {most // _MEGABYTE} Mo"
    seen: set[str] = set()
    for member in members:
        name = member.filename
        if _escapes(name):
            yield f"le nom interne « {name} » sort de l’archive"
        if name.casefold() in seen:
            yield f"le nom interne « {name} » figure deux fois"
        seen.add(name.casefold())
        if member.flag_bits & _ENCRYPTED:
            yield f"« {name} » est chiffré"
        if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            yield f"« {name} » est compressé par une méthode inconnue de Word"
        if _swells(member):
            yield f"« {name} » est compressé plus de {MAX_RATIO} fois (bombe de décompression)"


def _escapes(name: str) -> bool:
    return (
        name.startswith("/")
        or "\\" in name
        or ":" in name
        or any(part == ".." for part in name.split("/"))
    )


def _swells(member: zipfile.ZipInfo) -> bool:
    big = member.file_size > _RATIO_MATTERS_FROM
    return big and member.file_size > MAX_RATIO * max(member.compress_size, 1)


def deflate(name: str, data: bytes, level: int = 6) -> Stored:
    """Compress one member."""
    packer = zlib.compressobj(level, zlib.DEFLATED, -15)
    return Stored(name, zlib.crc32(data), len(data), packer.compress(data) + packer.flush())


def inflate(member: Stored) -> bytes:
    """The plain bytes of a member that convgen itself has compressed."""
    return zlib.decompress(member.deflated, -15)


def write(members: Iterable[Stored]) -> bytes:
    """A zip of members already deflated, in the order given, with a fixed date.

    The standard `zipfile` cannot copy deflated bytes, and compressing the unchanged
    parts of a template again would cost more than making the document.
    """
    body: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for name, crc, size, deflated in members:
        encoded = name.encode()
        flags = 0 if name.isascii() else _UTF8_NAMES
        common = (flags, 8, *_MIDNIGHT_1980, crc, len(deflated), size, len(encoded), 0)
        body += (struct.pack("<4s5H3I2H", b"PK\3\4", 20, *common), encoded, deflated)
        directory.append(
            struct.pack("<4s2H4H3I5H2I", b"PK\1\2", 20, 20, *common, 0, 0, 0, 0, offset) + encoded
        )
        offset += 30 + len(encoded) + len(deflated)
    index = b"".join(directory)
    count = len(directory)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, count, count, len(index), offset, 0)
    return b"".join((*body, index, end))
