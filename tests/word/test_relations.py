"""Relations of a template: accepted when they lead to a part of it, refused however else."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from convgen.faults.diagnostic import Code
from convgen.word.charte.first_use import compile_checked
from convgen.word.charte.inspect import inspect_template
from convgen.word.door import fill
from convgen.word.opc.package import Package, source_of
from convgen.word.opc.targets import part_meant
from convgen.word.writing.template import make_template
from tests.word.edited_templates import IMAGE
from tests.word.editing import add, parts_of, replace, zipped
from tests.word.house import HOUSE, OFFICE, RELATIONS, TYPES, in_header, links
from tests.word.specimens import small

PARTS = sorted(parts_of(HOUSE))
SOURCES = ["word/document.xml", "word/settings.xml", "word/header1.xml", "a/b/c.xml", "x.xml", ""]
LINKS = "http://schemas.openxmlformats.org/package/2006/relationships"
OUTSIDE = [
    *("file:///C:/m.dotm", "http://x.fr/m.dotm", "HTTPS://x.fr/m", "hTTp:x", "mailto:a@x.fr"),
    *("//x.fr/m.dotm", "///x.fr/m", "\\\\x\\m.dotm", "C:\\m.dotm", "C:/m.dotm", "\\m", "data:,a"),
    *("../../m.dotm", "../../word/styles.xml", "/../word/styles.xml", "..", "/", "", "."),
    *(" http://x.fr", "\thttp://x.fr", "http%3A//x.fr", "%2e%2e/word/styles.xml", "%2E./a"),
    *("%2fword%2fstyles.xml", "..%5cstyles.xml", "styles.xml?x=//x.fr", "styles.xml/", "a//b"),
    *("NULL", "//word/styles.xml", "styles.xml ", "Styles.XML", "ｆile:///x", "urn:x"),
]
MODES = ("", ' TargetMode="Internal"')
ODD_MODES = ("External", "external", "EXTERNAL", " External", "External ", "internal", "", "X")


def codes(tmp_path: Path, data: bytes) -> set[str]:
    path = tmp_path / "modele.docx"
    path.write_bytes(data)
    return {fault.code for fault in inspect_template(path) if fault.is_error}


def escaped(target: str) -> str:
    return target.replace("\t", "&#9;")


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("target", OUTSIDE)
def test_what_leads_to_no_part_is_refused(tmp_path: Path, target: str, mode: str) -> None:
    data = links(HOUSE, "settings", "attachedTemplate", escaped(target), mode)
    assert codes(tmp_path, data) == {Code.TEMPLATE_EXTERNAL}
    assert compile_checked(data)[0] is None


@pytest.mark.parametrize("mode", ODD_MODES)
def test_a_mode_that_is_not_internal_is_outside(tmp_path: Path, mode: str) -> None:
    data = links(HOUSE, "settings", "theme", "styles.xml", f' TargetMode="{mode}"')
    assert codes(tmp_path, data) == {Code.TEMPLATE_EXTERNAL}


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize(
    "target", ["styles.xml", "./styles.xml", "/word/styles.xml", "../word/styles.xml", "#signet"]
)
def test_what_leads_to_a_part_is_silent(tmp_path: Path, target: str, mode: str) -> None:
    assert codes(tmp_path, links(HOUSE, "settings", "theme", target, mode)) == set()


@pytest.mark.parametrize(
    "name",
    [
        *("_rels/.rels", "word/_rels/settings.xml.rels", "word/_rels/styles.xml.rels"),
        *("ailleurs/_rels/rien.xml.rels", "ailleurs/a.rels", "a.rels", "word/_RELS/b.xml.RELS"),
        "word/glossary/_rels/document.xml.rels",
    ],
)
def test_relations_are_judged_wherever_they_are(tmp_path: Path, name: str) -> None:
    link = f'<Relationship Id="a" Type="{OFFICE}/attachedTemplate" Target="file:///a.dotm"/>'
    before = parts_of(HOUSE).get(name, f'<Relationships xmlns="{LINKS}"></Relationships>'.encode())
    after = before.replace(b"</Relationships>", link.encode() + b"</Relationships>")
    assert codes(tmp_path, add(HOUSE, name, after)) == {Code.TEMPLATE_EXTERNAL}


STEPS = st.sampled_from(
    [
        *(".", "..", "", "word", "docProps", "_rels", "styles.xml", "document.xml", "media"),
        *("%2e%2e", "C:", "http:", "x.fr", "\\\\x", " ", "styles.xml?a", "%2f", "a.xml"),
    ]
)
WRITABLE = re.compile(r"[^\x00-\x1f\x7f-\x9f<&\"\ud800-\udfff\ufffe\uffff]*")
TARGETS = st.one_of(
    st.lists(STEPS, max_size=7).map("/".join),
    st.sampled_from(PARTS).map(lambda part: f"/{part}"),
    st.sampled_from(OUTSIDE),
    st.text(max_size=20),
)


def resolved(target: str, source: str) -> str:
    """Where RFC 3986 leads from the address of a part, written another way than convgen does."""
    done = [] if target.startswith("/") else re.findall(r"([^/]*)/", source)
    for step in target.removeprefix("/").split("/"):
        done = done[:-1] if step == ".." else done if step == "." else [*done, step]
    return "/".join(done)


@given(target=TARGETS, source=st.sampled_from(SOURCES))
def test_a_target_that_means_a_part_means_nothing_else(target: str, source: str) -> None:
    """Whatever the names of the parts: those of a hostile package included."""
    meant = part_meant(target, source)
    path = target.partition("#")[0]
    if not meant or not path:
        assert meant in ("", source)
        return
    parsed = urlsplit(path)
    assert not any((parsed.scheme, parsed.netloc, parsed.query))
    assert not re.search(r"//|[\\:]", path)
    assert re.split(r"[/\\]", unquote(path)).count("..") == path.split("/").count("..")
    assert unquote(path).count("/") == path.count("/")
    assert meant == resolved(path, source)


@given(source=st.sampled_from(SOURCES[:-1]), part=st.sampled_from(PARTS), up=st.booleans())
def test_a_part_is_found_from_any_other(source: str, part: str, up: bool) -> None:
    climb = "../" * source.count("/")
    assert part_meant(f"{climb}{part}" if up else f"/{part}", source) == part


@settings(max_examples=60, deadline=None)
@given(target=TARGETS.filter(WRITABLE.fullmatch))
def test_every_relation_of_an_accepted_template_leads_to_a_part(target: str) -> None:
    data = links(HOUSE, "settings", "theme", target, mode="")
    compiled, faults = compile_checked(data)
    package = Package(parts_of(data))
    inside = part_meant(target, "word/settings.xml") in package.parts
    assert (compiled is not None) == inside
    assert {fault.code for fault in faults} <= {Code.TEMPLATE_EXTERNAL}
    if compiled is not None:
        assert_all_lead_to_parts(fill(make_template(compiled), small()))


def assert_all_lead_to_parts(act: bytes) -> None:
    package = Package(parts_of(act))
    links = [link for name in package.all_relations() for link in package.relations_in(name)]
    assert [link for link in links if link.part not in package.parts] == []


def test_what_a_part_shows_is_in_the_act_wherever_it_was(tmp_path: Path) -> None:
    """The properties of a template stay behind, an image of its header does not."""
    pictured = links(in_header(IMAGE.format("embed")), "header1", "image", "/docProps/a.png", "")
    compiled, faults = compile_checked(add(pictured, "docProps/a.png", b"\x89PNG"))
    assert faults == []
    assert compiled is not None
    act = fill(make_template(compiled), small())
    assert parts_of(act)["docProps/a.png"] == b"\x89PNG"
    assert_all_lead_to_parts(act)


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("_rels/.rels", ""),
        ("word/_rels/document.xml.rels", "word/document.xml"),
        ("a/b/_rels/c.xml.rels", "a/b/c.xml"),
        ("_rels/a.xml.rels", "a.xml"),
        ("a.rels", ""),
    ],
)
def test_relations_have_a_source(name: str, source: str) -> None:
    assert source_of(name) == source


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        (TYPES, "<Override", '<x:Override xmlns:x="x" PartName="/a"/><Override'),
        (TYPES, "<Default", "<Autre/><Default"),
        (RELATIONS, "<Relationship ", '<x:Relationship xmlns:x="x" Target="a:b"/><Relationship '),
        (RELATIONS, "<Relationship ", '<Relationship xml:base="http://x.fr/" '),
        ("_rels/.rels", "<Relationships ", '<Relationships xml:base="http://x.fr/" '),
    ],
)
def test_a_stranger_among_types_and_relations_is_told(
    tmp_path: Path, part: str, old: str, new: str
) -> None:
    assert codes(tmp_path, replace(HOUSE, old, new, part)) == {Code.TEMPLATE_UNREADABLE}


VML = (
    '<w:r><w:pict xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"><v:shape><v:imagedata {}/></v:shape>'
    "</w:pict></w:r>"
)


@pytest.mark.parametrize(
    "data",
    [
        in_header(VML.format('src="logo.png"')),
        in_header(VML.format('o:href="http://x.fr/logo.png"')),
        in_header(VML.format('o:althref="//x.fr/logo.png"')),
        replace(
            HOUSE,
            "<w:decimalSymbol",
            '<w:smartTagType w:name="a" w:url="http://x.fr"/><w:decimalSymbol',
            "word/settings.xml",
        ),
        replace(
            HOUSE,
            "<w:decimalSymbol",
            '<sl:schemaLibrary xmlns:sl="http://schemas.openxmlformats.org/schemaLibrary/2006/main">'
            '<sl:schema sl:schemaLocation="http://x.fr/a.xsd"/></sl:schemaLibrary><w:decimalSymbol',
            "word/settings.xml",
        ),
    ],
)
def test_an_address_without_a_relation_is_refused(tmp_path: Path, data: bytes) -> None:
    assert codes(tmp_path, data) == {Code.TEMPLATE_EXTERNAL}


def test_a_schema_that_sharepoint_keeps_is_no_address(tmp_path: Path) -> None:
    schema = (
        b'<xs:import xmlns:xs="http://www.w3.org/2001/XMLSchema" schemaLocation="http://x.fr"/>'
    )
    assert codes(tmp_path, add(HOUSE, "customXml/item1.xml", schema)) == set()


def test_a_part_is_inspected_whatever_the_end_of_its_name(tmp_path: Path) -> None:
    parts = parts_of(HOUSE)
    settings = parts.pop("word/settings.xml")
    parts["word/settings.dat"] = settings.replace(b"<w:zoom", b"<w:mailMerge/><w:zoom")
    for name in (TYPES, RELATIONS):
        parts[name] = parts[name].replace(b"settings.xml", b"settings.dat")
    assert Code.TEMPLATE_EXTERNAL in codes(tmp_path, zipped(parts))
