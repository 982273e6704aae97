"""The settings of a template: what would lock the act, and their order."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from convgen.faults.diagnostic import Code, Severity
from convgen.word.charte.inspect import inspect_package, inspect_template
from convgen.word.charte.settings_order import ORDER, REPEATED
from convgen.word.opc.package import Package, W
from tests.support.office import validate
from tests.word.editing import add, parts_of
from tests.word.house import HOUSE, SETTINGS, in_header

LOCKED, OUT_OF_ORDER = Code.TEMPLATE_LOCKED, Code.TEMPLATE_SETTINGS
NAMES = list(ORDER)
OFF = {"trackRevisions", "attachedTemplate", "mailMerge"}  # told for what they are
ORDERED = [name for name in NAMES if etree.QName(name).localname not in OFF]


def told(tmp_path: Path, data: bytes) -> list[tuple[Code, Severity]]:
    path = tmp_path / "modele.docx"
    path.write_bytes(data)
    return [(fault.code, fault.severity) for fault in inspect_template(path)]


def with_settings(children: str) -> bytes:
    before = parts_of(HOUSE)[SETTINGS].decode()
    return add(
        HOUSE, SETTINGS, f"{before[: before.index('<w:zoom')]}{children}</w:settings>".encode()
    )


def written(names: list[str]) -> str:
    return "".join(
        f'<x:{etree.QName(name).localname} xmlns:x="{etree.QName(name).namespace}"/>'
        for name in names
    )


PROTECTION = '<w:documentProtection w:edit="{}" {}/>'


@pytest.mark.parametrize("edit", ["readOnly", "comments", "trackedChanges", "forms", "none"])
@pytest.mark.parametrize("on", ["1", "true", "on"])
def test_a_protection_is_told(tmp_path: Path, edit: str, on: str) -> None:
    data = with_settings(PROTECTION.format(edit, f'w:enforcement="{on}"'))
    assert told(tmp_path, data) == [(LOCKED, Severity.ERROR)]


@pytest.mark.parametrize("off", ["", 'w:enforcement="0"', 'w:enforcement="false"'])
def test_a_protection_that_was_lifted_is_silent(tmp_path: Path, off: str) -> None:
    assert told(tmp_path, with_settings(PROTECTION.format("readOnly", off))) == []


@pytest.mark.parametrize(
    ("written", "is_told"),
    [
        ('w:recommended="1"', True),
        ('w:hash="abc=" w:salt="d="', True),
        ('w:recommended="0" w:algorithmName="SHA-512" w:hashValue="abc="', True),
        ('w:recommended="0"', False),
        ("", False),
    ],
)
def test_a_lock_on_changes_is_told(tmp_path: Path, written: str, is_told: bool) -> None:
    found = told(tmp_path, with_settings(f"<w:writeProtection {written}/>"))
    assert found == [(LOCKED, Severity.ERROR)] * is_told


FINAL = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property pid="2" name="_MarkAsFinal"><vt:bool>{}</vt:bool></property></Properties>'
)


@pytest.mark.parametrize(("final", "is_told"), [("true", True), ("1", True), ("false", False)])
def test_a_final_template_is_told_as_what_its_act_is_not(
    tmp_path: Path, final: str, is_told: bool
) -> None:
    data = add(HOUSE, "docProps/custom.xml", FINAL.format(final).encode())
    assert told(tmp_path, data) == [(LOCKED, Severity.WARNING)] * is_told


CONTROL = (
    "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent><w:r><w:t>Mairie</w:t></w:r></w:sdtContent></w:sdt>"
)


@pytest.mark.parametrize(
    ("properties", "is_told"),
    [
        ('<w:lock w:val="contentLocked"/>', True),
        ('<w:lock w:val="sdtContentLocked"/>', True),
        ("<w:group/>", True),
        ('<w:lock w:val="sdtLocked"/>', False),
        ('<w:lock w:val="unlocked"/>', False),
        ("<w:text/>", False),
    ],
)
def test_a_locked_control_is_told(tmp_path: Path, properties: str, is_told: bool) -> None:
    found = told(tmp_path, in_header(CONTROL.format(properties)))
    assert found == [(LOCKED, Severity.ERROR)] * is_told


@settings(deadline=None)
@given(names=st.lists(st.sampled_from(ORDERED), max_size=6))
def test_settings_are_told_unless_they_are_in_order(names: list[str]) -> None:
    package = Package(parts_of(with_settings(written(names))))
    codes = {fault.code for fault in inspect_package(package)}
    ranks = [ORDER[name] for name in names]
    once = [name for name in names if etree.QName(name).localname not in REPEATED]
    sound = ranks == sorted(ranks) and len({*once}) == len(once)
    assert codes == (set() if sound else {OUT_OF_ORDER})


def test_what_a_later_word_has_added_stands_anywhere(tmp_path: Path) -> None:
    later = '<w15:docId xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"/>'
    assert told(tmp_path, with_settings(f"{later}<w:zoom/>{later}<w:listSeparator/>{later}")) == []


def test_settings_in_the_words_of_another_word_are_told(tmp_path: Path) -> None:
    strict = b'<w:settings xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"/>'
    found = told(tmp_path, add(HOUSE, SETTINGS, strict))
    assert found == [(Code.TEMPLATE_UNREADABLE, Severity.ERROR)]


@pytest.mark.validator
def test_the_order_is_that_of_the_validator(tmp_path: Path) -> None:
    """Misplaced, an element is « unexpected »; empty, most are only incomplete."""
    in_order, swapped = tmp_path / "a.docx", tmp_path / "b.docx"
    in_order.write_bytes(with_settings(written([n for n in NAMES if "uiCompat" not in n])))
    swapped.write_bytes(with_settings(written([W + "view", W + "writeProtection"])))
    found = validate([in_order, swapped])
    assert not [line for line in found.get(in_order, []) if "unexpected" in line]
    assert [line for line in found[swapped] if "unexpected" in line]
