"""What a .docx holds: parts, the relations between them, and the strict parse of each."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from lxml import etree

from convgen.word.opc.targets import part_meant

Element = etree._Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = W + "val"
# The elements of a run that stand for one character.
CHARACTERS = {
    W + "tab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "softHyphen": "\u00ad",
}
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"

CONTENT_TYPES = "[Content_Types].xml"
ROOT_RELATIONS = "_rels/.rels"
OFFICE_DOCUMENT = _OFFICE + "officeDocument"
CORE_PROPERTIES = _PACKAGE + "core-properties"
EXTENDED_PROPERTIES = _OFFICE + "extended-properties"
HEADER, FOOTER, IMAGE = _OFFICE + "header", _OFFICE + "footer", _OFFICE + "image"
STYLES, NUMBERING, SETTINGS = _OFFICE + "styles", _OFFICE + "numbering", _OFFICE + "settings"

_RELS = ".rels"
_RELATIONS_NAME = re.compile(r"(?P<folder>(?:.*/)?)_rels/(?P<name>[^/]+)\.rels", re.IGNORECASE)
_INSIDE = "Internal"
_HAS_DTD = "le XML déclare un type de document (DTD), ce que Word n’écrit jamais"
_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    recover=False,
    remove_comments=True,
    remove_pis=True,
)


class UnsafeXmlError(ValueError):
    """XML that is not well formed, or declares a document type. The message is French."""


_RESOURCE_LIMIT = 114  # of libxml2; lxml has no name for it before 6.1
_WHY = {
    etree.ErrorTypes.ERR_DOCUMENT_EMPTY: "ce n’est pas du XML",
    etree.ErrorTypes.ERR_DOCUMENT_END: "quelque chose suit la dernière balise",
    etree.ErrorTypes.ERR_TAG_NAME_MISMATCH: "une balise en ferme une autre",
    etree.ErrorTypes.ERR_TAG_NOT_FINISHED: "une balise n’est pas refermée",
    etree.ErrorTypes.ERR_INVALID_CHAR: "un caractère est interdit",
    etree.ErrorTypes.ERR_INVALID_ENCODING: "un caractère ne se lit pas",
    etree.ErrorTypes.ERR_UNDECLARED_ENTITY: "une entité « &…; » n’est pas connue",
    etree.ErrorTypes.NS_ERR_UNDEFINED_NAMESPACE: "un préfixe n’est pas déclaré",
    _RESOURCE_LIMIT: "les balises sont trop imbriquées",
}
"""What lxml tells in English, by its code; the place is told in any case."""


def _malformed(error: etree.XMLSyntaxError | ValueError) -> UnsafeXmlError:
    if not isinstance(error, etree.XMLSyntaxError):
        return UnsafeXmlError("XML mal formé")
    line, column = error.position
    why = _WHY.get(error.code)  # type: ignore[attr-defined]
    told = f"XML mal formé, ligne {line}, colonne {column}"
    return UnsafeXmlError(f"{told} : {why}" if why else told)


class Relation(NamedTuple):
    """A link from a part to another: `target` as written, `part` the name that it resolves to.

    `part` is empty when the target is outside the package; it may be a part that is not there.
    """

    id: str
    kind: str
    target: str
    part: str


def parse(data: bytes) -> Element:
    """The root of an XML part, parsed strictly: no entity, no DTD, no network, no repair.

    The tree holds elements alone, with the whole of their texts: comments and processing
    instructions, which say nothing to Word, are left out of it.
    """
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _malformed(error) from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise UnsafeXmlError(_HAS_DTD)
    return root


class _NoTree:
    """A parser target that keeps nothing: half the time of building a tree."""

    def doctype(self, *_: object) -> None:
        raise UnsafeXmlError(_HAS_DTD)

    def close(self) -> None:
        return None


_CHECKER = etree.XMLParser(
    target=_NoTree(),  # type: ignore[arg-type]
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
)


def check(data: bytes) -> None:
    """Raise UnsafeXmlError unless `data` is strict XML: what `parse` refuses, without the tree."""
    try:
        etree.fromstring(data, _CHECKER)
    except UnsafeXmlError:
        raise
    except (etree.XMLSyntaxError, ValueError) as error:
        raise _malformed(error) from error


def number(written: str | None, default: int = 0) -> int:
    """A whole number written in an attribute; `default` for anything else."""
    return int(written) if written and written.isascii() and written.isdigit() else default


def is_xml(name: str) -> bool:
    """True for a part that holds XML, by its name."""
    return name.lower().endswith((".xml", _RELS))


def relations_of(part: str) -> str:
    """The name of the member that holds the relations of `part`."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", name + _RELS)


def source_of(relations: str) -> str:
    """The part whose relations a member holds; empty when they are those of the whole package."""
    found = _RELATIONS_NAME.fullmatch(relations)
    return found["folder"] + found["name"] if found else ""


@dataclass(frozen=True, slots=True)
class Package:
    """The parts of a .docx by name; XML is parsed on demand."""

    parts: dict[str, bytes]
    _roots: dict[str, Element] = field(default_factory=dict, repr=False, compare=False)
    _links: dict[str, list[Relation]] = field(default_factory=dict, repr=False, compare=False)

    def root(self, part: str) -> Element:
        """The root of an XML part, parsed once: to read, never to change.

        Raises UnsafeXmlError.
        """
        if part not in self._roots:
            self._roots[part] = parse(self.parts[part])
        return self._roots[part]

    def all_relations(self) -> list[str]:
        """The members that hold relations, wherever they are."""
        return [name for name in self.parts if name.lower().endswith(_RELS)]

    def relations(self, part: str = "") -> list[Relation]:
        """The relations of a part, those of the whole package for an empty name."""
        name = relations_of(part) if part else ROOT_RELATIONS
        return self.relations_in(name) if name in self.parts else []

    def relations_in(self, name: str) -> list[Relation]:
        """The relations that a member holds. Raises UnsafeXmlError."""
        if name not in self._links:
            links = self.root(name).iter(RELATIONS + "Relationship")
            source = source_of(name)
            self._links[name] = [_relation(link, source) for link in links]
        return self._links[name]

    def related(self, part: str, *kinds: str) -> list[str]:
        """The names of the parts that `part` points to with one of these kinds of relation."""
        found = [link.part for link in self.relations(part) if link.kind in kinds]
        return [name for name in dict.fromkeys(found) if name in self.parts]

    @property
    def main(self) -> str:
        """The name of the main part, `word/document.xml` as a rule; empty when there is none."""
        return next(iter(self.related("", OFFICE_DOCUMENT)), "")

    def headers_and_footers(self) -> list[str]:
        """The names of the headers and footers of the main part."""
        return self.related(self.main, HEADER, FOOTER)


def _relation(link: Element, source: str) -> Relation:
    target = link.get("Target", "")
    inside = link.get("TargetMode", _INSIDE) == _INSIDE
    part = part_meant(target, source) if inside else ""
    return Relation(link.get("Id", ""), link.get("Type", ""), target, part)
