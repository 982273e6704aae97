"""What stands beside the tags of a Word template, and would be lost with their paragraph."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.faults.diagnostic import Code
from convgen.word.charte.findings import Finding
from convgen.word.charte.inspect_content import COMMENTS, REVISIONS
from convgen.word.charte.inspect_outside import EMBEDDED
from convgen.word.charte.inspect_part import InspectedPart
from convgen.word.charte.template_tags import UNREADABLE, Paragraph
from convgen.word.opc.package import CHARACTERS, Element, W

_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WITHOUT_LOOKS = frozenset(
    W + name
    for name in (
        *("pPr", "rPr", "t", "delText", "proofErr", "bookmarkStart", "bookmarkEnd"),
        *("lastRenderedPageBreak", "permStart", "permEnd", "smartTagPr", "customXmlPr"),
    )
)
_WRAPPERS = frozenset(
    W + name
    for name in ("r", "ins", "del", "moveFrom", "moveTo", "smartTag", "customXml", "dir", "bdo")
)
_NAMES = {
    **dict.fromkeys((W + "drawing", W + "pict", _ALTERNATE), "une image"),
    **dict.fromkeys((W + "fldChar", W + "instrText", W + "fldSimple"), "un champ"),
    **dict.fromkeys((W + "footnoteReference", W + "endnoteReference"), "une note"),
    **dict.fromkeys((_MATH + "oMath", _MATH + "oMathPara"), "une équation"),
    W + "object": "un objet",
    W + "sym": "un symbole",
    W + "hyperlink": "un lien",
    W + "sdt": "un contrôle de contenu",
    W + "tbl": "un tableau",
}
_BODY_CONTENT = frozenset(
    W + name for name in ("p", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr")
)
_TOLD_ELSEWHERE = REVISIONS | COMMENTS | EMBEDDED
_ALONE = "laissez la balise seule dans son paragraphe, sans espace ni tabulation"
_ONE_SECTION = "un modèle n’a qu’une section : supprimez ce saut"
_ELSEWHERE = "placez un logo dans l’en-tête ; le style « Annexe » change déjà de page"


def check_beside(part: InspectedPart) -> Iterator[Finding]:
    """What a tag would take away with its paragraph; in the body, all that is no tag."""
    for paragraph in part.paragraphs:
        if any(tag.scope for tag in paragraph.tags):
            faults = _beside_a_line_of_its_own(paragraph)
        elif not part.is_body:
            continue
        elif not paragraph.tags:
            faults = _without_tag(paragraph)
        else:
            faults = _beside_the_banner(paragraph)
        for message, help_ in faults:
            yield part.fault(Code.TEMPLATE_TEXT_LOST, paragraph, message, help_)


def _beside_a_line_of_its_own(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    beside = paragraph.text_beside_tags
    if beside.strip() or len(paragraph.tags) > 1:
        yield "ce qui entoure cette balise disparaîtrait du document", _ALONE
    if "\t" in beside:
        yield "une tabulation à côté de cette balise disparaîtrait du document", _ALONE
    for name in _things(paragraph):
        yield f"{name} à côté de cette balise disparaîtrait du document", _ALONE
    if _ends_a_section(paragraph):
        yield (
            "le saut de section placé dans ce paragraphe serait perdu ou répété",
            _ONE_SECTION,
        )


def _without_tag(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    if paragraph.text.strip():
        yield (
            "le corps du modèle ne porte que des balises : ce texte n’y a pas sa place",
            "mettez-le dans une clause, ou dans un en-tête ou un pied de page",
        )
    for name in _things(paragraph):
        yield f"{name} hors des blocs disparaîtrait du document", _ELSEWHERE
    if _ends_a_section(paragraph):
        yield (
            "un saut de section hors des blocs disparaîtrait du document",
            _ONE_SECTION,
        )


def _beside_the_banner(paragraph: Paragraph) -> Iterator[tuple[str, str]]:
    """It is written as it stands: what it says must be the words of the banner, no more."""
    if any(tag.meaning in UNREADABLE for tag in paragraph.tags):
        return
    if paragraph.text_beside_tags or _things(paragraph) or _ends_a_section(paragraph):
        yield "ce qui entoure cette balise n’a pas sa place dans le corps du texte", _ALONE


def _ends_a_section(paragraph: Paragraph) -> bool:
    return paragraph.node.find(f"{W}pPr/{W}sectPr") is not None


def _things(paragraph: Paragraph) -> list[str]:
    """What a paragraph shows that is no text, each kind once."""
    found = dict.fromkeys(map(_name, _shown(paragraph.node)))
    return [name for name in found if name]


def _shown(node: Element) -> Iterator[Element]:
    for child in node:
        if child.tag in _WRAPPERS:
            yield from _shown(child)
        elif child.tag not in _WITHOUT_LOOKS:
            yield child


def _name(node: Element) -> str:
    """What a jurist calls an element; empty for one that is judged elsewhere."""
    if node.tag in (W + "br", W + "cr"):
        return "un saut de page" if node.get(W + "type") == "page" else "un saut de ligne"
    if node.tag in _TOLD_ELSEWHERE or node.tag in CHARACTERS:
        return ""
    return _NAMES.get(node.tag) or f"un élément ({node.tag.rpartition('}')[2]})"


def check_body_shape(part: InspectedPart) -> Iterator[Finding]:
    """The body holds paragraphs of tags, and at its end the page setup: nothing else."""
    for node in part.root.iterfind(W + "body/*"):
        if node.tag not in _BODY_CONTENT | _TOLD_ELSEWHERE:
            name = _NAMES.get(node.tag, "") or node.tag.rpartition("}")[2]
            yield part.fault(
                Code.TEMPLATE_TAG,
                node,
                f"le corps du modèle contient autre chose que des paragraphes : {name}",
                "supprimez-le : convgen fait lui-même les tableaux de la convention",
            )
