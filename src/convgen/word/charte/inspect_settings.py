"""The settings of a Word template: what would lock the act, and the order that Word wants."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from convgen.faults.diagnostic import Code, Severity
from convgen.word.charte.findings import Finding
from convgen.word.charte.inspect_part import OFF, InspectedPart, is_on
from convgen.word.charte.settings_order import ORDER, REPEATED
from convgen.word.opc.package import VAL, Element, W

_RESTRICTIONS = {
    "readOnly": "en lecture seule",
    "comments": "sauf les commentaires",
    "trackedChanges": "avec modifications suivies",
    "forms": "sauf les champs de formulaire",
}
_LOCKED = ("contentLocked", "sdtContentLocked")
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_FINAL = "_MarkAsFinal"
_ON = ("true", "1")
_RECOMMENDED = W + "recommended"
_UNPROTECT = "dans Word : Révision, Restreindre la modification, Désactiver la protection"
_OPEN_TO_CHANGES = (
    "dans Word : Enregistrer sous, Outils, Options générales ; videz « Mot de passe pour la "
    "modification » et décochez « Lecture seule recommandée »"
)
_NOT_FINAL = "dans Word : Fichier, Informations, Protéger le document, Marquer comme final"


def check_protection(part: InspectedPart) -> Iterator[Finding]:
    """Protections of the template, most of which the act would have."""
    for node in part.root.iter(W + "documentProtection"):
        if _says(node, "enforcement"):
            how = _RESTRICTIONS.get(node.get(W + "edit", ""), "dans sa mise en forme")
            message = f"le modèle est protégé {how} : l’acte le serait aussi"
            yield part.fault(Code.TEMPLATE_LOCKED, node, message, _UNPROTECT)
    for node in part.root.iter(W + "writeProtection"):
        if _says(node, "recommended") or any(key != _RECOMMENDED for key in node.attrib):
            message = "le modèle s’ouvre en lecture seule : l’acte ferait de même"
            yield part.fault(Code.TEMPLATE_LOCKED, node, message, _OPEN_TO_CHANGES)
    for node in part.root.iter(_PROPERTY):
        if node.get("name") == _FINAL and "".join(map(str, node.itertext())).strip() in _ON:
            message = "le modèle est marqué comme final : Word l’ouvre en lecture seule"
            warning = Severity.WARNING  # the act has its own properties
            yield part.fault(Code.TEMPLATE_LOCKED, node, message, _NOT_FINAL, warning)


def check_locked_controls(part: InspectedPart) -> Iterator[Finding]:
    """Content controls whose text nobody could change in the act."""
    for node in part.root.iter(W + "lock", W + "group"):
        if _inside_the_properties_of_a_control(node) and _locks(node):
            yield part.fault(
                Code.TEMPLATE_LOCKED,
                next(node.iterancestors(W + "sdt"), node),
                "ce contrôle de contenu est verrouillé : il le serait aussi dans l’acte",
                "dans Word : Développeur, Propriétés, décochez « Le contenu ne peut pas être "
                "modifié » ; s’il vient d’un groupe : Grouper, Dissocier",
            )


def check_settings_order(part: InspectedPart) -> Iterator[Finding]:
    """Settings out of the order of the schema, or said twice: the first of them."""
    if part.root.tag != W + "settings":
        return
    before, rank = "", -1
    for node in part.root:
        place = ORDER.get(node.tag)
        if place is None:
            continue
        name = etree.QName(node).localname
        if place < rank or (place == rank and name not in REPEATED):
            why = f"« {name} » y vient après « {before} »" if place < rank else f"deux « {name} »"
            yield part.fault(
                Code.TEMPLATE_SETTINGS,
                node,
                f"les paramètres du modèle ne sont pas dans l’ordre que Word attend : {why}",
                "ouvrez-le dans Word, ou dans LibreOffice si Word le refuse, et enregistrez-le "
                "sous « Document Word (*.docx) »",
            )
            return
        before, rank = name, place


def _says(node: Element, name: str) -> bool:
    return node.get(W + name, "0") not in OFF


def _inside_the_properties_of_a_control(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag == W + "sdtPr"


def _locks(node: Element) -> bool:
    return node.get(VAL) in _LOCKED if node.tag == W + "lock" else is_on(node)
