"""What a Word template carries besides its text: revisions, bound controls, active content."""

from __future__ import annotations

import re
from collections.abc import Iterator

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import Finding
from convgen.word.charte.inspect_outside import embedded
from convgen.word.charte.inspect_part import InspectedPart
from convgen.word.opc import package as opc
from convgen.word.opc.package import Package, W

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
_ACTIVE = re.compile(
    "vbaProject|vbaData|macroEnabled|activeX|/control$|customUI|keyMapCustomizations|webextension",
    re.IGNORECASE,
)
_EMBEDDED_PART = re.compile(r"/embeddings/|(?:^|(?<!/printerSettings)/)[^/]*\.bin$", re.IGNORECASE)


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


def check_active_content(package: Package) -> Iterator[Finding]:
    """Macros, ActiveX controls, embedded objects, by content type, relation or name."""
    types = package.root(opc.CONTENT_TYPES)
    declared = [f"{n.get('PartName', '')} {n.get('ContentType', '')}" for n in types]
    links = [link for name in package.all_relations() for link in package.relations_in(name)]
    kinds = [link.kind for link in links]
    if any(_ACTIVE.search(text) for text in (*declared, *kinds, *package.parts)):
        yield Finding(
            Code.TEMPLATE_ACTIVE_CONTENT,
            "le modèle contient des macros, des contrôles ActiveX ou un complément",
            "enregistrez-le sous « Document Word (*.docx) », sans macro",
        )
    for name in package.parts:
        if _EMBEDDED_PART.search(name) and not _ACTIVE.search(name):
            yield embedded(name)
