"""Files that a case joins: found where they may be, checked before they are used."""

from __future__ import annotations

import io
import os
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from convgen.case.attachments import CaseFiles
from convgen.yaml.source import read_source


def picture(kind: str = "PNG", size: tuple[int, int] = (30, 20)) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "navy").save(made, kind)
    return made.getvalue()


def of_size(width: int, height: int) -> bytes:
    """A PNG of a few bytes that says it is very large."""

    def chunk(name: bytes, data: bytes) -> bytes:
        body = name + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">2I5B", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(b""))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


@pytest.fixture
def files(tmp_path: Path) -> CaseFiles:
    """A case in a folder of a library, with a common file elsewhere in it."""
    library, folder = tmp_path / "bibliotheque", tmp_path / "bibliotheque/cases/x"
    (library / "cases/communs").mkdir(parents=True)
    folder.mkdir()
    (library / "cases/communs/c.yaml").write_text("terme: 1/1/2027\n", "utf-8")
    case = folder / "fiche.yaml"
    case.write_text("commun: ../communs/c.yaml\nprogramme: x\n", "utf-8")
    source, _ = read_source(case)
    assert source is not None
    return CaseFiles(source, [folder, library])


def put(files: CaseFiles, name: str, data: bytes) -> str:
    file = files.case.file.parent / name
    file.write_bytes(data)
    return name


@pytest.mark.parametrize(("kind", "name"), [("PNG", "png"), ("JPEG", "jpeg")])
def test_an_image_is_taken_as_it_is(files: CaseFiles, kind: str, name: str) -> None:
    data = picture(kind)
    found = files.picture(put(files, "logo", data))
    assert (found.data, found.format, found.width, found.height) == (data, name, 30, 20)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "n’est pas une image PNG ou JPEG"),
        (b"GIF89a" + b"0" * 100, "n’est pas une image PNG ou JPEG"),
        (b"<svg onload='x'/>", "n’est pas une image PNG ou JPEG"),
        (picture()[:-1], "n’est pas une image PNG ou JPEG"),
        (picture()[:-12], "n’est pas une image PNG ou JPEG"),
        (picture()[:45] + b"?" + picture()[46:], "n’est pas une image PNG ou JPEG"),
        (picture()[:-30], "n’est pas une image PNG ou JPEG"),
        (picture("JPEG")[:300], "n’est pas une image PNG ou JPEG"),
        (picture("GIF"), "n’est pas une image PNG ou JPEG"),
        (picture("TIFF"), "n’est pas une image PNG ou JPEG"),
        (of_size(10_000, 10_000), "plus de 20 millions de points"),
        (of_size(2**31 - 1, 2**31 - 1), "millions de points"),
        (picture() + b"0" * 5_000_000, "dépasse 5 Mo"),
    ],
)
def test_what_is_no_image_is_refused(files: CaseFiles, data: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        files.picture(put(files, "logo.png", data))


@pytest.mark.parametrize(
    "place", ["cases/x/a.md", "cases/communs/a.md", "cases/x/sous/a.md", "a.md"]
)
def test_a_path_counts_from_the_case_then_the_common_file_then_the_library(
    files: CaseFiles, place: str
) -> None:
    file = files.roots[-1] / place
    file.parent.mkdir(exist_ok=True)
    file.write_text("Bonjour.\n", "utf-8")
    written = "sous/a.md" if "sous" in place else "a.md"
    assert files.text(written).text == "Bonjour.\n"


def test_the_nearest_file_comes_first(files: CaseFiles) -> None:
    (files.roots[-1] / "a.md").write_text("loin", "utf-8")
    put(files, "a.md", b"pres")
    assert files.text("a.md").text == "pres"


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("absent.md", "texte joint introuvable"),
        ("../../../dehors.md", "hors de la bibliothèque"),
        ("/etc/hostname", "n’est pas un chemin relatif"),
        ("C:\\a.md", "n’est pas un chemin relatif"),
        ("lien.md", "hors de la bibliothèque"),
        ("tube", "introuvable"),
        (".", "introuvable"),
        ("x" * 5000, "ne mène nulle part"),
        ("secret.cfg", "n’est pas un fichier .md ni .txt"),
        ("gros.md", "ne se lit pas"),
        ("latin.md", "ne se lit pas"),
        ("sens.md", "ne se lit pas"),
    ],
)
def test_what_a_case_may_not_join(files: CaseFiles, written: str, words: str) -> None:
    folder = files.case.file.parent
    (files.roots[-1].parent / "dehors.md").write_text("secret", "utf-8")
    (folder / "lien.md").symlink_to(files.roots[-1].parent / "dehors.md")
    os.mkfifo(folder / "tube")
    with (folder / "gros.md").open("wb") as big:
        big.truncate(50_000_000)
    put(files, "secret.cfg", b"x")
    put(files, "latin.md", "été".encode("latin-1"))
    put(files, "sens.md", "a \u202e b".encode())
    with pytest.raises(ValueError, match=words) as caught:
        files.text(written)
    told = [fault.message for fault in getattr(caught.value, "diagnostics", ())]
    expected = {"gros.md": "1 Mo", "latin.md": "UTF-8", "sens.md": "U+202E"}
    assert all(expected[written] in message for message in told)
    assert bool(told) == (written in expected)


def test_a_file_is_read_once(files: CaseFiles) -> None:
    name = put(files, "a.md", b"un")
    first = files.text(name)
    put(files, "a.md", b"deux")
    assert files.text(name) is first
