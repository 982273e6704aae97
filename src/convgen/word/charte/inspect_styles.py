"""The styles that a Word template asks for, hides, or that direct formatting stands for."""

from __future__ import annotations

from collections.abc import Iterator

from convgen.faults.diagnostic import Code, Severity
from convgen.word.charte.findings import Finding
from convgen.word.charte.inspect_part import InspectedPart, is_on
from convgen.word.charte.stylesheet import ListLevel, StyleSheet
from convgen.word.charte.template_tags import Meaning, Paragraph
from convgen.word.opc import package as opc
from convgen.word.opc.package import VAL, Element, Package, W
from convgen.word.vocabulary import PYTHON_STYLES

_STYLE_USES = {W + "pStyle": "paragraph", W + "rStyle": "character", W + "tblStyle": "table"}
_STYLE_KIND = {"paragraph": "de paragraphe", "character": "de caractère", "table": "de tableau"}
_LOOKS = frozenset(
    W + name
    for name in (
        *("b", "i", "u", "strike", "dstrike", "caps", "smallCaps", "vanish", "color", "sz"),
        *("highlight", "shd", "bdr", "vertAlign", "spacing", "rStyle"),
    )
)
_SHOW_IT = "dans Word : Modifier le style, Police, décochez « Masqué »"


def check_styles(part: InspectedPart, sheet: StyleSheet) -> Iterator[Finding]:
    """Styles that the part asks for and the template does not have."""
    for use in part.root.iter(*_STYLE_USES):
        wanted = use.get(VAL, "")
        kind = _STYLE_USES[use.tag]
        style = sheet.styles.get(wanted)
        if style is None or style.kind != kind:
            message = f"le style {_STYLE_KIND[kind]} « {wanted} » n’existe pas dans le modèle"
            help_ = "appliquez un style du modèle à ce paragraphe"
            place = next(use.iterancestors(W + "p", W + "tbl"), use)
            yield part.fault(Code.TEMPLATE_STYLE, place, message, help_)


def check_required_styles(sheet: StyleSheet) -> Iterator[Finding]:
    """Styles that convgen applies by name: runs, tables, signatures."""
    for name, kind in PYTHON_STYLES.items():
        if not sheet.id_of(name, kind):
            yield Finding(
                Code.TEMPLATE_STYLE,
                f"le style {_STYLE_KIND[kind]} « {name} » manque au modèle",
                f"créez dans Word un style {_STYLE_KIND[kind]} nommé exactement « {name} »",
            )


def check_hidden_text(
    package: Package, parts: list[InspectedPart], sheet: StyleSheet
) -> Iterator[Finding]:
    """Text that would be in the file and that nobody would see."""
    hidden = _hidden_styles(package, sheet)
    for name, kind in PYTHON_STYLES.items():
        if sheet.id_of(name, kind) in hidden:
            message = f"le style {_STYLE_KIND[kind]} « {name} » masque son texte"
            yield Finding(Code.TEMPLATE_STYLE, message, _SHOW_IT)
    for part in parts:
        for paragraph in part.paragraphs if part.filled else ():
            if not any(tag.prints for tag in paragraph.tags):
                continue
            if paragraph.style in hidden:
                message = f"le style « {sheet.styles[paragraph.style].name} » masque son texte"
                yield part.fault(Code.TEMPLATE_STYLE, paragraph, message, _SHOW_IT)
            if any(tag.meaning is Meaning.SLOT for tag in paragraph.tags) and _hides(paragraph):
                message = "une balise est en texte masqué : elle ne se verrait pas"
                help_ = "dans Word : Police, décochez « Masqué »"
                yield part.fault(Code.TEMPLATE_STYLE, paragraph, message, help_)


def _hidden_styles(package: Package, sheet: StyleSheet) -> set[str]:
    said = {
        style.get(W + "styleId", ""): is_on(vanish)
        for name in package.related(package.main, opc.STYLES)
        for style in package.root(name).iterchildren(W + "style")
        if (vanish := style.find(f"{W}rPr/{W}vanish")) is not None
    }
    if not said:
        return set()
    return {
        id_
        for id_ in sheet.styles
        if next((said[style.id] for style in sheet.ancestry(id_) if style.id in said), False)
    }


def _hides(paragraph: Paragraph) -> bool:
    runs = paragraph.node.iterdescendants(W + "r")
    return any(is_on(vanish) for run in runs for vanish in run.iterfind(f"{W}rPr/{W}vanish"))


def check_direct_formatting(part: InspectedPart, sheet: StyleSheet) -> Iterator[Finding]:
    """What is set on the paragraph of a kind of block, and that its style does not say.

    The runs and the numbers of a convention are made by convgen, with the styles.
    """
    for paragraph in part.genres.values():
        style = sheet.styles.get(paragraph.style)
        where = f"modifiez plutôt le style « {style.name} »" if style else "modifiez son style"
        if any(_LOOKS & {look.tag for look in looks} for looks in _run_looks(paragraph)):
            yield part.fault(
                Code.TEMPLATE_STYLE,
                paragraph,
                "la mise en forme posée sur cette balise ne sera pas reprise",
                where,
                Severity.WARNING,
            )
        numbered, level = _direct_level(paragraph, sheet)
        if numbered and level != sheet.list_level(paragraph.style):
            yield part.fault(
                Code.TEMPLATE_STYLE,
                paragraph,
                "la numérotation posée sur ce paragraphe ne sera pas reprise",
                where,
                Severity.WARNING,
            )


def _run_looks(paragraph: Paragraph) -> Iterator[Element]:
    return paragraph.node.iterfind(f"{W}r/{W}rPr")


def _direct_level(paragraph: Paragraph, sheet: StyleSheet) -> tuple[bool, ListLevel | None]:
    """Does the paragraph say itself how it is numbered, and how?"""
    said = paragraph.node.find(f"{W}pPr/{W}numPr")
    if said is None:
        return False, None
    values = {node.tag: node.get(VAL, "") for node in said}
    definition = sheet.definitions.get(values.get(W + "numId", ""))
    level = opc.number(values.get(W + "ilvl"))
    return True, None if definition is None else ListLevel(definition, level)
