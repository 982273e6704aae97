"""From a checked Word template to plain data: layouts, and parts to copy as they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from lxml import etree

from convgen.model.labels import Level
from convgen.word.charte.compiled import APP, CORE, Compiled
from convgen.word.charte.layout import Layout
from convgen.word.charte.layout_reading import (
    KEEP_NEXT,
    NUMBERING,
    ForbiddenTemplateError,
    lay_out,
)
from convgen.word.charte.stylesheet import ListLevel, StyleSheet, read_stylesheet
from convgen.word.charte.template_tags import Paragraph, branches, paragraphs
from convgen.word.opc import archive
from convgen.word.opc import package as opc
from convgen.word.opc.archive import Stored
from convgen.word.opc.content_types import xml_parts
from convgen.word.opc.package import Element, Package, W
from convgen.word.vocabulary import BLOCK, PYTHON_STYLES

_APP_XML = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/'
    b'extended-properties"><DocSecurity>0</DocSecurity></Properties>'
)
_CONTENT_TYPE = {
    "/" + CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    "/" + APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_PROPERTIES = ("docProps/", "docMetadata/")
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
# What the schema wants before w:numPr in w:pPr; everything else comes after it.
_BEFORE_NUMBERING = frozenset(
    W + name
    for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_A4_TEXT_WIDTH, _MARGIN = 9070, 1418  # twips, where the template does not say
_EMPTY_RUN = '<w:r><w:t xml:space="preserve"></w:t></w:r>'  # docxtpl leaves two around {{r
_MARKS_OF_WORD = (W + "bookmarkStart", W + "bookmarkEnd", W + "proofErr")


def compile_package(package: Package) -> Compiled:
    """Compile a template that the inspection has found without fault.

    Raises ForbiddenTemplateError for anything but fixed slots.
    """
    from docxtpl import DocxTemplate  # noqa: PLC0415 - 125 ms, spent only when nothing is cached

    patch = DocxTemplate("").patch_xml
    main = package.main
    templated = [main, *_with_slots(package)]
    numbering = package.related(main, opc.NUMBERING)[0]
    sheet = read_stylesheet(package)
    root = opc.parse(package.parts[main])
    genre_styles, lists, levels = read_numbering(root, sheet)
    head, tail, first_list = _split_numbering(package.parts[numbering])
    return Compiled(
        layouts=[(name, _layout(name, package, patch)) for name in templated],
        static=_static_members(package, without={*templated, numbering}),
        numbering=(numbering, head, tail),
        first_list=first_list,
        lists=lists,
        levels=levels,
        genre_styles=genre_styles,
        python_styles={name: sheet.id_of(name, kind) for name, kind in PYTHON_STYLES.items()},
        text_width=_text_width(root),
        drawings=_drawings(package),
    )


def _layout(name: str, package: Package, patch: Callable[[str], str]) -> Layout:
    """The layout of a part, whose name is told with what it must not hold."""
    try:
        return lay_out(_jinja_source(package.parts[name], patch))
    except ForbiddenTemplateError as error:
        raise ForbiddenTemplateError(f"{error} de « {name} »") from error


def _with_slots(package: Package) -> list[str]:
    """The headers and footers that a document changes; a plain « Page X sur Y » does not."""
    return [
        name
        for name in package.headers_and_footers()
        if any(paragraph.tags for paragraph in paragraphs(opc.parse(package.parts[name])))
    ]


class Numbering(NamedTuple):
    """How a template numbers: the style and the list level of each genre, the levels of lists."""

    genre_styles: dict[str, str]
    lists: dict[str, ListLevel]
    levels: dict[str, tuple[Level, ...]]


def read_numbering(root: Element, sheet: StyleSheet) -> Numbering:
    """Read how the template whose main part is `root` numbers."""
    styles = {genre: paragraph.style for genre, paragraph in branches(paragraphs(root)).items()}
    found = {genre: sheet.list_level(style) for genre, style in styles.items()}
    lists = {genre: level for genre, level in found.items() if level is not None}
    levels = {level.definition: sheet.levels[level.definition] for level in lists.values()}
    return Numbering(styles, lists, levels)


def _jinja_source(part: bytes, patch: Callable[[str], str]) -> str:
    """What docxtpl understands of a part, with the two slots of a block's own properties."""
    root = opc.parse(part)
    etree.strip_elements(root, *_MARKS_OF_WORD, with_tail=False)
    body = root.find(W + "body")
    for paragraph in paragraphs(root):
        if any(tag.scope for tag in paragraph.tags):
            _leave_the_tag_alone(paragraph)
        elif body is not None and not paragraph.tags and paragraph.node.getparent() is body:
            body.remove(paragraph.node)  # an empty line between two tags
    source = patch(etree.tostring(root, encoding="unicode")).replace(_EMPTY_RUN, "")
    for slot in (KEEP_NEXT, NUMBERING):
        source = source.replace(f"<w:{slot}/>", f"{{{{ {BLOCK}.{slot} }}}}")
    return source


def _leave_the_tag_alone(paragraph: Paragraph) -> None:
    """Reduce a paragraph to its properties and one run that holds its tag.

    Word scatters a tag over runs and gives the paragraph identifiers of its own,
    which must not be repeated with each block.
    """
    node = paragraph.node
    properties = node.find(W + "pPr")
    node.attrib.clear()
    del node[:]
    if properties is not None:
        _open_slots(properties)
        node.append(properties)
    run = etree.SubElement(node, W + "r")
    etree.SubElement(run, W + "t").text = paragraph.text.strip()


def _open_slots(properties: Element) -> None:
    """Leave room for « keep with next » and the list instance, where the schema wants them."""
    for written in properties.findall(W + "numPr"):
        properties.remove(written)
    style = properties.find(W + "pStyle")
    place = 0 if style is None else 1
    if properties.find(W + "keepNext") is None:
        properties.insert(place, etree.Element(W + KEEP_NEXT))
        place += 1
    while place < len(properties) and properties[place].tag in _BEFORE_NUMBERING:
        place += 1
    properties.insert(place, etree.Element(W + NUMBERING))


def _split_numbering(data: bytes) -> tuple[str, str, int]:
    """The numbering part, cut where new instances go, and the first free instance number."""
    root = opc.parse(data)
    instances = root.findall(W + "num")
    mark = etree.Comment("convgen")
    instances[-1].addnext(mark)
    head, tail = etree.tostring(root, encoding="unicode").split("<!--convgen-->")
    return head, tail, 1 + max(opc.number(num.get(W + "numId")) for num in instances)


def _text_width(root: Element) -> int:
    section = root.find(f"{W}body/{W}sectPr")
    size = None if section is None else section.find(W + "pgSz")
    margins = None if section is None else section.find(W + "pgMar")
    if size is None or margins is None:
        return _A4_TEXT_WIDTH
    left, right = (opc.number(margins.get(W + side), _MARGIN) for side in ("left", "right"))
    return opc.number(size.get(W + "w"), _A4_TEXT_WIDTH + 2 * _MARGIN) - left - right


def _drawings(package: Package) -> frozenset[int]:
    """The identifiers of the drawings that the template brings, in a header for instance."""
    roots = map(package.root, xml_parts(package))
    return frozenset(opc.number(node.get("id")) for root in roots for node in root.iter(_DRAWING))


def _static_members(package: Package, without: set[str]) -> list[Stored]:
    """The members to copy, content types and root relations first.

    The properties of the template (author, company, thumbnail, labels) stay behind:
    a convention has its own.
    """
    left = _left_behind(package)
    own = {
        opc.CONTENT_TYPES: _content_types(package, left),
        opc.ROOT_RELATIONS: _root_relations(package.main),
        APP: _APP_XML,
    }
    kept = {
        name: data
        for name, data in package.parts.items()
        if name not in own and name not in without and name not in left
    }
    return [archive.deflate(name, data, level=9) for name, data in (own | kept).items()]


def _left_behind(package: Package) -> set[str]:
    """The properties of the template, but for what one of its parts shows: an image, say."""
    sources = filter(opc.source_of, package.all_relations())
    shown = {link.part for name in sources for link in package.relations_in(name)} - {CORE, APP}
    properties = {name for name in package.parts if name.startswith(_PROPERTIES)}
    return properties - shown | {CORE, APP}


def _content_types(package: Package, left: set[str]) -> bytes:
    root = opc.parse(package.parts[opc.CONTENT_TYPES])
    for override in root.findall(opc.TYPES + "Override"):
        if override.get("PartName", "").lstrip("/") in left:
            root.remove(override)
    for name, kind in _CONTENT_TYPE.items():
        etree.SubElement(root, opc.TYPES + "Override", PartName=name, ContentType=kind)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _root_relations(main: str) -> bytes:
    links = (
        (opc.OFFICE_DOCUMENT, main),
        (opc.CORE_PROPERTIES, CORE),
        (opc.EXTENDED_PROPERTIES, APP),
    )
    root = etree.Element(opc.RELATIONS + "Relationships", nsmap={None: opc.RELATIONS[1:-1]})  # type: ignore[dict-item]
    for number, (kind, target) in enumerate(links, start=1):
        etree.SubElement(
            root, opc.RELATIONS + "Relationship", Id=f"rId{number}", Type=kind, Target=target
        )
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
