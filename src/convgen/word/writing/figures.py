"""Images: a drawing in its paragraph, and one part of the file for each different image."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from functools import cached_property
from itertools import count
from typing import NamedTuple

from lxml import etree

from convgen.kinds.picture import Picture
from convgen.model.document import Figure
from convgen.word.charte.compiled import Compiled
from convgen.word.opc import archive
from convgen.word.opc import package as opc
from convgen.word.opc.archive import Stored
from convgen.word.opc.xml_text import escape_attribute

_PIXEL, _TWIP = 9525, 635  # in English metric units: 96 pixels, 1440 twips an inch
_TALLEST = 2_160_000  # 6 cm
_NOT_COMPRESSED = 0  # an image is compressed already
_DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    'wordprocessingDrawing" distT="0" distB="0" distL="0" distR="0">'
    '<wp:extent cx="{width}" cy="{height}"/>'
    '<wp:docPr id="{id}" name="Image {id}" descr="{description}"/><wp:cNvGraphicFramePr>'
    '<a:graphicFrameLocks xmlns:a="{a}" noChangeAspect="1"/></wp:cNvGraphicFramePr>'
    '<a:graphic xmlns:a="{a}"><a:graphicData uri="{pic}"><pic:pic xmlns:pic="{pic}"><pic:nvPicPr>'
    '<pic:cNvPr id="{id}" name="Image {id}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
    '<a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm><a:prstGeom prst="rect">'
    "<a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></w:r>"
)
_NAMESPACES = {
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}


class _Image(NamedTuple):
    """An image of the file: the relation that leads to it, and its part."""

    relation: str
    part: str
    picture: Picture


class Figures:
    """Hands out one part for each image of a document, and one identifier for each drawing."""

    def __init__(self, template: Compiled) -> None:
        self._template = template
        self._main = template.layouts[0][0]
        self._images: dict[bytes, _Image] = {}
        self._free_ids = (n for n in count(1) if n not in template.drawings)

    def drawing_xml(self, figure: Figure) -> str:
        """The run that shows an image, with its alternative text."""
        width, height = extent(figure.picture, self._template.text_width)
        return _DRAWING.format(
            width=width,
            height=height,
            id=next(self._free_ids),
            description=escape_attribute(figure.description),
            relation=self._image(figure.picture).relation,
            **_NAMESPACES,
        )

    def _image(self, picture: Picture) -> _Image:
        if picture.data not in self._images:
            number = next(self._free_numbers)
            part = posixpath.join(self._folder, f"figure{number}.{picture.format}")
            self._images[picture.data] = _Image(f"figure{number}", part, picture)
        return self._images[picture.data]

    @property
    def _folder(self) -> str:
        return posixpath.join(posixpath.dirname(self._main), "media")

    @cached_property
    def _free_numbers(self) -> Iterator[int]:
        """Numbers that neither the parts nor the relations of the template use."""
        links = opc.parse(self._inflated(opc.relations_of(self._main)))
        names = {link.get("Id", "") for link in links}
        names |= {posixpath.splitext(member.name)[0] for member in self._template.static}
        taken = {name.casefold() for name in names}
        stem = posixpath.join(self._folder, "figure")
        return (n for n in count(1) if not {f"figure{n}", f"{stem}{n}".casefold()} & taken)

    def _inflated(self, name: str) -> bytes:
        return archive.inflate(next(m for m in self._template.static if m.name == name))

    def members(self) -> list[Stored]:
        """The members that the template gives as they are, and those of the images."""
        static = self._template.static
        if not self._images:
            return static
        made = {
            opc.CONTENT_TYPES: self._content_types(),
            opc.relations_of(self._main): self._relations(),
        }
        images = [
            archive.deflate(part, picture.data, _NOT_COMPRESSED)
            for _, part, picture in self._images.values()
        ]
        return [made.get(member.name, member) for member in static] + images

    def _content_types(self) -> Stored:
        root = opc.parse(self._inflated(opc.CONTENT_TYPES))
        for _, part, picture in self._images.values():
            kind = f"image/{picture.format}"
            etree.SubElement(root, opc.TYPES + "Override", PartName=f"/{part}", ContentType=kind)
        return _written(opc.CONTENT_TYPES, root)

    def _relations(self) -> Stored:
        name = opc.relations_of(self._main)
        root = opc.parse(self._inflated(name))
        for relation, part, _ in self._images.values():
            target = posixpath.relpath(part, posixpath.dirname(self._main) or ".")
            attributes = {"Id": relation, "Type": opc.IMAGE, "Target": target}
            etree.SubElement(root, opc.RELATIONS + "Relationship", attributes)
        return _written(name, root)


def extent(picture: Picture, text_width: int) -> tuple[int, int]:
    """Width and height in English metric units, of an image that a page of the act can hold.

    At 96 pixels an inch, no wider than the text (`text_width`, in twips), no higher than
    6 cm, in its own proportions.
    """
    width, height, widest = picture.width * _PIXEL, picture.height * _PIXEL, text_width * _TWIP
    if width > widest:
        width, height = widest, height * widest // width
    if height > _TALLEST:
        width, height = width * _TALLEST // height, _TALLEST
    return max(1, width), max(1, height)


def _written(name: str, root: opc.Element) -> Stored:
    data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return archive.deflate(name, data)
