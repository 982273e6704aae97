"""What a Word template carries besides its text: styles, revisions, links, active content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from convgen.diagnostics import Code
from convgen.word import package as opc
from convgen.word.findings import Finding, in_paragraph
from convgen.word.package import Element, Package, W
from convgen.word.stylesheet import VAL, StyleSheet
from convgen.word.tags import Paragraph
from convgen.word.vocabulary import PYTHON_STYLES

_STYLE_USES = {W + "pStyle": "paragraph", W + "rStyle": "character", W + "tblStyle": "table"}
_STYLE_KIND = {"paragraph": "de paragraphe", "character": "de caractère", "table": "de tableau"}
_REVISIONS = frozenset(
    W + name
    for name in (
        *("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange"),
        *("tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "numberingChange"),
        *("cellIns", "cellDel", "cellMerge", "moveFromRangeStart", "moveToRangeStart"),
    )
)
_COMMENTS = frozenset(W + n for n in ("commentRangeStart", "commentReference", "comment"))
_EMBEDDED = frozenset(W + n for n in ("altChunk", "object", "subDoc", "attachedTemplate"))
_FIELDS = frozenset(
    (
        *("PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "STYLEREF"),
        *("SEQ", "TITLE", "SUBJECT", "TOC"),
    )
)
_ACTIVE = re.compile(
    "vbaProject|vbaData|macroEnabled|activeX|customUI|keyMapCustomizations", re.IGNORECASE
)
_EMBEDDED_PART = re.compile(r"/embeddings/|\.bin$", re.IGNORECASE)


def check_styles(
    part: str, root: Element, found: list[Paragraph], sheet: StyleSheet
) -> Iterator[Finding]:
    """Styles that the part asks for and the template does not have."""
    places = {paragraph.node: paragraph for paragraph in found}
    for use in root.iter(*_STYLE_USES):
        wanted = use.get(VAL, "")
        kind = _STYLE_USES[use.tag]
        style = sheet.styles.get(wanted)
        if style is not None and style.kind == kind:
            continue
        message = f"Le style {_STYLE_KIND[kind]} « {wanted} » n’existe pas dans le modèle"
        help_ = "Appliquez un style du modèle à ce paragraphe."
        paragraph = next((places[p] for p in use.iterancestors(W + "p") if p in places), None)
        if paragraph is None:
            yield Finding(Code.TEMPLATE_STYLE, f"{message} ({part}).", help_)
        else:
            yield in_paragraph(Code.TEMPLATE_STYLE, part, paragraph, message, help_)


def check_required_styles(sheet: StyleSheet) -> Iterator[Finding]:
    """Styles that convgen applies by name: runs, tables, signatures."""
    for name, kind in PYTHON_STYLES.items():
        if not sheet.id_of(name, kind):
            yield Finding(
                Code.TEMPLATE_STYLE,
                f"Le style {_STYLE_KIND[kind]} « {name} » manque au modèle.",
                f"Créez dans Word un style {_STYLE_KIND[kind]} nommé exactement « {name} ».",
            )


def check_revisions(part: str, root: Element) -> Iterator[Finding]:
    """Tracked changes and comments: a template is a settled text."""
    tags = {node.tag for node in root.iter(*_REVISIONS, *_COMMENTS, W + "trackRevisions")}
    if tags & _REVISIONS:
        yield Finding(
            Code.TEMPLATE_TRACKED_CHANGE,
            f"Le modèle contient des modifications suivies ({part}).",
            "Dans Word : Révision, Accepter, Accepter toutes les modifications.",
        )
    if tags & _COMMENTS:
        yield Finding(
            Code.TEMPLATE_TRACKED_CHANGE,
            f"Le modèle contient des commentaires ({part}).",
            "Dans Word : Révision, Supprimer, Supprimer tous les commentaires.",
        )
    if W + "trackRevisions" in tags:
        yield Finding(
            Code.TEMPLATE_TRACKED_CHANGE,
            "Le suivi des modifications est activé dans le modèle.",
            "Dans Word : Révision, désactivez « Suivi des modifications ».",
        )


def check_embedded(part: str, root: Element) -> Iterator[Finding]:
    """Content that Word would fetch or open: chunks, objects, sub-documents, fields."""
    for node in root.iter(*_EMBEDDED):
        yield Finding(
            Code.TEMPLATE_EXTERNAL,
            f"Le modèle contient un élément incorporé ou lié ({etree.QName(node).localname}, "
            f"{part}).",
            "Supprimez-le : un modèle ne contient que du texte, des styles et des images.",
        )
    for name in dict.fromkeys(_field_names(root)):
        if name not in _FIELDS:
            yield Finding(
                Code.TEMPLATE_EXTERNAL,
                f"Le champ « {name} » n’est pas admis dans un modèle ({part}).",
                "Supprimez ce champ ; la pagination et les renvois sont seuls admis.",
            )


def _field_names(root: Element) -> Iterator[str]:
    codes = [node.get(W + "instr", "") for node in root.iter(W + "fldSimple")]
    for node in root.iter(W + "fldChar", W + "instrText"):
        if node.get(W + "fldCharType") == "begin":
            codes.append("")
        elif node.tag == W + "instrText":
            if not codes:
                codes.append("")
            codes[-1] += node.text or ""
    for code in codes:
        yield (code.split() or ["vide"])[0].upper()


def check_relations(package: Package) -> Iterator[Finding]:
    """Links towards the outside, which Word would follow when it opens the file."""
    owners = [_owner(name) for name in package.parts if name.endswith(".rels")]
    for owner in owners:
        for link in package.relations(owner):
            if link.external:
                yield Finding(
                    Code.TEMPLATE_EXTERNAL,
                    f"Le modèle renvoie hors de lui-même vers « {link.target} » "
                    f"({owner or 'relations du fichier'}).",
                    "Supprimez ce lien, ou incorporez l’image au lieu de la lier.",
                )


def _owner(relations: str) -> str:
    folder, _, name = relations.rpartition("_rels/")
    return folder + name.removesuffix(".rels")


def check_active_content(package: Package) -> Iterator[Finding]:
    """Macros, ActiveX controls, embedded objects, by content type, relation or name."""
    types = opc.parse(package.parts[opc.CONTENT_TYPES])
    declared = [f"{n.get('PartName', '')} {n.get('ContentType', '')}" for n in types]
    kinds = [
        link.kind
        for name in package.parts
        if name.endswith(".rels")
        for link in package.relations(_owner(name))
    ]
    if any(_ACTIVE.search(text) for text in (*declared, *kinds, *package.parts)):
        yield Finding(
            Code.TEMPLATE_ACTIVE_CONTENT,
            "Le modèle contient des macros ou des contrôles ActiveX.",
            "Enregistrez-le sous « Document Word (*.docx) », sans macro.",
        )
    for name in package.parts:
        if _EMBEDDED_PART.search(name) and not _ACTIVE.search(name):
            yield Finding(
                Code.TEMPLATE_EXTERNAL,
                f"Le modèle contient un objet incorporé ({name}).",
                "Supprimez cet objet, ou remplacez-le par une image.",
            )
