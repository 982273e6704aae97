"""The tags of a Word template: readable, known, alone where docxtpl eats the rest."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.diagnostics import Code
from convgen.word.findings import KNOWN_TAGS, Finding, in_paragraph
from convgen.word.package import Element, W
from convgen.word.tags import HALF_TAG, Meaning, Paragraph, Tag, paragraphs

_SEEN_BUT_NOT_TEXT = (W + "drawing", W + "pict", W + "object", W + "fldChar", W + "fldSimple")
_LOST_WITH_ITS_LINE = (*_SEEN_BUT_NOT_TEXT, W + "br", W + "sectPr")
_BODY_CONTENT = frozenset(
    W + name for name in ("p", "sectPr", "bookmarkStart", "bookmarkEnd", "proofErr")
)
_RETYPE = (
    "Retapez la balise avec des apostrophes droites et des espaces ordinaires "
    "(Ctrl+Z juste après la frappe annule la correction automatique de Word)."
)
_ALONE = "Laissez la balise seule dans son paragraphe."


def check_readable(part: str, found: list[Paragraph]) -> Iterator[Finding]:
    """Faults of each tag by itself, and of what stands beside it."""
    for paragraph in found:
        for tag in paragraph.tags:
            if reason := _unreadable(tag):
                yield in_paragraph(Code.TEMPLATE_TAG, part, paragraph, *reason)
        if any(tag.scope for tag in paragraph.tags):
            yield from _check_alone(part, paragraph)
        yield from _check_inline(part, paragraph)
        if paragraph.tags and any(True for _ in paragraph.node.iterancestors(W + "txbxContent")):
            yield in_paragraph(
                Code.TEMPLATE_TAG,
                part,
                paragraph,
                "Une balise se trouve dans une zone de texte, où elle ne peut pas être remplie",
                "Déplacez-la dans un paragraphe ordinaire.",
            )


def _unreadable(tag: Tag) -> tuple[str, str] | None:
    match tag.meaning:
        case Meaning.TYPOGRAPHY:
            message = (
                f"La balise {tag.written} contient un guillemet, une apostrophe typographique, "
                "une espace insécable ou un tiret insécable : elle serait vidée ou mal lue"
            )
            return message, _RETYPE
        case Meaning.STRAY:
            return (
                f"« {tag.written} » ouvre ou ferme une balise dont l’autre moitié manque",
                KNOWN_TAGS,
            )
        case Meaning.UNKNOWN:
            return f"La balise {tag.written} n’existe pas", KNOWN_TAGS
        case _:
            return None


def _check_alone(part: str, paragraph: Paragraph) -> Iterator[Finding]:
    if paragraph.text_beside_tags or len(paragraph.tags) > 1:
        message = "Ce qui entoure cette balise disparaîtrait du document"
        yield in_paragraph(Code.TEMPLATE_TEXT_LOST, part, paragraph, message, _ALONE)
    elif any(True for _ in paragraph.node.iter(*_SEEN_BUT_NOT_TEXT)):
        message = "L’image ou le champ placé à côté de cette balise disparaîtrait du document"
        yield in_paragraph(Code.TEMPLATE_TEXT_LOST, part, paragraph, message, _ALONE)
    parent = paragraph.node.getparent()
    if parent is not None and parent.tag == W + "tc":
        yield in_paragraph(
            Code.TEMPLATE_TAG,
            part,
            paragraph,
            "Une balise de paragraphe ({%p ou {{p ou {{r) ne peut pas être dans un tableau",
            "Sortez-la du tableau, ou écrivez {% if reference %} sans « p ».",
        )
    if paragraph.node.find(f"{W}pPr/{W}sectPr") is not None:
        yield in_paragraph(
            Code.TEMPLATE_TEXT_LOST,
            part,
            paragraph,
            "Le saut de section placé dans ce paragraphe serait perdu ou répété",
            "Placez le saut de section dans un paragraphe sans balise.",
        )


def check_hidden(part: str, root: Element) -> Iterator[Finding]:
    """Tags where nobody sees them: in a description of an image, an attribute, a comment."""
    for node in root.iter():
        seen = node.text if node.tag != W + "t" else ""
        for written in (seen, node.tail, *node.attrib.values()):
            if HALF_TAG.search(written or ""):
                yield Finding(
                    Code.TEMPLATE_TAG,
                    f"Une balise se trouve hors du texte ({part}) : « {str(written).strip()} ».",
                    "Cherchez-la dans les textes de remplacement des images et les champs.",
                )


def check_body_shape(part: str, root: Element) -> Iterator[Finding]:
    """The body holds paragraphs of tags, and at its end the page setup: nothing else."""
    for node in root.iterfind(W + "body/*"):
        if node.tag not in _BODY_CONTENT:
            yield Finding(
                Code.TEMPLATE_TAG,
                f"Le corps du modèle contient autre chose que des paragraphes ({part} : "
                f"{node.tag.rpartition('}')[2]}).",
                "Supprimez les tableaux et les contrôles de contenu du corps du modèle : "
                "convgen fait les tableaux de la convention.",
            )
    for paragraph in paragraphs(root):
        if not paragraph.tags and any(True for _ in paragraph.node.iter(*_LOST_WITH_ITS_LINE)):
            yield in_paragraph(
                Code.TEMPLATE_TEXT_LOST,
                part,
                paragraph,
                "Une image, un champ ou un saut placé hors des blocs disparaîtrait du document",
                "Placez un logo dans l’en-tête ; le style « Annexe » change déjà de page.",
            )


def _check_inline(part: str, paragraph: Paragraph) -> Iterator[Finding]:
    """Conditions inside a line open and close in that line."""
    inline = [tag for tag in paragraph.tags if tag.is_control and not tag.scope]
    depth = 0
    for tag in inline:
        depth += 1 if tag.opens else -1
        if depth < 0:
            break
    if depth:
        message = "Une condition commence et finit dans le même paragraphe, ou bien s’écrit {%p"
        yield in_paragraph(Code.TEMPLATE_TAG, part, paragraph, message, KNOWN_TAGS)
