from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from convgen.faults.diagnostic import Code
from convgen.word.charte.inspect import inspect_template
from tests.word.edited_templates import EDITS, NEIGHBOURS
from tests.word.editing import add, replace
from tests.word.examples import assert_told_as_everywhere
from tests.word.house import HOUSE, compound


def findings(tmp_path: Path, data: bytes) -> list[tuple[str, str]]:
    path = tmp_path / "modele.docx"
    path.write_bytes(data)
    found = inspect_template(path)
    assert all(d.span.file == path and d.span.column == 1 for d in found)
    for fault in found:
        assert_told_as_everywhere(fault)
    return [(d.code, d.message) for d in found]


def test_the_house_style_is_without_fault(tmp_path: Path) -> None:
    assert findings(tmp_path, HOUSE) == []


@pytest.mark.parametrize("name", EDITS)
def test_each_fault_is_told(tmp_path: Path, name: str) -> None:
    edit = EDITS[name]
    found = findings(tmp_path, edit.faulty)
    assert {code for code, _ in found} == {edit.code}
    assert [message for _, message in found if edit.told in message], found


@pytest.mark.parametrize("name", NEIGHBOURS)
def test_what_is_sound_is_silent(tmp_path: Path, name: str) -> None:
    assert findings(tmp_path, NEIGHBOURS[name]) == []


def test_every_fault_is_told_at_once_and_where(tmp_path: Path) -> None:
    data = replace(HOUSE, "{{ bandeau }}", "{{ bandeau }")
    data = replace(data, '<w:pStyle w:val="Puce2"/>', '<w:pStyle w:val="Perdu"/>')
    data = replace(data, "{%p elif bloc.genre == 'annexe' %}", "")
    data = add(data, "word/vbaProject.bin", b"x")
    path = tmp_path / "modele.docx"
    path.write_bytes(data)
    found = inspect_template(path)
    assert {d.code for d in found} >= {
        Code.TEMPLATE_TAG,
        Code.TEMPLATE_STYLE,
        Code.TEMPLATE_ACTIVE_CONTENT,
        Code.TEMPLATE_BLOCK_MISSING,
    }
    first = next(d for d in found if d.code == Code.TEMPLATE_TAG)
    assert first.span.line == 2
    assert "(paragraphe 2, corps du texte : « {{ bandeau } »)" in first.message


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("{{ ti\u00adtre }}", "un signe invisible"),
        ("{{ ti\u200btre }}", "un signe invisible"),
        ("{{ titre\ufeff }}", "un signe invisible"),
        ("{{\u2003titre }}", "un signe invisible"),
        ("{{ bloc.texte }}", "écrivez {{r bloc.texte }}"),
        ("{{r titre }}", "écrivez {{ titre }}"),
        ("{{ Reference }}", "écrivez {{ reference }}"),
        ("{% p if bandeau %}", "écrivez {%p if bandeau %}"),
        ("{% elif bloc.genre = 'point_2' %}", "écrivez {%p elif bloc.genre == 'point_2' %}"),
        ("{%p elif bloc.genre == 'paragraf' %}", "les genres de bloc sont : titre, section"),
        ("{{ objet }}", "les seules balises admises sont celles du modèle de la maison"),
    ],
)
def test_a_tag_is_told_with_the_way_out_that_fits(tmp_path: Path, tag: str, told: str) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(replace(HOUSE, "Référence :", tag, "word/header1.xml"))
    (fault,) = inspect_template(path)
    assert told in fault.message + fault.help


def test_an_absent_file_and_a_folder_are_faults_not_failures(tmp_path: Path) -> None:
    for path, why in (
        (tmp_path / "absent.docx", "il n’existe pas"),
        (tmp_path, "c’est un dossier"),
    ):
        (fault,) = inspect_template(path)
        assert (fault.code, bool(fault.help)) == (Code.TEMPLATE_UNREADABLE, True)
        assert why in fault.message


def encrypted(data: bytearray) -> None:
    data[6] |= 1
    data[data.index(b"PK\1\2") + 8] |= 1


@pytest.mark.parametrize(
    ("stream", "told", "way_out"),
    [
        ("WordDocument", "un ancien document Word (.doc)", "rendez-lui son nom en .doc"),
        ("EncryptedPackage", "protégé par un mot de passe", "Chiffrer avec mot de passe"),
        ("Workbook", "un ancien fichier d’Office", "rendez-lui son vrai nom"),
    ],
)
def test_what_word_writes_otherwise_is_told_with_what_to_do_there(
    tmp_path: Path, stream: str, told: str, way_out: str
) -> None:
    path = tmp_path / "modele.docx"
    path.write_bytes(compound(stream))
    (fault,) = inspect_template(path)
    assert fault.code is Code.TEMPLATE_UNREADABLE
    assert told in fault.message
    assert way_out in fault.help
    assert_told_as_everywhere(fault)


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
