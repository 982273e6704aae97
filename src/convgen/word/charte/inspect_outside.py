"""What a Word template fetches elsewhere, or carries whole: relations, addresses, objects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import Finding, shortened
from convgen.word.charte.inspect_part import InspectedPart
from convgen.word.opc import package as opc
from convgen.word.opc.package import Element, Package, Relation, W

EMBEDDED = frozenset(
    W + name
    for name in (
        *("altChunk", "object", "control", "subDoc"),
        *("attachedTemplate", "mailMerge", "frameset"),
    )
)
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# Attributes that hold an address themselves, instead of naming a relation that does.
_ADDRESSES = frozenset(
    ("src", "href", "althref", "url", "embeddedHtml", "schemaLocation", "manifestLocation")
)
_OF_WORD = (
    "{urn:schemas-microsoft-com:",
    "{http://schemas.openxmlformats.org/",
    "{http://schemas.microsoft.com/office/word/",
)
_NOT_OF_WORD = (_RELATION, "{http://www.w3.org/")  # names a relation, says where a schema is
_EMBEDDED_LINK = re.compile(r"/(oleObject|package|aFChunk|subDocument|frame|recipientData)$")
_TOWARDS = "le modèle renvoie hors de lui-même vers « {} »"
_UNLINK = "supprimez ce lien, ou incorporez l’image au lieu de la lier"
_UNLINK_A = {
    "attachedTemplate": "dans Word : Développeur, Modèle de document, choisissez « Normal »",
    "hyperlink": "clic droit sur le lien, « Supprimer le lien hypertexte » : le texte reste",
}
_SAVE_AGAIN = "ouvrez le modèle dans Word et enregistrez-le, ou supprimez ce qui y renvoie"


def check_embedded(part: InspectedPart) -> Iterator[Finding]:
    """Content that Word would fetch or open: chunks, objects, sub-documents, linked drawings."""
    for node in part.root.iter(*EMBEDDED):
        yield part.fault(
            Code.TEMPLATE_EXTERNAL,
            node,
            f"le modèle contient un élément incorporé ou lié ({etree.QName(node).localname})",
            "supprimez-le : un modèle ne contient que du texte, des styles et des images",
        )
    for node in part.root.iter():
        for address in _addresses(node):
            message = _TOWARDS.format(shortened(address))
            yield part.fault(Code.TEMPLATE_EXTERNAL, node, message, _UNLINK)


def _addresses(node: Element) -> Iterator[str]:
    if not node.tag.startswith(_OF_WORD):
        return
    for key, value in node.attrib.items():
        name = str(key)
        if value and name.rpartition("}")[2] in _ADDRESSES and not name.startswith(_NOT_OF_WORD):
            yield str(value)


def check_relations(package: Package, parts: list[InspectedPart]) -> Iterator[Finding]:
    """Relations that lead to no part of the template, which Word would follow; and objects."""
    by_name = {part.name: part for part in parts}
    for name in package.all_relations():
        links = package.relations_in(name)
        held = [link for link in links if link.part in package.parts]
        yield from (embedded(link.part) for link in held if _EMBEDDED_LINK.search(link.kind))
        if len(held) < len(links):
            astray = [link for link in links if link.part not in package.parts]
            source = opc.source_of(name)
            yield from _told(astray, source, by_name.get(source))


def _told(astray: list[Relation], source: str, part: InspectedPart | None) -> Iterator[Finding]:
    """Relations that lead to no part, each where it is used, or else with their source."""
    users = _users(part) if part else {}
    for link in astray:
        message, help_ = _astray(link)
        if part is not None and link.id in users:
            yield part.fault(Code.TEMPLATE_EXTERNAL, users[link.id], message, help_)
        else:
            place = part.title if part else source or "relations du fichier"
            yield Finding(Code.TEMPLATE_EXTERNAL, f"{message} ({place})", help_)


def _astray(link: Relation) -> tuple[str, str]:
    """What is wrong with a relation that leads to no part, and the way out."""
    if link.part:
        return f"le modèle renvoie à une partie qui n’y est pas, « {link.part} »", _SAVE_AGAIN
    help_ = _UNLINK_A.get(link.kind.rpartition("/")[2], _UNLINK)
    return _TOWARDS.format(shortened(link.target) or "(vide)"), help_


def _users(part: InspectedPart) -> dict[str, Element]:
    """The elements that name a relation, by its identifier."""
    return {
        str(value): node
        for node in part.root.iter()
        for name, value in node.attrib.items()
        if str(name).startswith(_RELATION)
    }


def embedded(name: str) -> Finding:
    """The fault of a part that holds an object, by its name."""
    return Finding(
        Code.TEMPLATE_EXTERNAL,
        f"le modèle contient un objet incorporé ({name})",
        "supprimez cet objet, ou remplacez-le par une image",
    )
