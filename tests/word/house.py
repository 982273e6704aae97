"""The house style with one thing changed: a style, a list, a link, a header."""

from __future__ import annotations

from tests.word.conftest import HOUSE_STYLE
from tests.word.editing import add, parts_of, replace, zipped

HOUSE = HOUSE_STYLE.read_bytes()
RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
HEADER, STYLES, NUMBERING = "word/header1.xml", "word/styles.xml", "word/numbering.xml"
FIRST_HEADER, SETTINGS = "word/header2.xml", "word/settings.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_LINKS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
OUTSIDE = ' TargetMode="External"'


def numbering(old: str, new: str, data: bytes = HOUSE) -> bytes:
    return replace(data, old, new, NUMBERING)


def styles(old: str, new: str, data: bytes = HOUSE) -> bytes:
    return replace(data, old, new, STYLES)


def everywhere(data: bytes, part: str, *changes: tuple[str, str]) -> bytes:
    """Every occurrence of some texts replaced."""
    for old, new in changes:
        data = replace(data, old, new, part, count=-1)
    return data


def compound(stream: str) -> bytes:
    """How a file of the Office of before 2007, or one under a password, begins and names parts."""
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le")


def relation(kind: str, target: str, mode: str = "") -> str:
    return f'<Relationship Id="rId99" Type="{OFFICE}/{kind}" Target="{target}"{mode}/>'


def link(kind: str, target: str, mode: str = OUTSIDE) -> bytes:
    new = relation(kind, target, mode) + "</Relationships>"
    return replace(HOUSE, "</Relationships>", new, RELATIONS)


def links(data: bytes, owner: str, kind: str, target: str, mode: str = OUTSIDE) -> bytes:
    xml = f"{_LINKS}{relation(kind, target, mode)}</Relationships>"
    return add(data, f"word/_rels/{owner}.xml.rels", xml.encode())


def in_header(xml: str, data: bytes = HOUSE) -> bytes:
    return replace(data, "</w:hdr>", f"<w:p>{xml}</w:p></w:hdr>", HEADER)


def field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def moved(data: bytes, header: str) -> bytes:
    """The same template, its first header in another folder."""
    parts = parts_of(data)
    name = header.rpartition("/")[2]
    parts[f"ailleurs/{name}"] = parts.pop(header)
    return everywhere(
        everywhere(zipped(parts), RELATIONS, (f'"{name}"', f'"../ailleurs/{name}"')),
        TYPES,
        (f'"/{header}"', f'"/ailleurs/{name}"'),
    )


def named(name: str, element: str, data: bytes = HOUSE) -> bytes:
    """The style of that name, with something more in it."""
    return styles(f'<w:name w:val="{name}"/>', f'<w:name w:val="{name}"/>{element}', data)


def based(name: str, on: str) -> bytes:
    old = f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/>'
    return styles(old, old.replace('"Normal"', f'"{on}"'))


def taken_up(change: str, level: int = 0) -> bytes:
    """The list of articles, taken up by its styles with a change of its own."""
    instance = '<w:num w:numId="1"><w:abstractNumId w:val="0"/>'
    return numbering(
        instance, f'{instance}<w:lvlOverride w:ilvl="{level}">{change}</w:lvlOverride>'
    )


def annexes_under_titles(label: str, more: str = "") -> bytes:
    """Annexes at the second level of the list of titles."""
    level = (
        f'<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{more}'
        f'<w:pStyle w:val="Annexe"/><w:lvlText w:val="{label}"/></w:lvl>'
    )
    after = '</w:abstractNum><w:abstractNum w:abstractNumId="2">'
    numbered = '<w:numPr>{}<w:numId w:val="{}"/></w:numPr>'
    return styles(
        numbered.format("", 3),
        numbered.format('<w:ilvl w:val="1"/>', 2),
        numbering(after, level + after),
    )


def deeper_annexes(label: str) -> bytes:
    """Annexes at the second level of a list of which nothing has the first."""
    level = (
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Annexe"/><w:lvlText w:val="{label}"/></w:lvl>'
    )
    after = '</w:abstractNum><w:abstractNum w:abstractNumId="3">'
    return numbering(
        '<w:pStyle w:val="Annexe"/><w:lvlText w:val="Annexe\u00a0%1"/>',
        '<w:lvlText w:val="%1"/>',
        numbering(after, level + after),
    )
