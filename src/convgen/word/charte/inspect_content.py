"""What a Word template carries besides its text: revisions, links, objects, active content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import Finding
from convgen.word.charte.inspect_part import InspectedPart
from convgen.word.opc import package as opc
from convgen.word.opc.package import Element, Package, W

REVISIONS = frozenset(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange"),
        *("tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange"),
        *("cellIns", "cellDel", "cellMerge", "moveFromRangeStart", "moveToRangeStart"),
        *("moveFromRangeEnd", "moveToRangeEnd"),
    )
)
COMMENTS = frozenset(
    W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "comment")
)
EMBEDDED = frozenset(
    W + name
    for name in ("altChunk", "object", "control", "subDoc", "attachedTemplate", "mailMerge")
)
_VML = "{urn:schemas-microsoft-com:vml}*"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ACTIVE = re.compile(
    "vbaProject|vbaData|macroEnabled|activeX|/control$|customUI|keyMapCustomizations|webextension",
    re.IGNORECASE,
)
_EMBEDDED_PART = re.compile(r"/embeddings/|(?:^|(?<!/printerSettings)/)[^/]*\.bin$", re.IGNORECASE)
_EMBEDDED_LINK = re.compile(r"/(oleObject|package|aFChunk|subDocument|frame|recipientData)$")
_TOWARDS = "le modèle renvoie hors de lui-même vers « {} »"
_UNLINK = "supprimez ce lien, ou incorporez l’image au lieu de la lier"


def check_revisions(part: InspectedPart) -> Iterator[Finding]:
    """Tracked changes and comments: a template is a settled text. Each told once a part."""
    revision = next(part.root.iter(*REVISIONS), None)
    if revision is not None:
        yield part.fault(
            Code.TEMPLATE_TRACKED_CHANGE,
            revision,
            "le modèle contient des modifications suivies",
            "dans Word : Révision, Accepter, Accepter toutes les modifications",
        )
    comment = next(part.root.iter(*COMMENTS), None)
    if comment is not None:
        yield part.fault(
            Code.TEMPLATE_TRACKED_CHANGE,
            comment,
            "le modèle contient des commentaires",
            "dans Word : Révision, Supprimer, Supprimer tous les commentaires",
        )
    if next(part.root.iter(W + "trackRevisions"), None) is not None:
        yield Finding(
            Code.TEMPLATE_TRACKED_CHANGE,
            "le suivi des modifications est activé dans le modèle",
            "dans Word : Révision, désactivez « Suivi des modifications »",
        )


def check_embedded(part: InspectedPart) -> Iterator[Finding]:
    """Content that Word would fetch or open: chunks, objects, sub-documents, linked drawings."""
    for node in part.root.iter(*EMBEDDED):
        yield part.fault(
            Code.TEMPLATE_EXTERNAL,
            node,
            f"le modèle contient un élément incorporé ou lié ({etree.QName(node).localname})",
            "supprimez-le : un modèle ne contient que du texte, des styles et des images",
        )
    for node in part.root.iter(_VML):
        for address in (node.get("src"), node.get("href")):
            if address:
                yield _outside(part, node, address)


def check_bound(part: InspectedPart) -> Iterator[Finding]:
    """Controls whose text Word replaces, when it opens the act, by a property of the file."""
    for node in part.root.iter("{*}dataBinding"):
        control = next(node.iterancestors(W + "sdt"), node)
        yield part.fault(
            Code.TEMPLATE_TEXT_LOST,
            control,
            "Word remplacerait le texte de ce contrôle de contenu par une propriété du fichier",
            "clic droit sur le contrôle, « Supprimer le contrôle de contenu » : le texte reste",
        )


def check_relations(package: Package, parts: list[InspectedPart]) -> Iterator[Finding]:
    """Links towards the outside, which Word would follow, and objects that travel inside."""
    by_name = {part.name: part for part in parts}
    for owner in _owners(package):
        links = package.relations(owner)
        part = by_name.get(owner)
        users = _users(part) if part and any(link.external for link in links) else {}
        for link in links:
            if not link.external:
                if _EMBEDDED_LINK.search(link.kind):
                    yield _embedded(link.target)
            elif part is not None and link.id in users:
                yield _outside(part, users[link.id], link.target)
            else:
                place = part.title if part else owner or "relations du fichier"
                message = f"{_TOWARDS.format(link.target)} ({place})"
                yield Finding(Code.TEMPLATE_EXTERNAL, message, _UNLINK)


def _users(part: InspectedPart) -> dict[str, Element]:
    """The elements that name a relation, by its identifier."""
    return {
        str(value): node
        for node in part.root.iter()
        for name, value in node.attrib.items()
        if str(name).startswith(_OFFICE)
    }


def _outside(part: InspectedPart, node: Element, address: str) -> Finding:
    return part.fault(Code.TEMPLATE_EXTERNAL, node, _TOWARDS.format(address), _UNLINK)


def _embedded(name: str) -> Finding:
    return Finding(
        Code.TEMPLATE_EXTERNAL,
        f"le modèle contient un objet incorporé ({name})",
        "supprimez cet objet, ou remplacez-le par une image",
    )


def _owners(package: Package) -> list[str]:
    return [_owner(name) for name in package.parts if name.endswith(".rels")]


def _owner(relations: str) -> str:
    folder, _, name = relations.rpartition("_rels/")
    return folder + name.removesuffix(".rels")


def check_active_content(package: Package) -> Iterator[Finding]:
    """Macros, ActiveX controls, embedded objects, by content type, relation or name."""
    types = package.root(opc.CONTENT_TYPES)
    declared = [f"{n.get('PartName', '')} {n.get('ContentType', '')}" for n in types]
    kinds = [link.kind for owner in _owners(package) for link in package.relations(owner)]
    if any(_ACTIVE.search(text) for text in (*declared, *kinds, *package.parts)):
        yield Finding(
            Code.TEMPLATE_ACTIVE_CONTENT,
            "le modèle contient des macros, des contrôles ActiveX ou un complément",
            "enregistrez-le sous « Document Word (*.docx) », sans macro",
        )
    for name in package.parts:
        if _EMBEDDED_PART.search(name) and not _ACTIVE.search(name):
            yield _embedded(name)
