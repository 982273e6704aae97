from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from convgen.diagnostics import Code
from convgen.word.inspect import inspect_template
from tests.word.edited_templates import FAULTY, HOUSE, NEIGHBOURS, body
from tests.word.editing import add, replace


def findings(tmp_path: Path, data: bytes) -> list[tuple[str, str]]:
    path = tmp_path / "modele.docx"
    path.write_bytes(data)
    found = inspect_template(path)
    assert all(d.span.file == path and d.span.column == 1 for d in found)
    assert all(d.message.endswith(".") for d in found)
    return [(d.code, d.message) for d in found]


def test_the_house_style_is_without_fault(tmp_path: Path) -> None:
    assert findings(tmp_path, HOUSE) == []


@pytest.mark.parametrize("name", FAULTY)
def test_each_fault_is_told(tmp_path: Path, name: str) -> None:
    data, code, told = FAULTY[name]
    found = findings(tmp_path, data)
    assert [message for c, message in found if c == code and told in message], found


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_what_is_sound_is_silent(tmp_path: Path, name: str) -> None:
    assert findings(tmp_path, NEIGHBOURS[name]) == []


def test_every_fault_is_told_at_once_and_where(tmp_path: Path) -> None:
    data = body("{{ bandeau }}", "{{ bandeau }")
    data = replace(data, '<w:pStyle w:val="Puce2"/>', '<w:pStyle w:val="Perdu"/>')
    data = add(data, "word/vbaProject.bin", b"x")
    path = tmp_path / "modele.docx"
    path.write_bytes(data)
    found = inspect_template(path)
    assert {d.code for d in found} == {
        Code.TEMPLATE_TAG,
        Code.TEMPLATE_STYLE,
        Code.TEMPLATE_ACTIVE_CONTENT,
        Code.TEMPLATE_BLOCK_MISSING,
    }
    first = next(d for d in found if d.code == Code.TEMPLATE_TAG)
    assert first.span.line == 2
    assert "paragraphe 2 de word/document.xml : « {{ bandeau } »" in first.message


def test_an_absent_file_and_a_folder_are_faults_not_failures(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.docx", tmp_path):
        assert [d.code for d in inspect_template(path)] == [Code.TEMPLATE_UNREADABLE]


def encrypted(data: bytearray) -> None:
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1


@pytest.mark.parametrize("spoil", [encrypted])
def test_an_encrypted_file_is_a_fault(tmp_path: Path, spoil: Callable[[bytearray], None]) -> None:
    data = bytearray(HOUSE)
    spoil(data)
    assert "chiffré" in findings(tmp_path, bytes(data))[0][1]


def test_damaged_offsets_are_a_fault(tmp_path: Path) -> None:
    data = bytearray(HOUSE)
    place = data.rindex(b"PK\5\6") + 16  # where the directory begins
    data[place : place + 4] = (10**6).to_bytes(4, "little")
    assert findings(tmp_path, bytes(data))[0][0] == Code.TEMPLATE_UNREADABLE


def test_a_part_given_twice_is_a_fault(tmp_path: Path) -> None:
    buffer = io.BytesIO(HOUSE)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr("word/Document.xml", b"<a/>")
    assert "deux fois" in findings(tmp_path, buffer.getvalue())[0][1]
